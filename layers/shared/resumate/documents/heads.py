"""Reads the head of an entry: which piece is the organisation, which the title, which the dates.

Called by `entries`. Pieces are what separators and wide gaps part; the words in them tell what they are. Where the
words tell nothing, the field stays None: a wrong employer is worse than none.
"""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from resumate.documents.dates import DateSpan, find_dates, is_open_date
from resumate.documents.model import SectionKind, YearMonth
from resumate.documents.patterns import EMAIL, LINK
from resumate.documents.reading import SourceLine

_TITLE: Final = re.compile(
    r"\b(?:engineer\w*|developer|manager|director|analyst|accountant|consultant|architect|designer|scientist|researcher|administrator|"
    r"assistant|associate|specialist|technician|coordinator|officer|lead|leader|head|chief|intern|internship|trainee|apprentice|"
    r"supervisor|representative|executive|president|vice|founder|co-?founder|owner|partner|teacher|professor|lecturer|instructor|tutor|"
    r"fellow|nurse|physician|doctor|surgeon|therapist|pharmacist|attorney|lawyer|paralegal|clerk|cashier|server|chef|cook|barista|driver|"
    r"mechanic|electrician|programmer|tester|editor|writer|journalist|photographer|translator|librarian|recruiter|strategist|planner|"
    r"buyer|agent|advisor|adviser|counsel\w*|coach|trainer|volunteer|member|student|graduate|employee|worker|operator|inspector|auditor|"
    r"bookkeeper|controller|treasurer|secretary|receptionist|ceo|cto|cfo|coo|cio|vp|svp|evp|sre|qa|devops|freelance\w*|postdoc\w*|"
    r"sales\w*|steward\w*|hostess|waiter|waitress|guard|captain|sergeant|pilot|astronaut|curator|artist|animator|producer|"
    r"ingenieur\w*|ingénieur\w*|développeu\w+|cheffe? de projet|responsable|directeur|directrice|stagiaire|assistante?|comptable|"
    r"\w*entwickler\w*|\w*leiter\w*|\w*berater\w*|\w*mitarbeiter\w*|werkstudent\w*|praktikant\w*|geschäftsführer\w*|buchhalter\w*|referent\w*|"
    r"ingenier[oa]\w*|desarrollador\w*|gerente|jef[ea]|analista|contador\w*|asistente|consultor\w*|becari[oa]|director[a]?)\b"
    r"|工程师|经理|主管|实习生|分析师|设计师|总监|助理|顾问|教师|会计",
    re.IGNORECASE,
)
_DEGREE: Final = re.compile(
    r"\b(?:bachelor\w*|master\w*|doctor\w*|ph\.?\s?d\.?|b\.?\s?sc?\.?|m\.?\s?sc?\.?|b\.?a\.?|m\.?a\.?|bs|ms|mba|m\.b\.a\.|b\.?eng\.?|m\.?eng\.?|"
    r"b\.?tech|m\.?tech|bba|bfa|mfa|associate\w*|diplom\w*|degree|certificate|minor|major|abitur|high school|ged|a-levels?|gcse\w*|licence|"
    r"licenciatura|grado|máster|baccalauréat|bac|maîtrise|ingénieur|staatsexamen|magister|jd|j\.d\.|llb|llm|m\.?d\.?|graduated)(?![\w])"
    r"|学士|硕士|博士|本科|专科",
    re.IGNORECASE,
)
_SCHOOL: Final = re.compile(
    r"universi\w+|college|school|institut\w*|academy|polytechnic\w*|hochschule|université|école|lycée|gymnasium|schule|escuela|colegio|"
    r"faculty|大学|学院|中学|codeacademy|bootcamp|\bTU\b|\bETH\b|\bMIT\b|\bUC\b",
    re.IGNORECASE,
)
_COMPANY: Final = re.compile(
    r"\b(?:inc|llc|ltd|limited|gmbh|ag|s\.?a\.?|sarl|plc|corp|corporation|company|co|group|bank|hospital|clinic|university|college|institute|"
    r"school|agency|department|ministry|council|foundation|labs?|laborator\w+|systems|solutions|technologies|consulting|partners|services|"
    r"studio|studios|holdings|industries|associates|association|society|club|firm|center|centre|museum|library|restaurant|store)\b\.?"
    r"|公司|集团|银行|医院|事务所|研究院|工作室",
    re.IGNORECASE,
)
_CITY_STATE: Final = re.compile(
    r"[,|–—·•\-]?\s*\(?\b[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+){0,2}, ?[A-Z]{2}\b(?:,? USA?)?\)?"
)
_REMOTE: Final = re.compile(r"[(,|–—·•\-]?\s*\b(?:remote|hybrid|on-?site)\b\)?", re.IGNORECASE)
_SPLIT: Final = re.compile(
    r"\s+[|–—•·●◦‣⋅/]\s+|\s*\|\s*|\s+-\s+|\t|\s{2,}|\s+@\s+|\s+(?:at|bei|chez)\s+(?=[A-Z])|:\s+|;\s+|\s*·\s*|,\s+"
    r"|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])"
)
_INDEPENDENT: Final = re.compile(r"freelanc|self.?employed|independent|selbst|indépendant|autónomo", re.IGNORECASE)
_BULLET: Final = re.compile(r"^•\s*")
_NOISE: Final = re.compile(r"^[\W\d_]*$")


class Head(Struct, frozen=True):
    """What the head of an entry says; None where it does not say."""

    organisation: str | None = None
    title: str | None = None
    start: YearMonth | None = None
    end: YearMonth | None = None
    current: bool = False
    independent: bool = False


def read_head(lines: Sequence[SourceLine], kind: SectionKind) -> Head:
    """Return what the lines of a head say."""
    dates = _dates(lines)
    pieces = _pieces(lines)
    title, organisation = _ROLES.get(kind, _job)(pieces)
    text = " ".join(line.text for line in lines)
    return Head(
        organisation,
        title,
        dates.start if dates else None,
        dates.end if dates else None,
        bool(dates and dates.current),
        bool(_INDEPENDENT.search(text)),
    )


def _dates(lines: Sequence[SourceLine]) -> DateSpan | None:
    texts: list[str] = []
    for line in lines:
        if texts and is_open_date(texts[-1]):
            texts[-1] += " " + line.text
        else:
            texts.append(line.text)
    spans = [span for text in texts for span in find_dates(text)]
    ranges = [span for span in spans if span.is_range]
    return ranges[0] if ranges else spans[-1] if spans else None


def _pieces(lines: Sequence[SourceLine]) -> list[str]:
    """Return the pieces of a head without dates, places, links and signs."""
    found = []
    for line in lines:
        for part in line.pieces or (line.text,):
            text = _BULLET.sub("", part)
            for span in reversed(find_dates(text)):
                text = text[: span.first] + " | " + text[span.last :]
            text = EMAIL.sub(" | ", LINK.sub(" | ", text))
            text = _REMOTE.sub(" | ", _CITY_STATE.sub(" | ", text))
            found += [piece.strip(" ,;:[]|–—-•·").removeprefix("(") for piece in _SPLIT.split(text)]
    found = [piece.removesuffix(")") if "(" not in piece else piece for piece in found]
    return [piece for piece in found if len(piece) > 1 and not _NOISE.match(piece)]


def _job(pieces: list[str]) -> tuple[str | None, str | None]:
    """Return (title, employer): the title is the piece with the word of a job, the employer stands before or after it."""
    titles = [p for p in pieces if _TITLE.search(p) and not _COMPANY.search(p)] or [
        p for p in pieces if _TITLE.search(p)
    ]
    if not titles:
        return None, pieces[0] if len(pieces) == 1 else _named(pieces)
    title = titles[0]
    position = pieces.index(title)
    if position > 0:
        return title, pieces[0]
    others = pieces[position + 1 :]
    return title, _named(others) or next((p for p in others if not _TITLE.search(p)), None)


def _named(pieces: Sequence[str]) -> str | None:
    return next((p for p in pieces if _COMPANY.search(p)), None)


def states_role(text: str) -> bool:
    """Whether a line states a title, an employer, a school or a place."""
    return bool(
        _TITLE.search(text)
        or _COMPANY.search(text)
        or states_school(text)
        or states_degree(text)
        or _CITY_STATE.search(text)
    )


def states_degree(text: str) -> bool:
    """Whether a line states a degree."""
    return bool(_DEGREE.search(text))


def states_school(text: str) -> bool:
    """Whether a line names a school."""
    return bool(_SCHOOL.search(text))


def _degree(pieces: list[str]) -> tuple[str | None, str | None]:
    school = next((p for p in pieces if _SCHOOL.search(p)), None)
    degrees = [p for p in pieces if p != school and _DEGREE.search(p)]
    if not degrees:
        return None, school
    title = degrees[0]
    position = pieces.index(title)
    if position + 1 < len(pieces) and pieces[position + 1] != school and len(title.split()) <= 2:
        title = f"{title}, {pieces[position + 1]}" if not _DEGREE.search(pieces[position + 1]) else title
    return title, school


def _project(pieces: list[str]) -> tuple[str | None, str | None]:
    return (pieces[0] if pieces else None), None


_ROLES: Final = {
    SectionKind.EDUCATION: _degree,
    SectionKind.PROJECTS: _project,
    SectionKind.CERTIFICATIONS: _project,
    SectionKind.AWARDS: _project,
    SectionKind.PUBLICATIONS: _project,
}
