"""A certificate or licence must stand in the cited lines."""

import pytest

from resumate.documents.model import SectionKind
from resumate.letters.gate.certificates import check_certificates
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Food Hygiene Certificate Level 3, 2022",
            "I hold a Level 3 Food Hygiene Certificate.",
            "I hold a Level 3 First Aid Certificate.",
        ),
        ("ACA, ICAEW, 2018", "I am a chartered accountant.", "I am a chartered engineer."),
        ("Washington journeyman electrician license, 2020", "I received my journeyman license.", "I received my pilot license."),
        ("Registered Nurse license, State of Oregon", "I hold an Oregon RN license.", "I hold a Texas RN license."),
        ("CFA Level II passed (2023)", "I passed CFA Level II.", "I am a CFA charterholder."),
        ("CISSP: associate of (ISC)², experience pending; CEH (2023)", "I am CEH certified.", "I am CISSP certified."),
        ("CIPD Level 5 diploma", "I hold the CIPD Level 5 diploma.", "I hold the CIPD Level 7 diploma."),
        ("CIMA part-qualified; AAT Level 4 certificate", "I hold the AAT Level 4 certificate.", "I am a certified accountant."),
        ("Certified ScrumMaster (2021)", "I am a certified ScrumMaster.", "I am a certified accountant."),
    ],
)  # fmt: skip
def test_certificates_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_certificates, true, line, section=SectionKind.CERTIFICATIONS) == set()
    assert codes(check_certificates, lie, line, section=SectionKind.CERTIFICATIONS) != set()
