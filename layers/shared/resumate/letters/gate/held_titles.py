"""What a piece of evidence calls the person: the title of its entry, and those that its items begin with or speak of.

"Treasurer 2018 – 2020" at the beginning of an item gives a title, "reported to the treasurer" does not; a certificate that
is under way, and a prize that was nearly won, give none. Used by `gate.titles`.
"""

import re
from functools import cache
from typing import Final

from resumate.documents.model import SectionKind
from resumate.letters.gate.certificates import finished
from resumate.letters.gate.source import Source
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words import titles
from resumate.letters.gate.words.abbreviations import expansions

# "Incident commander for Sev-1s", "treasurer 2018 – 2020": an item that begins with a noun of a person gives a title.
_ITEMS: Final = re.compile(r"[;•\n]\s*|\.\s+|,\s+")


@cache
def _beginning() -> re.Pattern[str]:
    roles = "|".join(sorted(titles.ROLES, key=len, reverse=True))
    return re.compile(
        rf"""(?:As\s+(?:an?\s+|the\s+)?)?
            (?:(?!(?:to|the|an?|by|with|and|for|of|from|in|at|on|under|new|\w+ing|\w+ed|\w+ly)\b)[\w/&-]+\s+){{0,3}}
            (?:(?:{roles})\b(?!\s+[a-z]+s\b)
              |(?!\w+ed\b|for\b|or\b|new\b|after\b|under\b|other\b|over\b)[\w-]*(?:er|or|ant|ent|ist|ian|ee|lead|head|chair|rep|cian|ary|man|woman|VP)\b
              |(?-i:[A-Z]{{2,6}})(?=,|$|\s+(?:of|for|on|at|in)\b))(?:\s*\([^)]*\))?""",
        re.IGNORECASE | re.VERBOSE,
    )


_NEARLY_WON: Final = re.compile(r"\b(?:finalist|nominat\w+|shortlist\w*|runner[- ]up)\b", re.IGNORECASE)
SECTIONS_OF_STUDY: Final = frozenset({SectionKind.EDUCATION, SectionKind.CERTIFICATIONS, SectionKind.SKILLS})
_PREFIX_LEAST: Final = 6
# The short form of a title for the long one: resumes and letters use both.
_SHORT_TITLES: Final = {
    "senior": "sr",
    "junior": "jr",
    "vice": "vp",
    "president": "vp",
    "assistant": "asst",
    "manager": "mgr",
    "engineer": "eng",
}


def _is_begun(word: str, other: str) -> bool:
    """Tell whether one is the beginning of the other: "postdoc" and "postdoctoral", "freelance" and "freelancer"."""
    short, long = sorted((word, other), key=len)
    return len(short) >= _PREFIX_LEAST and long.startswith(short) and (short == word or len(long) - len(short) == 1)


@cache
def title_phrase() -> re.Pattern[str]:
    """Match "as a senior engineer", "promoted to head of sales": the title is the first group, what it is of the second."""
    roles = "|".join(sorted(titles.ROLES, key=len, reverse=True))
    return re.compile(
        rf"""\b(?:as|was|am|been|i['’]m|we['’]re|became|become|role\ of|position\ of|post\ of|title\ of|promoted\ to|appointed|hired\ as|served\ as|serving\ as|worked\ as|working\ as|work\ as|acted\ as|job\ as|role\ as|position\ as|career\ as|trained\ as|named|made|elected|chosen)
            \s+(?:(?:also|now|currently|still|once|first|then|both|already|just|even|again|only|always|\w+ly)\s+){{0,2}}(?:(?:an?|the|their|its|your|one\ of\ the)\s+)?
            ((?:(?!(?:and|or|at|for|in|on|to|of|the|an?|as|my|our|from|since|after|under|into|who|which|that|when|i|by|with|well)\b)[\w/&'’.-]+\s+){{0,5}}(?:{roles}))\b
            (?:\s+of\s+((?-i:[A-Z]\w+(?:\s+[A-Z]\w+)?)))?""",
        re.IGNORECASE | re.VERBOSE,
    )


def titles_of_person(source: Source) -> Vocabulary:
    """Return the words of `titles_of`."""
    return Vocabulary(titles_of(source), source.language)


def titles_of(source: Source) -> str:
    """Return where a source gives the person a title: the entry's head, what an item begins with, "promoted to …"."""
    if source.evidence.section is SectionKind.AWARDS and _NEARLY_WON.search(source.own):
        return source.head
    if source.evidence.section in SECTIONS_OF_STUDY and not source.evidence.title:
        return ". ".join([source.head, *(item.text for item in source.once(finished))])
    if not source.evidence.title:
        return source.text
    # "Selby Crane Solicitors" makes nobody a solicitor.
    head = source.head.replace(source.evidence.organisation or "\n", " ")
    begun = [match.group() for item in _ITEMS.split(source.own) if (match := _beginning().match(item))]
    return ". ".join([head, *begun, *(match.group(0) for match in title_phrase().finditer(source.own))])


def has_title_word(source: Vocabulary, lower: str) -> bool:
    """Tell whether a text has a lower-case word of a title, in another form or another word for the same work."""
    forms = {lower, lower.removesuffix("s"), lower + "s", re.sub(r"y$", "ies", lower)}
    for same in titles.SAME_ROLE:
        if lower in same:
            forms |= same
    forms |= {short.get(form, form) for form in forms for short in (expansions(), _SHORT_TITLES)}
    if not forms.isdisjoint(word.strip(".") for word in source.words):
        return True
    if lower in source.initials or any(_is_begun(word, other) for word in forms for other in source.words):
        return True
    if lower in titles.ROLES or lower in titles.RANKS:
        return False
    return source.has_root(lower) or any(
        token.root and source.has_root(token.root) for token in Vocabulary(lower).tokens
    )
