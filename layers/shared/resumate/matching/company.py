"""Finds the employer in an advertisement: a label, "at X we", "X is looking for", "join X", a legal form, "About X".

Called by `read_job` after `title`. A name is taken only from a pattern that names an employer; nothing is guessed.
"""

import re
from collections.abc import Iterator
from typing import Final

from resumate.matching.headings import role_of
from resumate.matching.layout import Block, Kind
from resumate.matching.pattern import Pattern
from resumate.matching.title import looks_like_a_title

_NAME_WORD: Final = r"(?:[A-ZÀ-ÖØ-Þ][\w'’.&+-]*|[a-z]+[A-Z][\w]*|\d+[A-Za-z]\w*)"
_LINK: Final = (
    r"(?:[ ](?:of|and|the|for|de|du|des|la|le|et|y|und|van|von|der|&|\+|zum|zur|am|im)"
    r"(?=[ ](?:(?:the|la|le|der)[ ])?[A-ZÀ-Þ]))"
)
NAME: Final = (
    rf"(?:(?:The|Die|Das|Der|La|Le|El)[ ])?{_NAME_WORD}"
    rf"(?:{_LINK}{{0,2}}[ ](?:{_NAME_WORD}|&[ ]{_NAME_WORD})){{0,6}}"
)
_START: Final = (
    r"(?:^|(?<=[.!?:]\s)|(?<=\n)|(?<=[Cc]lient, )|(?<=[Cc]lient )|(?<=[Ss]ociété )|(?<=entreprise )|(?<=empresa )"
    r"|(?<=company ))"
)
_LEGAL: Final = (
    r"(?:Ltd|Limited|LLP|LLC|Inc|Corp|Corporation|PLC|plc|GmbH(?:\s*&\s*Co\.?\s*KG)?|AG|SE|KG|e\.V\.|gGmbH|S\.?A\.?S?"
    r"|SARL|S\.?L\.?U?|S\.?p\.?A|S\.?r\.?l|B\.?V|N\.?V|AB|A/S|Oy|Pty(?:\s+Ltd)?|Co)\.?(?![\w])"
)
_SEEKS: Final = (
    r"(?:is|are|’s|'s)?\s*(?:now |currently |actively |also )?"
    r"(?:looking (?:for|to)|seeking|searching for|hiring|recruiting|seeks|sucht|recherche|cherche|recrute|busca|cerca|zoekt)\b"
)
_KIND: Final = (
    r"(?i:equal|employer|compan|provider|firm|practice|trust|charity|manufacturer|leader|agency|startup|start-up|retailer"
    r"|business|organi[sz]ation|studio|bank|school|hospital|university|museum|group|restaurant|hotel|bakery|platform"
    r"|consultanc|supplier|operator|contractor|network|community|place)"
)
_LABEL: Final = Pattern(
    r"""
    \s*(?:company(?: name)?|employer|organi[sz]ation(?: name)?|client|school|hospital|firm|trust|unternehmen|firma
    |arbeitgeber|entreprise|société|empresa|azienda|bedrijf|公司(?:名称)?|会社名?|企業名)\s*[:：]\s*(\S.{1,80})
    """
)
# Tried in this order over the whole text; the name is group 1. Capitals tell names, so they count here.
_STATED: Final = (
    Pattern(
        rf"{_START}({NAME})(?:,[^.!?\n]{{0,80}},|\s*\([^()\n]{{2,30}}\))?(?:\s+(?:di|de|à|aus|in|en)\s+[A-Z]\w+)?\s+{_SEEKS}",
        0,
    ),
    Pattern(rf"\b[Ww]ir,\s+(?:die|das|der|den)\s+({NAME})[^.!?\n]{{0,60}},\s+(?:suchen|stellen)\b", 0),
    Pattern(
        rf"{_START}({NAME})\s+(?:is|are)\s+(?:an?|the|one of|proud|committed to|dedicated to)\b(?:\s+[\w'’-]+){{0,6}}?\s+{_KIND}",
        0,
    ),
    Pattern(
        rf"\b(?:[Jj]oin|[Hh]ere at|[Ww]elcome to|[Ww]ork(?:ing)? (?:at|for)|[Ll]ife at|[Cc]areers? (?:at|with))\s+({NAME})",
        0,
    ),
    Pattern(
        rf"(?:^|[.!?]\s+|\n)(?:At|Bei|Chez|En)\s+({NAME}),?\s+(?:we|our|you|you['’]ll|wir|nous|suchen|buscamos|recherchons)\b",
        0,
    ),
    Pattern(
        r"((?:株式会社|有限会社|合同会社)[^\s、。はがのをで・]{1,20}|[^\s、。はがのをで・]{1,15}(?:株式会社|有限公司|集团))",
        0,
    ),
)
_HINTED: Final = (
    Pattern(
        rf"\b(?:[Ww]e['’]re|[Ww]e are|[Ww]ir sind|[Nn]ous sommes|[Ss]omos)\s+({NAME})\s*(?:[,–—-]|(?:and|und|et|y)\b)",
        0,
    ),
    Pattern(rf"(?<![\w.])({NAME}),?\s+{_LEGAL}", 0),
    Pattern(rf"\b[Tt]he\s+({_NAME_WORD})\s+team\s+(?:is|loves|works|builds|has|are|believes|needs)\b", 0),
    Pattern(
        rf"{_START}({NAME})\s+(?:reserves the right|offers|provides|was founded|has been|strives|believes|employs|operates"
        r"|welcomes|values|serves|helps|builds|makes)\b",
        0,
    ),
)
_ABOUT: Final = Pattern(
    rf"(?:[Aa]bout|[Ww]hy(?: join| work (?:at|for))?|ABOUT|WHY|Über|À propos de|Sobre)\s+({NAME})\??", 0
)
_LEGAL_NAME: Final = Pattern(rf"(?<![\w.])({NAME},?\s+{_LEGAL})", 0)
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
    r"\b(?:NHS|University|Hospitals?|Council|Schools?|Academy|College|Museum|Practice|Clinic|Hotel|Restaurant|Group|Foundation"
    r"|Institute|Bank|Trust|Department for|Ministry|Libreria|Librairie|Buchhandlung|Universität|Klinikum|Krankenhaus|Stadt|Université|Hôpital|Universidad|Hospital)\b"
    rf"|\b{_LEGAL}",
    0,
)
_SEPARATOR: Final = Pattern(
    r"\s+[–—|·•@]\s+|\s+-\s+|\s+(?:at|bei|chez)\s+(?=[A-ZÀ-Þ\d])|(?<=\)),\s+|,\s+(?=[A-ZÀ-Þ][\w&' ]+$)", 0
)
_TOP_BLOCKS: Final = 8
_TITLE_LINE_WORDS: Final = 16


def find_company(blocks: list[Block], title: str | None) -> str | None:
    """Return the employer's name as the advertisement writes it, or None when it does not say one."""
    text = "\n".join(block.text for block in blocks)
    for candidate in _candidates(blocks, text, title):
        name = candidate.split(" (")[0].strip(" \t.,:;!–—-|\"'*#()")
        if _is_company(name, title):
            return _GERMAN_ARTICLE.sub("", _with_legal_form(_whole_name(name, blocks, title), text))
    return None


def _candidates(blocks: list[Block], text: str, title: str | None) -> Iterator[str]:
    yield from (match[1] for block in blocks[:30] if (match := _LABEL.fullmatch(block.text)))
    yield from _beside_title(blocks, text, title)
    for pattern in _STATED:
        yield from (match[1] for match in pattern.finditer(text))
    yield from _top_lines(blocks, text)
    yield from _about(blocks)
    for pattern in _HINTED:
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


def _with_legal_form(name: str, text: str) -> str:
    for match in _LEGAL_NAME.finditer(text):
        if match[1].startswith(name) and len(match[1]) <= len(name) + 20:
            return match[1].rstrip(",")
    return name
