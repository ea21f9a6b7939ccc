"""A piece of evidence: what of it may prove something, and which months it covers."""

import pytest

from resumate.documents.model import SectionKind, YearMonth
from resumate.letters.gate.source import Source, organisation_key
from resumate.letters.gate.tokens import tokens_of
from resumate.letters.model import Evidence, Origin, Quote
from tests.unit.letters.builders import TODAY
from tests.unit.letters.gate.judging import source


def test_only_what_stands_in_the_lines_can_prove_anything():
    forged = Evidence(
        id="e1", origin=Origin.RESUME, text="Led 40 bakers", quotes=[Quote(page=1, line=1, text="Baked bread")]
    )
    read = Source(forged, TODAY)
    assert (read.own, read.is_carried) == ("Baked bread", False)


def test_bullets_and_line_ends_are_no_part_of_a_line():
    evidence = Evidence(
        id="e1",
        origin=Origin.RESUME,
        text="Baked bread and cakes",
        quotes=[Quote(page=1, line=1, text="• Baked bread"), Quote(page=1, line=2, text="and cakes")],
    )
    assert Source(evidence, TODAY).is_carried


@pytest.mark.parametrize(
    ("fields", "least", "most"),
    [
        ({"start": YearMonth(2020, 1), "end": YearMonth(2020, 12)}, 12, 12),
        ({"start": YearMonth(2019), "end": YearMonth(2021)}, 14, 36),
        ({"start": YearMonth(2026, 1), "current": True}, 11, 11),
        ({"start": YearMonth(2020, 1)}, 0, 0),
    ],
)
def test_a_bare_year_may_be_all_of_it_or_a_month(fields, least, most):
    read = source("Baked bread", **fields)
    assert (len(read.months), len(read.months_at_most)) == (least, most)


@pytest.mark.parametrize(
    ("name", "key"), [("The Mill Lane Bakery Ltd.", "mill lane bakery"), ("Ovens GmbH & Co. KG", "ovens &"), ("", "")]
)
def test_an_organisation_is_known_without_article_and_legal_form(name, key):
    assert organisation_key(name) == key


def test_a_section_says_what_its_lines_need_not():
    (token,) = tokens_of("certificate")
    assert source("Food Hygiene, Level 3", section=SectionKind.CERTIFICATIONS).carries(token)
    assert not source("Food Hygiene, Level 3").carries(token)
