"""S3 events as the application sees them: which keys arrived, in which version.

The keys of S3 events are URL-encoded with "+" for a space.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote_plus

from msgspec import Struct

from resumate.observability import count


class Uploaded(Struct, frozen=True):
    """One file that arrived.

    `version` is the object's version id, or its ETag in a bucket without versions; `sequencer` is S3's order of the
    versions of one key (hexadecimal of any length); `size` is in bytes.
    """

    key: str
    version: str
    sequencer: str
    size: int


def uploads_of(event: Mapping[str, Any]) -> list[Uploaded]:
    """Return the uploads of an S3 event; records that are not an ObjectCreated are counted and left out."""
    uploads = []
    for record in event.get("Records", []):
        if not str(record.get("eventName", "")).startswith("ObjectCreated"):
            count("uploads_ignored")
            continue
        item = record["s3"]["object"]
        version = item.get("versionId") or item.get("eTag") or ""
        key = unquote_plus(item["key"])
        uploads.append(Uploaded(key, str(version), str(item.get("sequencer", "")), int(item.get("size", 0))))
    return uploads
