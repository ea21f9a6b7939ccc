"""Ranks pieces of evidence by how much of a sentence they carry: rare words and numbers first.

An index by root and by group of related words, so that a resume of a hundred lines is ranked in a fraction of the time
that one check takes. It decides only what `letters.prove_sentences` tries first; the checks decide what is proven.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from resumate.letters.gate.relations import groups_of
from resumate.letters.gate.source import Source
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.vocabulary import Vocabulary

_RELATED: Final = 0.5
_IN_THE_HEAD: Final = 0.5
_NUMBER: Final = 2.0


class Likeness:
    """An index of the words of many sources."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = list(sources)
        self._by_root: dict[str, dict[int, float]] = defaultdict(dict)
        self._by_group: dict[int, dict[int, float]] = defaultdict(dict)
        self._by_number: dict[float, dict[int, float]] = defaultdict(dict)
        for place, source in enumerate(self._sources):
            self._add(place, source.head_words, _IN_THE_HEAD)
            self._add(place, source.own_words, 1.0)
            for quantity in source.quantities:
                for number in quantity.numbers:
                    self._by_number[number][place] = 1.0

    def ranked(self, vocabulary: Vocabulary, numbers: Iterable[float] = ()) -> list[tuple[float, Source]]:
        """Return the sources that share anything with a sentence, the most alike first, each with its score."""
        scores: dict[int, float] = defaultdict(float)
        for token in telling_words(vocabulary):
            found = self._by_root.get(token.root) or self._related(token.root)
            for place, weight in found.items():
                scores[place] += weight * self._rarity(found)
        for number in numbers:
            for place in self._by_number.get(number, {}):
                scores[place] += _NUMBER
        ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
        return [(score, self._sources[place]) for place, score in ranked]

    def _add(self, place: int, vocabulary: Vocabulary, weight: float) -> None:
        for root in vocabulary.roots:
            self._by_root[root][place] = weight
            for group in groups_of(root):
                self._by_group[group][place] = weight * _RELATED

    def _related(self, root: str) -> dict[int, float]:
        found: dict[int, float] = {}
        for group in groups_of(root):
            found.update(self._by_group.get(group, {}))
        return found

    def _rarity(self, found: dict[int, float]) -> float:
        """Weigh a word that few lines have more than one that all have."""
        return 1.0 + math.log(len(self._sources) / len(found)) if found else 0.0
