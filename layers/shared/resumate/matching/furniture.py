"""Knows what of a pasted page is not the advertisement: print headers, page numbers, navigation, bare links.

Used by `layout` on single lines, before wrapped lines are joined.
"""

import re
from typing import Final

from resumate.matching.pattern import Pattern

URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"')\]]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)

_DATE: Final = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_PAGE_FURNITURE: Final = Pattern(
    rf"(?:page|seite|p\.|página|pagina)?\s*\d{{1,3}}\s*(?:of|/|von|de|sur)\s*\d{{1,3}}(?:\s+{_DATE}.*)?"
    rf"|(?:page|seite|página|pagina)\s+\d{{1,3}}"
    rf"|(?:{_DATE})(?:,?\s+\d{{1,2}}:\d{{2}}(?:\s*[ap]m)?)?",
)
_NAVIGATION_WORDS: Final = frozenset(
    """
    back share apply now save print login logout sign in up page home search new jobs job menu skip to main content
    cookies accept all reject ok close view similar email this previous next register follow tweet linkedin facebook
    twitter easy apply saved report show more less see send report alert alerts create for posting careers
    """.split()
)
_COOKIES: Final = Pattern(
    r"""
    \b(?:this (?:web)?site uses cookies|uses? cookies|cookie (?:policy|settings|preferences|consent)
    |continued use of this site|all rights reserved|privacy policy|terms of (?:use|service)|verwendet cookies
    |utilise des cookies|utiliza cookies)\b|©
    """
)
_HOSTED: Final = Pattern(
    r"""
    \b(?:reposted|posted|veröffentlicht|publié|publicado)\b.{0,20}\b(?:ago|vor|il y a|hace)\b|\bover \d+ applicants\b
    |\b\d+ applicants\b
    """
)


def is_furniture(line: str) -> bool:
    """Tell whether a line belongs to the page or the print-out around the advertisement."""
    words = line.strip()
    if not words:
        return False
    without_links = URL.sub(" ", words).strip(" \t-–—|()[]:*")
    if not without_links:
        return True
    if URL.search(words) and _is_print_header(words):
        return True
    if _PAGE_FURNITURE.fullmatch(without_links) or _COOKIES.search(words) or _HOSTED.search(words):
        return True
    return _is_navigation(words)


def _is_print_header(line: str) -> bool:
    """Tell whether a line is a page title and its address, far apart, as browsers print them."""
    return re.search(r"\s{8,}(?:https?://|www\.)\S+\s*$", line) is not None


def _is_navigation(line: str) -> bool:
    words = re.findall(r"[^\W\d_]+", line.lower())
    if not 0 < len(words) <= 5 or re.search(r"[.:;#*]", line):
        return False
    return all(word in _NAVIGATION_WORDS for word in words) and words not in (["job"], ["jobs"], ["content"])
