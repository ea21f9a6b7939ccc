"""Brings words to a form in which a requirement and a line of a resume can be compared.

Used by `names` and `likeness`. Small on purpose: meaning is the embedding's part, this is about which of the very
words that were asked for are there.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from resumate.matching.pattern import Pattern

TOKEN: Final = Pattern(
    r"\.net\b|[^\W_]+(?:[.+&/'’-][^\W_]+)*(?:\+\+|#|\+(?=\W|$))?|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]",
)
_PARTS: Final = re.compile(r"[/&'’-]")
_STOP: Final = frozenset(
    """
    a about above across all also an and any are as at be been being between both but by can could do does each either e.g eg etc for from had has have he her his how i i'm if in including into is it its
    like may me more most must my no nor not of on or other our out over own per shall she should so some such than that the their them then there these they this those through to too under up upon us very via
    was we were what when where which while who whom whose will with within without would you your you'll you're we're one two three four five six seven eight nine ten
    der die das den dem des und oder ein eine einer eines mit fur von im in zu zum zur auf als bei sie wir sind ist sowie auch
    le la les l de d du des un une et ou a au aux en pour par sur avec dans est vous nous
    el los las del y o con por que es se su una al como
    """.split()
)
# Words that most requirements have and that say little about which requirement it is.
_GENERIC: Final = frozenset(
    """
    ability able experience experienced knowledge understanding skill skilled strong good excellent great proven solid demonstrable demonstrated relevant similar working work year years plus least minimum required
    require requirement essential desirable preferred ideally willing willingness familiarity familiar proficiency proficient sound thorough deep high level advanced basic fluent track record evidence background
    environment role job position candidate successful responsible responsibility duty ensure provide support help use using used include various wide range well new best practice key successful effective effectively
    highly quality professional team member field area related equivalent qualification qualified certificate certification valid full etc day other different need needs across company business organisation organization
    staff person people colleague employee individual own up
    kenntnis erfahrung mindestens gut gute sehr abgeschlossen experience connaissance maitrise bonne experiencia conocimiento
    """.split()
)
# Other forms of a word, and words that mean the same in an advertisement: each stands for the one after it.
_SAME_AS: Final = {
    form: base
    for base, forms in {
        "lead": "led", "build": "built", "write": "wrote written", "run": "ran", "teach": "taught", "grow": "grew",
        "sell": "sold", "hold": "held", "drive": "drove", "make": "made", "bring": "brought", "win": "won",
        "keep": "kept", "oversee": "oversaw", "speak": "spoke", "take": "took", "give": "gave", "find": "found",
        "meet": "met", "buy": "bought", "understand": "understood", "child": "children kids", "person": "people",
        "nurse": "nursing", "maintain": "maintenance", "study": "studies", "truck": "lorry lorries",
        "analyse": "analyses analysis analytics analytical analyze analyst analysts analyzing analyzed",
        "license": "licence licences licensed", "program": "programme programmes", "center": "centre centres",
        "labor": "labour", "student": "pupil pupils", "customer": "client clients", "drug": "medication medications medicines",
        "staff": "personnel employee employees colleague colleagues coworkers", "mentor": "coach coached coaching coaches",
        "intravenous": "iv", "supervision": "supervise supervises supervised supervising supervisor supervisors",
    }.items()
    for form in forms.split()
}  # fmt: skip
_ENDINGS: Final = (
    "izations", "isations", "ization", "isation", "ational", "fulness", "ments", "ment", "ations", "ation", "itions", "ition", "ators", "ator", "ings", "ing", "ions", "ion", "ances", "ance", "ences", "ence",
    "ities", "ity", "ness", "ically", "ical", "ally", "ably", "ible", "able", "ively", "ive", "ised", "ized", "ises", "izes", "ise", "ize", "ying", "ied", "ies", "ers", "er", "ors", "or", "ed", "ly", "es", "al", "s", "e", "y",
    "ungen", "ung", "ieren", "iert",
)  # fmt: skip
_ROOT_LEAST: Final = 4
# "mentor" and "doctor" are no "ment" and "doct".
_NOUN_ENDINGS: Final = frozenset({"or", "ors"})


def fold(text: str) -> str:
    """Return `text` in small letters, without accents, with plain apostrophes."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def tokens(text: str) -> list[str]:
    """Return the folded words of `text`; "data-driven" and "CI/CD" also give their parts."""
    found: list[str] = []
    for match in TOKEN.finditer(fold(text)):
        word = match[0].removesuffix("'s")
        parts = [part for part in _PARTS.split(word) if part]
        found.extend([word] if len(parts) == 1 else parts)
    return found


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """Return a folded word's root: "supervising" and "supervisor" have one."""
    word = _SAME_AS.get(word, word)
    if len(word) <= _ROOT_LEAST or any(character.isdigit() for character in word):
        plural = len(word) == _ROOT_LEAST and word.endswith("s") and not word.endswith("ss")
        return word.removesuffix("s") if plural else word
    for ending in _ENDINGS:
        least = _ROOT_LEAST + (ending in _NOUN_ENDINGS)
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            return word.removesuffix(ending)
    return word


def content(text: str) -> dict[str, float]:
    """Return the roots of the words of `text` that mean something, with a weight: 1, or 0.25 for a generic word."""
    weights: dict[str, float] = {}
    for word in tokens(text):
        if word in _STOP or word.isdigit() or (len(word) < 2 and word.isascii() and word not in ("c", "r")):
            continue
        weights[root(word)] = 0.25 if word in _GENERIC or root(word) in _GENERIC_ROOTS else 1.0
    return weights


_GENERIC_ROOTS: Final = frozenset(root(word) for word in _GENERIC)
