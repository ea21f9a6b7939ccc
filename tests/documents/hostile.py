"""Makes files that mean harm or are broken, from nothing but bytes; nothing here was taken from an attack in the wild."""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from typing import Final

import pypdf

from resumate.errors import Code

_TYPES: Final = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/></Types>'
)
_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(objects: dict[int, bytes], root: int = 1, *, trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects with a right cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places.get(number, 0)
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, start)
    return bytes(out)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """Return a stream object's body."""
    return b"<< /Length %d %s >>\nstream\n" % (len(data), extra) + data + b"\nendstream"


def one_page(content: bytes, *, extra: bytes = b"", font: bytes = b"", more: dict[int, bytes] | None = None) -> bytes:
    """Return a PDF of one page with this content stream and Helvetica as F1."""
    font = font or b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    return pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %s >> >>" % extra,
        4: stream(content),
        5: font,
        **(more or {}),
    })  # fmt: skip


def shown(*lines: str, size: int = 12, before: bytes = b"") -> bytes:
    """Return a content stream that shows these lines."""
    parts = [before, b"BT /F1 %d Tf 14 TL 72 770 Td\n" % size]
    for line in lines:
        text = line.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        parts.append(b"(" + text + b") Tj T*\n")
    return b"".join([*parts, b"ET\n"])


def flate_bomb() -> bytes:
    """Four kilobytes that unpack, through three layers, to two gigabytes."""
    inner = zlib.compress(b"\0" * (16 << 20), 9)
    inner = zlib.compress(inner * 128, 9)
    inner = zlib.compress(inner, 9)
    return pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
        4: stream(inner, b"/Filter [/FlateDecode /FlateDecode /FlateDecode]"),
    })  # fmt: skip


def operator_flood() -> bytes:
    """Two million text operators in a few dozen kilobytes."""
    content = zlib.compress(b"BT /F1 1 Tf " + b"(a)Tj " * 2_000_000 + b"ET", 9)
    return pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        4: stream(content, b"/Filter /FlateDecode"),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    })  # fmt: skip


def huge_unicode_range() -> bytes:
    """A /ToUnicode map with a range of 2^28 codes."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00000000> <ffffffff> "
        b"endcodespacerange 1 beginbfrange <00000000> <0fffffff> <0041> endbfrange endcmap end end"
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return one_page(shown("Some text of a resume"), font=font, more={6: stream(cmap)})


def looping_form() -> bytes:
    """A form that draws itself."""
    form = stream(b"/X0 Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 6 0 R >> >>")
    return one_page(b"/X0 Do", extra=b"/XObject << /X0 6 0 R >>", more={6: form})


def many_pages(count: int = 10_000) -> bytes:
    """Ten thousand pages that are one page."""
    return pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count),
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        4: stream(b""),
    })  # fmt: skip


def circular_pages() -> bytes:
    """A page tree that contains itself."""
    return pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"})


def object_stream_bomb() -> bytes:
    """An object stream that says it holds two hundred thousand objects and unpacks to sixteen megabytes."""
    table = b" ".join(b"%d 0" % (10 + number) for number in range(200_000))
    packed = zlib.compress(table + b" [" + b"0 " * 8_000_000 + b"]", 9)
    held = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        4: stream(packed, b"/Type /ObjStm /N 200000 /First %d /Filter /FlateDecode" % (len(table) + 1)),
    }
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in held.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    rows = b"".join(
        struct.pack(">BIH", 1, places[n], 0) if n in places else struct.pack(">BIH", 2, 4, n) for n in range(210)
    )
    extra = b"/Type /XRef /Size 210 /W [1 4 2] /Root 1 0 R"
    return bytes(out + b"9 0 obj\n" + stream(rows, extra) + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)


def deep_pages(depth: int = 20_000) -> bytes:
    """A page at the end of a branch of twenty thousand nodes."""
    nodes = {n: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (n + 1, n - 1) for n in range(2, depth)}
    leaf = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R >>" % (depth - 1, depth + 1)
    return pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", **nodes, depth: leaf, depth + 1: stream(b"")})


def flood_of_links(count: int = 300_000) -> bytes:
    """A page with three hundred thousand links, each to an address of seventy kilobytes."""
    address = b"mailto:a@b.co?" * 5_000
    return pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> "
           b"/Annots [%s] >>" % (b"6 0 R " * count),
        4: stream(shown("Some text of a resume")),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        6: b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (%s) >> >>" % address,
    })  # fmt: skip


def locked(password: str) -> bytes:
    """A page behind a password; the empty one opens by itself."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(one_page(shown("Some text of a resume"))))
    writer.encrypt(password, "owner", algorithm="AES-256")
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def cut_short(data: bytes, share: float = 0.5) -> bytes:
    """The first part of a file."""
    return data[: int(len(data) * share)]


def too_much_text() -> bytes:
    """A page with more letters than a document may have, honestly shown."""
    return one_page(shown(*["word " * 500] * 120))


def docx(
    document: str, *, kind: str = "document.main", more: dict[str, bytes] | None = None, relations: str = ""
) -> bytes:
    """Return a DOCX whose word/document.xml is `document`."""
    root = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES.format(kind=kind))
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{root}"><Relationship Id="r1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        package.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{root}">{relations}</Relationships>')
        package.writestr("word/document.xml", document)
        for name, data in (more or {}).items():
            package.writestr(name, data)
    return held.getvalue()


def paragraphs(*texts: str) -> str:
    """Return a document.xml of these paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    return f'<?xml version="1.0"?><w:document {_W}><w:body>{body}</w:body></w:document>'


def docx_bomb() -> bytes:
    """Two hundred kilobytes that unpack to two hundred megabytes."""
    return docx(paragraphs("A. Person"), more={"word/media/image1.bmp": b"\0" * (200 << 20)})


def docx_many_entries() -> bytes:
    """A package of ten thousand parts."""
    return docx(paragraphs("A. Person"), more={f"word/media/{n}.bin": b"" for n in range(10_000)})


def docx_lying_sizes() -> bytes:
    """A package whose central directory says ten bytes where there are a million."""
    data = bytearray(docx(paragraphs(*["A sentence of some length."] * 40_000)))
    name = b"word/document.xml"
    place = data.rfind(name) - 46
    struct.pack_into("<I", data, place + 24, 10)
    return bytes(data)


def docx_entities() -> bytes:
    """Billion laughs."""
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = paragraphs("&l9;").replace("<w:document", f'<!DOCTYPE x [<!ENTITY l0 "ha">{levels}]><w:document')
    return docx(text)


def docx_external_entity() -> bytes:
    """An entity that would be fetched from elsewhere."""
    text = paragraphs("&e;").replace(
        "<w:document", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document'
    )
    return docx(text)


def docx_climbing() -> bytes:
    """A part whose name climbs out of the folder."""
    return docx(paragraphs("A. Person"), more={"../../escaped.txt": b"out"})


def docx_twofold() -> bytes:
    """A package that has its text twice, each time another one."""
    held = io.BytesIO(docx(paragraphs("A. Person")))
    with warnings.catch_warnings(), zipfile.ZipFile(held, "a") as package:
        warnings.simplefilter("ignore")  # that a name is taken is what is wanted
        package.writestr("word/document.xml", paragraphs("Somebody Else"))
    return held.getvalue()


def docx_deep(depth: int = 50_000) -> bytes:
    """Content controls in content controls."""
    inner = "<w:sdt><w:sdtContent>" * depth + "<w:p/>" + "</w:sdtContent></w:sdt>" * depth
    return docx(f'<?xml version="1.0"?><w:document {_W}><w:body>{inner}</w:body></w:document>')


def package(parts: dict[str, str]) -> bytes:
    """Return a zip of these parts: other people's formats are such packages too."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return held.getvalue()


def docx_with_macros() -> bytes:
    """A document with macros."""
    return docx(paragraphs("A. Person"), more={"word/vbaProject.bin": b"\xcc\x61"})


def nested_zip() -> bytes:
    """A zip in a zip, no document."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as package:
        package.writestr("a.txt", "a")
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as package:
        package.writestr("inner.zip", inner.getvalue())
    return outer.getvalue()


def encrypted_package() -> bytes:
    """The head of an OLE file that holds an encrypted DOCX."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1016 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512


PNG: Final = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0" * 200

# (name, how it is made, the codes it may end with; no codes: it may be read)
CASES: Final[tuple[tuple[str, Callable[[], bytes], frozenset[Code]], ...]] = (
    ("empty.pdf", lambda: b"", frozenset({Code.EMPTY})),
    ("spaces.txt", lambda: b" \n\t\r\n ", frozenset({Code.EMPTY})),
    ("picture.txt", lambda: PNG, frozenset({Code.UNSUPPORTED_TYPE})),
    ("program.pdf", lambda: b"MZ\x90\x00" + b"\x03\0" * 400, frozenset({Code.UNSUPPORTED_TYPE})),
    ("old.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2048, frozenset({Code.UNSUPPORTED_TYPE})),
    ("locked.docx", encrypted_package, frozenset({Code.ENCRYPTED})),
    ("page.html", lambda: b"<!DOCTYPE html><html><body>John</body></html>", frozenset({Code.UNSUPPORTED_TYPE})),
    ("drawing.svg", lambda: b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', frozenset({Code.UNSUPPORTED_TYPE})),
    ("letter.rtf", lambda: b"{\\rtf1\\ansi Hello}", frozenset({Code.UNSUPPORTED_TYPE})),
    ("files.zip", nested_zip, frozenset({Code.UNSUPPORTED_TYPE})),
    ("macros.docm", docx_with_macros, frozenset({Code.UNSUPPORTED_TYPE})),
    ("random.txt", lambda: bytes((n * 7919 + n // 3) % 256 for n in range(4000)), frozenset({Code.UNSUPPORTED_TYPE, Code.ENCODING})),
    ("bomb.pdf", flate_bomb, frozenset({Code.NO_TEXT, Code.LIMIT, Code.CORRUPT})),
    ("flood.pdf", operator_flood, frozenset({Code.TOO_MUCH_TEXT, Code.LIMIT})),
    ("range.pdf", huge_unicode_range, frozenset()),
    ("loop.pdf", looping_form, frozenset({Code.NO_TEXT})),
    ("pages.pdf", many_pages, frozenset({Code.TOO_MANY_PAGES})),
    ("circle.pdf", circular_pages, frozenset({Code.CORRUPT, Code.NO_TEXT})),
    ("cut.pdf", lambda: cut_short(one_page(shown("Text")), 0.3), frozenset({Code.CORRUPT, Code.NO_TEXT})),
    ("header.pdf", lambda: b"%PDF-1.4\n", frozenset({Code.CORRUPT})),
    ("long.pdf", too_much_text, frozenset({Code.TOO_MUCH_TEXT})),
    ("objects.pdf", object_stream_bomb, frozenset({Code.LIMIT, Code.NO_TEXT, Code.CORRUPT})),
    ("deep.pdf", deep_pages, frozenset({Code.NO_TEXT, Code.CORRUPT, Code.LIMIT})),
    ("links.pdf", flood_of_links, frozenset()),
    ("locked.pdf", lambda: locked("secret"), frozenset({Code.ENCRYPTED})),
    ("opens.pdf", lambda: locked(""), frozenset()),
    ("blank.pdf", lambda: one_page(b""), frozenset({Code.NO_TEXT})),
    ("bomb.docx", docx_bomb, frozenset({Code.LIMIT})),
    ("entries.docx", docx_many_entries, frozenset({Code.LIMIT})),
    ("sizes.docx", docx_lying_sizes, frozenset({Code.CORRUPT, Code.LIMIT})),
    ("laughs.docx", docx_entities, frozenset({Code.CORRUPT, Code.LIMIT})),
    ("entity.docx", docx_external_entity, frozenset({Code.CORRUPT})),
    ("twofold.docx", docx_twofold, frozenset({Code.CORRUPT})),
    ("deep.docx", docx_deep, frozenset({Code.LIMIT, Code.CORRUPT})),
    ("climbing.docx", docx_climbing, frozenset({Code.CORRUPT})),
    ("cut.docx", lambda: cut_short(docx(paragraphs("A. Person"))), frozenset({Code.CORRUPT})),
    ("long.txt", lambda: b"word " * 2_000_000, frozenset({Code.TOO_MUCH_TEXT})),
)  # fmt: skip
