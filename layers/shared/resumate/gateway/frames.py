"""Reading what a client sent: from the event of a WebSocket route to one typed action, or a coded refusal.

`gateway.entrypoint` calls the three steps in order: `read_frame` (bytes to a plain object), `request_id_of` (so
that even a refusal can be matched to its request) and `decode_action` (the object to its struct).
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec

from resumate import limits
from resumate.errors import MESSAGES, Code, RequestError
from resumate.gateway import strict_json
from resumate.gateway.messages import Action, RequestId

# msgspec's sentences name the path and the bound; they may also quote the value, so they are never passed on whole.
_PATH: Final = re.compile(r"at `\$\.(?P<path>[\w.\[\]]+)(?:`|\[)")
_MISSING: Final = re.compile(r"missing required field `(?P<field>\w+)`")
_LENGTH: Final = re.compile(r"`(?P<kind>str|array)` of length (?P<bound><=|>=) (?P<number>\d+)")
_RANGE: Final = re.compile(r"`int` (?P<bound><=|>=) (?P<number>-?\d+)")
_BOUNDS: Final = {"<=": "at most", ">=": "at least"}
_UNITS: Final = {"str": "character", "array": "item"}


def read_frame(event: Mapping[str, Any]) -> dict[str, object]:
    """Return the JSON object that the event's frame holds, its strings made harmless.

    Raises:
        RequestError: the frame is too large, binary, not JSON, nested too deeply, or not an object.
    """
    body = event.get("body")
    if not isinstance(body, str) or event.get("isBase64Encoded"):
        raise RequestError(Code.MALFORMED_FRAME)
    if len(body.encode("utf-8", "surrogatepass")) > limits.FRAME_BYTES:
        raise RequestError(Code.FRAME_TOO_LARGE)
    try:
        frame = strict_json.decode(body, depth=limits.NESTING_DEPTH)
    except ValueError:
        raise RequestError(Code.MALFORMED_FRAME) from None
    if not isinstance(frame, dict):
        raise RequestError(Code.MALFORMED_FRAME)
    return {key: strict_json.clean(value) for key, value in frame.items()}


def request_id_of(frame: Mapping[str, object]) -> str | None:
    """Return the frame's request id if it has a usable one."""
    try:
        return msgspec.convert(frame.get("request_id"), RequestId)
    except msgspec.ValidationError:
        return None


def decode_action(frame: Mapping[str, object], actions: Iterable[type[Action]]) -> Action:
    """Return the frame as one of `actions`.

    Raises:
        RequestError: there is no action, it is none of these, or a field is missing or not allowed (named).
    """
    name = frame.get("action")
    if not isinstance(name, str):
        raise RequestError(Code.MALFORMED_FRAME)
    for action in actions:
        if action.__struct_config__.tag == name:
            return _converted(frame, action)
    raise RequestError(Code.UNKNOWN_ACTION)


def _converted(frame: Mapping[str, object], action: type[Action]) -> Action:
    try:
        return msgspec.convert(frame, action)
    except msgspec.ValidationError as error:
        raise RequestError(Code.INVALID_FIELD, _field_message(str(error))) from None


def _field_message(complaint: str) -> str:
    """Say which field is wrong, and the bound it missed, in our own words."""
    path = _PATH.search(complaint)
    parent = path["path"] if path else ""
    if missing := _MISSING.search(complaint):
        name = f"{parent}.{missing['field']}" if parent else missing["field"]
        return f"The field {name} is missing."
    if not parent:
        return MESSAGES[Code.INVALID_FIELD]
    if length := _LENGTH.search(complaint):
        number = int(length["number"])
        unit = _UNITS[length["kind"]] + ("" if number == 1 else "s")
        return f"The field {parent} must have {_BOUNDS[length['bound']]} {number:,} {unit}."
    if bounds := _RANGE.search(complaint):
        return f"The field {parent} must be {_BOUNDS[bounds['bound']]} {int(bounds['number']):,}."
    return f"The field {parent} has a value that is not allowed."
