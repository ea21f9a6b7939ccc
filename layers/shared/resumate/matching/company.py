"""Finds the employer in an advertisement: a label, "at X we", "X is looking for", "join X", a legal form, "About X".

Called by `read_job` after `title`. A name is taken only from a pattern that names an employer; nothing is guessed.
"""

import re
from collections.abc import Iterator
from typing import Final

from resumate.matching.capitals import calmed
from resumate.matching.employer_patterns import HINTED, LEGAL, NAME, STATED
from resumate.matching.headings import role_of
from resumate.matching.layout import Block, Kind
from resumate.matching.occupations import looks_like_a_title
from resumate.matching.pattern import Pattern

_LABEL: Final = Pattern(
    r"""
    \s*(?:company(?: name)?|employer|organi[sz]ation(?: name)?|client|school|hospital|firm|trust|unternehmen|firma
    |arbeitgeber|entreprise|société|empresa|azienda|bedrijf|公司(?:名称)?|会社名?|企業名)\s*[:：]\s*(\S.{1,80})
    """
)
_ABOUT: Final = Pattern(
    rf"(?:[Aa]bout|[Ww]hy(?: join| work (?:at|for))?|ABOUT|WHY|Über|À propos de|Sobre)\s+({NAME})\??", 0
)
_LEGAL_NAME: Final = Pattern(rf"(?<![\w.])({NAME},?\s+{LEGAL})", 0)
_GERMAN_ARTICLE: Final = re.compile(r"^(?:Die|Das|Der)\s+(?=\S+\s+\S)")
_NO_COMPANY: Final = frozenset(
    """
    we you this the our your they he she it i a an as at in who what why how if job role position candidate candidates applicant applicants employer company
    team department division please must experience all who he here there company's client hr remote full part equal opportunity linkedin indeed glassdoor
    essential desirable requirements responsibilities duties qualifications wir sie du unser ihre nous vous notre buscamos somos der die das ein eine january
    february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday english german french spanish
    """.split()
)
_DEPARTMENT: Final = re.compile(r"\b(?:Unit|Department|Dept|Team|Division|Ward|Office|Services?|Remote|Hybrid)$")
_DEPARTMENT_OF: Final = re.compile(r"(?:Department|School|Faculty|Division|Institute|Office|Bureau) of\b")
_ORGANISATION: Final = Pattern(
    r"\b(?:NHS|University|Hospitals?|Council|Kitchen|Bakery|Brewery|Café|Pharmacy|Salon|Schools?|Academy|College|Museum|Practice|Clinic|Hotel|Restaurant|Group|Foundation"
    r"|Institute|Bank|Trust|Department for|Ministry|Libreria|Librairie|Buchhandlung|Universität|Klinikum|Krankenhaus|Stadt|Université|Hôpital|Universidad|Hospital)\b"
    rf"|\b{LEGAL}",
    0,
)
_SEPARATOR: Final = Pattern(
    r"\s+[–—|·•@]\s+|\s+-\s+|\s+(?:at|bei|chez)\s+(?=[A-ZÀ-Þ\d])|(?<=\)),\s+|,\s+(?=[A-ZÀ-Þ][\w&' ]+$)", 0
)
_TOP_BLOCKS: Final = 8
_TITLE_LINE_WORDS: Final = 16
_WORDS_OF_LONG_NAME: Final = 4
_SMALL_NAME: Final = re.compile(r"\b[Ww]e(?:['’]re| are) ([a-z][a-z0-9]{2,20})\s*[,–—]")


def find_company(blocks: list[Block], title: str | None) -> str | None:
    """Return the employer's name as the advertisement writes it, or None when it does not say one."""
    text = "\n".join(block.text for block in blocks)
    for candidate in _candidates(blocks, text, title):
        name = candidate.split(" (")[0].strip(" \t.,:;!–—-|\"'*#()")
        if _is_company(name, title):
            return _calm(_GERMAN_ARTICLE.sub("", _with_legal_form(_whole_name(name, blocks, title), text)))
    return _written_small(text)


def _candidates(blocks: list[Block], text: str, title: str | None) -> Iterator[str]:
    yield from (match[1] for block in blocks[:30] if (match := _LABEL.fullmatch(block.text)))
    yield from _beside_title(blocks, text, title)
    for pattern in STATED:
        yield from (match[1] for match in pattern.finditer(text))
    yield from _top_lines(blocks, text)
    yield from _about(blocks)
    for pattern in HINTED:
        yield from (match[1] for match in pattern.finditer(text))


def _beside_title(blocks: list[Block], text: str, title: str | None) -> Iterator[str]:
    """Yield the other parts of a line such as "Analyst — The Example Group" that the text names again or that end it."""
    for block in blocks[:_TOP_BLOCKS]:
        if not title or title not in block.text or len(block.text.split()) > _TITLE_LINE_WORDS:
            continue
        parts = [part.strip() for part in _SEPARATOR.split(block.text) if part.strip()]
        for part in parts[1:] if len(parts) > 1 else []:
            strong = re.search(rf"\s(?:at|bei|chez|@)\s+{re.escape(part)}", block.text) is not None
            named_again = text.count(part) > 1
            if (
                not looks_like_a_title(part)
                and not _DEPARTMENT.search(part)
                and (strong or named_again or _ORGANISATION.search(part))
            ):
                yield part


def _top_lines(blocks: list[Block], text: str) -> Iterator[str]:
    """Yield short lines at the top that are named again below, or the part of them that names an organisation."""
    for block in blocks[:_TOP_BLOCKS]:
        line = block.text
        if block.kind is Kind.ITEM:
            continue
        if len(line.split()) > _TITLE_LINE_WORDS or not re.match(NAME, line):
            continue
        parts = [part.split(". ")[0] for piece in _SEPARATOR.split(line) for part in piece.split(", ")]
        yield from (part for part in parts if _ORGANISATION.search(part) and not _DEPARTMENT_OF.match(part))
        if re.fullmatch(NAME, line) and text.count(line) > 1 and not looks_like_a_title(line) and not role_of(line):
            yield line


def _about(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        match = _ABOUT.fullmatch(block.text)
        if block.kind is Kind.HEADING and match:
            yield match[1]


def _is_company(name: str, title: str | None) -> bool:
    words = re.sub(r"['’]\w+", "", name.casefold()).split()
    if (
        not any(character.isalpha() for character in name)
        or len(name) > 80
        or len(words) > 9
        or (title and name.casefold() in title.casefold())
    ):
        return False
    if name.startswith("Department for "):
        return True
    if words[0] in _NO_COMPANY and (len(words) == 1 or words[0] not in ("the", "die", "das", "der", "a")):
        return False
    if all(word in _NO_COMPANY for word in words):
        return False
    return role_of(name) is None or len(words) > 1


def _whole_name(name: str, blocks: list[Block], title: str | None) -> str:
    """Return "Harbour Insurance" for "Harbour" where that longer name stands alone at the top."""
    tops = (block.text for block in blocks[:_TOP_BLOCKS] if block.kind is not Kind.ITEM)
    longer = (line for line in tops if line.startswith(f"{name} ") and re.fullmatch(NAME, line))
    return next((line for line in longer if _is_company(line, title) and not looks_like_a_title(line)), name)


def _calm(name: str) -> str:
    """Return "State of New Albion" for a long name in capitals; "BMW GROUP" may be how a firm writes itself."""
    return calmed(name) if len(name.split()) >= _WORDS_OF_LONG_NAME else name


def _written_small(text: str) -> str | None:
    """Return the name of a firm that writes itself small, when the text names it again: "we're tally — …", "jobs@tally.example"."""
    named = (match[1] for match in _SMALL_NAME.finditer(text))
    return next((name for name in named if len(re.findall(rf"\b{name}\b", text)) > 1 and name not in _NO_COMPANY), None)


def _with_legal_form(name: str, text: str) -> str:
    for match in _LEGAL_NAME.finditer(text):
        if match[1].startswith(name) and len(match[1]) <= len(name) + 20:
            return match[1].rstrip(",")
    return name
