"""`docs/protocol.md` says what `gateway.messages` does: every message, field, type, example, code and limit."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import inspect as types

from resumate import limits
from resumate.documents import model as documents
from resumate.errors import MESSAGES
from resumate.gateway import messages
from resumate.gateway.frames import decode_action
from resumate.gateway.messages import ACTIONS, EVENTS, encode
from resumate.letters.model import Usage

TEXT = (Path(__file__).parents[3] / "docs" / "protocol.md").read_text()
OBJECTS = (
    messages.LetterOptions,
    messages.RequirementItem,
    messages.LineEvidence,
    messages.SentenceItem,
    messages.FindingItem,
    messages.LetterItem,
    messages.ResumeItem,
    messages.EditedSentence,
    messages.VersionItem,
    messages.InterviewItem,
    messages.GapItem,
    Usage,
    documents.Contact,
    documents.Line,
    documents.Section,
    documents.Entry,
    documents.YearMonth,
    documents.ParseReport,
    documents.SectionSummary,
    documents.Warning,
)
Row = dict[str, tuple[str, ...]]


def headings(level: str) -> list[str]:
    return re.findall(rf"^{level} `?([\w.]+)`?$", TEXT, re.MULTILINE)


def section(title: str) -> str:
    """Return what stands under a heading, up to the next one."""
    found = re.search(rf"^##+ `?{re.escape(title)}`?\n(.*?)(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert found, f"docs/protocol.md has no section {title}"
    return found[1]


def table(text: str) -> Row:
    """Return the rows of the first table by their first cell, back-ticks taken off it."""
    rows = [
        tuple(cell.strip() for cell in line.strip("|").split(" | ")) for line in text.splitlines() if line[:1] == "|"
    ]
    return {row[0].strip("`"): row[1:] for row in rows[2:]}


def examples(title: str) -> list[str]:
    return re.findall(r"```json\n(.*?)```", section(title), re.DOTALL)


def name_of(kind: type) -> str:
    tag = kind.__struct_config__.tag
    return tag if isinstance(tag, str) else kind.__name__


def words(kind: Any) -> str:
    """Say a type as the tables do."""
    return WORDS[type(kind)](kind)


def string(kind: types.StrType) -> str:
    if kind.pattern is None:
        return "string" + span(kind.min_length, kind.max_length, " characters")
    return "id" if "0-9a-f" in kind.pattern else "two letters"


def span(least: int | None, most: int | None, unit: str = "") -> str:
    if least is not None and most is not None:
        return f" ({least:,} to {most:,}{unit})"
    return "" if most is None else f" (at most {most:,}{unit})"


def union(kind: types.UnionType) -> str:
    parts = sorted(kind.types, key=lambda part: isinstance(part, types.NoneType))
    return " or ".join(words(part) for part in parts)


WORDS: dict[type, Callable[[Any], str]] = {
    types.UnionType: union,
    types.NoneType: lambda _: "null",
    types.BoolType: lambda _: "true or false",
    types.FloatType: lambda _: "number",
    types.IntType: lambda kind: "integer" + span(kind.ge, kind.le),
    types.StrType: string,
    types.EnumType: lambda kind: "one of " + ", ".join(f"`{member.value}`" for member in kind.cls),
    types.ListType: lambda kind: f"list of {words(kind.item_type)}" + span(kind.min_length, kind.max_length, " items"),
    types.TupleType: lambda kind: f"list of {len(kind.item_types)} {words(kind.item_types[0])}s",
    types.AnyType: lambda _: "value",
    types.DictType: lambda kind: (
        "object" if words(kind.value_type) == "value" else f"object of {words(kind.value_type)}s"
    ),
    types.StructType: lambda kind: f"[{kind.cls.__name__}](#{kind.cls.__name__.lower()})",
}


def rows_of(kind: type) -> Row:
    """Return what the table of a struct must say: type, and whether the field is always there."""
    info = types.type_info(kind)
    fields = [field for field in info.fields if field.encode_name != "request_id"]
    return {field.encode_name: (words(field.type), "yes" if field.required else "no") for field in fields}


def test_the_document_has_a_section_for_every_message_and_for_no_other():
    documented = headings("###")
    expected = [name_of(kind) for kind in (*ACTIONS, *EVENTS, *OBJECTS)]
    assert sorted(documented) == sorted(expected)


@pytest.mark.parametrize("kind", [*ACTIONS, *EVENTS, *OBJECTS], ids=name_of)
def test_every_field_is_in_its_table_with_its_type(kind):
    documented = {name: cells[:2] for name, cells in table(section(name_of(kind))).items()}
    assert documented == rows_of(kind)


@pytest.mark.parametrize("kind", [*ACTIONS, *EVENTS, *OBJECTS], ids=name_of)
def test_every_field_is_explained(kind):
    assert all(len(cells) == 3 and cells[2].endswith(".") for cells in table(section(name_of(kind))).values())


@pytest.mark.parametrize("kind", ACTIONS, ids=name_of)
def test_every_action_has_examples_that_the_server_reads_as_that_action(kind):
    found = examples(name_of(kind))
    assert found
    for example in found:
        message = json.loads(example)
        assert type(decode_action(message, ACTIONS)) is kind
        assert message.keys() <= {"action", "request_id", *rows_of(kind)}


def without_empty_id(message: dict[str, Any]) -> dict[str, Any]:
    """Some pushes write their missing request id as null, others leave it out; the document allows both."""
    return {name: value for name, value in message.items() if (name, value) != ("request_id", None)}


@pytest.mark.parametrize("kind", EVENTS, ids=name_of)
def test_every_event_has_examples_that_are_what_the_server_writes(kind):
    found = examples(name_of(kind))
    assert found
    for example in found:
        written = json.loads(encode(msgspec.json.decode(example, type=kind)))
        assert without_empty_id(written) == without_empty_id(json.loads(example))


@pytest.mark.parametrize("kind", [messages.ResumeReady, messages.ResumeEvent], ids=name_of)
def test_the_parts_of_a_read_resume_have_the_shape_of_the_documents_model(kind):
    shapes = {
        "contact": documents.Contact, "lines": list[documents.Line], "sections": list[documents.Section],
        "report": documents.ParseReport,
    }  # fmt: skip
    (example, *_) = examples(name_of(kind))
    for name, value in json.loads(example).items():
        if name in shapes:
            assert json.loads(encode(msgspec.convert(value, shapes[name]))) == value


def test_the_request_id_is_explained_once_for_all():
    assert "`request_id`" in section("The form of a message")
    assert "1 to 64 characters" in section("The form of a message")


def test_the_table_of_codes_is_the_table_of_the_code():
    assert {code: cells[0] for code, cells in table(section("Error codes")).items()} == dict(MESSAGES)


def test_codes_and_actions_that_the_text_mentions_exist():
    known = {"request_id", *MESSAGES, *(name_of(kind) for kind in (*ACTIONS, *EVENTS))}
    for word in re.findall(r"`((?:[a-z]+[_.])+[a-z]+)`", section("Order of events") + section("Reconnecting")):
        assert word in known, f"{word} is no code, action or event"


def test_every_link_inside_the_document_leads_somewhere():
    titles = re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= anchors


def test_every_limit_is_the_code_s():
    documented = table(section("Limits"))
    expected = {
        "A frame from the client": f"{limits.FRAME_BYTES:,} bytes",
        "Nesting of a frame": f"{limits.NESTING_DEPTH} levels",
        "An upload": f"{limits.UPLOAD_BYTES // limits.MIB} MiB",
        "Time to use an upload address": f"{limits.UPLOAD_SECONDS} seconds",
        "Resumes of one user": f"{limits.RESUMES_PER_USER}, {limits.RESUME_BYTES_PER_USER // limits.MIB} MiB together",
        "Pages of a document": f"{limits.DOCUMENT_PAGES}",
        "Text of a document": f"{limits.DOCUMENT_CHARACTERS:,} characters",
        "Reading a document": f"{limits.PARSE_SECONDS} seconds, {limits.PARSE_MEMORY_BYTES // limits.MIB} MiB",
        "A job description": (
            f"{limits.JOB_DESCRIPTION_CHARACTERS:,} characters, {limits.JOB_DESCRIPTION_BYTES // limits.KIB} KiB"
        ),
        "Answers in one request": f"{limits.ANSWERS}, each {limits.ANSWER_CHARACTERS:,} characters",
        "Letters under way for one user": f"{limits.LETTERS_UNDER_WAY}",
        "Letters of one user within 24 hours": f"{limits.LETTERS_PER_DAY}",
        "Sentences of an edited letter": (
            f"{limits.EDITED_SENTENCES}, each {limits.EDITED_SENTENCE_CHARACTERS:,} characters, "
            f"together {limits.EDITED_LETTER_CHARACTERS:,} characters"
        ),
        "Versions of one letter": f"{limits.LETTER_VERSIONS}",
        "Time to use an export address": f"{limits.EXPORT_SECONDS} seconds",
        "Drafts of one letter": f"{limits.DRAFTS}",
        "Time between two deltas": f"at least {limits.DELTA_SECONDS * 1000:.0f} ms",
        "Waiting in the queue": f"{limits.QUEUED_LIFETIME_SECONDS // 60} minutes",
    }
    assert {name: cells[0] for name, cells in documented.items()} == expected
