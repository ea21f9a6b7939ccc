"""The bucket: one upload at a time and place, read within bounds, removed with every version."""

# ruff: noqa: N803 - the fake takes the arguments of boto3's client

import base64
import io
import json
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError, EndpointConnectionError, ReadTimeoutError

from resumate import limits
from resumate.errors import Code, DocumentError, StorageError
from resumate.storage.objects import (
    ObjectStore,
    Removal,
    export_key,
    exports_prefix,
    letter_exports_prefix,
    resume_key,
    user_prefix,
)

BUCKET = "resumes-of-a-test"
KEY = resume_key("u1", "8b0c6b5e-1f6a-4a52-9d9b-6a4a3a7b1c2d")


class FakeS3:
    """A versioned bucket: every write adds a version, a delete without version adds a marker."""

    def __init__(self):
        self.versions: list[dict] = []
        self.refuse_deletes = False
        self.error: Exception | None = None
        self.copies: list[dict] = []

    def put(self, key, content):
        self.versions.append({"Key": key, "VersionId": f"v{len(self.versions)}", "content": content, "marker": False})
        return self.versions[-1]["VersionId"]

    def mark_deleted(self, key):
        self.versions.append({"Key": key, "VersionId": f"v{len(self.versions)}", "content": b"", "marker": True})

    def get_object(self, Bucket, Key, VersionId=None):
        if self.error:
            raise self.error
        found = [v for v in self.versions if v["Key"] == Key and VersionId in (None, v["VersionId"])]
        if not found or found[-1]["marker"]:
            raise ClientError({"Error": {"Code": "NoSuchVersion" if VersionId else "NoSuchKey"}}, "GetObject")
        return {"Body": io.BytesIO(found[-1]["content"])}

    def copy_object(self, **request):
        self.copies.append(request)

    def get_paginator(self, name):
        assert name == "list_object_versions"
        return self

    def paginate(self, Bucket, Prefix):
        matching = [v for v in self.versions if v["Key"].startswith(Prefix)]
        for first in range(0, max(len(matching), 1), 1000):
            page = matching[first : first + 1000]
            yield {
                "Versions": [v for v in page if not v["marker"]],
                "DeleteMarkers": [v for v in page if v["marker"]],
            }

    def delete_objects(self, Bucket, Delete):
        assert len(Delete["Objects"]) <= 1000
        if self.refuse_deletes:
            return {"Errors": [{"Code": "InternalError"}]}
        gone = {(item["Key"], item["VersionId"]) for item in Delete["Objects"]}
        self.versions = [v for v in self.versions if (v["Key"], v["VersionId"]) not in gone]
        return {}


@pytest.fixture
def s3():
    return FakeS3()


@pytest.fixture
def store(s3):
    return ObjectStore(s3, BUCKET)


@pytest.fixture
def signer():
    """boto3's own client: signing needs no network."""
    return boto3.client(
        "s3",
        region_name="eu-central-1",
        aws_access_key_id="AKIATEST",
        aws_secret_access_key="secret",
        config=Config(signature_version="s3v4"),
    )


def policy_of(post):
    return json.loads(base64.b64decode(post.fields["policy"]))


def test_an_upload_is_for_one_key_one_type_and_a_bounded_size(signer):
    """Given a signed form, when its policy is decoded, then key and type are exact, and the size is 1 to 10 MiB."""
    conditions = policy_of(ObjectStore(signer, BUCKET).presigned_post(KEY, "application/pdf"))["conditions"]
    assert {"key": KEY} in conditions
    assert {"bucket": BUCKET} in conditions
    assert {"Content-Type": "application/pdf"} in conditions
    assert ["content-length-range", 1, 10_485_760] in conditions
    assert not [condition for condition in conditions if "acl" in condition]
    assert not [condition for condition in conditions if "starts-with" in condition]


def test_a_form_is_good_for_five_minutes(signer):
    expires = policy_of(ObjectStore(signer, BUCKET).presigned_post(KEY, "text/plain"))["expiration"]
    seconds = (datetime.fromisoformat(expires) - datetime.now(UTC)).total_seconds()
    assert 240 < seconds <= limits.UPLOAD_SECONDS == 300


def test_a_browser_on_a_laptop_uploads_to_the_address_it_can_reach(signer):
    store = ObjectStore(signer, BUCKET, "http://localhost:4566/")
    assert store.presigned_post(KEY, "text/plain").url == f"http://localhost:4566/{BUCKET}"


def test_the_bytes_come_back(s3, store):
    s3.put(KEY, b"%PDF")
    assert store.read(KEY) == b"%PDF"


def test_a_version_can_be_named(s3, store):
    first = s3.put(KEY, b"one")
    s3.put(KEY, b"two")
    assert store.read(KEY, first) == b"one"
    assert store.read(KEY) == b"two"


@pytest.mark.parametrize("version", [None, "v7"])
def test_a_file_that_is_not_there_is_gone_for_good(store, version):
    with pytest.raises(DocumentError) as refusal:
        store.read(KEY, version)
    assert refusal.value.code == Code.GONE


def test_a_deleted_file_is_gone(s3, store):
    s3.put(KEY, b"%PDF")
    s3.mark_deleted(KEY)
    with pytest.raises(DocumentError):
        store.read(KEY)


def test_a_file_over_the_limit_is_not_read_to_its_end(s3, store):
    s3.put(KEY, b"x" * (limits.UPLOAD_BYTES + 10))
    with pytest.raises(DocumentError) as refusal:
        store.read(KEY)
    assert refusal.value.code == Code.UPLOAD_TOO_LARGE


def test_a_file_at_the_limit_is_read(s3, store):
    s3.put(KEY, b"x" * limits.UPLOAD_BYTES)
    assert len(store.read(KEY)) == limits.UPLOAD_BYTES


@pytest.mark.parametrize(
    "error",
    [
        ClientError({"Error": {"Code": "SlowDown"}}, "GetObject"),
        ClientError({"Error": {"Code": "AccessDenied"}}, "GetObject"),
        EndpointConnectionError(endpoint_url="https://s3"),
        ReadTimeoutError(endpoint_url="https://s3"),
    ],
)
def test_a_bucket_out_of_reach_is_an_error_that_may_pass(s3, store, error):
    s3.error = error
    with pytest.raises(StorageError) as failure:
        store.read(KEY)
    assert failure.value.retryable


def test_touching_copies_a_file_onto_itself(s3, store):
    store.touch(KEY, "application/pdf")
    assert s3.copies[0]["CopySource"] == {"Bucket": BUCKET, "Key": KEY}
    assert (s3.copies[0]["Key"], s3.copies[0]["MetadataDirective"]) == (KEY, "REPLACE")


def test_all_versions_and_markers_of_a_file_are_removed(s3, store):
    """Given two versions, a marker and a longer key, when the file is deleted, then only the longer key stays."""
    s3.put(KEY, b"one")
    s3.put(KEY, b"two")
    s3.mark_deleted(KEY)
    s3.put(KEY + "0", b"another's")
    assert store.delete(KEY) == Removal(removed=3, remaining=0)
    assert [version["Key"] for version in s3.versions] == [KEY + "0"]


def test_deleting_what_is_not_there_is_no_error(store):
    assert store.delete(KEY) == Removal(removed=0, remaining=0)


def test_a_prefix_is_one_users_alone(s3, store):
    """Given users u1 and u10, when u1's prefix is removed, then u10's files stay."""
    s3.put(resume_key("u1", "a"), b"x")
    s3.put(resume_key("u10", "a"), b"x")
    assert store.delete_prefix(user_prefix("u1")) == Removal(removed=1, remaining=0)
    assert [version["Key"] for version in s3.versions] == [resume_key("u10", "a")]


@pytest.mark.parametrize("prefix", ["", "resumes", "resumes/", "resumes/u1"])
def test_more_than_one_users_files_are_never_removed_at_once(store, prefix):
    with pytest.raises(StorageError):
        store.delete_prefix(prefix)


def test_thousands_of_versions_are_removed_in_batches(s3, store):
    for number in range(2500):
        s3.put(resume_key("u1", f"{number}"), b"x")
    assert store.delete_prefix(user_prefix("u1")) == Removal(removed=2500, remaining=0)


def test_a_removal_that_was_refused_is_not_taken_for_done(s3, store):
    s3.put(KEY, b"x")
    s3.refuse_deletes = True
    with pytest.raises(StorageError) as failure:
        store.delete(KEY)
    assert failure.value.retryable


def test_the_files_of_a_letter_lie_under_its_own_prefix_inside_the_users():
    key = export_key("u1", "l1", 2, "pdf")
    assert key == "exports/u1/l1/2.pdf"
    assert key.startswith(letter_exports_prefix("u1", "l1"))
    assert letter_exports_prefix("u1", "l1").startswith(exports_prefix("u1"))
    assert not export_key("u10", "l1", 2, "pdf").startswith(exports_prefix("u1"))


@pytest.fixture
def signing():
    """A real client, which signs without a network."""
    return boto3.client(
        "s3",
        region_name="eu-central-1",
        aws_access_key_id="AKIAEXAMPLE",
        aws_secret_access_key="secret",
        config=Config(signature_version="s3v4"),
    )


def test_the_address_of_a_file_ends_soon_and_saves_it_under_its_name(signing):
    url = ObjectStore(signing, BUCKET).presigned_get("exports/u1/l1/1.pdf", 'attachment; filename="a b.pdf"')
    asked = parse_qs(urlsplit(url).query)
    assert urlsplit(url).path.endswith("/exports/u1/l1/1.pdf")
    assert asked["X-Amz-Expires"] == [str(limits.EXPORT_SECONDS)]
    assert asked["response-content-disposition"] == ['attachment; filename="a b.pdf"']
    assert "secret" not in url


def test_on_a_laptop_the_address_is_one_the_browser_reaches():
    client = boto3.client(
        "s3",
        region_name="us-east-1",
        endpoint_url="http://127.0.0.1:4566",
        aws_access_key_id="x",
        aws_secret_access_key="y",
        config=Config(signature_version="s3v4", s3={"addressing_style": "path"}),
    )
    url = ObjectStore(client, BUCKET, "http://localhost:8100/").presigned_get("exports/u1/l1/1.pdf", "attachment")
    assert url.startswith(f"http://localhost:8100/{BUCKET}/exports/u1/l1/1.pdf?")


def test_a_stored_file_has_its_type_and_a_bucket_out_of_reach_is_said():
    class Bucket:
        def __init__(self):
            self.stored = []

        def put_object(self, **request):
            if self.stored:
                raise EndpointConnectionError(endpoint_url="https://s3.example")
            self.stored.append(request)

    bucket = Bucket()
    objects = ObjectStore(bucket, BUCKET)
    objects.put("exports/u1/l1/1.pdf", b"%PDF", "application/pdf")
    stored = {"Bucket": BUCKET, "Key": "exports/u1/l1/1.pdf", "Body": b"%PDF", "ContentType": "application/pdf"}
    assert bucket.stored == [stored]
    with pytest.raises(StorageError):
        objects.put("exports/u1/l1/1.pdf", b"%PDF", "application/pdf")
