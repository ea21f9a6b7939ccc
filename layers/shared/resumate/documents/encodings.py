"""Finds out in which encoding the bytes of a text file are, or refuses: mojibake never gets further than here.

Used by `text`. Byte order marks and UTF-8 are certain; for the rest the encodings that people really have are tried
and the result is scored by what letters do: accented letters stand alone among plain ones, Cyrillic words are all
Cyrillic, Chinese is mostly of the common characters.
"""

import re
from itertools import pairwise
from typing import Final

from resumate.errors import Code, DocumentError

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE: Final = 65_536
_CONTROL: Final = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F} | {0x7F})
_MOST_CONTROLS: Final = 0.02
_LEAST_SCORE: Final = 0.55
_FEW_ERRORS: Final = 0.004

_SINGLE_BYTE: Final = ("cp1252", "cp1250", "cp1251", "koi8-r", "cp1253", "cp1254", "mac_roman")
_DOUBLE_BYTE: Final[dict[str, tuple[str, tuple[int, int]]]] = {
    # the encoding, the older one whose first bytes tell common characters, and the range of those first bytes
    "gb18030": ("gb2312", (0xB0, 0xD7)),
    "big5": ("big5", (0xA4, 0xC6)),
}
_HANGUL: Final = re.compile("[\uac00-\ud7af]")
_KANA: Final = re.compile("[\u3040-\u30ff]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_FOREIGN_RUN: Final = re.compile(r"[^\W\d_a-zA-Z]{5,}")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_GREEK: Final = re.compile("[\u0370-\u03ff]")
_MARK_IN_WORD: Final = re.compile(r"[A-Za-z][^\w\s\x00-\x7f’‘'·-]+[A-Za-z]")
_PUNCTUATION: Final = frozenset("’‘“”–—•…·«»€£©®™°§¡¿½¼¾×„‚‹›\xa0")
_COMMON: Final = frozenset("äöüßÄÖÜéèêëàâáãçñíìîïóòôõúùûøåæœÉÈÀÁÇÑÓÚØÅÆŒ")


def decode(data: bytes) -> str:
    """Return the text of `data`; raises `DocumentError` (unsupported_type for bytes that are no text, encoding)."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\x00" in data[:_SAMPLE]:
        return _without_mark(data)
    sample = data[:_SAMPLE]
    if sum(sample.count(bytes((code,))) for code in _CONTROL) > _MOST_CONTROLS * len(sample):
        raise DocumentError(Code.UNSUPPORTED_TYPE)
    return _unicode(data) or _legacy(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding, "surrogatepass" if encoding != "utf-8" else "strict")
    except UnicodeDecodeError as error:
        fixed = _unicode(data) if encoding == "utf-8" else None
        if fixed is None:
            raise DocumentError(Code.ENCODING) from error
        return fixed
    return _pair_surrogates(text)


def _without_mark(data: bytes) -> str:
    """UTF-16 without a mark has its zeros at every second place only; other zeros are no text."""
    even, odd = data[0:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    if min(even, odd) < 0.3 * max(even, odd):
        try:
            text = _strict(data[: len(data) & ~1], "utf-16-le" if odd > even else "utf-16-be")
        except DocumentError as error:
            raise DocumentError(Code.UNSUPPORTED_TYPE) from error
        if _is_plain(text[:_SAMPLE]):
            return text
    if even + odd < 0.001 * min(len(data), _SAMPLE):  # a stray zero in a text
        return decode(data.replace(b"\x00", b""))
    raise DocumentError(Code.UNSUPPORTED_TYPE)


def _is_plain(text: str) -> bool:
    """Whether nearly all of a text is letters, figures, spaces and ordinary signs."""
    ordinary = sum(
        c.isalnum() or c.isspace() or c in _PUNCTUATION or 0x20 < ord(c) < 0x7F or "\u3000" <= c <= "\u303f"
        for c in text
    )
    return ordinary > 0.95 * len(text) and any(c.isspace() for c in text)


def _unicode(data: bytes) -> str | None:
    """UTF-8, also with surrogates written out, also with a damaged byte in a thousand."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return _pair_surrogates(data.decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(ord(c) > 0x7F for c in text) - wrong
    return text.replace("\ufffd", "") if wrong <= _FEW_ERRORS * len(text) and right > 2 * wrong else None


def _pair_surrogates(text: str) -> str:
    """Return `text` with surrogate pairs made whole and lone ones dropped."""
    if not any("\ud800" <= c <= "\udfff" for c in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _legacy(data: bytes) -> str:
    sample = data[:_SAMPLE]
    scored = [
        (score, name)
        for name in (*_SINGLE_BYTE, *_DOUBLE_BYTE, "euc_kr", "shift_jis", "euc_jp")
        if (score := _score(sample, name)) > 0
    ]
    for score, name in sorted(scored, key=lambda item: -item[0]):
        if score < _LEAST_SCORE:
            break
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    raise DocumentError(Code.ENCODING)


def _score(sample: bytes, name: str) -> float:
    """Return from 0 to 1 how much the sample looks like text when read as `name`."""
    try:
        text = sample.decode(name)
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 4:
            return 0.0
        text = sample[: error.start].decode(name, "ignore")
    foreign = [c for c in text if ord(c) > 0x7F]
    if not foreign:
        return 0.0
    if name in _DOUBLE_BYTE:
        return _common_share(foreign, *_DOUBLE_BYTE[name])
    if name == "euc_kr":  # its letters lie where GB18030 has a part of its own, so only a pure score counts
        hangul = len(_HANGUL.findall(text)) / len(foreign)
        return 0.99 if hangul > 0.95 and " " in text else 0.0
    if name in {"shift_jis", "euc_jp"}:
        kana = len(_KANA.findall(text)) / len(foreign)
        return 0.95 if kana > 0.2 else 0.0
    return _single_byte_score(text, foreign, name)


def _common_share(foreign: list[str], older: str, first_bytes: tuple[int, int]) -> float:
    """The share of the common characters of a script among all that are not ASCII."""
    common = 0
    for c in foreign:
        try:
            first = c.encode(older)[0]
        except UnicodeEncodeError:
            continue
        common += first_bytes[0] <= first <= first_bytes[1] or first in {0xA1, 0xA3}
    return 0.97 * common / len(foreign)


def _single_byte_score(text: str, foreign: list[str], name: str) -> float:
    """Letters should sit in words, and a script's letters in words of that script."""
    script = {"cp1251": _CYRILLIC, "koi8-r": _CYRILLIC, "cp1253": _GREEK}.get(name)
    if script is not None:
        letters = len(script.findall(text))
        whole = sum(len(word) for word in _WORD.findall(text) if len(script.findall(word)) == len(word) and _case(word))
        return 0.96 * whole / len(foreign) if letters > 0.5 * len(foreign) else 0.0
    good = sum(c in _COMMON or c in _PUNCTUATION for c in foreign) + 0.8 * sum(
        c.isalpha() and c not in _COMMON for c in foreign
    )
    bad = sum(len(run) for run in _FOREIGN_RUN.findall(text)) + 2 * len(_MARK_IN_WORD.findall(text))
    bad += sum(not _case(word) for word in _WORD.findall(text) if not word.isascii())
    bad += sum(0x80 <= ord(c) < 0xA0 for c in foreign)
    preference = 0.03 * _SINGLE_BYTE.index(name) / len(_SINGLE_BYTE)
    return max(0.0, (good - bad) / len(foreign) - preference)


def _case(word: str) -> bool:
    """Whether a word has its capitals where words have them."""
    return (
        word.islower()
        or word.isupper()
        or word[1:].islower()
        or not any(a.islower() and b.isupper() and ord(b) > 0x7F for a, b in pairwise(word))
    )
