"""JSON from strangers: bounded in depth, without duplicate keys, NaN or endless numbers, and text made harmless.

Frames (`gateway.frames`) and the parts of a token (`resumate.identity`) are read through this one door. msgspec
alone would do the types, but it keeps the last of two equal keys and refuses a lone surrogate as "truncated".
"""

import json
import re
from collections.abc import Sequence
from typing import Final

# A string is consumed up to its end or, unterminated, up to the end of the text: linear however hostile it is.
_TOKENS: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)
_LINE_BREAKS: Final = re.compile("[\x0b\x0c\x85]")
# What PostgreSQL or SQS refuses: C0 and C1 controls but tab and line ends, surrogates, noncharacters.
_UNSTORABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def decode(text: str, *, depth: int) -> object:
    """Return what the JSON text says; strings come as they are (see `clean`).

    Raises:
        ValueError: not JSON, nested deeper than `depth`, a key twice in one object, NaN or Infinity, or a
            number of thousands of digits.
    """
    if _depth(text) > depth:
        raise ValueError("nested too deeply")
    return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)


def clean(value: object) -> object:
    """Return the decoded value with every string in it stripped of what no store or queue accepts."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        return {key: clean(item) for key, item in value.items()}
    if isinstance(value, list):
        return [clean(item) for item in value]
    return value


def clean_text(text: str) -> str:
    """Return the text without control characters, surrogates and noncharacters.

    Vertical tab, form feed and NEL become line ends: word processors paste them as such, and dropping them
    would glue two words together.
    """
    return _UNSTORABLE.sub("", _LINE_BREAKS.sub("\n", text))


def _depth(text: str) -> int:
    deepest = level = 0
    for token in _TOKENS.finditer(text):
        first = token.group()[0]
        if first in "[{":
            level += 1
            deepest = max(deepest, level)
        elif first in "]}":
            level -= 1
    return deepest


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is not JSON")
