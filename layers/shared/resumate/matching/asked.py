"""Reads a requirement as it is searched for: its words, its names, and what kind of thing it asks.

Used by `candidates` and `questions`; `likeness` compares the result with what `shown` reads from a passage.
"""

from functools import cache
from typing import Final

from msgspec import Struct

from resumate.matching.aliases import LANGUAGES
from resumate.matching.degrees import accepts_experience, least_degree
from resumate.matching.names import asked_names, field_names
from resumate.matching.pattern import Pattern
from resumate.matching.words import content


class Asked(Struct, frozen=True):
    """A requirement as it is searched for.

    `weights` are its word roots; `names` the things it names, with the roots of the words it uses for each; `languages`
    is filled when it names nothing but languages; `degree` is the least level that is enough.
    """

    weights: dict[str, float]
    fields: frozenset[str]
    names: dict[str, frozenset[str]]
    languages: frozenset[str]
    any_name: bool
    degree: int | None
    degree_only: bool
    experience: bool
    certificate: bool


_ANY_OF: Final = Pattern(
    r"""
    \bor\b|\band/or\b|/|\be\.?g\b|\bsuch as\b|\blike\b|\bsimilar\b|\bideally\b|\bpreferably\b|\bor equivalent\b
    |\bincluding\b|\boder\b|\bz\. ?b\b|\bou\b|\bo\b|\betc\b
    """
)
_EXPERIENCE: Final = Pattern(
    r"""
    \bexperienced?\b|\byears?\b|\btrack record\b|\bbackground in\b|\bworked\b|\berfahrung|\bexpérience|\bexperiencia
    |\bjahre\b|\bans\b|\baños\b
    """
)
_CERTIFICATE: Final = Pattern(
    r"""
    \bcertific\w+|\bcertified\b|\blicen[cs]e\w*|\bregist(?:ered|ration)\b|\bqualifi(?:ed|cations?)\b|\bcards?\b
    |\bmember(?:ship)?\b|\bchartered\b|\baccredit\w+|\bticket\b|\bführerschein|\bpermis\b|\bcarnet\b|\bdiploma\b
    """
)


def asked_of(requirement: str, *, ignore: frozenset[str] = frozenset()) -> Asked:
    """Return a requirement as it is searched for.

    Args:
        requirement: the job's own words.
        ignore: folded words that are no names here (the company's).
    """
    names = asked_names(requirement, ignore=ignore)
    languages = names.keys() & _languages()
    return Asked(
        weights=content(requirement),
        fields=frozenset(field_names(requirement)),
        names=names,
        languages=frozenset(languages) if languages == names.keys() else frozenset(),
        any_name=_ANY_OF.search(requirement) is not None,
        degree=least_degree(requirement),
        degree_only=not accepts_experience(requirement),
        experience=_EXPERIENCE.search(requirement) is not None,
        certificate=_CERTIFICATE.search(requirement) is not None,
    )


@cache
def _languages() -> frozenset[str]:
    return frozenset(line.split(",")[0].strip() for line in LANGUAGES.strip().splitlines())
