"""A deployed local stack of a benchmark's own, and people at it: what `latency.py` and `load.py` have in common."""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from devstack.accounts import sign_in, sign_up
from devstack.client import SocketClient, new_request_id, post_upload
from devstack.environments import aws_client
from devstack.progress import Progress
from devstack.settings import Settings, read_settings
from devstack.stack import Stack
from devstack.state import RunningStack
from resumate.gateway.messages import CreateUpload, ResumeReady, UploadCreated

ROOT: Final = Path(__file__).resolve().parents[1]
SAMPLES: Final = ROOT / "devstack" / "samples"
JOB: Final = (SAMPLES / "job.txt").read_text(encoding="utf-8")


@contextmanager
def local_stack() -> Iterator[tuple[Settings, RunningStack]]:
    """Start a stack with ports and a state folder of its own; nothing is left of it."""
    with tempfile.TemporaryDirectory(prefix="resumate-bench-") as home:
        settings = read_settings({"RESUMATE_HOME": home, "RESUMATE_PORT": "0"})
        stack = Stack(settings, Progress())
        running = stack.start()
        try:
            yield settings, running
        finally:
            stack.stop()


def connect_somebody(running: RunningStack) -> SocketClient:
    """Sign up somebody new and open their socket."""
    email, password = f"bench-{secrets.token_hex(6)}@example.com", f"Bench-{secrets.token_hex(6)}-1"
    cognito, pool_client = aws_client("cognito-idp", running.addresses["aws"]), running.outputs["UserPoolClientId"]
    sign_up(cognito, pool_client, email, password)
    return SocketClient.open(running.addresses["socket"], sign_in(cognito, pool_client, email, password))


def upload_sample(client: SocketClient) -> str:
    """Upload the sample resume and wait until it was read; return its id."""
    content = (SAMPLES / "resume.pdf").read_bytes()
    slot = CreateUpload(new_request_id(), file_name="resume.pdf", content_type="application/pdf", size=len(content))
    created = client.ask_for(slot, UploadCreated)
    post_upload(created, "resume.pdf", content)
    client.wait_for(ResumeReady, seconds=60)
    return created.resume_id
