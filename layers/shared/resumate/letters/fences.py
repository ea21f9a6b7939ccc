"""Fenced blocks of JSON lines: how data stands in a prompt so that it can never pass for anything else.

One JSON object a line; ``<``, ``>`` and ``&`` are written as escapes, so no data can close a fence, open one,
or spell a role marker such as ``<|im_end|>``; square brackets around a role marker are broken up the same
way. The composer and the gate read the blocks back with any JSON reader.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

_ESCAPES: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
# [INST] and its like: the opening bracket becomes an escape, the text stays the same to a JSON reader.
_BRACKET_ROLES: Final = re.compile(r"\[(?=\s*/?\s*(?:INST|SYS|SYSTEM|USER|ASSISTANT)\b)", re.IGNORECASE)
_HASH_ROLES: Final = re.compile(r"#(?=#*\s*(?:system|user|assistant|instruction))", re.IGNORECASE)


def fenced(name: str, rows: Iterable[Mapping[str, Any]]) -> str:
    """Return the block ``<name>`` … ``</name>`` with one JSON object a line."""
    return "\n".join([f"<{name}>", *(encoded(row) for row in rows), f"</{name}>"])


def encoded(row: Mapping[str, Any]) -> str:
    """Return `row` as one line of JSON in which no character could be taken for a fence or a role."""
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return _HASH_ROLES.sub(r"\\u0023", _BRACKET_ROLES.sub(r"\\u005b", text))


def rows_of(content: str, name: str) -> list[dict[str, Any]]:
    """Return the decoded rows of block `name` in a message; a line that is no JSON object is skipped."""
    found = re.search(rf"^<{name}>\n(.*?)^</{name}>$", content, re.MULTILINE | re.DOTALL)
    rows: list[dict[str, Any]] = []
    for line in found.group(1).splitlines() if found else []:
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if isinstance(row, dict):
            rows.append(row)
    return rows
