"""A requirement of the job is not an experience of the person.

Runs of words that stand in the job's text and not in the cited lines ("data governance", "stakeholder
management") are refused wherever a sentence says something of the person.
"""

from collections.abc import Iterator
from typing import Final

from resumate.letters.gate.about_job import is_disclaimed
from resumate.letters.gate.claim import Claim
from resumate.letters.gate.job_phrases import job_phrases
from resumate.letters.gate.meaning import unproven_words
from resumate.letters.gate.relations import groups_of
from resumate.letters.gate.stem import form
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.words.soft_words import soft_forms
from resumate.letters.model import Finding

_TERM_LEAST: Final = 6


def check_requirements(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each term of the requirements, and each run of words of the job, that only the job has."""
    for clause in claim.told:
        missing = {token.lower for token in telling_words(clause)} & {
            word.lower() for word in unproven_words(clause, telling_words(clause), clause.sources)
        }
        for run in job_phrases(clause, claim.job):
            absent = [token for token in run if token.lower in missing and not is_disclaimed(clause.text, token.start)]
            # "Cost control" for "lowered the bill": one word of the phrase has its like in the lines.
            if len(absent) > 1 or any(_is_a_term(token, claim) for token in absent):
                phrase = " ".join(token.text for token in run)
                yield Finding(
                    "requirement", f"The job asks for “{phrase}”, but the cited lines do not show it.", phrase
                )


def _is_a_term(token: Token, claim: Claim) -> bool:
    """Tell whether a word of the requirements is a term of the trade, and no word that anybody would use."""
    return (
        len(token.text) >= _TERM_LEAST
        and token.root in claim.job.required.roots
        and not groups_of(token.root)
        and form(token.lower) not in soft_forms()
    )
