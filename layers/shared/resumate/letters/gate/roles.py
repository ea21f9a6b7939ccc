"""Who did it, and to whom: "the head chef stood in for me" is not "covered for the head chef".

A bullet without a subject tells of the person. So a deed that the evidence gives to the person may not go to others in
the sentence, a deed that it gives to others may not go to the person, and nobody does to the person what the person did.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from resumate.documents.model import SectionKind
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.relations import groups_of
from resumate.letters.gate.source import Source
from resumate.letters.gate.stem import is_irregular_past
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.weights import is_lesson
from resumate.letters.gate.words.people import is_person
from resumate.letters.model import Finding

_SUBJECT_MOST: Final = 5
_ITEMS: Final = re.compile(r"[;•\n]\s*|[.!?]\s+|,\s+(?:and|but|which|who)?\s*|\s+[–—]\s+|\band\s+(?=the\s|an?\s)")
# The evidence itself says that something was done to the person.
_DONE_TO_ME: Final = re.compile(
    r"\b(?:by|under|received|awarded|named|invited|asked|chosen|elected|selected|shortlisted|nominated|appointed|promoted|mentored|supervised|trained|me|contact|seconded|hired|featured|commended|certified|licensed|registered|qualified|admitted|accepted|sponsored|funded|recogni[sz]ed|interested|based|employed|involved|enrolled)\b",
    re.IGNORECASE,
)
_PASSIVE: Final = re.compile(
    r"\bI\s+(?:was|were|am|have been|had been|got|'ve been)\s+(?:\w+ly\s+)?(\w+)\b", re.IGNORECASE
)
_TO_ME: Final = re.compile(
    r"\b\w+(?:ed|t|d|n|k|w|e|s|g)\s+(?:(?:in|up|over|out)\s+)?(?:for\s+)?me\b|\b(?:under|as|for)\s+my\s+\w+|\bcovered\s+my\b",
    re.IGNORECASE,
)
_WITH_ME: Final = re.compile(
    r"\b(?:join\w*|with|beside|alongside|contact\w*|reach\w*|follow\w*|ask\w*|call\w*|came to|come to|told|tell\w*|turn\w* to)\s+me\b",
    re.IGNORECASE,
)
_THROUGH_ME: Final = re.compile(
    r"\b(?:by|from|with|through|thanks to|have|has|had|called|beside)\s+me\b|\b(?:that|whom|which|and|or)\s+I\b",
    re.IGNORECASE,
)
_UNDER_ME: Final = re.compile(r"\bunder my\b", re.IGNORECASE)
_UNDER_OTHERS: Final = re.compile(r"\bunder (?:the |an? )(?!age)", re.IGNORECASE)
# "Two representatives were onboarded", "women that I met": nothing that the subject did.
_NO_ACTIVE: Final = frozenset("was were been is are be being who whom that which have has had".split())
# "Teaching students has prepared me": the teaching did, not the students.
_GERUND: Final = re.compile(r"\w+ing\s+(?!\w+s\s+(?:have|were|are)\b)", re.IGNORECASE)
# "The club I started", "the pupils we taught".
_CONTACT: Final = re.compile(r"\s+(?:I|we)\b")
# "Twenty people work for me", "completed their theses under my supervision".
_ANSWER_TO_ME: Final = re.compile(
    r"\bwork(?:s|ed|ing)?\s+(?:for|under)\s+me\b|\breport(?:s|ed|ing)?\s+to\s+me\b|\bunder\s+my\s+(?:supervision|guidance|leadership|direction|lead|management)\b",
    re.IGNORECASE,
)
_IN_CHARGE: Final = re.compile(
    r"\b(?:manag\w+|lead(?:s|ing)?|led|supervis\w+|head(?:s|ed|ing)?|direct(?:s|ed|ing)?|run(?:s|ning)?|ran|oversee\w*|oversaw|in charge|responsible|staff of|team of|reports?)\b",
    re.IGNORECASE,
)
_ARTICLES: Final = frozenset("the a an our my".split())
_STUDY: Final = frozenset({SectionKind.EDUCATION, SectionKind.CERTIFICATIONS, SectionKind.AWARDS})
_DETERMINERS: Final = frozenset(
    "the a an my our their its his her this that these those some several two three four five six seven eight nine ten both all many most one another each every".split()
)


class _Deed:
    """One item of the evidence and who does what it says."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self.other = _other_subject(self._words.tokens)

    @cached_property
    def first(self) -> Token | None:
        """The word that an item without a subject begins with: what the person did."""
        told = [token for token in self._words.tokens[:3] if not token.function and not token.lower.endswith("ly")]
        return told[0] if told and self.other is None else None

    def done_by_other(self) -> Token | None:
        """The first telling word after another subject."""
        if self.other is None or self._words.tokens[0].lower not in _ARTICLES:
            return None  # "2 apprentices taken on": a note about whom it was done to
        following = [token for token in self._words.tokens if token.start > self.other.start]
        return next((token for token in following if not token.function and not token.lower.endswith("ly")), None)


def check_roles(claim: Claim) -> Iterator[Finding]:
    """Yield a finding where the sentence lets another do what the person did, or the person what another did."""
    if claim.language != "en":
        return
    for clause in claim.told:
        deeds = [deed for source in clause.sources for deed in source.once(_deeds)]
        yield from _given_away(clause, deeds)
        if not deeds or is_lesson(clause.text):
            continue
        yield from _done_to_the_person(clause, deeds)
        yield from _taken_over(clause, deeds)


def _deeds(source: Source) -> list[_Deed]:
    return [_Deed(item) for item in source.pieces(_ITEMS)]


def _given_away(clause: Clause, deeds: Sequence[_Deed]) -> Iterator[Finding]:
    """Refuse "a partner drafted the documents" for "drafted the documents"."""
    subject = _other_subject(clause.tokens)
    if subject is not None and _CONTACT.match(clause.text, subject.start + len(subject.text)):
        return  # "The club I started": the person did
    if subject is None or (_GERUND.match(clause.text) and is_lesson(clause.text)):
        return
    if _UNDER_ME.search(clause.text) and any(_UNDER_OTHERS.search(source.own) for source in clause.sources):
        yield _finding(subject, "worked under you: you worked under somebody")
        return
    if _THROUGH_ME.search(clause.text) or (is_lesson(clause.text) and not is_person(subject.lower)):
        return
    if _ANSWER_TO_ME.search(clause.text) and any(source.once(_is_in_charge) for source in clause.sources):
        return
    told = any(_DONE_TO_ME.search(source.own) for source in clause.sources)
    if _TO_ME.search(clause.text) and not _WITH_ME.search(clause.text) and not told:
        yield _finding(subject, "did this to you or for you")
        return
    following = next((token for token in clause.tokens if token.start > subject.start), None)
    if following is None or following.lower in _NO_ACTIVE:
        return
    for token in [token for token in clause.tokens if token.start > subject.start and not token.function][:1]:
        mine = any(deed.first and _same_deed(deed.first, token) for deed in deeds)
        theirs = any(_same_deed(other, token) for deed in deeds if (other := deed.done_by_other())) or any(
            re.search(rf"\b{re.escape(token.lower)}\s+by\b", source.lower) for source in clause.sources
        )
        if mine and not theirs and _is_verb(token):
            yield _finding(subject, f"“{token.text}” this: they give it to you")


def _is_in_charge(source: Source) -> bool:
    return _IN_CHARGE.search(source.own) is not None and not _UNDER_OTHERS.search(source.own)


def _done_to_the_person(clause: Clause, deeds: Sequence[_Deed]) -> Iterator[Finding]:
    """Refuse "I was instructed by trainers" for "instructed new drivers"."""
    for match in _PASSIVE.finditer(clause.text):
        token = next((token for token in clause.tokens if token.start == match.start(1)), None)
        if token is None or not _is_verb(token) or any(_DONE_TO_ME.search(source.own) for source in clause.sources):
            continue
        if all(source.evidence.section in _STUDY for source in clause.sources):
            continue
        if any(deed.first and deed.first.root == token.root for deed in deeds):
            yield Finding(
                "contradiction", f"The cited lines say that you did it, not that you were {token.text}.", token.text
            )


def _taken_over(clause: Clause, deeds: Sequence[_Deed]) -> Iterator[Finding]:
    """Refuse "I now run them" for "the coordinator now runs it"."""
    others = [token for deed in deeds if (token := deed.done_by_other()) and _is_verb_or_noun(token)]
    for index, token in enumerate(clause.tokens):
        if not index or token.function or not _follows_i(clause.tokens, index):
            continue
        if any(other.root == token.root for other in others) and not any(
            source_has_elsewhere(source, token, others) for source in clause.sources
        ):
            yield Finding("promotion", f"The cited lines say that others “{token.text}” this, not you.", token.text)


def source_has_elsewhere(source: Source, token: Token, others: Sequence[Token]) -> bool:
    """Tell whether a word also stands where no other person is its subject."""
    count = sum(1 for word in source.own_words.tokens if word.root == token.root)
    return count > sum(1 for other in others if other.root == token.root)


def _follows_i(tokens: Sequence[Token], index: int) -> bool:
    before = index - 1
    while before >= 0 and (
        tokens[before].lower.endswith("ly") or tokens[before].lower in {"now", "also", "then", "have", "had", "still"}
    ):
        before -= 1
    return before >= 0 and tokens[before].lower == "i"


def _other_subject(tokens: Sequence[Token]) -> Token | None:
    """Return the noun of a person that a clause begins with, unless the person is part of the subject."""
    for index, token in enumerate(tokens[:_SUBJECT_MOST]):
        if token.lower in {
            "i",
            "we",
            "of",
            "for",
            "with",
            "to",
            "by",
            "alongside",
            "besides",
            "about",
            "among",
            "in",
            "at",
            "from",
            "on",
            "as",
            "under",
            "and",
            "when",
            "while",
            "after",
            "before",
            "my",
        }:
            return None
        if is_person(token.lower):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if following is not None and is_person(following.lower):
                continue
            if following is None or following.lower in {"and", "of", "for", "with", "at", "in", "to"}:
                return _after_complement(tokens, index)
            begins = tokens[0].lower in _DETERMINERS or tokens[0].numeric or token.lower.endswith("s")
            return token if begins and not following.lower.startswith("'") else None
    return None


def _after_complement(tokens: Sequence[Token], index: int) -> Token | None:
    """Return the head of "the head of department", whose complement is short; "the chef and I" is no other subject."""
    rest = tokens[index + 1 : index + 4]
    if tokens[0].lower not in _DETERMINERS or not rest or rest[0].lower != "of":
        return None
    return tokens[index + 2] if index + 2 < len(tokens) and len(tokens) > index + 3 else None


def _same_deed(left: Token, right: Token) -> bool:
    return left.root == right.root or not groups_of(left.root).isdisjoint(groups_of(right.root))


def _is_verb(token: Token) -> bool:
    return token.lower.endswith("ed") or is_irregular_past(token.lower)


def _is_verb_or_noun(token: Token) -> bool:
    return not (token.capital or token.odd or token.numeric)


def _finding(subject: Token, what: str) -> Finding:
    return Finding("contradiction", f"The cited lines do not say that the {subject.text} {what}.", subject.text)
