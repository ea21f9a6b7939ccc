"""Reads which level of education a text names, so that a bachelor's degree never counts as a master's.

Used by `likeness` on requirements (the least that is enough) and on lines of a resume (the most that is shown).
"""

from typing import Final

from resumate.matching.pattern import Pattern

_LEVELS: Final = (
    (
        1,
        r"""
        \b(?:high school (?:diploma|graduate)|secondary school|ged\b|gcses?|a[- ]levels?|abitur|matura|baccalauréat
        |bachillerato|nvq|realschulabschluss|mittlere reife)
        """,
    ),
    (
        2,
        r"""
        \b(?:hnd|hnc|associate(?:'s|s)? degree|foundation degree|higher national|bts\b|dut\b|btec|diploma\b
        |fachhochschulreife|ciclo formativo)
        """,
    ),
    (
        3,
        r"""
        \b(?:bachelor\w*|b\.?\s?sc\b|b\.?\s?eng\b|bba\b|llb\b|b\.?\s?ed\b|bfa\b|bsn\b|undergraduate degree
        |licenciatura|licence (?:pro|en)\b|grado en|laurea(?! magistrale)|hochschulabschluss|hochschulstudium
        |(?:abgeschlossenes )?studium|(?:university|college|honou?rs|first|relevant|good|numerate|law|science
        |4[- ]year|four[- ]year|technical|\w+) degree\b(?! of)|degree\b(?! of)|diplôme d'ingénieur
        |titulación universitaria|学士|本科)|(?-i:\bB\.?A\b|\bB\.?S\b(?!\s*(?:EN\b|\d))|\bBS[cN]\b)
        """,
    ),
    (
        4,
        r"""
        \b(?:master(?:'s|s)? (?:degree|of|in|level)|master(?:'s|s)?(?=,|\.|$| or\b| degree)|m\.?\s?sc\b|m\.?\s?eng\b
        |mba\b|msci\b|mphil\b|llm\b|m\.?\s?ed\b|msw\b|magister|diplom\b|laurea magistrale|postgraduate (?:degree
        |diploma)|pgce\b|pgde\b|máster|mestrado|修士|硕士)|(?-i:\bM\.?A\b|\bM\.?S\b(?!\s*(?:Office|Word|Excel|Access|SQL
        |Teams|Project)))
        """,
    ),
    (5, r"\b(?:ph\.?\s?d\b|d\.?\s?phil\b|doctora(?:te|l)|promotion in|博士)"),
)
_SEARCHES: Final = tuple((level, Pattern(pattern)) for level, pattern in _LEVELS)
_DIPLOMA: Final = 2
_NOT_A_DEGREE: Final = Pattern(
    r"""
    \b(?:degree of|to a (?:high|great) degree|scrum master|master (?:craftsman|electrician|builder)|mastered?\b
    |master of (?!science|arts|business|education|engineering|laws?|philosophy|public|fine|social|research|music|architecture|nursing|studies
    |health|finance|computer|information|mathematics|technology|management|commerce|economics|divinity|applied|theology|accounting)
    |360[- ]degree|degrees? (?:celsius|fahrenheit))
    """
)
_EQUIVALENT: Final = Pattern(
    r"""
    \b(?:or|oder|ou|o)\b[^.;]{0,25}\b(?:equivalent|similar|relevant|comparable|practical|work
    |professional)?\s*(?:work(?:ing)? )?(?:experience|erfahrung|expérience|experiencia)
    |\bequivalent (?:\w+ )?experience|\bin lieu of\b
    """
)


def least_degree(requirement: str) -> int | None:
    """Return the lowest level that is enough (2 diploma to 5 doctorate), or None when no degree is asked.

    School certificates are not treated as degrees.
    """
    levels = _levels(requirement)
    return None if not levels or min(levels) < _DIPLOMA else min(levels)


def accepts_experience(requirement: str) -> bool:
    """Tell whether experience may stand in for the degree: "or equivalent experience"."""
    return _EQUIVALENT.search(requirement) is not None


def highest_degree(text: str) -> int:
    """Return the highest level a line shows, 0 for none."""
    return max(_levels(text), default=0)


def _levels(text: str) -> list[int]:
    plain = _NOT_A_DEGREE.sub(" ", text.replace("’", "'"))
    found = [level for level, search in _SEARCHES if search.search(plain)]
    # "Associate degree" and "master's degree" hold the word "degree" of the level between them.
    if 3 in found and len(found) > 1 and not _BACHELOR.search(plain):
        found.remove(3)
    return found


_BACHELOR: Final = Pattern(
    r"""
    \bbachelor|\bb\.?\s?(?:sc|eng|ed)\b|\bbba\b|\bllb\b|(?<!s )(?<!ate )(?<!tion )(?:\bor|,|/) (?:\w+ )?degree\b
    |(?-i:\bB\.?[AS]\b)
    """
)
