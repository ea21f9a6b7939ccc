"""Cuts a sentence of an advertisement into what it asks, and tells a must from a wish.

Used by `requirements`, which decides what is asked at all.
"""

import re
from typing import Final

from resumate import limits
from resumate.matching.boilerplate import asks_something, is_boilerplate
from resumate.matching.pattern import Pattern

_WISH_WORDS: Final = Pattern(
    r"""
    \b(?:nice[- ]to[- ]have|preferred|preferably|preferable|desirable|desired|a plus\b|an (?:advantage|asset)\b
    |a bonus\b|advantageous|beneficial|ideally|optional|not (?:required|essential|mandatory|necessary)
    |is welcome\b|not needed|bonus points?\b|wäre(?:n)? (?:schön|gut|toll|ideal|super)|would be (?:great|good|nice|helpful|useful|welcome|a bonus|ideal)|von vorteil|wünschenswert|idealerweise
    |gerne auch|ein plus|(?:serait|est|constitue) un (?:plus|atout)|(?:un|est un) atout|souhaitée?s?|appréciée?s?
    |se valorará|valorable|deseable|preferible|será un plus|gradit[oa]|desejável|een pré|pluspunt|meriterande)\b|歓迎|尚可
    |优先
    """
)
# "Five years in marketing, ideally with home brands": the wish is about the tail alone.
_WISHED_TAIL: Final = Pattern(
    r"""
    \s*[,(–—-]\s*(?:and )?(?:ideally|preferably|idealerweise|vorzugsweise|möglichst|idéalement|de préférence
    |preferiblemente|idealmente)\b.*$
    """
)
_TAIL_FOLLOWS: Final = 4
_MUST_WORDS: Final = Pattern(
    r"\b(?:required|must|essential|mandatory|minimum|erforderlich|vorausgesetzt|setzen wir voraus|zwingend|exigée?|indispensable|imprescindible)\b|必須",
)
_AND: Final = re.compile(r"^(?:and|or|und|et|y)\s+", re.IGNORECASE)
_CLAUSE_WORDS: Final = 1
_TWO_CLAUSES: Final = (
    2 * limits.REQUIREMENT_CHARACTERS
)  # what is longer is no sentence, and would be searched at every comma
# Where a sentence that speaks of the job's terms turns to them: "…, although full training will be given".
_TURN: Final = re.compile(r";\s|,\s+(?=(?:although|though|but|obwohl|aber|mais|bien que|aunque|pero)\b)", re.IGNORECASE)


def without_terms(sentence: str) -> list[str]:
    """Return a sentence whole, or of one that also tells the job's terms those clauses that ask something."""
    if not is_boilerplate(sentence):
        return [sentence]
    clauses = _TURN.split(sentence)
    return [clause for clause in clauses if len(clauses) > 1 and asks_something(clause) and not is_boilerplate(clause)]


def clauses_of(sentence: str) -> list[str]:
    """Cut "a degree in …; three years of …; and a licence" into what it asks; a list that a colon opens stays whole."""
    clauses = [_AND.sub("", clause.strip()) for part in sentence.split(";") for clause in _must_and_wish(part)]
    if ":" in sentence or any(len(clause.split()) < _CLAUSE_WORDS for clause in clauses):
        return [sentence]
    return clauses


def _must_and_wish(clause: str) -> list[str]:
    """Cut "A degree is required, experience would be an advantage" at the comma between the two."""
    if len(clause) > _TWO_CLAUSES or not (_MUST_WORDS.search(clause) and _WISH_WORDS.search(clause)):
        return [clause]
    for comma in re.finditer(r",\s+", clause):
        must, wish = clause[: comma.start()], clause[comma.end() :]
        told_apart = _MUST_WORDS.search(must) and not _WISH_WORDS.search(must) and _WISH_WORDS.search(wish)
        if told_apart and not _MUST_WORDS.search(wish) and len(wish.split()) >= _TAIL_FOLLOWS:
            return [must, wish]
    return [clause]


def is_must(piece: str) -> bool:
    """Tell whether what a clause asks is more than a wish."""
    main = _WISHED_TAIL.sub("", piece)
    piece = main if len(main.split()) >= _TAIL_FOLLOWS else piece
    return not _WISH_WORDS.search(piece) or _MUST_WORDS.search(_WISH_WORDS.sub(" ", piece)) is not None
