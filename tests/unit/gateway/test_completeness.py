"""Nothing is forgotten: every message, code, exception and log line stands where it has to (STYLE 9)."""

import ast
import re
from pathlib import Path

import msgspec
import pytest
from msgspec import inspect

import resumate
from resumate import errors
from resumate.errors import MESSAGES, Code, ResumateError
from resumate.gateway.messages import ACTIONS, EVENTS, Action, Event
from resumate.gateway.replies import REPLIES, error_event
from resumate.observability import FIELDS

SOURCE = Path(resumate.__file__).parent
EXCEPTIONS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ResumateError)]


def descendants(kind: type) -> set[type]:
    return {kind} | {below for child in kind.__subclasses__() for below in descendants(child)}


@pytest.mark.parametrize(("listed", "base"), [(ACTIONS, Action), (EVENTS, Event)], ids=["actions", "events"])
def test_every_message_is_listed_once_under_a_name_of_its_own(listed, base):
    assert set(listed) == descendants(base) - {base}
    tags = [kind.__struct_config__.tag for kind in listed]
    assert len(tags) == len(set(tags)) == len(listed)


@pytest.mark.parametrize("kind", [*ACTIONS, *EVENTS], ids=lambda kind: kind.__name__)
def test_every_message_is_frozen_told_apart_by_its_tag_and_described(kind):
    config = kind.__struct_config__
    assert config.frozen
    assert config.tag_field == ("action" if issubclass(kind, Action) else "type")
    assert kind.__doc__
    assert kind.__doc__ != kind.__bases__[0].__doc__


def test_no_message_names_the_caller():
    fields = {field.name for kind in ACTIONS for field in msgspec.structs.fields(kind)}
    assert fields.isdisjoint({"user_id", "userId", "sub", "connection_id", "token"})


def names_inside(kind: object) -> set[str]:
    """Return the name of every field of a type and of all types inside it."""
    found: set[str] = set()
    left, seen = [inspect.type_info(kind)], set()
    while left:
        info = left.pop()
        if isinstance(info, inspect.StructType):
            if info.cls in seen:
                continue
            seen.add(info.cls)
            found |= {field.name for field in info.fields}
            left += [field.type for field in info.fields]
        left += [getattr(info, name) for name in ("item_type", "value_type") if hasattr(info, name)]
        left += getattr(info, "types", ())
    return found


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
def test_no_client_is_told_how_alike_two_texts_are(kind):
    """CASES R13: what a search scored would tell of the space in which it was scored."""
    names = names_inside(kind)
    assert "request_id" in names
    assert not [name for name in names if re.search(r"score|similar|cosine|distance|rank|vector|embed|weight", name)]


@pytest.mark.parametrize("code", Code)
def test_every_code_says_what_it_is_in_a_sentence_for_anybody(code):
    assert re.fullmatch(r"[a-z_]+", code)
    assert re.fullmatch(r"[A-Z0-9].+\.", MESSAGES[code])
    assert not re.search(r"arn:|Traceback|SELECT|None|\{|\}", MESSAGES[code])


def test_no_sentence_belongs_to_a_code_that_is_gone():
    assert list(MESSAGES) == list(Code)


@pytest.mark.parametrize("kind", EXCEPTIONS, ids=lambda kind: kind.__name__)
def test_every_exception_has_its_code_its_sentence_and_its_reply(kind):
    assert isinstance(kind.default, Code)
    assert kind().code is kind.default
    assert kind().message == MESSAGES[kind.default]
    assert kind in REPLIES
    event = error_event(kind(), "r-1")
    assert (event.code, event.message, event.request_id) == (kind.default, MESSAGES[kind.default], "r-1")


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes():
    assert re.findall(r"(\w+Error)\b {2,}", errors.__doc__) == [kind.__name__ for kind in EXCEPTIONS]


def calls(*names: str) -> list[tuple[str, ast.Call]]:
    """Return every call of these functions in the package, with its place."""
    return [
        (f"{path.relative_to(SOURCE)}:{node.lineno}", node)
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
    ]


def test_every_log_line_is_a_constant_and_its_fields_are_on_the_list():
    for place, call in calls("log", "log_error"):
        if place.startswith("observability.py"):
            continue
        assert isinstance(call.args[0], ast.Constant), f"{place}: the message of a log line is a constant"
        unlisted = {word.arg for word in call.keywords} - FIELDS - {"level"}
        assert not unlisted, (
            f"{place}: {unlisted} would be dropped; add it to observability.FIELDS if it is an id or a size"
        )


def test_nothing_is_printed_or_logged_past_the_one_door():
    for place, _ in calls("print"):
        pytest.fail(f"{place} prints")
    for path in SOURCE.rglob("*.py"):
        past = re.search(r"getLogger\(__name__\)|logging\.(debug|info|warning|error|exception|log)\(", path.read_text())
        assert not past, f"{path} logs by itself"
