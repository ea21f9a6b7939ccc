"""Asks pypdf what a PDF says when pdfium's text looks garbled, or when pdfium cannot open the file.

Called by `pdf`; the better of the two is taken, and the report says which. pypdf is slower and knows no places of
words, so it is never the first to be asked.
"""

import io
import re
import statistics
from typing import Final

from resumate import limits
from resumate.documents.normalise import clean
from resumate.documents.reading import SourceLine
from resumate.errors import Code, DocumentError

DOUBTFUL: Final = 0.12
_ODD: Final = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\u0080-\u009f]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile("[A-Za-z]")
_VOWEL: Final = re.compile("[aeiouyAEIOUYà-ÿÀ-Ý]")


def garbled(text: str, unknown: int = 0) -> float:
    """Return from 0 (plain) to 1 how garbled a text looks; `unknown` counts glyphs nobody could name."""
    total = len(text) + unknown
    if total < 40:
        return 0.0
    odd = (len(_ODD.findall(text)) + unknown) / total
    words = _WORD.findall(text)
    latin = [word for word in words if _LATIN.match(word)]
    if len(latin) < 12 or len(latin) < 0.5 * len(words):
        return min(1.0, 4 * odd)
    single = sum(len(word) == 1 for word in latin) / len(latin)
    long = sum(len(word) for word in latin if len(word) > 18) / sum(map(len, latin))
    mute = sum(len(word) > 3 and not _VOWEL.search(word) and not word.isupper() for word in latin) / len(latin)
    usual = statistics.fmean(map(len, latin))
    score = 4 * odd + max(0.0, single - 0.25) * 2 + max(0.0, long - 0.1) * 2 + max(0.0, mute - 0.12) * 3
    return min(1.0, score + (0.3 if usual > 11 else 0.0))


def ask_pypdf(data: bytes) -> tuple[list[SourceLine], int]:
    """Return pypdf's lines and the number of pages; raises `DocumentError` (encrypted, corrupt, too_many_pages, too_much_text)."""
    import pypdf  # noqa: PLC0415 - costs more than reading most resumes, and few need it
    from pypdf.errors import FileNotDecryptedError, PyPdfError  # noqa: PLC0415 - with it

    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError(Code.ENCRYPTED)
        pages = len(reader.pages)
        if pages > limits.DOCUMENT_PAGES:
            raise DocumentError(Code.TOO_MANY_PAGES)
        texts = []
        for page in reader.pages:
            texts.append(page.extract_text())
            if sum(map(len, texts)) > limits.DOCUMENT_CHARACTERS:
                raise DocumentError(Code.TOO_MUCH_TEXT)
    except FileNotDecryptedError as error:
        raise DocumentError(Code.ENCRYPTED) from error
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        AssertionError,
        NotImplementedError,
        OSError,
    ) as error:
        raise DocumentError(Code.CORRUPT) from error
    return _lines(texts), pages


def _lines(texts: list[str]) -> list[SourceLine]:
    lines = []
    for number, text in enumerate(texts, start=1):
        empty = 1
        for raw in text.splitlines():
            plain = clean(raw)
            if not plain:
                empty += 1
                continue
            bullet = plain[0] in "•●▪■◦○‣"
            lines.append(SourceLine(plain, number, bullet=bullet, gap=1.0 + empty, region=number))
            empty = 0
    return lines
