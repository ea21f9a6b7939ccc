"""What the person is said to have done must be a deed that the evidence has, whatever it was done to.

"I negotiated shift pay with the union" has every noun of "took minutes in talks with the union on shift pay". The
verbs of `words.strong_deeds` are those a reader would check; each needs itself or a related word in the cited
lines. Other verbs only weigh in `gate.meaning`.
"""

import re
from collections.abc import Iterator

from resumate.documents.model import SectionKind
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.negation import denied_in
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.weights import is_deed, is_lesson
from resumate.letters.gate.words.strong_deeds import recognitions, strong_deeds
from resumate.letters.model import Finding

# "I exceed the five years you require": no deed, and `gate.durations` counts them.
_THAN_ASKED = re.compile(
    r"(?:exceed|surpass|meet|fulfil)\w*\s+(?:your|the|what)\b[^,;]{0,40}\byou(?:r\s+\w+)?\s+(?:ask|require|need|request|want|look)",
    re.IGNORECASE,
)
# Where a list of tools stands, "I write SQL" says no more than the list.
_LISTS = frozenset({SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.PROJECTS})
_DONE_WITH_TOOLS = frozenset(
    "write program code develop build design draw create model speak translate edit automate".split()
)


def check_deeds(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each strong deed of the person that no cited line has."""
    if claim.language != "en":
        return
    for clause in claim.told:
        if is_lesson(clause.text):
            continue
        denied = denied_in(clause)
        for index, token in enumerate(clause.tokens):
            if token.start in denied or _is_shown(token, clause):
                continue
            if token.root in strong_deeds() and is_deed(clause.tokens, index):
                yield Finding("deed", f"The cited lines do not say that you “{token.text}” anything.", token.text)
            elif token.root in recognitions() and token.lower.endswith("ed"):
                yield Finding("deed", f"The cited lines do not say that anything was “{token.text}”.", token.text)


def _is_shown(token: Token, clause: Clause) -> bool:
    if any(source.carries(token) for source in clause.sources):
        return True
    if _THAN_ASKED.match(clause.text, token.start):
        return True
    return token.lower in _DONE_WITH_TOOLS and any(source.evidence.section in _LISTS for source in clause.sources)
