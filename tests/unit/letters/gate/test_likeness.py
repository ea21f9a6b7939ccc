"""Which lines are tried first for a sentence that cites none."""

from resumate.letters.gate.likeness import Likeness
from resumate.letters.gate.vocabulary import Vocabulary
from tests.unit.letters.gate.judging import source

BREAD, CAKE, TRAINED = source("Baked rye bread"), source("Baked wedding cakes"), source("Trained 9 bakers")
LIKENESS = Likeness([BREAD, CAKE, TRAINED])


def ranked(text, numbers=()):
    return [found for _, found in LIKENESS.ranked(Vocabulary(text), numbers)]


def test_the_line_with_the_rare_words_comes_first():
    assert ranked("I baked cakes for weddings.")[0] is CAKE


def test_a_number_counts_like_rare_words():
    assert ranked("I bake for people.", [9.0])[0] is TRAINED


def test_a_line_that_shares_nothing_is_not_tried():
    assert BREAD not in ranked("I trained people.")
