"""A title or rank that a sentence gives the person must stand in the cited entry.

"As a Senior Engineer" needs both words there. "Developer" for "engineer" is the same work; "manager" for
"assistant manager" is not. Ranks ("senior", "chief") need proof wherever they stand.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from resumate.letters.gate.certificates import follows_from_letters
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.held_titles import (
    SECTIONS_OF_STUDY,
    has_title_word,
    title_phrase,
    titles_of,
    titles_of_person,
)
from resumate.letters.gate.job_side import is_to_come
from resumate.letters.gate.source import Source
from resumate.letters.gate.stem import form, stem
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.vocabulary import Vocabulary
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


# "Led by a senior colleague": nobody calls themselves so.
_OF_OTHERS: Final = re.compile(
    r"[\w-]+\s+(?:colleagues?|peers?|staff|members?|people|leaders?|leadership|stakeholders?|officials?)\b",
    re.IGNORECASE,
)
# These ranks follow from no deed: who managed something need not be a manager.
_RANKS_OF_THEIR_OWN: Final = frozenset(
    "manager director supervisor leader head chief president founder owner professor principal lead chair commander captain executive officer".split()
)
_WRITTEN_SMALL: Final = frozenset({"junior", "graduate"})
# "Before I became a teacher I worked in a laboratory" tells what the person is today.
_BEFORE_I_WAS: Final = re.compile(r"\b(?:before|until|when)\s+I\s+(?:was|became)\b[^,]*\Z", re.IGNORECASE)
# "As SENCO at the school": letters that name a post.
_LETTERS_OF_A_POST: Final = re.compile(r"\b[Aa]s\s+(?:an?\s+|the\s+)?([A-Z]{2,6})(?=,|\s+(?:at|of|for|in|with|I)\b)")


def check_titles(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each title or rank that the cited entry does not give the person."""
    for clause in claim.told:
        for match in title_phrase().finditer(clause.text):
            words = re.findall(r"[\w'’.]+", match.group(1))
            sources = claim.known if _BEFORE_I_WAS.search(clause.text[: match.end()]) else clause.sources
            of = Vocabulary(match.group(2) or "", clause.language).tokens
            if (
                not _is_held(words, sources, claim)
                or not all(token.function or any(source.says(token) for source in sources) for token in of)
                or _leaves_out_a_lower_rank(words, sources)
            ):
                yield Finding("title", f"The cited lines do not call you “{match.group(1)}”.", match.group(1))
        for match in _LETTERS_OF_A_POST.finditer(clause.text):
            if not any(
                has_title_word(source.once(titles_of_person), match.group(1).lower()) for source in clause.sources
            ):
                yield Finding("title", f"The cited lines do not call you “{match.group(1)}”.", match.group(1))
        yield from _ranks(clause)


def _is_held(words: Sequence[str], sources: Sequence[Source], claim: Claim) -> bool:
    """Tell whether every word of a title is given, or all of them as letters ("PI" for principal investigator)."""
    letters = "".join(word[0] for word in words).lower()
    if len(words) > 1 and any(letters in source.once(titles_of_person).acronyms for source in sources):
        return True
    # "Key" colours many words; before a role it makes another one, and so does whatever the job's title begins with.
    other = titles.MAKES_ANOTHER_ROLE.union(
        claim.job.title.lower().split(), ["full"] if words[-1].lower() == "professor" else []
    )
    return all(_is_given(word, sources, may_colour=word.lower() not in other) for word in words)


def titles_in(text: str) -> list[list[str]]:
    """Return the words of each title that a text gives the person."""
    return [re.findall(r"[\w'’.-]+", match.group(1)) for match in title_phrase().finditer(text)]


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
        if any(has_title_word(source, token.lower) for source in clause.sources):
            continue
        if token.lower in titles.RANKS_ONLY_IN_TITLES and not _beside_a_role(clause.tokens, index):
            continue
        letters = "".join(following.lower[0] for following in clause.tokens[index : index + 2])
        if any(letters in source.once(titles_of_person).acronyms for source in clause.sources):
            continue
        if _OF_OTHERS.match(clause.text, token.start) or is_to_come(clause.text, token.start):
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
        for match in re.finditer(rf"(?:\b([\w-]+)\s+)?\b{re.escape(claimed)}\b", titles_of(source).lower())
    ]
    # "A backend developer" in small letters is what somebody does, and "Backend Developer" what somebody is called.
    lower_ranks = titles.LOWER_RANKS - _WRITTEN_SMALL if not words[-1][:1].isupper() else titles.LOWER_RANKS
    return bool(found) and all(match.group(1) in lower_ranks for match in found)


def _is_given(word: str, sources: Sequence[Source], *, may_colour: bool = True) -> bool:
    lower = word.lower().strip(".")
    if (lower in PLAIN_WORDS["en"] and may_colour) or lower in {"of", "and", "the", "a", "an", "for"}:
        return True
    if any(has_title_word(source.once(titles_of_person), lower) for source in sources):
        return True
    sections = {source.evidence.section for source in sources}
    if lower in titles.OF_SECTIONS and not sections.isdisjoint(titles.OF_SECTIONS[lower]):
        return True
    if any(follows_from_letters(lower, source) for source in sources):
        return True
    if form(lower) in soft_forms() and may_colour and not word[:1].isupper():
        return True
    if lower not in titles.ROLES - titles.RANKS.keys() - _RANKS_OF_THEIR_OWN:
        return False
    # A training that was attended makes no trainer.
    done = (source for source in sources if source.evidence.section not in SECTIONS_OF_STUDY)
    return any(source.own_words.has_root(stem(lower)) and not _is_of_somebody_else(lower, source) for source in done)


def _is_of_somebody_else(lower: str, source: Source) -> bool:
    """Tell whether a line names whoever has the title beside the person: "support of the data architect in designing"."""
    others = rf"\b(?:of|with|to|for|under|by|from|assist\w*|support\w*|help\w*)\s+(?:the|our|my|an?|their)\s+(?:[\w-]+\s+){{0,3}}?{re.escape(lower)}s?\b"
    rest = re.sub(others, " ", source.own, flags=re.IGNORECASE)
    return rest != source.own and not Vocabulary(rest, source.language).has_root(stem(lower))
