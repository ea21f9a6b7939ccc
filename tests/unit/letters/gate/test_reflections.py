"""What somebody learned, values or enjoys colours a sentence; a deed it brings along is a claim."""

import pytest

from resumate.letters.gate.meaning import check_meaning
from resumate.letters.gate.reflections import colouring_words
from resumate.letters.gate.vocabulary import Vocabulary
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Answered the letters of guests",
            "I answered the letters of guests, which taught me to find the right tone.",
            "I answered the letters of guests and ran a spa with a sauna.",
        ),
        (
            "Supervised six apprentices in the bakery",
            "I supervised six apprentices, and explaining my craft to younger people is something I still enjoy.",
            "I supervised six apprentices, and negotiating contracts is something I still enjoy.",
        ),
        (
            "Baked rolls for 30 hotels",
            "I baked rolls for 30 hotels, so a busy season doesn't frighten me.",
            "I baked rolls for 30 hotels, and surgery in theatres is part of my routine.",
        ),
        (
            "Baked rolls for 30 hotels",
            "I baked rolls for 30 hotels and know how little patience a hungry family has.",
            "I baked rolls for 30 hotels, and I know the tax law of Norway.",
        ),
        (
            "Wedding cakes, about 60 a season",
            "I made about 60 wedding cakes a season, and opening a shop would be the next step.",
            "I made about 60 wedding cakes a season, and I enjoy selling shares to banks.",
        ),
    ],
)
def test_a_lesson_needs_no_line_and_a_claim_does(line, true, lie):
    assert codes(check_meaning, true, line) == set()
    assert codes(check_meaning, lie, line) != set()


@pytest.mark.parametrize(
    ("text", "coloured"),
    [
        ("which sharpened my feel for sustainable products", True),
        ("which gave me their prize", False),
        ("which made me head of the ward", False),
        ("I developed my own curriculum", False),
        ("I know the wine list by heart", False),
    ],
)
def test_only_what_was_learned_or_felt_colours(text, coloured):
    assert bool(colouring_words(Vocabulary(text))) is coloured
