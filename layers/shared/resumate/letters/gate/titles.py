"""A title or rank that a sentence gives the person must stand in the cited entry.

"As a Senior Engineer" needs both words there. "Developer" for "engineer" is the same work; "manager" for
"assistant manager" is not. Ranks ("senior", "chief") need proof wherever they stand.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from resumate.documents.model import SectionKind
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.source import Source, Vocabulary
from resumate.letters.gate.stem import form, stem
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.words import titles
from resumate.letters.gate.words.plain_words import PLAIN_WORDS
from resumate.letters.gate.words.soft_words import soft_forms
from resumate.letters.model import Finding

_SENIOR_PEOPLE: Final = re.compile(
    r"\b(?:senior|chief|head|lead|director|executive)s?\s+(?:leaders?|leadership|managers?|management|stakeholders?|executives?|colleagues?|staff|officers?|officials?|decision|engineers|developers|clients?)\b",
    re.IGNORECASE,
)
_EXECUTIVES: Final = re.compile(
    r"\b(?:executives?|directors?|c-level|c-suite|board|leadership|management|senior|chief|head)\b", re.IGNORECASE
)
_SENIORITY_OF_THINGS: Final = re.compile(
    r"\b(?:lead|leading|head)\s+(?:time|times|generation|gen|count|office|quarters|start|to)\b|\b(?:took|take|taking)\s+the\s+lead\b",
    re.IGNORECASE,
)


# "Incident commander for Sev-1s", "treasurer 2018 – 2020": an item that begins with a noun of a person gives a title.
_ITEMS: Final = re.compile(r"[;•\n]\s*|\.\s+|,\s+")
_BEGINNING: Final = re.compile(
    r"(?:As\s+(?:an?\s+|the\s+)?)?(?:(?!(?:to|the|an?|by|with|and|for|of|from|in|at|on|under|new|\w+ing|\w+ed|\w+ly)\b)[\w/&-]+\s+){0,3}(?!\w+ed\b|for\b|or\b|new\b|after\b|under\b|other\b|over\b)[\w-]*(?:er|or|ant|ent|ist|ian|ee|lead|head|chair|rep|cian|ary|man|woman|VP)\b(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)
# These ranks follow from no deed: who managed something need not be a manager.
_RANKS_OF_THEIR_OWN: Final = frozenset(
    "manager director supervisor leader head chief president founder owner professor principal lead chair commander captain executive officer".split()
)
_STUDY: Final = frozenset({SectionKind.EDUCATION, SectionKind.CERTIFICATIONS, SectionKind.SKILLS})
_WRITTEN_SMALL: Final = frozenset({"junior", "graduate"})
_PREFIX_LEAST: Final = 6


def _is_begun(word: str, other: str) -> bool:
    """Tell whether one is the beginning of the other: "postdoc" and "postdoctoral", "freelance" and "freelancer"."""
    short, long = sorted((word, other), key=len)
    return len(short) >= _PREFIX_LEAST and long.startswith(short) and (short == word or len(long) - len(short) == 1)


@cache
def _title_phrase() -> re.Pattern[str]:
    roles = "|".join(sorted(titles.ROLES, key=len, reverse=True))
    return re.compile(
        rf"""\b(?:as|was|am|been|became|become|role\ of|position\ of|post\ of|title\ of|promoted\ to|appointed|hired\ as|served\ as|serving\ as|worked\ as|working\ as|work\ as|acted\ as|job\ as|role\ as|position\ as|career\ as|trained\ as|named|made|elected|chosen)
            \s+(?:(?:also|now|currently|still|once|first|then|both|formerly|previously)\s+)?(?:(?:an?|the|their|its|your|one\ of\ the)\s+)?
            ((?:(?!(?:and|or|at|for|in|on|to|of|the|who|which|that|when|i|by|with|well)\b)[\w/&'’.-]+\s+){{0,5}}(?:{roles}))\b
            (?:\s+of\s+((?-i:[A-Z]\w+(?:\s+[A-Z]\w+)?)))?""",
        re.IGNORECASE | re.VERBOSE,
    )


_CAPITAL_TITLE: Final = re.compile(r"\b((?:[A-Z][\w&/-]+\s+){1,4})(?=\b)")


def check_titles(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each title or rank that the cited entry does not give the person."""
    for clause in claim.told:
        for match in _title_phrase().finditer(clause.text):
            words = re.findall(r"[\w'’.-]+", match.group(1))
            of = Vocabulary(match.group(2) or "", clause.language).tokens
            if (
                not all(_is_given(word, clause.sources) for word in words)
                or not all(token.function or any(source.says(token) for source in clause.sources) for token in of)
                or _leaves_out_a_lower_rank(words, clause.sources)
            ):
                yield Finding("title", f"The cited lines do not call you “{match.group(1)}”.", match.group(1))
        yield from _ranks(clause)


def titles_in(text: str) -> list[list[str]]:
    """Return the words of each title that a text gives the person."""
    return [re.findall(r"[\w'’.-]+", match.group(1)) for match in _title_phrase().finditer(text)]


def is_of_lower_rank(source: Source, words: Sequence[str]) -> bool:
    """Tell whether an entry has this title only with a lower rank before it ("Assistant Site Manager")."""
    return _leaves_out_a_lower_rank(words, [source])


def _ranks(clause: Clause) -> Iterator[Finding]:
    if _SENIOR_PEOPLE.search(clause.text) and any(_EXECUTIVES.search(source.text) for source in clause.sources):
        return
    text = _SENIORITY_OF_THINGS.sub(" ", clause.text)
    for index, token in enumerate(clause.tokens):
        if token.lower not in titles.RANKS or token.lower not in text.lower():
            continue
        # The rank of others ("four junior engineers") may stand anywhere; the person's own is `check_titles`'.
        if any(_has_title_word(source, token.lower) for source in clause.sources):
            continue
        if token.lower in titles.RANKS_ONLY_IN_TITLES and not _beside_a_role(clause.tokens, index):
            continue
        yield Finding("title", f"The cited lines do not give the rank “{token.text}”.", token.text)


def _beside_a_role(tokens: Sequence[Token], index: int) -> bool:
    following = tokens[index + 1 : index + 3]
    return (
        tokens[index].capital
        and index > 0
        and any(token.lower in titles.ROLES and token.capital for token in following)
    )


def _leaves_out_a_lower_rank(words: Sequence[str], sources: Sequence[Source]) -> bool:
    """Tell whether "Deputy Ward Manager" became "Ward Manager" in every entry that has the title."""
    claimed = " ".join(words).lower()
    found = [
        match
        for source in sources
        for match in re.finditer(rf"(?:\b([\w-]+)\s+)?\b{re.escape(claimed)}\b", _titles_of(source).lower())
    ]
    # "A backend developer" in small letters is what somebody does, and "Backend Developer" what somebody is called.
    lower_ranks = titles.LOWER_RANKS - _WRITTEN_SMALL if not words[-1][:1].isupper() else titles.LOWER_RANKS
    return bool(found) and all(match.group(1) in lower_ranks for match in found)


def _titles_of(source: Source) -> str:
    """Return where a source gives the person a title: the entry's head, what an item begins with, "promoted to …"."""
    if not source.evidence.title:
        return source.text
    # "Selby Crane Solicitors" makes nobody a solicitor.
    head = source.head.replace(source.evidence.organisation or "\n", " ")
    begun = [match.group() for item in _ITEMS.split(source.own) if (match := _BEGINNING.match(item))]
    return ". ".join([head, *begun, *(match.group(0) for match in _title_phrase().finditer(source.own))])


def _is_given(word: str, sources: Sequence[Source]) -> bool:
    lower = word.lower().strip(".")
    if lower in PLAIN_WORDS["en"] or lower in {"of", "and", "the", "a", "an", "for"}:
        return True
    given = [Vocabulary(_titles_of(source), source.language) for source in sources]
    if any(_has_title_word(vocabulary, lower) for vocabulary in given):
        return True
    if lower in {"student", "graduate", "undergraduate", "scholar"}:
        return any(source.evidence.section is SectionKind.EDUCATION for source in sources)
    if lower == "volunteer" and any(source.evidence.section is SectionKind.VOLUNTEERING for source in sources):
        return True
    if form(lower) in soft_forms() and not word[:1].isupper():
        return True
    if lower not in titles.ROLES - titles.RANKS.keys() - _RANKS_OF_THEIR_OWN:
        return False
    # A training that was attended makes no trainer.
    done = (source for source in sources if source.evidence.section not in _STUDY)
    return any(source.own_words.has_root(stem(lower)) for source in done)


def _has_title_word(source: Vocabulary, lower: str) -> bool:
    forms = {lower, lower.removesuffix("s"), lower + "s"}
    for same in titles.SAME_ROLE:
        if lower in same:
            forms |= same
    abbreviations = {
        "senior": "sr",
        "junior": "jr",
        "sr": "senior",
        "jr": "junior",
        "vp": "vice",
        "vice": "vp",
        "president": "vp",
        "assistant": "asst",
        "manager": "mgr",
        "engineer": "eng",
    }
    if lower in abbreviations:
        forms.add(abbreviations[lower])
    if not forms.isdisjoint(word.strip(".") for word in source.words):
        return True
    if lower in source.initials or any(_is_begun(word, other) for word in forms for other in source.words):
        return True
    if lower in titles.ROLES or lower in titles.RANKS:
        return False
    return source.has_root(lower) or any(
        token.root and source.has_root(token.root) for token in Vocabulary(lower).tokens
    )
