"""Reads the head of an entry: which piece is the organisation, which the title, which the dates.

Called by `entries`, which gives all heads of a section at once. The words of a piece tell what it is; where they tell
nothing, its place does, if the other heads of the section agree on what stands there. Where nothing tells, the field
stays None: a wrong employer is worse than none.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from msgspec import Struct

from resumate.documents.head_pieces import Piece, head_dates, head_pieces
from resumate.documents.head_words import (
    is_department,
    is_name,
    states_company,
    states_degree,
    states_school,
    states_title,
)
from resumate.documents.model import SectionKind, YearMonth
from resumate.documents.reading import SourceLine

_INDEPENDENT: Final = re.compile(r"freelanc|self.?employed|independent|selbst|indépendant|autónomo", re.IGNORECASE)
_AGREEMENT: Final = 0.6  # the share of the heads that must have a thing at one place for the others to have it there
_SHORT: Final = 3  # words, of a title that needs the next piece to be understood
Roles = tuple[Piece | None, Piece | None]


class Head(Struct, frozen=True):
    """What the head of an entry says; None where it does not say."""

    organisation: str | None = None
    title: str | None = None
    start: YearMonth | None = None
    end: YearMonth | None = None
    current: bool = False
    independent: bool = False


def read_heads(heads: Sequence[Sequence[SourceLine]], kind: SectionKind) -> list[Head]:
    """Return what the heads of one section say, each given as its lines."""
    pieces = [head_pieces(lines) for lines in heads]
    reader = _READERS.get(kind, _job)
    roles = [reader(found) for found in pieces]
    if kind not in _ITEMS and kind is not SectionKind.PROJECTS:
        roles = _by_place(pieces, roles)
    whole = _item_title if kind in _ITEMS else _whole_title
    titles = [
        whole(title, organisation, found) if title else None
        for (title, organisation), found in zip(roles, pieces, strict=True)
    ]
    return [_head(lines, title, role[1]) for lines, title, role in zip(heads, titles, roles, strict=True)]


def _head(lines: Sequence[SourceLine], title: str | None, organisation: Piece | None) -> Head:
    dates = head_dates(lines)
    return Head(
        organisation.text if organisation else None,
        title,
        dates.start if dates else None,
        dates.end if dates else None,
        bool(dates and dates.current),
        bool(_INDEPENDENT.search(" ".join(line.text for line in lines))),
    )


def _whole_title(title: Piece, organisation: Piece | None, pieces: Sequence[Piece]) -> str:
    """Return a title with the department that follows it ("Vice President, Engineering"), a degree with its subject."""
    after = _next_to(title, pieces)
    if after is None or after is organisation or after.after_at:
        return title.text
    subject = states_degree(title.text) and len(title.text.split()) <= _SHORT and not states_degree(after.text)
    return f"{title.text}, {after.text}" if is_department(after.text) or subject else title.text


def _item_title(title: Piece, organisation: Piece | None, pieces: Sequence[Piece]) -> str:
    """Return a prize or certificate with what it is for: "2nd Place, Hacking Festival"."""
    after = _next_to(title, pieces)
    short = organisation is None and len(title.text.split()) <= _SHORT
    if after is not None and after.after_at and organisation is None:
        return f"{title.text} at {after.text}"  # "First Aid at Work" is no first aid that somebody gave at a company
    return f"{title.text}, {after.text}" if short and after is not None else title.text


def _next_to(piece: Piece, pieces: Sequence[Piece]) -> Piece | None:
    return next((other for other in pieces if other.line == piece.line and other.place == piece.place + 1), None)


def _by_place(pieces: Sequence[Sequence[Piece]], roles: Sequence[Roles]) -> list[Roles]:
    """Fill what words did not tell by the places at which the other heads have their title and organisation."""
    title_at = _usual_place([title for title, _ in roles], roles)
    organisation_at = _usual_place([organisation for _, organisation in roles], roles)
    if title_at == organisation_at:
        return list(roles)
    filled: list[Roles] = []
    for found, (told_title, told_organisation) in zip(pieces, roles, strict=True):
        title = told_title or _at_place(found, title_at, told_organisation)
        usual = _at_place(found, organisation_at, title)
        if usual is not None and title is not None and usual.line == title.line and states_title(usual.text):
            usual = None  # a second title ("Student Assistant / Programmer")
        doubtful = told_organisation is None or _is_guess(told_organisation, title)
        filled.append((title, usual or told_organisation if doubtful else told_organisation))
    return filled


def _is_guess(organisation: Piece, title: Piece | None) -> bool:
    """Whether a piece is taken for the employer only because it follows the title on its line ("Technical Lead, TLM")."""
    follows = title is not None and organisation.line == title.line and organisation.place > title.place
    return follows and not organisation.after_at and not states_company(organisation.text)


def _usual_place(told: Sequence[Piece | None], roles: Sequence[Roles]) -> tuple[int, int] | None:
    """Return (line, place) of what most heads tell; only heads that tell both things are asked."""
    sure = [piece for piece, role in zip(told, roles, strict=True) if piece is not None and None not in role]
    if not sure:
        return None
    place, count = Counter((piece.line, piece.place) for piece in sure).most_common(1)[0]
    return place if count >= _AGREEMENT * len(sure) else None


def _at_place(pieces: Sequence[Piece], place: tuple[int, int] | None, taken: Piece | None) -> Piece | None:
    found = next((piece for piece in pieces if (piece.line, piece.place) == place), None)
    return found if found is not taken and (found is None or not is_department(found.text)) else None


def _job(pieces: Sequence[Piece]) -> Roles:
    """Return (title, employer): the title is the piece with the word of a job, the employer stands before or after it."""
    after_at = next((piece for piece in pieces if piece.after_at), None)
    if after_at is not None:
        title = next((piece for piece in pieces if piece.line == after_at.line and not piece.after_at), None)
        above = [piece for piece in pieces if piece.line < after_at.line and not states_title(piece.text)]
        return title, above[0] if above else after_at  # "NEXON" over "Intern at Global Internship Program"
    named = [piece for piece in pieces if states_title(piece.text)]
    titles = [piece for piece in named if not states_company(piece.text)] or named
    if not titles:
        return None, pieces[0] if len(pieces) == 1 else _first(pieces, states_company)
    title = titles[0]
    position = pieces.index(title)
    before = [piece for piece in pieces[:position] if not is_department(piece.text)]
    if before:
        return title, before[0]
    others = [piece for piece in pieces[position + 1 :] if not is_department(piece.text)]
    names = (piece for piece in others if not states_title(piece.text) and _may_be_employer(piece.text))
    return title, _first(others, states_company) or next(names, None)


def _may_be_employer(text: str) -> bool:
    """Whether a piece is written as a name is, and not as a first task ("Led a team of six"); "eBay" and "adidas" are names."""
    return is_name(text) or len(text.split()) < _SHORT


def _degree(pieces: Sequence[Piece]) -> Roles:
    school = _first(pieces, states_school)
    degree = next((piece for piece in pieces if piece is not school and states_degree(piece.text)), None)
    if degree is not None and school is None:
        others = [piece for piece in pieces if piece.line != degree.line]
        school = others[0] if len(others) == 1 else None
    return degree, school


def _project(pieces: Sequence[Piece]) -> Roles:
    """Return the project as title; where a role in it is stated ("Maintainer, Atlas"), the role at the project."""
    role = next((piece for piece in pieces[:2] if states_title(piece.text) and len(piece.text.split()) <= 5), None)
    other = next((piece for piece in pieces[:2] if piece is not role), None)
    if role is not None and other is not None and not states_title(other.text):
        return role, other
    return (pieces[0] if pieces else None), None


def _item(pieces: Sequence[Piece]) -> Roles:
    return (pieces[0] if pieces else None), None


def _first(pieces: Sequence[Piece], states: Callable[[str], bool]) -> Piece | None:
    return next((piece for piece in pieces if states(piece.text)), None)


_READERS: Final[dict[SectionKind, Callable[[Sequence[Piece]], Roles]]] = {
    SectionKind.EDUCATION: _degree,
    SectionKind.PROJECTS: _project,
    SectionKind.CERTIFICATIONS: _item,
    SectionKind.AWARDS: _item,
    SectionKind.PUBLICATIONS: _item,
}
_ITEMS: Final = frozenset({SectionKind.CERTIFICATIONS, SectionKind.AWARDS, SectionKind.PUBLICATIONS})
