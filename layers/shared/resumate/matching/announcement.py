"""Finds the sentence that announces the job, such as "Northfield Hospital seeks a staff nurse".

`title` and `company` read their names from it; `requirements` leaves it out when it asks nothing more.
"""

from typing import Final

from resumate.matching.pattern import Pattern

_SEEKING: Final = (
    r"(?:(?:is|are|am|'re|'s) )?(?:now |currently |actively |urgently |always )?(?:looking (?:for|to (?:hire|recruit|appoint|add))|seeking(?: to (?:appoint|recruit|hire|employ))?|searching for|hiring|recruiting(?: for)?|seeks?(?: to (?:appoint|recruit|hire|employ))?|in search of|in need of|need|require|requires|needs)"
    r"|(?:sucht|suchen)(?: wir)?(?: ab sofort| ab (?:dem )?(?:\d{1,2}\.\s?)?(?:\d{1,2}\.|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)(?:\s?\d{4})?| zum nächstmöglichen (?:zeitpunkt|termin)| per sofort| für [\w\s]{3,30}?)*|recherch(?:e|ons)|cherch(?:e|ons)|recrut(?:e|ons)|busca(?:mos)?|(?:ri)?cerca|cerchiamo|zoek(?:t|en)|procura(?:mos)?|söker|søger"
)
SEEKS: Final = Pattern(rf"\b(?:{_SEEKING})\s+")
_ASKS_MORE: Final = Pattern(
    r"""
    \b(?:with|who|whose|that (?:can|will|has)|must|able|experienced|experience|qualified|degree|responsible|skilled
    |fluent|you|mit|der|die über|avec|ayant|qui|con|que|to (?:manage|lead|run|support|develop|build|teach|design
    |deliver|oversee|maintain|help|provide|drive|create|handle|assist|coordinate|prepare|work))\b
    """
)
_JOINING: Final = Pattern(
    r"""
    \b(?:to join|joining|join (?:our|us|the|a)|become (?:a )?(?:part|member)|opportunity (?:has arisen|for|to join
    |exists)|vital member|integral (?:part|member)|part of (?:a|our|the) \w+ team|rejoindre|verstärkung
    |unser(?:es)? teams?|nuestro equipo|incorporarse)\b
    """
)
_QUALIFIES: Final = Pattern(
    r"""
    \b(?:experience|degree|qualif\w+|certif\w+|licen[cs]e|skills?|knowledge|years?|must|able to|ability|who can
    |erfahrung|kenntnisse|expérience|experiencia)\b
    """
)
_WANTED: Final = Pattern(
    r"""
    ^(?:[\w'’&/()+-]+[ ,]+){1,8}(?:wanted|needed|required|gesucht|h/f|m/w/d)\b(?: (?:for|in|at|to|für|im
    |in)\b.{0,60})?[!.…]*$
    """
)
_MORE_WORDS: Final = 13


def is_announcement(sentence: str) -> bool:
    """Tell whether a sentence only says that somebody is wanted, or where they would work."""
    plain = sentence.replace("’", "'")
    if _JOINING.search(plain) and not _QUALIFIES.search(plain):
        return True
    if (match := SEEKS.search(plain)) is not None:
        rest = plain[match.end() :]
        return not _ASKS_MORE.search(rest) and len(rest.split()) <= _MORE_WORDS
    return _WANTED.fullmatch(plain) is not None and not _QUALIFIES.search(plain)
