"""What all messages share: the two bases, and the fields with bounds that several of them have."""

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from resumate import limits

RequestId = Annotated[str, Meta(min_length=1, max_length=64)]
Identifier = Annotated[str, Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
Cursor = Annotated[str, Meta(max_length=200)]
PageSize = Annotated[int, Meta(ge=1, le=100)]
SearchText = Annotated[str, Meta(max_length=200)]
VersionNumber = Annotated[int, Meta(ge=1, le=limits.LETTER_VERSIONS)]

encode = msgspec.json.Encoder().encode


class Action(Struct, frozen=True, tag_field="action"):
    """The base of what a client may send; `request_id` is echoed in every direct reply."""

    request_id: RequestId


class Event(Struct, frozen=True, tag_field="type", omit_defaults=True, kw_only=True):
    """The base of what the server sends; a direct reply carries the `request_id` of its request, a push does not."""

    request_id: str | None = None
