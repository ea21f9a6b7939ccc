"""What a clause about an employer may be proven by: its own lines, and what somebody holds wherever they work."""

from resumate.documents.model import SectionKind
from resumate.letters.gate.employers import Employers
from resumate.letters.gate.registry import findings_for
from tests.unit.letters.gate.judging import claim, evidence, source

_OVENS = evidence(1, "Repaired 12 ovens a week")
_LICENCE = evidence(2, "Gas licence, Oregon, 2019", section=SectionKind.CERTIFICATIONS, organisation=None, title=None)
_TOOLS = evidence(3, "Excel, SAP", section=SectionKind.SKILLS, organisation=None, title=None)
_OTHER = evidence(4, "Sold 300 loaves a day", organisation="Corner Shop", title="Seller")


def _stays(sentence, *items):
    return findings_for(claim(sentence, *items)) == []


def test_a_licence_is_held_wherever_somebody_works():
    assert _stays("I repaired 12 ovens a week at Mill Lane and hold an Oregon gas licence.", _OVENS, _LICENCE)
    assert _stays("After my gas licence in 2019 I repaired ovens at Mill Lane.", _LICENCE, _OVENS)
    assert not _stays("I repaired 12 ovens a week at Mill Lane and hold a Texas gas licence.", _OVENS, _LICENCE)


def test_a_tool_is_said_beside_an_employer_and_not_of_it():
    assert _stays("I repaired 12 ovens a week at Mill Lane and know SAP as well.", _OVENS, _TOOLS)
    assert not _stays("At Mill Lane I repaired 12 ovens a week with SAP.", _OVENS, _TOOLS)


def test_what_was_done_at_one_employer_does_not_move_to_another():
    assert not _stays("At Mill Lane I sold 300 loaves a day.", _OVENS, _OTHER)


def test_the_first_word_of_a_name_is_not_the_first_word_of_another_name():
    employers = Employers([source("Wired shops", organisation="Elektro Zirngibl")])
    assert employers.named_in("I worked for Elektro until May.") == {"elektro zirngibl"}
    assert employers.named_in("I learned my trade at Elektro Hausl.") == frozenset()
