"""The shapes of contact details: e-mail, phone, link, place.

One place for what `contact` looks for and `masking` replaces, so that the two can never disagree.
"""

import re
from typing import Final

_LETTER: Final = "A-Za-z0-9À-ÖØ-öø-ɏ"  # of a host's name: "müller.example" is one
EMAIL: Final = re.compile(
    rf"[A-Za-z0-9_][A-Za-z0-9._%+\-]*@[{_LETTER}](?:[{_LETTER}.\-]*[{_LETTER}])?\.[A-Za-z]{{2,24}}"
)

_DOMAINS: Final = (
    "com|org|net|edu|gov|io|dev|me|co|ai|app|info|tech|site|online|xyz|uk|de|fr|es|it|nl|ch|at|eu|ca|us|au|in|cn|jp|br|se|no|dk|fi|pl|pt|"
    "be|ie|nz|mx|page|blog|design|cloud|name|pro|works|studio|space|link|social|tv|gg|to|ly|is|ru|za|sg|hk|tw|kr|cz|gr|il"
)
_BARE_DOMAINS: Final = "com|org|net|edu|io|dev|me|co\\.uk|info|de|fr|es|ch|page|app|xyz|site|tech"  # no "Node.js"
_TECHNOLOGIES: Final = r"(?:asp|ado|vb|ml|paint)\.net\b|(?:socket|draw)\.io\b"
_HOST: Final = r"[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?"
LINK: Final = re.compile(
    r"(?:https?://|www\.)[^\s|<>\"'，。；]+"
    rf"|(?<![@\w./])(?:{_HOST}\.)+(?:{_DOMAINS})/[^\s|<>\"'，。；]*"
    rf"|(?<![@\w./])(?!{_TECHNOLOGIES})(?:{_HOST}\.)+(?:{_BARE_DOMAINS})(?![\w@]|\.\w)",
    re.IGNORECASE,
)

PHONE: Final = re.compile(r"(?<![\w@./+(])[+(]{0,2}\d[\d\s().\-/\u2010-\u2013]{5,20}\d(?![\w@])")
_FIGURES: Final = re.compile(r"\d")


def is_phone(text: str) -> bool:
    """Whether a run of figures is a telephone number rather than years, an amount or a postal code."""
    figures = len(_FIGURES.findall(text))
    if not 7 <= figures <= 15:
        return False
    groups = re.findall(r"\d+", text)
    if all(re.fullmatch(r"(?:19|20)\d\d|[01]?\d", group) for group in groups):
        return False  # dates
    return text.lstrip().startswith(("+", "(", "00")) or len(groups) >= 3 or (len(groups) <= 2 and figures >= 9)


_PROPER: Final = r"(?:[^\W\d_a-z][\w.'’\-]*|\d[\w\-]{0,6}|de|del|la|of|am|der|do|da|sur|upon|i|des|du|les|le|rue|av|avenue|boulevard|bd|chemin|allée|calle|via)"
_PART: Final = rf"{_PROPER}(?: {_PROPER}){{0,4}}"
# "Seattle, WA", "17 Prime Avenue, Apt 37, Springfield, Pennsylvania 10111, USA"; at least one comma, every word a proper one.
PLACE: Final = re.compile(rf"^(?=.{{4,90}}$)(?=.*[^\W\d_]{{2}}){_PART}(?:, ?{_PART}){{1,5}}$")
