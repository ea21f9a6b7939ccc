"""The bucket of files: a place to upload one, its bytes, an address to get one from, its removal with every version.

The one place that calls S3. Keys are made here, of ids alone and never of a file's name, so that everything of a
user lies under one prefix that ends with a slash.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from botocore.exceptions import BotoCoreError, ClientError
from msgspec import Struct

from resumate import limits
from resumate.errors import Code, DocumentError, StorageError

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_GONE: Final = frozenset({"NoSuchKey", "NoSuchVersion", "404", "MethodNotAllowed"})
"""MethodNotAllowed is S3's answer for a version that is a delete marker."""
_DELETE_BATCH: Final = 1000


class Post(Struct, frozen=True):
    """Where to POST a file (multipart/form-data) and the fields before it; good for `limits.UPLOAD_SECONDS`."""

    url: str
    fields: dict[str, str]


class Removal(Struct, frozen=True):
    """How many versions of objects were removed, and how many a second look still found."""

    removed: int
    remaining: int


def resume_key(user_id: str, resume_id: str) -> str:
    """Return the key of a resume's file."""
    return f"{user_prefix(user_id)}{resume_id}"


def user_prefix(user_id: str) -> str:
    """Return the prefix of everything of one user; with its slash, "u1" is never taken for the beginning of "u10"."""
    return f"resumes/{user_id}/"


def export_key(user_id: str, letter_id: str, version: int, kind: str) -> str:
    """Return the key of a version of a letter as a file; the bucket forgets it after a day (`template.yaml`)."""
    return f"{letter_exports_prefix(user_id, letter_id)}{version}.{kind}"


def exports_prefix(user_id: str) -> str:
    """Return the prefix of all letters of one user as files."""
    return f"exports/{user_id}/"


def letter_exports_prefix(user_id: str, letter_id: str) -> str:
    """Return the prefix of one letter's files."""
    return f"{exports_prefix(user_id)}{letter_id}/"


class ObjectStore:
    """The files of all users.

    Args:
        client: boto3's S3 client, signing with version 4.
        bucket: the bucket's name.
        public_url: the address a browser uploads to, where it differs from the client's (laptop only).
    """

    def __init__(self, client: "S3Client", bucket: str, public_url: str | None = None) -> None:
        self._client = client
        self._bucket = bucket
        self._public_url = public_url

    def presigned_post(self, key: str, content_type: str) -> Post:
        """Return a form that uploads exactly one key with one type and 1 to `limits.UPLOAD_BYTES` bytes."""
        with _translating():
            form = self._client.generate_presigned_post(
                self._bucket,
                key,
                Fields={"Content-Type": content_type},
                Conditions=[{"Content-Type": content_type}, ["content-length-range", 1, limits.UPLOAD_BYTES]],
                ExpiresIn=limits.UPLOAD_SECONDS,
            )
        url = f"{self._public_url.rstrip('/')}/{self._bucket}" if self._public_url else form["url"]
        return Post(url, form["fields"])

    def put(self, key: str, content: bytes, content_type: str) -> None:
        """Store an object under a key, in the place of what was there; raises `StorageError`."""
        with _translating():
            self._client.put_object(Bucket=self._bucket, Key=key, Body=content, ContentType=content_type)

    def presigned_get(self, key: str, disposition: str) -> str:
        """Return an address that gives out one object, under the name in `disposition`, for `limits.EXPORT_SECONDS`."""
        with _translating():
            url = self._client.generate_presigned_url(
                "get_object",
                Params={"Bucket": self._bucket, "Key": key, "ResponseContentDisposition": disposition},
                ExpiresIn=limits.EXPORT_SECONDS,
            )
        if not self._public_url:
            return url
        return f"{self._public_url.rstrip('/')}{url.removeprefix(self._client.meta.endpoint_url.rstrip('/'))}"

    def read(self, key: str, version: str | None = None) -> bytes:
        """Return the bytes of an object.

        Args:
            key: which object.
            version: which version of it; None reads the newest.

        Raises:
            DocumentError: GONE, it is not there (any more); UPLOAD_TOO_LARGE, more than `limits.UPLOAD_BYTES`.
            StorageError: the bucket is out of reach.
        """
        which: Any = {"VersionId": version} if version else {}
        with _translating():
            body = self._client.get_object(Bucket=self._bucket, Key=key, **which)["Body"]
            with body:
                content = body.read(limits.UPLOAD_BYTES + 1)
        if len(content) > limits.UPLOAD_BYTES:
            raise DocumentError(Code.UPLOAD_TOO_LARGE)
        return content

    def touch(self, key: str, content_type: str) -> None:
        """Copy an object onto itself, which tells its reader of it again; raises `DocumentError` (GONE)."""
        with _translating():
            self._client.copy_object(
                Bucket=self._bucket,
                Key=key,
                CopySource={"Bucket": self._bucket, "Key": key},
                ContentType=content_type,
                # S3 refuses a copy onto itself that changes nothing.
                MetadataDirective="REPLACE",
            )

    def delete(self, key: str) -> Removal:
        """Remove an object with all its versions and delete markers; none is no error."""
        return self._remove(key, exactly=True)

    def delete_prefix(self, prefix: str) -> Removal:
        """Remove everything under a prefix, which must end with a slash, with all versions."""
        if not prefix.endswith("/") or prefix.count("/") < 2:
            raise StorageError(Code.INTERNAL, "Only what lies under one user's prefix can be removed at once.")
        return self._remove(prefix, exactly=False)

    def _remove(self, prefix: str, *, exactly: bool) -> Removal:
        with _translating():
            versions = list(self._versions(prefix, exactly=exactly))
            for first in range(0, len(versions), _DELETE_BATCH):
                batch = versions[first : first + _DELETE_BATCH]
                answer = self._client.delete_objects(Bucket=self._bucket, Delete={"Objects": batch, "Quiet": True})
                if answer.get("Errors"):
                    raise StorageError(retryable=True)
            remaining = sum(1 for _ in self._versions(prefix, exactly=exactly))
        return Removal(len(versions), remaining)

    def _versions(self, prefix: str, *, exactly: bool) -> Iterator[Any]:
        """Yield key and version of everything that begins with the prefix, or is just that."""
        pages = self._client.get_paginator("list_object_versions").paginate(Bucket=self._bucket, Prefix=prefix)
        for page in pages:
            for item in [*page.get("Versions", []), *page.get("DeleteMarkers", [])]:
                if not exactly or item["Key"] == prefix:
                    yield {"Key": item["Key"], "VersionId": item["VersionId"]}


@contextmanager
def _translating() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in _GONE:
            raise DocumentError(Code.GONE) from error
        raise StorageError(retryable=True) from error
    except BotoCoreError as error:
        raise StorageError(retryable=True) from error
