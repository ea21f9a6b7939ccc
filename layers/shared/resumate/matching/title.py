"""Finds the job's title in an advertisement: a label, a heading, "(m/w/d)", or "seeks a …".

Called by `read_job`, which gives the same blocks to `company` and `requirements`.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from resumate.matching.announcement import SEEKS
from resumate.matching.boilerplate import is_boilerplate
from resumate.matching.capitals import calmed
from resumate.matching.headings import Role, is_known_heading, role_of
from resumate.matching.layout import Block, Kind
from resumate.matching.occupations import looks_like_a_title
from resumate.matching.pattern import Pattern

TITLE_CHARACTERS: Final = 90

_THE: Final = re.compile(
    r"(?:^|[.!?\n]\s*)The ((?:[A-Z][\w/&-]+ ){1,5})(?=(?:will|is|works|provides|reviews|performs|supports|manages|leads|ensures|serves|delivers|plans|develops|oversees|assists|coordinates)\b)"
)
_GENDER: Final = Pattern(
    r"""
    \s*[(\[]\s*(?:(?:all genders?|gn|div|mwd|mfd|fmd|wmd)(?:\s*[/|,*:]\s*(?:m|w|f|d|x|h|i|a|div|gn|all))*
    |[mwfdxh](?:\s*[/|,*:]\s*(?:m|w|f|d|x|h|i|a|div|gn|all))+)\s*[)\]]|\s+(?:[mwfhd]\s*/\s*[mwfhdx](?:\s*/\s*[mwfhdx])?)(?=\s|$|[,–-])
    """
)
_TERMS: Final = Pattern(
    r"\s*[(\[][^()\[\]]*\b(?:fixed|term|full|part|time|remote|hybrid|permanent|contract|temporary|hours|vollzeit|teilzeit|cdi|cdd|\d+ (?:posts?|positions?|vacancies|stellen|postes?|plazas))\b[^()\[\]]*[)\]]|\s+in (?:vollzeit|teilzeit)\b.*"
)
_LABEL: Final = Pattern(
    r"""
    \s*(?:job title|position title|role title|position|title|role|job(?: offer)?|vacancy|oferta de empleo|offre d['’]emploi|stellenangebot|annuncio
    |offerta di lavoro|post|posting title|stellenbezeichnung
    |stelle|position|berufsbezeichnung|poste|intitulé(?: du poste)?|puesto|cargo|vacante|posizione|functie|職種|ポジション
    |职位(?:名称)?|岗位(?:名称)?)\s*[:：]\s*(\S.{2,})
    """
)
# In public service the class of a post is its title; elsewhere "Classification: exempt" says nothing of it.
_CLASS_LABEL: Final = Pattern(
    r"\s*(?:(?:job )?classification(?: title)?|class(?: title)?|working title)\s*[:：]\s*(\S.{2,})"
)
_INTRODUCES: Final = re.compile(
    r"\b(?:as (?:an?|our|the)|role of|position of|post of|job of|en tant que|als|como)\s+", re.IGNORECASE
)
_ARTICLE: Final = Pattern(
    r"""
    ^(?:(?:an?|the|our(?:(?: very)? first| next)?|one|two|three|several|another|some|new|eine?[nrm]?(?:/n|/r|\(n\))?|une?(?:\(e\))?|des|un[ao]?
    |el|la|los|las|een)\s+)+(?:(?:exceptional|enthusiastic|experienced|motivated|talented|passionate|friendly
    |dedicated|skilled|qualified|reliable|hard-?working|dynamic|creative|driven|outstanding|highly|strong|great
    |full[- ]time|part[- ]time|permanent|temporary|new|additional|erfahrenen?|engagierten?|motivierten?)(?:,|\s+and
    |\s)\s*)*
    """
)
_TITLE_END: Final = Pattern(
    r"""
    [.,;:!?]|(?<!\w)\(|\s[–—|]\s|\s-\s|\b(?:to|who|with|for|in|at|on|within|based|that|responsible|you|we|is|will|and (?:you|we
    |a|an|have)|from|reporting|mit|für|in|im|bei|zur|zum|am|an|der|die|das|pour|avec|à|chez|dans|para|con|en
    |join(?:ing)?)\b
    """
)
_SENTENCE_END: Final = re.compile(r"[.;!?]\s|\s[–—|]\s")
_SEPARATOR: Final = re.compile(r"\s+[–—|·•@]\s+|\s+-\s+|\s+(?:at|bei|chez|en)\s+(?=[A-ZÀ-Þ])|,\s+(?=[A-ZÀ-Þ])")
_WANTED: Final = Pattern(
    r"""
    \s*(?:\b(?:wanted|needed|required|gesucht|urgently|immediate start|now hiring|we(?:'re| are) hiring|vacancy|job
    |recherchée?|se busca|募集|招聘)\b|募集|招聘)[\s!:.]*
    """
)
_HIRING: Final = re.compile(r"^(?:now |we(?:'|’)?re |we are )?hiring\s*[:!–—-]+\s*", re.IGNORECASE)
_TOP_BLOCKS: Final = 12
_TOP_WORDS: Final = 12
_TITLE_WORDS: Final = 8


def find_title(blocks: list[Block]) -> str | None:
    """Return the job's title as the advertisement writes it, or None when it does not say one."""
    for candidates in (
        _labelled,
        _marked_for_all_genders,
        _top_headings,
        _repeated_lines,
        _opening_words,
        _announced,
        _top_lines,
    ):
        for candidate in candidates(blocks):
            if title := _trimmed(candidate):
                return title
    return None


def _labelled(blocks: list[Block]) -> Iterator[str]:
    for block in blocks[: 2 * _TOP_BLOCKS]:
        if (match := _LABEL.fullmatch(block.text)) and len(match[1].split()) <= _TOP_WORDS:
            yield match[1]
    pairs = pairwise(blocks)
    lines = (f"{block.text}: {after.text}" if block.kind is Kind.HEADING else block.text for block, after in pairs)
    for line in [*lines][: 2 * _TOP_BLOCKS]:
        if (match := _CLASS_LABEL.fullmatch(line)) and looks_like_a_title(match[1]):
            yield match[1]


def _marked_for_all_genders(blocks: list[Block]) -> Iterator[str]:
    for block in blocks[:_TOP_BLOCKS]:
        if (match := _GENDER.search(block.text)) and len(block.text[: match.start()].split()) <= _TOP_WORDS:
            yield _after_announcement(block.text[: match.start()])


def _top_headings(blocks: list[Block]) -> Iterator[str]:
    for block in blocks[:_TOP_BLOCKS]:
        if block.kind is Kind.HEADING and not is_known_heading(block.text) and looks_like_a_title(block.text):
            yield _first_naming_part(block.text)


def _repeated_lines(blocks: list[Block]) -> Iterator[str]:
    """Yield short lines at the top that the text names again, then the very first one or two."""
    text = "\n".join(block.text for block in blocks if block.kind is not Kind.HEADING).casefold()
    parts = [_first_naming_part(line) for line in _short_top_lines(blocks)]
    yield from (part for part in parts if looks_like_a_title(part) and text.count(part.casefold()) > 1)
    yield from [part for part in parts[:2] if looks_like_a_title(part)][:1]


def _opening_words(blocks: list[Block]) -> Iterator[str]:
    """Yield what the text opens with when that is no sentence: "Maintenance Electrician, Wakefield. £19.50 per hour …"."""
    for block in blocks[:1]:
        opened = _SENTENCE_END.split(block.text)[0]
        part = _first_naming_part(opened)
        if opened != block.text and opened[:1].isupper() and not SEEKS.search(opened):
            capitals = [word for word in part.split() if word[0].isupper()]
            if looks_like_a_title(part) and len(part.split()) <= _TITLE_WORDS and 2 * len(capitals) > len(part.split()):
                yield part


def _announced(blocks: list[Block]) -> Iterator[str]:
    """Yield what "seeks a …" and "as a …" are followed by, and what "The … will" names."""
    text = "\n".join(block.text for block in blocks if block.kind is not Kind.HEADING)
    for pattern in (SEEKS, _INTRODUCES):
        for match in pattern.finditer(text):
            rest = _ARTICLE.sub("", text[match.end() : match.end() + TITLE_CHARACTERS].split("\n")[0])
            end = _TITLE_END.search(rest)
            candidate = rest[: end.start()] if end else rest
            if looks_like_a_title(candidate) and len(candidate.split()) <= _TITLE_WORDS:
                yield candidate
    yield from (match[1] for match in _THE.finditer(text) if looks_like_a_title(match[1]))


def _top_lines(blocks: list[Block]) -> Iterator[str]:
    yield from (part for line in _short_top_lines(blocks) if looks_like_a_title(part := _first_naming_part(line)))


def _short_top_lines(blocks: list[Block]) -> list[str]:
    """Return the short lines before the advertisement begins to ask."""
    lines: list[str] = []
    for block in blocks[:_TOP_BLOCKS]:
        if block.kind is Kind.HEADING and role_of(block.text) in (Role.MUST, Role.WISH, Role.DUTY):
            break
        ends = re.search(r"[.?]$|[:：]\s", _HIRING.sub("", block.text)) and not _WANTED.search(block.text[-12:])
        if block.kind is not Kind.ITEM and len(block.text.split()) <= _TOP_WORDS and not ends:
            lines.append(block.text)
    return [
        _HIRING.sub("", line)
        for line in lines
        if not (is_known_heading(line) or is_boilerplate(line) or SEEKS.search(_HIRING.sub("", line)))
    ]


def _first_naming_part(text: str) -> str:
    """Return the part of "Company | Title | Place" that names an occupation, else the first."""
    parts = [part for part in _SEPARATOR.split(text) if part]
    return next((part for part in parts if looks_like_a_title(part)), parts[0] if parts else text)


def _after_announcement(text: str) -> str:
    matches = list(SEEKS.finditer(text))
    return _ARTICLE.sub("", text[matches[-1].end() :]) if matches else text


def _trimmed(candidate: str) -> str | None:
    plain = _TERMS.sub("", _GENDER.sub("", candidate))
    wanted = _WANTED.search(plain)
    # "Warehouse operative required for busy depot": the title ends where it is wanted, unless that comes first.
    plain = plain[: wanted.start()] if wanted and wanted.start() > 0 else _WANTED.sub(" ", plain)
    title = plain.strip(" \t.,:;!–—-|\"'*#【】[]")
    title = re.sub(r"\s+", " ", _ARTICLE.sub("", title))
    title = calmed(title)
    return title if 1 < len(title) <= TITLE_CHARACTERS and any(c.isalpha() for c in title) else None
