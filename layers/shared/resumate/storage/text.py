"""Makes text and JSON fit for PostgreSQL and SQS, whatever a user or a model put into it.

PostgreSQL refuses U+0000, SQS refuses most control characters and the two non-characters, and no UTF-8 can hold a
lone surrogate. All of them are dropped, here, once, because none of them says anything to a reader.
"""

import re
from typing import Any, Final

import msgspec

_UNSTORABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def storable(text: str) -> str:
    """Return the text without what PostgreSQL or SQS refuse; tabs and line ends stay."""
    return _UNSTORABLE.sub("", text)


def storable_or_none(text: str | None) -> str | None:
    """Return the same for a text that may be missing."""
    return None if text is None else storable(text)


def like_pattern(words: str) -> str:
    """Return the pattern of LIKE that finds these very words anywhere; what LIKE takes for wildcards is escaped."""
    escaped = re.sub(r"([\\%_])", r"\\\1", storable(words.strip()))
    return f"%{escaped}%"


def storable_json(value: Any) -> str:  # noqa: ANN401 - whatever msgspec can encode
    """Return any structs, lists and dicts as JSON text in which every string is storable."""
    return msgspec.json.encode(_cleaned(msgspec.to_builtins(value))).decode()


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {storable(key) if isinstance(key, str) else key: _cleaned(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(item) for item in value]
    return value
