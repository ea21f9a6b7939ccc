"""A requirement of the job is not an experience of the person.

Runs of words that stand in the job's text and not in the cited lines ("data governance", "stakeholder
management") are refused wherever a sentence says something of the person.
"""

import re
from collections.abc import Iterator
from typing import Final

from resumate.letters.gate.about_job import is_disclaimed, is_likened_to_yours
from resumate.letters.gate.certificates import follows_from_letters
from resumate.letters.gate.claim import Claim
from resumate.letters.gate.job_phrases import job_phrases
from resumate.letters.gate.job_side import is_to_come, is_who_would_be_served
from resumate.letters.gate.meaning import unproven_words
from resumate.letters.gate.relations import groups_of
from resumate.letters.gate.stem import form
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.words.soft_words import soft_forms
from resumate.letters.model import Finding

_TERM_LEAST: Final = 6
_IN_CHARGE_OF: Final = re.compile(
    r"\b(?:own|manage|hold|control|oversee|steer|(?:responsib\w+|accountable)\s+for|in\s+charge\s+of)\s+(?:(?:the|an?|our|its|my|their)\s+)?(?:[\w-]+\s+){0,2}\Z",
    re.IGNORECASE,
)


def check_requirements(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each term of the requirements, and each run of words of the job, that only the job has."""
    for clause in claim.told:
        if is_likened_to_yours(clause.text):
            continue
        missing = {token.lower for token in telling_words(clause)} & {
            word.lower() for word in unproven_words(clause, telling_words(clause), clause.sources)
        }
        for run in job_phrases(clause, claim.job):
            absent = [
                token
                for token in run
                if token.lower in missing
                and not is_disclaimed(clause.text, token.start)
                and not any(follows_from_letters(token.lower, source) for source in clause.sources)
                and not is_to_come(clause.text, token.start)
                and not (token.lower in claim.job.company_words and is_who_would_be_served(clause.text, token.start))
            ]
            # "Cost control" for "lowered the bill": one word of the phrase has its like in the lines.
            if len(absent) > 1 or any(_is_a_term(token, claim, clause.text) for token in absent):
                phrase = " ".join(token.text for token in run)
                yield Finding(
                    "requirement", f"The job asks for “{phrase}”, but the cited lines do not show it.", phrase
                )


def _is_a_term(token: Token, claim: Claim, text: str) -> bool:
    """Tell whether a word of the requirements is a term of the trade, or what the person claims to be in charge of."""
    if len(token.text) < _TERM_LEAST or token.root not in claim.job.required.roots or form(token.lower) in soft_forms():
        return False
    return not groups_of(token.root) or _IN_CHARGE_OF.search(text[: token.start]) is not None
