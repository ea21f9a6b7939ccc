"""Nouns for people and bodies of people, as the subject or the object of a deed."""

from typing import Final

from resumate.letters.gate.words.titles import ROLES

_OTHERS: Final = """
colleague coworker teammate classmate peer boss team group crew staff department management leadership board council committee jury parliament ministry authority government agency company firm employer organisation
customer client guest visitor patient resident student pupil learner parent family child neighbour reader user member passenger employee worker hire starter joiner newcomer stakeholder supplier vendor subcontractor contractor
owner buddy friend person people man woman press newspaper magazine school hospital university bank union trust club federation association inspectorate regulator auditor court judge investor donor sponsor
superior supervisor line-manager headteacher teammates fellow apprentice deputy successor predecessor
"""
# One of these, in the singular, is who did it, or whom it was done to.
PEOPLE: Final[frozenset[str]] = ROLES | frozenset(_OTHERS.split())


def is_person(word: str) -> bool:
    """Tell whether a lower-case word, singular or plural, names people."""
    return (
        word in PEOPLE
        or word.removesuffix("s") in PEOPLE
        or (word.endswith("ies") and word.removesuffix("ies") + "y" in PEOPLE)
    )
