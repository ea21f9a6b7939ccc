"""The page checks its messages by tables; here they are held to the Python types, so that the two cannot drift apart."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import inspect

from resumate import limits
from resumate.documents import model
from resumate.errors import Code
from resumate.gateway import messages
from resumate.letters.model import Length, Tone

WEB = Path(__file__).resolve().parents[3] / "web"
PROTOCOL = WEB / "logic" / "protocol.js"
DOCUMENT_SHAPES = (model.Line, model.Section, model.ParseReport, model.Contact)


@pytest.mark.parametrize("table", ["ACTIONS", "EVENTS", "SHAPES"])
def test_the_page_knows_every_message_field_by_field(table: str) -> None:
    """What the page's table says is what follows from the message types, no more and no less."""
    assert tables_of_the_page()[table] == tables_of_the_server()[table]


def test_the_page_tells_the_limits_that_the_server_has() -> None:
    """Every number of limits.js has the name and the value of one in limits.py."""
    told = dict(
        re.findall(r"^export const (\w+) = ([\d_]+);$", (WEB / "logic" / "limits.js").read_text(), re.MULTILINE)
    )
    assert told
    assert {name: int(value) for name, value in told.items()} == {name: getattr(limits, name) for name in told}


def test_the_page_offers_every_tone_and_length() -> None:
    """A new choice of the server is a choice of the page."""
    source = (WEB / "elements" / "new-letter-view.js").read_text(encoding="utf-8")
    for name, values in {"TONES": Tone, "LENGTHS": Length}.items():
        line = next(line for line in source.splitlines() if line.startswith(f"const {name} ="))
        assert re.findall(r'\["(\w+)"', line) == [value.value for value in values]


def test_the_page_offers_to_retry_codes_that_there_are() -> None:
    """The codes after which a resume may be read again are codes of the closed list."""
    source = (WEB / "logic" / "words.js").read_text(encoding="utf-8")
    found = re.search(r"RETRYABLE_RESUMES = new Set\(\[(.*?)\]\)", source)
    assert found
    assert set(re.findall(r'"(\w+)"', found.group(1))) <= {code.value for code in Code}


def test_nothing_of_the_page_parses_markup() -> None:
    """Data reaches the page as text and attributes alone."""
    for path in WEB.rglob("*.js"):
        source = path.read_text(encoding="utf-8")
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
            assert word not in source, f"{path.name} uses {word}"


def test_the_page_names_no_address_of_anybody_else() -> None:
    """No file of the page loads anything from another origin."""
    for path in [*WEB.rglob("*.js"), *WEB.rglob("*.css"), *WEB.rglob("*.html")]:
        source = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://", source), path.name
        for loaded in re.findall(r"url\(([^)]*)\)", source):
            assert (path.parent / loaded.strip("\"'")).resolve().is_relative_to(WEB / "fonts"), f"{path.name}: {loaded}"


def tables_of_the_page() -> dict[str, Any]:
    """Return the tables of `protocol.js`, which are written as JSON so that both languages can read them."""
    source = PROTOCOL.read_text(encoding="utf-8")
    return {
        name: msgspec.json.decode(found.group(1))
        for name in ("ACTIONS", "EVENTS", "SHAPES")
        if (found := re.search(rf"^export const {name} = (\{{.*?^\}});$", source, re.DOTALL | re.MULTILINE))
    }


def tables_of_the_server() -> dict[str, Any]:
    """Return the same tables as they follow from the Python types."""
    shapes: dict[str, Any] = {}
    actions = {_tag(action): _fields(action, shapes) for action in messages.ACTIONS}
    events = {_tag(event): _fields(event, shapes) for event in messages.EVENTS}
    for shape in DOCUMENT_SHAPES:
        _shape(shape, shapes)
    return {"ACTIONS": actions, "EVENTS": events, "SHAPES": dict(sorted(shapes.items()))}


def _tag(struct: type[msgspec.Struct]) -> str:
    return str(struct.__struct_config__.tag)


def _shape(struct: type[msgspec.Struct], shapes: dict[str, Any]) -> str:
    if struct.__name__ not in shapes:
        shapes[struct.__name__] = {}
        shapes[struct.__name__] = _fields(struct, shapes)
    return f"@{struct.__name__}"


def _fields(struct: type[msgspec.Struct], shapes: dict[str, Any]) -> dict[str, str]:
    described = inspect.type_info(struct)
    assert isinstance(described, inspect.StructType)
    return {
        f"{field.encode_name}{'' if field.required else '?'}": _type(field.type, shapes) for field in described.fields
    }


_PLAIN: dict[type[inspect.Type], str] = {
    inspect.StrType: "text",
    inspect.IntType: "integer",
    inspect.FloatType: "number",
    inspect.BoolType: "boolean",
    inspect.AnyType: "anything",
}


def _type(kind: inspect.Type, shapes: dict[str, Any]) -> str:
    if type(kind) in _PLAIN:
        return _PLAIN[type(kind)]
    return _COMPOSED[type(kind)](kind, shapes)


def _union(kind: Any, shapes: dict[str, Any]) -> str:
    (named,) = [_type(item, shapes) for item in kind.types if not isinstance(item, inspect.NoneType)]
    return f"{named} or null"


_COMPOSED: dict[type[inspect.Type], Callable[[Any, dict[str, Any]], str]] = {
    inspect.EnumType: lambda kind, _: "one of " + "|".join(member.value for member in kind.cls),
    inspect.StructType: lambda kind, shapes: _shape(kind.cls, shapes),
    inspect.ListType: lambda kind, shapes: f"list of {_type(kind.item_type, shapes)}",
    inspect.TupleType: lambda kind, shapes: f"list of {_type(kind.item_types[0], shapes)}",
    inspect.DictType: lambda kind, shapes: f"map of {_type(kind.value_type, shapes)}",
    inspect.UnionType: _union,
}
