"""Makes DOCX files with text outside the main part: SmartArt, charts, footnotes and endnotes."""

from typing import Final

from tests.documents.hostile import docx

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)


def _relation(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _paragraph(inner: str) -> str:
    return f"<w:p><w:r>{inner}</w:r></w:p>"


def _document(*blocks: str) -> str:
    return f'<?xml version="1.0"?><w:document {_SPACES}><w:body>{"".join(blocks)}</w:body></w:document>'


def _graphic(inner: str) -> str:
    return _paragraph(f"<w:drawing><a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic></w:drawing>")


def with_smart_art(
    before: tuple[str, ...], items: tuple[str, ...], after: tuple[str, ...], *, part: bytes | None = None
) -> bytes:
    """Return a document with a SmartArt list between two runs of paragraphs; `part` replaces its data part."""
    points = "".join(
        f'<dgm:pt modelId="{n}"><dgm:t><a:bodyPr/><a:p><a:r><a:t>{item}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for n, item in enumerate(items)
    )
    data = f'<?xml version="1.0"?><dgm:dataModel {_SPACES}><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>'
    texts = [[_paragraph(f"<w:t>{text}</w:t>") for text in run] for run in (before, after)]
    document = _document(*texts[0], _graphic('<dgm:relIds r:dm="rId7" r:lo="rId8"/>'), *texts[1])
    relations = _relation("rId7", "diagramData", "diagrams/data1.xml")
    return docx(
        document, relations=relations, more={"word/diagrams/data1.xml": part if part is not None else data.encode()}
    )


def with_chart(before: tuple[str, ...], title: str, categories: tuple[str, ...]) -> bytes:
    """Return a document that ends in a chart with a title and a bar for each category."""
    values = "".join(f'<c:pt idx="{n}"><c:v>{text}</c:v></c:pt>' for n, text in enumerate(categories))
    figures = "".join(f'<c:pt idx="{n}"><c:v>{90 - n}</c:v></c:pt>' for n in range(len(categories)))
    chart = (
        f'<?xml version="1.0"?><c:chartSpace {_SPACES}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich>'
        f"</c:tx></c:title><c:plotArea><c:barChart><c:ser><c:cat><c:strRef><c:strCache>{values}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:numCache>{figures}</c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"
    )
    document = _document(*(_paragraph(f"<w:t>{text}</w:t>") for text in before), _graphic('<c:chart r:id="rId9"/>'))
    return docx(
        document,
        relations=_relation("rId9", "chart", "charts/chart1.xml"),
        more={"word/charts/chart1.xml": chart.encode()},
    )


def with_notes(text: str, footnote: str, endnote: str) -> bytes:
    """Return a document with a footnote and an endnote, and the separators that Word puts beside them."""

    def notes(name: str, inner: str) -> bytes:
        separator = f'<w:{name[:-1]} w:type="separator" w:id="-1"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:{name[:-1]}>'
        own = f'<w:{name[:-1]} w:id="1">{_paragraph(f"<w:t>{inner}</w:t>")}</w:{name[:-1]}>'
        return f'<?xml version="1.0"?><w:{name} {_SPACES}>{separator}{own}</w:{name}>'.encode()

    document = _document(*(_paragraph(f"<w:t>{line}</w:t>") for line in text.split("|")))
    relations = _relation("rId5", "footnotes", "footnotes.xml") + _relation("rId6", "endnotes", "endnotes.xml")
    more = {"word/footnotes.xml": notes("footnotes", footnote), "word/endnotes.xml": notes("endnotes", endnote)}
    return docx(document, relations=relations, more=more)
