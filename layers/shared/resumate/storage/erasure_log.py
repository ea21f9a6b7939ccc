"""The erasure log: what was erased and when, outside the database, so that a backup brings nobody back.

The table `erasures` is as old as the backup that is restored. So each erasure is also noted in the bucket as an
empty object, ``erasures/<sha256 of the user's id>/<what>``: a hash and an id of something that is gone, and no content.
`actions.replay_erasures` does to a restored database what the log says.
"""

import hashlib
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from botocore.exceptions import BotoCoreError, ClientError
from msgspec import Struct

from resumate.errors import StorageError

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

PREFIX: Final = "erasures/"
ACCOUNT: Final = "account"
RESUME: Final = "resume"
LETTER: Final = "letter"


class Tombstone(Struct, frozen=True):
    """One erasure.

    Attributes:
        key: its key in the bucket, where the log goes on after it.
        user_hash: SHA-256 of the user's id, in hexadecimal.
        what: `ACCOUNT`, `RESUME` or `LETTER`.
        identifier: of the resume or letter; "" for an account.
    """

    key: str
    user_hash: str
    what: str
    identifier: str


class ErasureLog:
    """The log of all users.

    Args:
        client: boto3's S3 client.
        bucket: the bucket of the uploads, which outlives the database and its backups.
    """

    def __init__(self, client: "S3Client", bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def note(self, user_id: str, what: str, identifier: str = "") -> None:
        """Write one tombstone; the same one twice is one. Raises `StorageError`."""
        key = f"{PREFIX}{hash_of(user_id)}/{':'.join(filter(None, (what, identifier)))}"
        try:
            self._client.put_object(Bucket=self._bucket, Key=key, Body=b"")
        except (BotoCoreError, ClientError) as error:
            raise StorageError(retryable=True) from error

    def read(self, after: str | None, most: int) -> list[Tombstone]:
        """Return the tombstones after a key, in the order of their keys, at most so many; raises `StorageError`."""
        try:
            return list(islice(self._all(after or PREFIX), most))
        except (BotoCoreError, ClientError) as error:
            raise StorageError(retryable=True) from error

    def _all(self, after: str) -> Iterator[Tombstone]:
        pages = self._client.get_paginator("list_objects_v2").paginate(
            Bucket=self._bucket, Prefix=PREFIX, StartAfter=after
        )
        for page in pages:
            for item in page.get("Contents", []):
                user_hash, _, rest = item["Key"].removeprefix(PREFIX).partition("/")
                what, _, identifier = rest.partition(":")
                yield Tombstone(item["Key"], user_hash, what, identifier)


def hash_of(user_id: str) -> str:
    """Return what stands for a user in the log and in the table `erasures`."""
    return hashlib.sha256(user_id.encode()).hexdigest()
