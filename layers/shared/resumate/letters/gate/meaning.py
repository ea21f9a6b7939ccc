"""A sentence must say what its evidence says: the share of its words that the cited lines carry, in any form.

Words count by root, by another name, or by a related word (`gate.relations`); words that say nothing are left
out (`words.plain_words`). Each clause is weighed by itself, and the sentence as a whole. Closeness of meaning by
an embedder, when one is at hand, may only reject what is barely carried, and never lift what is not.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from resumate.letters.gate.about_job import is_intended, is_of_the_job, is_what_you_ask
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.employers import places_of_asides
from resumate.letters.gate.negation import denied_in
from resumate.letters.gate.opposites import directions_of
from resumate.letters.gate.ordinals import ordinals_of
from resumate.letters.gate.reflections import colouring_words, deeds_enjoyed
from resumate.letters.gate.relations import groups_of
from resumate.letters.gate.source import Source
from resumate.letters.gate.stem import stem
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.weights import RESULT, weights_of
from resumate.letters.gate.words.units import UNITS_OF_MEASURE
from resumate.letters.model import Finding

# One cosine per pair of texts.
Similarity = Callable[[list[str], list[str]], list[float]]

# What may be missing against what is proven, in weights (`gate.weights`).
SURELY: Final = 0.46
# For a clause of two telling words, where one is half of all.
SURELY_OF_TWO: Final = 0.7
# For a sentence that cites nothing itself.
UNMISTAKABLY: Final = 0.0
# From here on a sentence is barely carried, and must be this close (cosine) to one of its sources, if that is asked.
BARELY: Final = 0.3
CLOSE: Final = 0.2
# What a word that only colours (`gate.reflections`) takes from the sentence as a whole.
COLOURED: Final = 0.15
_HEAD: Final = 0.6
_NUMBER: Final = 1.0
_NAME: Final = 1.25
# "Sales went up": a result without a verb of its own.
_MOVED: Final = re.compile(
    r"\b(?:went|gone|going|brought|bringing|driven|drove|pushed|pushing)\s+(?:\w+\s+){0,3}?(up|down)\b(?!\s+(?:in|with|by my))",
    re.IGNORECASE,
)
# "Which your advertisement mentions".
_REFERENCE: Final = re.compile(r"advert\w*|posting|mentions?|vacancy", re.IGNORECASE)
# "Meets a central requirement of your position".
_MEETS: Final = re.compile(
    r"\b(?:meets?|fulfils?|satisf(?:y|ies))\s+(?:an?|one\s+of\s+the|the)\s+(?:[\w-]+\s+)?(?:requirement|condition|criterion|wish|need|demand)s?\s+of\s+(?:your|the)\s+\w+",
    re.IGNORECASE,
)
# "Which meets your request".
_ASKED: Final = re.compile(r"requests?|requirements?|wish(?:es)?|needs?|expectations?|criteria|profile", re.IGNORECASE)
# "I haven't used GraphQL yet", "I don't claim to be an expert".
_MODEST_DENIAL: Final = re.compile(
    r"\b(?:I|we)\s+(?:(?:have|had|do|did|am|was|were|are)\s+(?:not|never)|(?:have|had|do|did|was|were|are)n['’]t|cannot|can['’]t|never)\b(?!\s+(?:\w+ly\s+|ever\s+|once\s+|yet\s+)*(?:miss|los|fail|cause|receiv|get|got|had|break|broke|exceed|drop|mak|made|forg|complain|need|be\s+late|been\s+late|come\s+late)\w*)|"
    r"\bI['’]m\s+not\b",
    re.IGNORECASE,
)
# The root that says it in a word, and its direction in `gate.opposites`.
_DIRECTIONS: Final = {"up": (stem("increase"), 0), "down": (stem("reduce"), 1)}
SIZES_OF_ACRONYMS: Final = frozenset({2, 3, 4, 5})
_CLAUSE_WORDS_LEAST: Final = 2


class _Weighed(NamedTuple):
    text: str
    words: int
    proven: float
    missing: float
    coloured: float
    missing_words: list[str]
    brought_in: list[str]
    sources: list[Source]

    @property
    def share(self) -> float:
        """The share of what is missing, 0 to 1."""
        return self.missing / (self.missing + self.proven) if self.missing else 0.0


def check_meaning(claim: Claim, similarity: Similarity | None = None, surely: float = SURELY) -> Iterator[Finding]:
    """Yield a finding for each part of the sentence that the cited lines do not carry, up to a share of `surely`."""
    parts = [_weigh(clause, claim) for clause in claim.told]
    whole = _Weighed(
        claim.text,
        sum(part.words for part in parts),
        sum(part.proven for part in parts),
        sum(part.missing + part.coloured for part in parts),
        0.0,
        [word for part in parts for word in part.missing_words],
        [word for part in parts for word in part.brought_in],
        list(dict.fromkeys(source for part in parts for source in part.sources)),
    )
    if whole.proven == 0 and not any(clause.years or _has_an_ordinal_of_the_lines(clause) for clause in claim.clauses):
        yield Finding("empty", "The sentence says nothing of you that the cited lines could prove.")
        return
    if whole.brought_in:
        yield _finding(whole.brought_in)
        return
    barely: list[_Weighed] = []
    for part in [*(part for part in parts if part.words >= _CLAUSE_WORDS_LEAST), whole]:
        if part.share > (surely if part is whole or part.words > _CLAUSE_WORDS_LEAST else max(surely, SURELY_OF_TWO)):
            yield _finding(part.missing_words)
            return
        if part.share > BARELY:
            barely.append(part)
    if barely and similarity:
        yield from _too_far(barely, similarity)


def _has_an_ordinal_of_the_lines(clause: Clause) -> bool:
    """Tell whether "every fifth week" stands in the lines as well."""
    return any(not clause.once(ordinals_of).isdisjoint(source.once(ordinals_of)) for source in clause.sources)


def unproven_words(clause: Vocabulary, words: Sequence[Token], sources: Sequence[Source]) -> list[str]:
    """Return those of `words` that no source has in any form."""
    covered = covered_by_alias(clause, sources)
    return [
        token.text
        for token in words
        if token.start not in covered and not any(source.carries(token) for source in sources)
    ]


def _weigh(clause: Clause, claim: Claim) -> _Weighed:
    words = _words_to_prove(clause, claim)
    missing_words = unproven_words(clause, words, clause.sources)
    unproven = {word.start for word in words if word.text in missing_words}
    colouring = unproven & clause.once(colouring_words)
    aside = colouring | _modestly_denied(clause, unproven)
    aside |= {word.start for word in words if word.start in unproven and is_what_you_ask(clause.text, word.start)}
    words = [word for word in words if word.start not in aside and _REFERENCE.fullmatch(word.text) is None]
    weights = weights_of(clause, claim.job)
    coloured = sum(min(weights[start], COLOURED) for start in colouring)
    missing = sum(weights[word.start] for word in words if word.start in unproven)
    # A proven number speaks for the clause like half a word; so does a word that only the entry's head has.
    proven = sum(_proof(word, clause) for word in words if word.start not in unproven) + _NUMBER * len(
        clause.quantities
    )
    brought_in = [word.text for word in words if word.start in unproven & clause.once(deeds_enjoyed)]
    if (moved := _MOVED.search(clause.text)) and not _is_moved(moved.group(1).lower(), clause.sources):
        missing_words.append(moved.group())
        missing += RESULT
    return _Weighed(clause.text, len(words), proven, missing, coloured, missing_words, brought_in, clause.sources)


def _words_to_prove(clause: Clause, claim: Claim) -> list[Token]:
    """Return the words that say something, but for wishes, asides, units, the reader's own name and the job's side."""
    elsewhere = [*places_of_asides(clause.text), *(range(*match.span()) for match in _MEETS.finditer(clause.text))]
    company = claim.job.company.lower().split()
    return [
        word
        for word in telling_words(clause)
        if not any(word.start in place for place in elsewhere)
        and word.lower not in UNITS_OF_MEASURE
        and not (word.capital and word.lower in company)
        and not is_intended(clause.text, word.start)
        and not (
            is_of_the_job(clause.text, word.start)
            and (claim.job.vocabulary.has_root(word.root) or _ASKED.fullmatch(word.text))
        )
    ]


def _is_moved(direction: str, sources: Sequence[Source]) -> bool:
    """Tell whether a source says that something went "up" or "down"."""
    root, group = _DIRECTIONS[direction]
    return any(
        source.has_root(root) or not groups_of(root).isdisjoint(source.groups) or group in source.once(directions_of)
        for source in sources
    )


def _modestly_denied(clause: Clause, missing: set[int]) -> set[int]:
    """Return where words stand that the person says not to have or know: no line can prove that, and none must."""
    return denied_in(clause) & missing if _MODEST_DENIAL.search(clause.text) else set()


def _proof(token: Token, clause: Clause) -> float:
    own = any(source.own_words.says(token) for source in clause.sources)
    if own and (token.odd or (token.capital and token.start)):
        return _NAME
    return 1.0 if own or not any(source.evidence.context for source in clause.sources) else _HEAD


def covered_by_alias(clause: Vocabulary, sources: Sequence[Source]) -> set[int]:
    """Return where the words stand that are another name of something in the sources."""
    tokens = clause.tokens
    acronyms = frozenset[str]().union(*(source.acronyms for source in sources))
    covered: set[int] = set()
    for name, (start, end) in clause.aliases.items():
        if any(name in source.aliases for source in sources):
            covered.update(token.start for token in tokens[start:end])
    for size in {len(acronym) for acronym in acronyms} & SIZES_OF_ACRONYMS:
        for start in range(len(tokens) - size + 1):
            if "".join(token.lower[0] for token in tokens[start : start + size]) in acronyms:
                covered.update(token.start for token in tokens[start : start + size])
    return covered


def _too_far(parts: list[_Weighed], similarity: Similarity) -> Iterator[Finding]:
    pairs = [(index, part.text, source.text) for index, part in enumerate(parts) for source in part.sources]
    scores = similarity([text for _, text, _ in pairs], [text for _, _, text in pairs])
    for index, part in enumerate(parts):
        best = max((score for (place, _, _), score in zip(pairs, scores, strict=True) if place == index), default=0.0)
        if best < CLOSE:
            yield _finding(part.missing_words)


def _finding(missing: Sequence[str]) -> Finding:
    words = ", ".join(dict.fromkeys(missing[:6]))
    return Finding("meaning", f"The cited lines do not say this: nothing there stands for {words}.", words)
