"""Every name of a sentence must stand in what it cites: employers, places, schools, technologies, products.

A name is what is written as one (a capital, a digit or a sign inside) or is known as one in small letters
(`words.technologies`). Another name of the same thing counts: K8s for Kubernetes, SLA for "service level
agreement". The company and the words of the job are names like any other: in the person's past they need proof.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from resumate.letters.gate.about_job import fits_the_job, is_disclaimed, is_likened_to_yours
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.degree_levels import is_degree
from resumate.letters.gate.employers import places_of_asides
from resumate.letters.gate.job_side import is_slipped_in, is_to_come, is_who_would_be_served, is_yours
from resumate.letters.gate.meaning import SIZES_OF_ACRONYMS
from resumate.letters.gate.relations import groups_of, is_known_technology
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words import titles
from resumate.letters.gate.words.number_words import MONTH_NAMES
from resumate.letters.gate.words.plain_words import PLAIN_WORDS
from resumate.letters.model import Finding

_AT: Final = re.compile(
    r"\b(?:at|for|with|joined|joining|from|left|of|within|by|inside|bei|für|chez|pour|en|para)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_NO_NAMES: Final = frozenset(
    "i i'm i've i'd i'll christmas easter monday tuesday wednesday thursday friday saturday sunday hiring manager dear ok".split()
) | frozenset(MONTH_NAMES)
_LONGEST_DEGREE: Final = 9
_ENDINGS_OF_ORDINARY_WORDS: Final = re.compile(r"(?:ing|ed|ly|ment|tion|ness|ous|ful|able)$")
_WHERE_I_WAS: Final = re.compile(r"where\s+(?:I|we|my)\b")


def check_names(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each name that is not in the cited lines."""
    for clause in claim.clauses:
        for token in unproven_names(clause, clause.sources, starts_sentence=claim.text.startswith(clause.text[:12])):
            if not (
                is_disclaimed(clause.text, token.start)
                or _is_where_else(token, clause, claim)
                or _is_the_job_s(token, clause, claim)
            ):
                yield _finding(clause, token, claim)


def _is_the_job_s(token: Token, clause: Clause, claim: Claim) -> bool:
    """Tell whether a name of the job is said of the job or of what would come."""
    job, place = claim.job, token.start
    if is_slipped_in(clause.text, place, place + len(token.text)):
        return False
    if clause not in claim.told and not unproven_names(
        Vocabulary(token.text, clause.language), [job.vocabulary], starts_sentence=False
    ):
        return True
    if token.lower in job.company_words and not _WHERE_I_WAS.match(clause.following):
        return fits_the_job(clause, job) or is_who_would_be_served(clause.text, place)
    if token.lower in job.vocabulary.words and is_likened_to_yours(clause.text):
        return True
    return token.lower in job.vocabulary.words and (is_to_come(clause.text, place) or is_yours(clause.text, place))


def _is_where_else(token: Token, clause: Clause, claim: Claim) -> bool:
    """Accept the name of another employer of the person in "before I came to …"."""
    if not any(token.start in place for place in places_of_asides(clause.text)):
        return False
    return any(token.lower in source.organisation.split() for source in claim.known)


def unproven_names(clause: Vocabulary, allowed: Sequence[Vocabulary], *, starts_sentence: bool) -> list[Token]:
    """Return the words of `clause` that name something and stand in none of the allowed texts."""
    tokens = clause.tokens
    covered = _proven_by_alias(clause, allowed)
    unproven = []
    for index, token in enumerate(tokens):
        if index in covered or not _is_name(tokens, index, clause, starts_sentence=starts_sentence):
            continue
        if not any(_has_name(vocabulary, token) for vocabulary in allowed):
            unproven.append(token)
    return unproven


def _is_name(tokens: Sequence[Token], index: int, clause: Vocabulary, *, starts_sentence: bool) -> bool:
    token = tokens[index]
    if token.function or token.numeric or token.lower in _NO_NAMES or re.fullmatch(r"[IVX]+", token.text):
        return False
    if clause.language == "de" and token.capital and not token.odd:
        return _is_german_name(tokens, index)
    if token.capital and len(token.text) <= _LONGEST_DEGREE and is_degree(token.text):
        return False  # `gate.degrees`
    if token.odd or is_known_technology(token.lower):
        return True
    if not token.capital or _is_a_letter_of_a_list(tokens, index):
        return False
    if index > 0 or not starts_sentence:
        return True
    # The first word of a sentence is capital anyway: only its company and its form tell.
    if _ENDINGS_OF_ORDINARY_WORDS.search(token.lower) or token.lower in PLAIN_WORDS["en"] or groups_of(token.root):
        return False
    return len(tokens) > 1 and tokens[1].capital and not tokens[1].function


def _is_a_letter_of_a_list(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word is one of "A, B and C"."""
    near = [token.text for token in tokens[max(0, index - 2) : index + 3]]
    return len(tokens[index].text) == 1 and sum(len(text) == 1 and text.isupper() and text != "I" for text in near) > 1


def _is_german_name(tokens: Sequence[Token], index: int) -> bool:
    """Nouns are capital in German: a name is one that no other check of words can take for a noun."""
    token = tokens[index]
    before = tokens[index - 1].lower if index else ""
    return before in {"bei", "in", "aus", "nach", "von", "mit"} and index > 0 and token.lower not in PLAIN_WORDS["de"]


def _has_name(vocabulary: Vocabulary, token: Token) -> bool:
    if token.lower in vocabulary.words or token.lower.rstrip(".") in vocabulary.words:
        return True
    lower = token.lower
    for other in (lower.removesuffix("s"), lower + "s", lower.replace("-", ""), lower.replace(".", "")):
        if len(other) > 1 and other in vocabulary.words:
            return True
    if token.text.isupper() and len(lower) > 1 and lower.rstrip("s") in vocabulary.initials:
        return True
    # "The ICE" where the lines say MICE: a member of it.
    if (
        token.text.isupper()
        and len(lower) > 2
        and not vocabulary.acronyms.isdisjoint((f"m{lower}", f"f{lower}", f"a{lower}"))
    ):
        return True
    # "C++" where the lines say C/C++ or C++11.
    if token.odd and any(lower in word.split("/") for word in vocabulary.words if "/" in word):
        return True
    if token.odd and any(word.startswith(lower) and word[len(lower) :].isdigit() for word in vocabulary.words):
        return True
    # "Nursing" for "Nurse", "German" for "Germany": a derived form of a long word is the same name.
    return len(lower) > 4 and not token.odd and vocabulary.has_root(token.root)


def _proven_by_alias(clause: Vocabulary, allowed: Sequence[Vocabulary]) -> set[int]:
    """Return the places of words that are another name of something in the allowed texts."""
    tokens = clause.tokens
    proven: set[int] = set()
    for name, (start, end) in clause.aliases.items():
        if any(name in vocabulary.aliases for vocabulary in allowed):
            proven.update(range(start, end))
    acronyms = frozenset[str]().union(*(vocabulary.acronyms for vocabulary in allowed))
    for size in {len(acronym) for acronym in acronyms} & SIZES_OF_ACRONYMS:
        for start in range(len(tokens) - size + 1):
            if "".join(token.lower[0] for token in tokens[start : start + size]) in acronyms:
                proven.update(range(start, start + size))
    return proven


def _finding(clause: Clause, token: Token, claim: Claim) -> Finding:
    word = token.text
    before = clause.text[: token.start]
    if token.lower in claim.job.company_words:
        return Finding(
            "employer",
            f"“{claim.job.company}” is the company of the job; the cited lines do not show it as your employer.",
            word,
        )
    if token.lower in titles.ROLES or token.lower in titles.RANKS:
        return Finding("title", f"The cited lines do not give the title “{word}”.", word)
    if token.lower in claim.job.vocabulary.words:
        return Finding("requirement", f"The job asks for “{word}”, but the cited lines do not show it.", word)
    if token.odd or is_known_technology(token.lower):
        return Finding("technology", f"The cited lines do not mention “{word}”.", word)
    if _AT.search(before):
        return Finding("employer", f"The cited lines do not mention “{word}”.", word)
    return Finding("name", f"The cited lines do not mention “{word}”.", word)
