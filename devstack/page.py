"""Puts the page where a browser finds it: the files of `web/` and the `config.json` that names this stack.

On the laptop the page lies in a bucket of the embedded AWS, on one origin with the socket, the user pool and the uploads. The
same files and the same two texts, the configuration and the policy, are what a deploy to AWS writes.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from devstack.environments import aws_client
from devstack.problems import Problem, ProblemCode
from devstack.settings import Layout

BUCKET: Final = "resumate-page"
_SELF_ONLY: Final = "connect-src 'self'"
_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".pdf": "application/pdf",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class PageFile:
    """One file of the page.

    Attributes:
        name: its path below the page's address.
        content_type: what the server has to call it; a browser runs no script of another type.
        body: its bytes.
    """

    name: str
    content_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class PageConfig:
    """What the page has to know of its stack.

    Attributes:
        socket: the address of the socket, ws or wss.
        cognito: the address of the user pool's API.
        user_pool_client_id: the app client to sign in with.
        uploads: the origin that presigned uploads go to.
    """

    socket: str
    cognito: str
    user_pool_client_id: str
    uploads: str

    def as_json(self) -> bytes:
        """Return `config.json`."""
        named = {"socket": self.socket, "cognito": self.cognito, "userPoolClientId": self.user_pool_client_id}
        return json.dumps(named).encode()

    def connections(self) -> list[str]:
        """Return the origins that the page may talk to, for its policy; sorted, each once."""
        parts = [urlsplit(address) for address in (self.socket, self.cognito, self.uploads)]
        return sorted({f"{part.scheme}://{part.netloc}" for part in parts})


def local_config(aws_url: str, outputs: Mapping[str, str]) -> PageConfig:
    """Return the configuration for the embedded AWS, which is everything at one address."""
    socket = outputs["SocketUrl"].replace("http", "ws", 1)
    return PageConfig(socket, f"{aws_url}/", outputs["UserPoolClientId"], aws_url)


def page_files(web: Path, config: PageConfig) -> list[PageFile]:
    """Return all files of the page, the start page last: who loads it finds the rest there."""
    files = [
        PageFile(path.relative_to(web).as_posix(), _TYPES[path.suffix], path.read_bytes())
        for path in sorted(web.rglob("*"))
        if path.is_file() and path.suffix in _TYPES and path.name != "index.html"
    ]
    start = (web / "index.html").read_text(encoding="utf-8")
    # The policy stands in the page itself: a bucket sends no such header. CloudFront sends it as well.
    start = start.replace(_SELF_ONLY, " ".join([_SELF_ONLY, *config.connections()]), 1)
    return [
        *files,
        PageFile("config.json", _TYPES[".json"], config.as_json()),
        PageFile("index.html", _TYPES[".html"], start.encode()),
    ]


def publish_page(layout: Layout, aws_url: str, outputs: Mapping[str, str]) -> str:
    """Upload the page to the embedded AWS; return its address. Raises `Problem` when there is no page to upload."""
    web = layout.checkout / "web"
    if not (web / "index.html").is_file():
        raise Problem(
            ProblemCode.START_FAILED,
            f"The page is missing: {web / 'index.html'}.",
            "Restore the checkout's web folder.",
        )
    buckets = aws_client("s3", aws_url)
    if BUCKET not in {bucket["Name"] for bucket in buckets.list_buckets()["Buckets"]}:
        buckets.create_bucket(Bucket=BUCKET)
    # Never from a cache: after a pull the next reload has to be the new page, all of it.
    put_files(buckets, BUCKET, page_files(web, local_config(aws_url, outputs)), "no-cache")
    return f"{aws_url}/{BUCKET}/index.html"


def put_files(buckets: Any, bucket: str, files: Sequence[PageFile], cache: str) -> None:  # noqa: ANN401 - a boto3 client
    """Upload files in their order, so that the start page comes last, with one rule for caches."""
    for file in files:
        buckets.put_object(
            Bucket=bucket, Key=file.name, Body=file.body, ContentType=file.content_type, CacheControl=cache
        )
