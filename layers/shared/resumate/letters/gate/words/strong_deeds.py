"""Deeds that a reader would check: what nobody may add to a true sentence, even about the right things.

`gate.weights` lets such a verb weigh heavily when the evidence has nothing like it. Other verbs are as often an
honest way to put the same thing ("simplified" for "reduced the number of parts").
"""

from functools import cache
from typing import Final

from resumate.letters.gate.stem import form, stem

_ENGLISH: Final = """
hire fire dismiss recruit negotiate renegotiate persuade convince win founded co-founded invent patent discover publish chair lecture license acquire merge outgrow
write author design redesign draft launch sell buy purchase sign teach coach mentor train retrain supervise appoint promote elect invite nominate award praise
raise fundraise donate sponsor invest budget pitch present speak keynote testify translate interpret interview
build rebuild construct invent program code develop establish restructure reorganise turn-around rescue save double triple halve
negotiated diagnose operate prescribe treat perform compose direct film photograph curate edit record
audit certify approve authorise authorize calculate forecast model simulate
replace modernise modernize transform overhaul revolutionise digitise automate migrate integrate standardise
examine judge grade assess accredit inspect investigate prosecute defend represent
advise consult lobby campaign
master specialise specialize excel exceed outperform surpass beat
convert retain attract expand scale increase improve reduce cut lower eliminate prevent
lead manage head direct oversee govern control command
""".strip()

# What others do when they take something up or think well of it: nobody may add that they did.
_RECOGNITIONS: Final = """
praise applaud commend thank recommend admire celebrate honour award adopt accept approve publish print feature cite quote patent promote elect appoint nominate license
acclaim endorse recognise reward sponsor fund subscribe acquire
""".strip()


@cache
def recognitions() -> frozenset[str]:
    """Return the roots of deeds of recognition."""
    return frozenset(stem(word) for word in _RECOGNITIONS.split())


@cache
def deed_forms() -> frozenset[str]:
    """Return the strong deeds without their inflection: "specialising" is one of them, "special" is not."""
    return frozenset(form(word) for word in _ENGLISH.split())


@cache
def strong_deeds() -> frozenset[str]:
    """Return the roots of the strong deeds."""
    return frozenset(stem(word) for word in _ENGLISH.split())
