"""Makes pasted text safe to read: only characters that a person sees, in one form.

The first step of `clean_description` and `read_job`, before markup and layout are looked at. What is dropped
here can hide words from a reader but not from a model (tag characters, zero-width and bidirectional controls),
or is refused by the database and the queue (U+0000, lone surrogates).
"""

import html
import re
import unicodedata
from functools import lru_cache
from typing import Final

# The brackets of the masking placeholders: no text from outside may contain one.
_PLACEHOLDER_BRACKETS: Final = "\u27e6\u27e7"
# Word's Symbol and Wingdings bullets, found in ads that were pasted from a DOCX.
_SYMBOL_BULLETS: Final = dict.fromkeys(map(ord, "\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf02d\uf0e0\uf06e\uf071"), "•")
# Letters and symbols that look like nothing, although their category says otherwise.
_BLANKS: Final = dict.fromkeys(map(ord, "\u115f\u1160\u3164\uffa0\u2800\u180e"), " ")
_INVISIBLE_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_LINE_ENDS: Final = re.compile(r"\r\n?|[\u000b\u000c\u0085\u2028\u2029]")
_VARIATION_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u034f]")


def readable(text: str) -> str:
    """Return `text` in NFKC with plain line ends and without any character that nobody can see.

    HTML character references are resolved first, so that ``&#8203;`` is dropped like the character it stands for.
    """
    text = _LINE_ENDS.sub("\n", html.unescape(text))
    text = _visible(unicodedata.normalize("NFKC", _visible(text.translate(_SYMBOL_BULLETS | _BLANKS))))
    # What was removed may have kept two characters apart that compose.
    return unicodedata.normalize("NFKC", text)


def _visible(text: str) -> str:
    text = _VARIATION_SELECTORS.sub("", _LINE_ENDS.sub("\n", text))
    return "".join(character for character in text if _is_visible(character))


@lru_cache(maxsize=4096)
def _is_visible(character: str) -> bool:
    if character in "\n\t":
        return True
    return character not in _PLACEHOLDER_BRACKETS and unicodedata.category(character) not in _INVISIBLE_CATEGORIES
