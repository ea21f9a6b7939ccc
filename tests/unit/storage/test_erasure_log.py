"""The erasure log: one empty object an erasure, that names nobody."""

import hashlib
from typing import Any

import pytest
from botocore.exceptions import ClientError

from resumate.errors import StorageError
from resumate.storage.erasure_log import ACCOUNT, RESUME, ErasureLog


class Bucket:
    """A bucket that answers two keys a page."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.is_down = False

    def put_object(self, Bucket: str, Key: str, Body: bytes) -> None:  # noqa: N803 - boto3's names
        if self.is_down:
            raise ClientError({"Error": {"Code": "SlowDown"}}, "PutObject")
        self.objects[Key] = Body

    def get_paginator(self, _: str) -> Any:
        return self

    def paginate(self, Bucket: str, Prefix: str, StartAfter: str) -> Any:  # noqa: N803 - boto3's names
        keys = sorted(key for key in self.objects if key.startswith(Prefix) and key > StartAfter)
        for first in range(0, len(keys) or 1, 2):
            page = [{"Key": key} for key in keys[first : first + 2]]
            yield {"Contents": page} if page else {}


@pytest.fixture
def bucket() -> Bucket:
    return Bucket()


@pytest.fixture
def log(bucket: Bucket) -> ErasureLog:
    return ErasureLog(bucket, "resumes")


def test_a_tombstone_holds_a_hash_and_no_content(bucket: Bucket, log: ErasureLog) -> None:
    log.note("anna-1", ACCOUNT)
    log.note("anna-1", RESUME, "r-1")
    digest = hashlib.sha256(b"anna-1").hexdigest()
    assert bucket.objects == {f"erasures/{digest}/account": b"", f"erasures/{digest}/resume:r-1": b""}


def test_what_was_noted_is_read_back_in_parts(log: ErasureLog) -> None:
    for number in range(5):
        log.note(f"u{number}", RESUME, f"r{number}")
    first = log.read(None, 3)
    rest = log.read(first[-1].key, 3)
    assert [len(first), len(rest), len(log.read(rest[-1].key, 3))] == [3, 2, 0]
    assert {item.identifier for item in [*first, *rest]} == {f"r{number}" for number in range(5)}
    assert {item.what for item in first} == {RESUME}


def test_a_bucket_out_of_reach_is_told_and_may_be_tried_again(bucket: Bucket, log: ErasureLog) -> None:
    bucket.is_down = True
    with pytest.raises(StorageError) as caught:
        log.note("anna-1", ACCOUNT)
    assert caught.value.retryable
