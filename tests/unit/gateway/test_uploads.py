"""S3 events become keys and versions."""

from typing import Any

from resumate.gateway.uploads import uploads_of


def record(key: str, sequencer: str = "0A", name: str = "ObjectCreated:Post") -> dict[str, Any]:
    return {"eventName": name, "s3": {"object": {"key": key, "sequencer": sequencer}}}


def test_a_url_encoded_key_is_decoded() -> None:
    event = {"Records": [record("resumes/a+b%26c/%C3%BC%E6%97%A5%E6%9C%AC")]}
    assert [upload.key for upload in uploads_of(event)] == ["resumes/a b&c/ü日本"]


def test_the_version_is_the_version_id_and_without_one_the_etag() -> None:
    with_id = {"key": "k", "versionId": "v7", "eTag": "abc", "sequencer": "0A", "size": 12}
    without = {"key": "k", "eTag": "abc", "sequencer": "0B", "size": 12}
    event = {"Records": [{"eventName": "ObjectCreated:Put", "s3": {"object": item}} for item in (with_id, without)]}
    assert [(upload.version, upload.sequencer, upload.size) for upload in uploads_of(event)] == [
        ("v7", "0A", 12),
        ("abc", "0B", 12),
    ]


def test_a_removal_is_not_an_upload() -> None:
    assert uploads_of({"Records": [record("k", name="ObjectRemoved:Delete")]}) == []
