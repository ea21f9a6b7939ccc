"""What the person is said to have done must be a deed that the evidence has, whatever it was done to.

"I negotiated shift pay with the union" has every noun of "took minutes in talks with the union on shift pay". The
verbs of `words.strong_deeds` are those a reader would check; each needs itself or a related word in the cited
lines. Other verbs only weigh in `gate.meaning`.
"""

from collections.abc import Iterator

from resumate.documents.model import SectionKind
from resumate.letters.gate.about_job import is_about_the_job
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.weights import is_deed, is_lesson
from resumate.letters.gate.words.strong_deeds import strong_deeds
from resumate.letters.model import Finding

# Where a list of tools stands, "I write SQL" says no more than the list.
_LISTS = frozenset({SectionKind.SKILLS, SectionKind.LANGUAGES})
_DONE_WITH_TOOLS = frozenset(
    "write program code develop build design draw create model speak translate edit automate".split()
)


def check_deeds(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each strong deed of the person that no cited line has."""
    if claim.language != "en":
        return
    for clause in claim.clauses:
        if is_about_the_job(clause, claim.job) or is_lesson(clause.text):
            continue
        for index, token in enumerate(clause.tokens):
            if token.root in strong_deeds() and is_deed(clause.tokens, index) and not _is_shown(token, clause):
                yield Finding("deed", f"The cited lines do not say that you “{token.text}” anything.", token.text)


def _is_shown(token: Token, clause: Clause) -> bool:
    if any(source.carries(token) for source in clause.sources):
        return True
    return token.lower in _DONE_WITH_TOOLS and any(source.evidence.section in _LISTS for source in clause.sources)
