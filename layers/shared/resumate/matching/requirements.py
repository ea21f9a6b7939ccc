"""Collects what an advertisement asks: qualifications and tasks, must and wish told apart, boilerplate left out.

Reads the blocks of `layout` with the judgement of `headings` and `boilerplate`; called by `read_job`.
"""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from resumate import limits
from resumate.matching.announcement import is_announcement
from resumate.matching.boilerplate import asks_something, is_about_the_company, is_boilerplate
from resumate.matching.clauses import clauses_of, is_must, without_terms
from resumate.matching.headings import Role
from resumate.matching.layout import Block, Kind
from resumate.matching.model import Requirement
from resumate.matching.parts import Part, read_parts
from resumate.matching.pattern import Pattern
from resumate.matching.sentences import sentences


class _Candidate(Struct, frozen=True):
    text: str
    must: bool


# "Do you have a licence?" asks for one; "Are you ready for more?" asks nothing.
_ASKED_DIRECTLY: Final = Pattern(
    r"""
    \b(?:do you have|have you (?:got|worked|used|led)|haben sie|hast du|du (?:hast|kannst|bist)|avez-vous|vous avez|tienes|tiene
    usted|hai esperienza)\b
    """
)
_INTRODUCTION: Final = re.compile(r"[:：]$|^(?:including|such as)$", re.IGNORECASE)
_TRIM: Final = " \t\"'•·,;.。"
_WORD: Final = re.compile(r"[^\W_]+")
_WIDE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CLAUSE: Final = re.compile(r"[,;:–—-]\s")
_LIST_START: Final = re.compile(
    r"[A-Z][a-z]+ing\b(?!,)|(?:Good|Strong|Excellent|Proven|Solid|Great|Full|Valid|Clean|Own|Basic|Advanced|High|Able|Willing)\b"
)
_LIST_LINE_WORDS: Final = 25
# How a duty begins that is written of a third person or as an order.
_DUTY_START: Final = Pattern(
    r"""
    (?:works?|serves?|provides?|assists?|maintains?|manages?|performs?|prepares?|supports?|develops?|ensures?|conducts?
    |coordinates?|reviews?|oversees?|leads?|designs?|plans?|monitors?|negotiates?|participates?|collaborates?|reports?
    |responds?|assess(?:es)?|administers?|documents?|trains?|supervises?|creates?|implements?|analy[sz]es?|handles?
    |operates?|delivers?|communicates?|evaluates?|identif(?:y|ies)|builds?|writes?|acts?|drives?|owns?|takes?|keeps?
    |answers?|processe?s?|organi[sz]es?|responsible)\b
    """
)


def find_requirements(blocks: list[Block], *, title: str | None = None) -> list[Requirement]:
    """Return what the advertisement asks, musts first, at most `limits.REQUIREMENTS`, numbered from 1.

    An advertisement in which nothing looks like a requirement yields its sentences that are no boilerplate.
    """
    parts = list(read_parts(blocks))
    candidates = [candidate for part in parts for candidate in _candidates(part, title)]
    if not candidates:
        candidates = [candidate for part in parts if part.role is not Role.DROP for candidate in _any_sentences(part)]
    unique = list(_without_repeats(candidates, title))
    ordered = [candidate for candidate in unique if candidate.must] + [
        candidate for candidate in unique if not candidate.must
    ]
    return [
        Requirement(number, candidate.text, candidate.must)
        for number, candidate in enumerate(ordered[: limits.REQUIREMENTS], 1)
    ]


def _candidates(part: Part, title: str | None) -> Iterator[_Candidate]:
    if part.role is Role.DROP or _INTRODUCTION.search(part.block.text):
        return
    whole = _item_pieces(part.block.text) if part.block.kind is Kind.ITEM else sentences(part.block.text)
    for piece in [told for sentence in whole for told in without_terms(sentence)]:
        if _is_title_line(piece, title) or not _is_asked(piece, part, title):
            continue
        for clause in [piece] if part.block.kind is Kind.ITEM else clauses_of(piece):
            if not is_boilerplate(clause):
                yield _Candidate(_shortened(clause.strip(_TRIM)), must=part.role is not Role.WISH and is_must(clause))


def _is_title_line(piece: str, title: str | None) -> bool:
    """Tell whether a line only names the job once more: "Registered Nurse – Cardiac Telemetry (Nights)"."""
    rest = piece[len(title) :] if title and piece.casefold().startswith(title.casefold()) else None
    return rest is not None and (not rest or re.match(r"\s*[–—|(/]|\s-\s", rest) is not None)


def _item_pieces(text: str) -> list[str]:
    """Keep an item whole where it fits, else in as few groups of sentences as fit."""
    if len(text) <= limits.REQUIREMENT_CHARACTERS:
        kept = [sentence for sentence in sentences(text) if not is_boilerplate(sentence)]
        return [" ".join(kept)] if kept and not is_boilerplate(text) else kept
    groups: list[str] = []
    for sentence in sentences(text):
        if groups and len(groups[-1]) + len(sentence) < limits.REQUIREMENT_CHARACTERS:
            groups[-1] = f"{groups[-1]} {sentence}"
        else:
            groups.append(sentence)
    return groups


def _is_asked(piece: str, part: Part, title: str | None) -> bool:
    if not _has_substance(piece) or is_boilerplate(piece) or _INTRODUCTION.search(piece):
        return False
    if part.block.kind is Kind.ITEM:
        return (part.trusted and not is_about_the_company(piece)) or asks_something(piece)
    if (piece.endswith("?") and not _ASKED_DIRECTLY.search(piece)) or is_announcement(piece):
        return False
    if asks_something(piece) or (title and piece.casefold().startswith((f"the {title.casefold()} ", "as "))):
        return True
    if is_about_the_company(piece):
        return False
    return part.role in (Role.MUST, Role.WISH) or _reads_like_a_duty(piece, part.role)


def _reads_like_a_duty(piece: str, role: Role) -> bool:
    """Tell whether a line without a bullet reads like one of a list, or a sentence like a duty."""
    if _DUTY_START.match(piece):
        return True
    listed = 2 < len(piece.split()) <= _LIST_LINE_WORDS and piece[-1] not in ".!?:"
    return listed and (role is Role.DUTY or _LIST_START.match(piece) is not None)


def _has_substance(piece: str) -> bool:
    """Tell whether words remain that can be asked for: two letters of "SQL", but not a lone date or mark."""
    return bool(re.search(r"[^\W\d_]{2,}|\b[CR]\b", piece) or _WIDE.search(piece))


def _any_sentences(part: Part) -> Iterator[_Candidate]:
    for sentence in sentences(part.block.text):
        enough = len(sentence.split()) >= 4 or len(_WIDE.findall(sentence)) >= 6
        if enough and not is_boilerplate(sentence) and not is_about_the_company(sentence):
            yield _Candidate(_shortened(sentence.strip(_TRIM)), must=part.role is not Role.WISH and is_must(sentence))


def _shortened(text: str) -> str:
    """Cut a requirement that is too long at the last clause that fits."""
    if len(text) <= limits.REQUIREMENT_CHARACTERS:
        return text
    head = text[: limits.REQUIREMENT_CHARACTERS]
    clauses = [match.start() for match in _CLAUSE.finditer(head)]
    cut = clauses[-1] if clauses and clauses[-1] > len(head) // 2 else head.rfind(" ")
    return head[: cut if cut > 0 else len(head)].strip(_TRIM)


def _without_repeats(candidates: list[_Candidate], title: str | None) -> Iterator[_Candidate]:
    seen = {_key(title)} if title else set()
    for candidate in candidates:
        key = _key(candidate.text)
        if key and key not in seen:
            seen.add(key)
            yield candidate


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
