"""Damaged files end in a code or in a sound document, never in anything else; `make fuzz` asks for more examples."""

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resumate.documents.read import read_document
from resumate.errors import Code, DocumentError
from tests.documents.docx_layouts import everything
from tests.documents.hostile import docx, one_page, shown
from tests.documents.pdf_layouts import label_rail, sidebar_left
from tests.documents.people import ENGINEER, NURSE

CODES = {
    Code.EMPTY, Code.UNSUPPORTED_TYPE, Code.ENCRYPTED, Code.NO_TEXT, Code.CORRUPT, Code.ENCODING, Code.TOO_MANY_PAGES,
    Code.TOO_MUCH_TEXT, Code.LIMIT,
}  # fmt: skip
SEEDS = (
    sidebar_left(NURSE).data,
    label_rail(ENGINEER).data,
    everything(ENGINEER).data,
    one_page(shown("Maya Lindqvist", "Skills")),
)
BOUNDED = settings(
    max_examples=int(os.environ.get("RESUMATE_FUZZ_EXAMPLES", "80")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

edits = st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8), st.booleans()), min_size=1, max_size=12)


def check(data: bytes, name: str) -> None:
    try:
        document = read_document(data, name)
    except DocumentError as error:
        document, code = None, error.code
    if document is None:
        assert code in CODES
        return
    numbers = [n for section in document.sections for n in range(section.first_line, section.last_line + 1)]
    assert numbers == [line.number for line in document.lines]
    assert document.chunks


def edited(seed: bytes, changes: list[tuple[float, bytes, bool]]) -> bytes:
    data = bytearray(seed)
    for place, new, insert in changes:
        start = int(place * len(data))
        data[start : start if insert else start + len(new)] = new
    return bytes(data)


@given(st.sampled_from(SEEDS), edits)
@BOUNDED
def test_real_files_with_bytes_changed(seed, changes):
    check(edited(seed, changes), "resume.pdf")


@given(st.sampled_from(SEEDS), st.floats(0, 1), st.floats(0, 1))
@BOUNDED
def test_real_files_with_a_piece_missing(seed, start, stop):
    first, last = sorted((int(start * len(seed)), int(stop * len(seed))))
    check(seed[:first] + seed[last:], "resume.docx")


@given(st.binary(max_size=600))
@BOUNDED
def test_any_bytes(data):
    check(data, "resume.txt")


operators = st.lists(
    st.sampled_from(
        [b"(Maya) Tj ", b"12 0 Td ", b"0 -14 Td ", b"3 Tr ", b"0 Tr ", b"0.1 0 0 0.1 0 0 cm ", b"0 1 -1 0 300 300 Tm ", b"/F1 0 Tf ",
         b"/F1 1e9 Tf ", b"/F1 12 Tf ", b"-1 0 0 1 100 700 Tm ", b"1 1 1 rg ", b"(Skills) Tj ", b"T* ", b"1e38 1e38 Td ", b"q ", b"Q ",
         b"(2019 - 2021) Tj ", b"0 0 0 0 0 0 Tm ", b"100 Tc ", b"-50 Tw ", b"(\\000\\001\\255) Tj ", b"9 9 99 99 re f "]
    ),
    max_size=60,
)  # fmt: skip


@given(operators)
@BOUNDED
def test_any_drawing(parts):
    """Given text drawn in any way, upside down, without size or light years away, a code or a sound document."""
    check(one_page(b"BT /F1 12 Tf 72 700 Td " + b"".join(parts) + b" ET"), "resume.pdf")


names = st.sampled_from(
    [
        "w:p",
        "w:r",
        "w:t",
        "w:tbl",
        "w:tr",
        "w:tc",
        "w:sdt",
        "w:sdtContent",
        "w:del",
        "w:ins",
        "w:pPr",
        "w:rPr",
        "w:b",
        "w:sz",
        "w:x",
    ]
)


@st.composite
def trees(draw: st.DrawFn, depth: int = 4) -> str:
    name = draw(names)
    inner = (
        "".join(draw(st.lists(trees(depth - 1), max_size=3)))
        if depth
        else draw(st.sampled_from(["", "words", "Skills", "2019"]))
    )
    value = draw(st.sampled_from(["", ' w:val="1"', ' w:val="x"', ' w:val="99999999999"', ' w:type="page"']))
    return f"<{name}{value}>{inner}</{name}>"


@given(st.lists(trees(), max_size=6))
@BOUNDED
def test_any_elements(parts):
    root = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    check(docx(root + "".join(parts) + "</w:body></w:document>"), "resume.docx")
