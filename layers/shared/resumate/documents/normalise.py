"""Makes text safe and comparable: NFKC, no control or invisible characters, whole accents, single spaces.

Every character that any later stage sees has passed `clean`. Called by the readers (`pdf`, `docx`, `text`)
line by line; knows nothing of formats.
"""

import re
import unicodedata
from typing import Final

_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e0fff]"
)
# One hyphen, as some writers of PDFs spell it: hyphen, soft hyphen, Unicode hyphen. Alone, the Unicode ones are plain too.
_HYPHENS: Final = re.compile("-\u00ad\u2010|\u2010|\u2011")
# A soft hyphen that breaks no word is the dash of a font that has no other: "Mar. 2021 \u00ad Present".
_SOFT_DASH: Final = re.compile("(?<![^\\s\\d])\u00ad(?![^\\s\\d])")
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ufffc\ufffd]")
# The two brackets of our own placeholders: a document must not be able to write one.
_PLACEHOLDER_BRACKETS: Final = re.compile("[\u27e6\u27e7]")
_ROUNDS: Final = 6
_SPACES: Final = re.compile(r"\s+")

# Accents that old TeX fonts draw as a sign of their own before the letter; NFKC would make a space of them.
_SPACING_ACCENTS: Final = {
    "\u00a8": "\u0308",
    "\u00b4": "\u0301",
    "\u0060": "\u0300",
    "\u02c6": "\u0302",
    "\u02dc": "\u0303",
    "\u02c7": "\u030c",
    "\u00b8": "\u0327",
    "\u02da": "\u030a",
    "\u02dd": "\u030b",
    "\u02d8": "\u0306",
    "\u02d9": "\u0307",
    "\u00af": "\u0304",
    "\u02db": "\u0328",
}
_ACCENT_BEFORE: Final = re.compile("([" + "".join(set(_SPACING_ACCENTS) - {"`"}) + "])([A-Za-z\u0131])")
_MARK_AFTER_SPACE: Final = re.compile("(?<=\\w) ([\u0300-\u0328])(?=\\w)")

# Radicals that PDF writers put in place of the character; NFKC knows the Kangxi block, but not these.
_RADICALS: Final = str.maketrans(
    "\u2ea0\u2e9f\u2ec1\u2ec4\u2ec5\u2ec6\u2ec9\u2ecb\u2ed3\u2ed4\u2ed8\u2eda\u2edb\u2edc\u2edd\u2ee2\u2ee3\u2ee4"
    "\u2ee5\u2ee6\u2ee8\u2ee9\u2eec\u2eee\u2ef0\u2ef3\u2ed1\u2ed2\u2ed9\u2ecd\u2ed6\u2ea9\u2eb6\u2eaf\u2ebc\u2ebe",
    "\u6c11\u6bcd\u864e\u897f\u89c1\u89d2\u8d1d\u8f66\u957f\u95e8\u9752\u9875\u98ce\u98de\u98df\u9a6c\u9aa8\u9b3c"
    "\u9c7c\u9e1f\u9ea6\u9ec4\u9f50\u9f7f\u9f99\u9f9f\u9577\u9577\u97e6\u8fb6\u961d\u738b\u7f8a\u7cf9\u8089\u8279",
)


# Adobe's glyph list names figures and small capitals in the private area: three sets of figures, then by Latin-1.
_ADOBE: Final = {
    **{0xF639 + n: str(n % 10) for n in range(20)},
    **{0xF700 + code: chr(code) for code in (0x24, 0x26, *range(0x30, 0x3A), *range(0x61, 0x7B), *range(0xE0, 0xFF))},
}


def clean(text: str) -> str:
    """Return `text` as one line: NFKC, without control, invisible or private characters, spaces single.

    Icon-font characters (private use) become a space: they are pictures, not letters. The readers turn those at the
    start of a line into a bullet before they call this.
    """
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text).strip()
    text = _INVISIBLE.sub("", _SOFT_DASH.sub("-", _HYPHENS.sub("-", text)))
    text = _CONTROL.sub("", _PRIVATE.sub(" ", _PLACEHOLDER_BRACKETS.sub("", text)))
    text = _ACCENT_BEFORE.sub(_compose, text).translate(_RADICALS)
    for _ in range(_ROUNDS):  # joining a mark to its letter may let the next one join
        settled = _MARK_AFTER_SPACE.sub(r"\1", _SPACES.sub(" ", unicodedata.normalize("NFKC", text))).strip()
        if settled == text:
            break
        text = settled
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text)).strip()


def _compose(match: re.Match[str]) -> str:
    letter = "i" if match[2] == "\u0131" else match[2]
    composed = unicodedata.normalize("NFC", letter + _SPACING_ACCENTS[match[1]])
    return composed if len(composed) == 1 else match[0]


def named_letters(text: str) -> str:
    """Return `text` with the old-style figures and small capitals of Adobe's private names as the characters they are.

    The same private places hold the pictures of icon fonts, so this is for the text of a font that has letters.
    """
    return text.translate(_ADOBE)


def fold(text: str) -> str:
    """Return `text` for comparing: lower case, no accents, only letters and digits, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(" " if not (c.isalnum()) else c for c in decomposed if not unicodedata.combining(c))
    return _SPACES.sub(" ", kept).strip()
