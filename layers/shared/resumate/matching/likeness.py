"""Measures how much of a requirement a line of the resume shows, as the features that `calibration` weighs.

Cosine similarity alone takes "Fluent Spanish" for "English (fluent)" and "Databricks" for "data"; so the words and
names that were asked for are counted beside it. Called by `match_resume`.
"""

from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final

from msgspec import Struct

from resumate.documents.model import SectionKind
from resumate.matching.asked import Asked
from resumate.matching.names import shows_name
from resumate.matching.shown import Shown
from resumate.matching.synonyms import SYNONYMS
from resumate.matching.words import root


class Likeness(Struct, frozen=True):
    """The features of one pair; each is 0 to 1 but `contrast` (the cosine less its mean over the resume).

    `excluded` says that the pair cannot be evidence, whatever the features: another language, no degree.
    `named` says that nothing that was named is missing.
    """

    cosine: float
    contrast: float
    words: float
    whole: float
    context: float
    names: float
    missing: float
    unproven: float
    degree: float
    summary: float
    study: float
    excluded: bool
    named: bool

    def features(self) -> tuple[float, ...]:
        """Return the numbers in the order of `calibration.FEATURES`."""
        return (
            self.cosine, self.contrast, self.words, self.whole, self.context, self.names, self.missing, self.unproven,
            self.degree, self.summary, self.study,
        )  # fmt: skip


_STUDY_SECTIONS: Final = frozenset({SectionKind.EDUCATION, SectionKind.PUBLICATIONS, SectionKind.AWARDS})
_SYNONYM_VALUE: Final = 0.5
# A long requirement is not less shown because it has more words.
_WORDS_ENOUGH: Final = 4.0
_FIELD_VALUE: Final = 0.3
# Names that make up half of the words of a requirement are what it is about.
_NAMES_VALUE: Final = 2.0


def likeness(asked: Asked, shown: Shown, cosine: float, mean: float, rare: dict[str, float]) -> Likeness:
    """Return the features of one requirement and one passage.

    Args:
        asked: the requirement.
        shown: the passage.
        cosine: the similarity of their vectors.
        mean: the mean similarity of the requirement over the resume's passages.
        rare: `rarity` of the resume's words.
    """
    weights = {word: weight * rare.get(word, 1.0) for word, weight in asked.weights.items()}
    all_words = sum(weights.values()) or 1.0
    enough = min(all_words, _WORDS_ENOUGH)
    present = _present_names(asked, shown)
    covered = _covered(weights, shown.own.union(*(asked.names[name] for name in present)))
    field = _FIELD_VALUE if asked.fields & shown.fields else 0.0
    share = _share_of_names(asked, present) * _part_of_names(asked, all_words)
    missing = bool(asked.names) and not present
    asks_proof = asked.degree is not None or asked.certificate
    return Likeness(
        cosine=cosine,
        contrast=cosine - mean,
        words=min(1.0, covered / enough + field),
        whole=covered / all_words,
        # What stands in the head of the entry shows a kind of work or a field of study, not a single skill.
        context=_context(weights, shown, enough) if asked.experience or asks_proof else 0.0,
        names=share,
        missing=float(missing),
        unproven=float(missing and asked.certificate),
        degree=float(asked.degree is not None and shown.degree >= asked.degree),
        summary=float(shown.section is SectionKind.SUMMARY and not asked.experience),
        study=float(shown.section in _STUDY_SECTIONS and not asks_proof),
        excluded=_lacks(asked, shown, least=1) or bool(asked.languages and not asked.languages & shown.names),
        named=not missing and not _lacks(asked, shown, least=asked.degree or 0),
    )


def _lacks(asked: Asked, shown: Shown, *, least: int) -> bool:
    """Tell whether a degree is asked that nothing may stand in for, and the passage shows none of level `least`."""
    return asked.degree is not None and asked.degree_only and shown.degree < least


def _context(weights: dict[str, float], shown: Shown, enough: float) -> float:
    covered = min(1.0, _covered(weights, shown.context) / enough)
    return covered * covered


def _covered(weights: dict[str, float], roots: AbstractSet[str]) -> float:
    covered = 0.0
    for word, weight in weights.items():
        if word in roots:
            covered += weight
        elif _synonyms().get(word, frozenset()) & roots:
            covered += _SYNONYM_VALUE * weight
    return covered


def _present_names(asked: Asked, shown: Shown) -> list[str]:
    roots = shown.own | shown.context
    return [name for name in sorted(asked.names) if shows_name(name, roots, shown.names)]


def _part_of_names(asked: Asked, all_words: float) -> float:
    """Return how much of a requirement its names are: "Strong SQL" is all name, a long duty that mentions CI/CD is not."""
    named = frozenset[str]().union(*asked.names.values())
    weight = sum(asked.weights.get(word, 0.0) for word in named)
    return min(1.0, _NAMES_VALUE * weight / all_words)


def _share_of_names(asked: Asked, present: list[str]) -> float:
    """Return the share of the asked names that a passage shows; one is enough of "A, B or C"."""
    if not present:
        return 0.0
    return 1.0 if asked.any_name else len(present) / len(asked.names)


@cache
def _synonyms() -> dict[str, frozenset[str]]:
    groups = [frozenset(root(word) for word in line.split()) for line in SYNONYMS.strip().splitlines()]
    related: dict[str, frozenset[str]] = {}
    for group in groups:
        for word in group:
            related[word] = related.get(word, frozenset()) | (group - {word})
    return related
