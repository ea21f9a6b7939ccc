"""Turns the features of a pair into a verdict: met, adjacent or gap.

Two logistic regressions, "shows anything of it" and "shows it", fitted on the calibration part of the labelled pairs
in ``tests/matching_pairs`` by ``benchmarks/matching_fit.py``, which prints the numbers below; the part that
is held out is only ever measured. Signs are fixed by meaning: no weight may reward a missing name. Used by
`match_resume`.
"""

import math
from typing import Final

from resumate.matching.likeness import Likeness

FEATURES: Final = (
    "cosine",
    "contrast",
    "words",
    "whole",
    "context",
    "names",
    "missing",
    "unproven",
    "degree",
    "summary",
    "study",
)
SIGNS: Final = (1, 1, 1, 1, 1, 1, -1, -1, 1, -1, -1)
RELEVANT_WEIGHTS: Final = (4.74, 5.55, 3.66, 1.64, 17.08, 2.72, -0.35, -1.58, 6.65, -1.16, -1.68)
RELEVANT_BIAS: Final = -3.64
MET_WEIGHTS: Final = (4.19, 7.67, 3.15, 2.24, 10.26, 0.69, -1.6, -1.54, 4.72, -2.33, -2.91)
MET_BIAS: Final = -5.02

# Chosen on the calibration part alone, leaving one resume out at a time: precision of the shown passages above 0.8 with
# a margin for people it has not seen; a hundredth of recall is its price.
RELEVANT_LEAST: Final = 0.38
RELEVANT_LEAST_OF_BEST: Final = 0.5
MET_LEAST: Final = 0.35


def relevance(likeness: Likeness) -> float:
    """Return how likely it is that a passage shows something of a requirement, 0 to 1."""
    return 0.0 if likeness.excluded else _probability(likeness, RELEVANT_WEIGHTS, RELEVANT_BIAS)


def fulfilment(likeness: Likeness) -> float:
    """Return how likely it is that a passage shows a requirement in full, 0 to 1; 0 when what was named is missing."""
    return 0.0 if likeness.excluded or not likeness.named else _probability(likeness, MET_WEIGHTS, MET_BIAS)


def _probability(likeness: Likeness, weights: tuple[float, ...], bias: float) -> float:
    total = math.fsum(weight * value for weight, value in zip(weights, likeness.features(), strict=True))
    return 1.0 / (1.0 + math.exp(-(total + bias)))
