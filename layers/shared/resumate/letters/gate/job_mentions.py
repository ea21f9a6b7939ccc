"""Clauses that hang on a claim and tell of the job alone: of what use something would be, what is new, why it matters.

"Which would help in a company with clients in 12 countries", "carrying the budget would be new to me", "since many patients
in Colorado speak it". Used by `gate.about_job`, which has made sure that the clause claims nothing of the person and that
its numbers are the job's.
"""

import re
from typing import Final

from resumate.letters.gate.job_facts import JobFacts
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.vocabulary import Vocabulary

# "Which would be useful in a company with clients in 12 countries": of use to somebody, and nothing done.
_MAY_BE_OF_USE: Final = re.compile(
    r"^(?:which|this|that|these|those|it|and|so|but)\b[^,;]*?\b(?:would|should|could|may|might|will|can)\s+(?:also\s+|certainly\s+|well\s+|surely\s+|then\s+)*(?:be\s+(?:of\s+(?:use|help|interest|value)|(?:very\s+|quite\s+)?(?:useful|helpful|handy|welcome|valuable|relevant|an?\s+(?:advantage|asset|help|plus|good\s+(?:fit|match|start|basis))))|"
    r"help\b(?!\s+me)|come\s+in\s+(?:useful|handy)|serve\b|interest\b|suit\b|please\b|appeal\b|fit\b|matter\b|count\b)",
    re.IGNORECASE,
)
# The judgement of the person, and no fit: "mentoring two engineers would suit me".
_SUITS_ME: Final = re.compile(r"\b(?:suits?|fits?)\s+me\b", re.IGNORECASE)
# "Which fits a house with a French kitchen".
_OPENS_A_FIT: Final = re.compile(
    r"(?:which|that|this)\s+(?:\w+ly\s+)?(?:fits?|suits?|match(?:es)?|is\s+close\s+to|corresponds?\s+to)\b",
    re.IGNORECASE,
)
# "Carrying the budget would be new to me".
_WOULD_BE_NEW: Final = re.compile(
    r"(?:(?:and|so|but)\s+)?(?:(?:\w+ly\s+)?\w+ing|an?|the)\b[^,]*\bwould\s+be\s+(?:(?:an?|the|my)\s+(?:\w+\s+){0,2}?)?(?:new|first|next|pleasure|honour|honor|joy|challenge|change|step|no\s+problem|possible|welcome|exciting|interesting)\b",
    re.IGNORECASE,
)
# "Since many patients in Colorado speak it".
_REASON: Final = re.compile(r"(?:since|because|given\s+that)\b(?!.*\b(?:you|your)\b)", re.IGNORECASE)
# "Vegetarian menus matter at Restaurant Halde".
_MATTERS: Final = re.compile(
    r"(?:(?:since|because|as|given\s+that)\s+)?[^,;:]{3,60}?\b(?:matters?|counts?|(?:is|are)\s+(?:central|key|vital|essential|important|valued|crucial))\s+(?:so\s+much\s+|a\s+lot\s+|greatly\s+)?(?:at|to|for)\s+(?:the\s+)?(?-i:[A-Z])",
    re.IGNORECASE,
)
_MATTER: Final = re.compile(r"\bmatters?\b", re.IGNORECASE)
_PERSON: Final = re.compile(r"\b(?:I|me|my|we|us|our)\b", re.IGNORECASE)


def mentions_the_job_alone(clause: Vocabulary, job: JobFacts) -> bool | None:
    """Tell whether a clause of such a form speaks of the job alone; None when it is of no such form."""
    if _MAY_BE_OF_USE.search(clause.text):
        return True
    if _MATTERS.match(clause.text) and _PERSON.search(clause.text) is None:
        return any(token.lower in job.company_words for token in clause.tokens if token.capital)
    if _OPENS_A_FIT.match(clause.text):
        return _asks_nothing_unproven(clause, job)
    if _REASON.match(clause.text) and _MATTER.search(clause.text) and _PERSON.search(clause.text) is None:
        return any(job.vocabulary.has_root(word.root) for word in telling_words(clause))
    if _REASON.match(clause.text):
        return _names_only_of_the_job(clause, job)
    return True if _WOULD_BE_NEW.match(clause.text) else None


def without_liking(text: str) -> str:
    """Return a text without "suits me", which is a liking and no statement of fit."""
    return _SUITS_ME.sub(" ", text)


def _names_only_of_the_job(clause: Vocabulary, job: JobFacts) -> bool:
    """Tell whether a reason that names no person names what only the job has, and no tool."""
    if _PERSON.search(clause.text):
        return False
    sources = getattr(clause, "cited", ())
    named = [token for token in clause.tokens[1:] if token.capital]
    return any(token.lower in job.vocabulary.words for token in named) and not any(
        token.odd or token.lower in source.words for token in named for source in sources
    )


def _asks_nothing_unproven(clause: Vocabulary, job: JobFacts) -> bool:
    """Tell whether a statement of fit speaks of the job, and of no requirement that the cited lines do not show."""
    words = telling_words(clause)
    sources = getattr(clause, "cited", ())
    return sum(job.vocabulary.has_root(word.root) for word in words) * 2 >= len(words) and all(
        any(source.says(word) for source in sources) for word in words if job.required.has_root(word.root) or word.odd
    )
