"""Where words begin and end, when the spaces between them are narrow, and letters in places that no standard names."""

import io

import pypdfium2
import pytest

from resumate.documents.read import read_document
from tests.documents.hostile import one_page, shown, stream

SENTENCES = (
    "Proven track record of improving system efficiency",
    "reducing deployment time and mentoring junior developers",
    "Built a loader that reads the orders of forty shops",
    "Windows and Linux servers in three towns of the north",
)
SIZE = 10
# Widths of Helvetica's letters in thousandths of its size.
_WIDTHS = dict(zip("abcdefghijklmnopqrstuvwxyz", (
    556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
), strict=True)) | {"P": 667, "B": 667, "W": 944, "L": 556}  # fmt: skip


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_document(data, "resume.pdf").lines]


def set_tight(lines: tuple[str, ...], gap: float) -> bytes:
    """A page on which every word is put at its own place, `gap` font sizes behind the one before."""
    drawn = [shown("Maya Lindqvist", size=16)]
    for row, line in enumerate(lines):
        x = 72.0
        for word in line.split():
            drawn.append(b"BT /F1 %d Tf 1 0 0 1 %.2f %d Tm (%s) Tj ET\n" % (SIZE, x, 700 - 14 * row, word.encode()))
            x += sum(_WIDTHS[letter] for letter in word) * SIZE / 1000 + gap * SIZE
    return one_page(b"".join(drawn))


@pytest.mark.parametrize("gap", [0.14, 0.17, 0.2, 0.28])
def test_words_set_close_together_are_words(gap):
    """Given words with less space between them than a space has, they are read apart, and none is cut in two."""
    assert texts(set_tight(SENTENCES, gap))[1:] == list(SENTENCES)


def test_pdfium_alone_puts_such_words_together():
    page = pypdfium2.PdfDocument(io.BytesIO(set_tight(SENTENCES, 0.14)))[0]
    assert "Proventrack" in page.get_textpage().get_text_range()


def test_a_name_in_spaced_small_capitals_is_two_words():
    """Given "Lamar Letrell" in spaced capitals, the first letters in a larger size, the name is found and whole."""
    drawn, x = [], 54.0
    for word in ("LAMAR", "LETRELL"):
        for letter, size in zip(word, [25] + [20] * len(word), strict=False):
            drawn.append(b"BT /F1 %d Tf 1 0 0 1 %.2f 700 Tm (%c) Tj ET\n" % (size, x, ord(letter)))
            width = {"L": 556, "A": 667, "M": 833, "R": 722, "E": 667, "T": 611}[letter]
            x += width * size / 1000 + 4
        x += 11
    content = b"".join(drawn) + shown("lamar@example.org")[:0]
    data = one_page(content + b"BT /F1 10 Tf 54 670 Td (lamar@example.org) Tj ET")
    assert texts(data)[0] == "LAMAR LETRELL"
    assert read_document(data, "resume.pdf").contact.name == "Lamar Letrell"


def with_private(codes: dict[int, int], content: bytes, name: bytes = b"Helvetica") -> bytes:
    """A page in a font whose map sends these codes to private characters and the others to themselves."""
    pairs = {code: code for code in range(0x20, 0x7F)} | codes
    rows = b"".join(b"<%02x> <%04x> " % pair for pair in pairs.items())
    cmap = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange %d beginbfchar %s endbfchar endcmap" % (
        len(pairs),
        rows,
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /ToUnicode 6 0 R >>" % name
    return one_page(content, font=font, more={6: stream(cmap)})


@pytest.mark.parametrize("first", [0xF639, 0xF643, 0xF730])
def test_old_style_figures_are_figures(first):
    """Given a font whose figures stand in Adobe's private places, no number is lost: not the street's, not the phone's."""
    figures = {0x30 + n: first + n for n in range(10)}
    data = with_private(figures, shown("Maya Lindqvist", "Random Street 21", "+49 137 3717321", "maya@example.org"))
    assert texts(data)[1:3] == ["Random Street 21", "+49 137 3717321"]
    assert read_document(data, "resume.pdf").contact.phone == "+49 137 3717321"


def test_icons_in_the_same_places_are_no_figures():
    """Given an icon font that draws its pictures where Adobe has figures, the telephone before a number is no figure."""
    icons = {0x30 + n: 0xF643 + n for n in range(10)}
    content = b"BT /F1 12 Tf 72 700 Td (5) Tj /F2 12 Tf 20 0 Td (Maya Lindqvist) Tj ET"
    data = with_private(icons, content, b"Pictures").replace(
        b"/F1 5 0 R", b"/F1 5 0 R /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    )
    assert texts(data) == ["Maya Lindqvist"]
