"""Reads degrees from the lines of an education section, however they are punctuated.

"BS University of Pennsylvania, Computer Science, Sept 2000 – May 2005" and "B.Sc. Mathematics" both become what the
person holds; one that is not finished becomes what the person studies for. Used by `listed_lines.py`.
"""

from __future__ import annotations

import re

import evidence_text
from letter_prompt import Evidence
from names import name_of
from phrases import article, opened, with_the
from statements import Kind, Statement

_SHORT = (
    r"ph\.? ?d|b\.? ?s\.?c?|b\.? ?a|m\.? ?s\.?c?|m\.? ?a|b\.? ?eng|m\.? ?eng|b\.? ?tech|m\.? ?tech|b\.? ?com"
    r"|ll\.? ?[bm]|m\.? ?phil|hnd|hnc|diploma|pgce"
)
DEGREE = re.compile(
    rf"\b(?:{_SHORT}|bachelor\w*|master(?:'?s| of| in| degree)|doctor(?:ate| of)|m\.? ?b\.? ?a"
    r"|b\.? ?ed|m\.? ?ed|j\.? ?d|m\.? ?d|b\.? ?b\.? ?a|b\.? ?f\.? ?a|associate(?:'?s)?(?: degree| of)|a\.? ?s|a\.? ?a"
    r"|degree|licence|a-levels?|ged|gcses?|baccalaureate|nvq|pgcert|pgdip)\b\.?",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"\b(?:{_SHORT}|nvq(?: level \d)?|bachelor's|master's)\b\.?(?: ?\((?:hons|honours|honors)\))?(?: degree)?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:sciences?|engineering|studies|arts?|history|mathematics|maths|physics|chemistry|biology|nursing|law|economics"
    r"|business|administration|management|education|psychology|design|music|english|philosophy|politics|accounting"
    r"|accountancy|finance|marketing|geography|geology|medicine|literature|languages|media|communications?|computing"
    r"|informatics|technology|statistics|linguistics|sociology|theology|journalism|architecture)\b",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"\b(?:university|universit\w+|college|school|institute|academy|polytechnic|faculty|hochschule|instituto)\b",
    re.IGNORECASE,
)
_GLUED_SCHOOL = re.compile(r"[ ,]+((?:the )?(?:University|Institute|College|School|Academy|Faculty) of .+)$")
_GRADE = re.compile(r"[,;(]? *\b(?:cumulative |overall )?(?:GPA|CGPA|grade)\b.*$", re.IGNORECASE)
_LICENCE = re.compile(r"\blicen[cs]e$")
_UNFINISHED = re.compile(
    r"\b(?:candidate|expected|anticipated|in progress|ongoing|pursuing|enrolled|present|current(?:ly)?|to date"
    r"|incomplete|unfinished|dropped)\b",
    re.IGNORECASE,
)


def degree_of(evidence: Evidence, today: str) -> Statement | None:
    """Return "hold a BSc in X from Y", or that the person studies for it; `today` (ISO 8601) tells which."""
    organisation = _BARE.sub("", evidence.organisation or "").strip(" ,")
    fields = [field for line in (evidence.context, evidence.text) for field in _fields(line)]
    parts = [evidence.title or "", evidence.organisation or "", *fields]
    degree = next((name for part in parts if DEGREE.search(part) and (name := name_of(part, 12))), None)
    school = name_of(organisation, 9)
    schools = (_BARE.sub("", part).strip(" ,") for part in parts if _SCHOOL.search(part))
    school = school or next((name for part in schools if (name := name_of(part, 9))), None)
    if degree and (glued := _GLUED_SCHOOL.search(degree)):
        degree, school = degree[: glued.start()].strip(" ,"), school or glued.group(1)
    if degree and school:
        degree = re.sub(rf",? *(?:(?:from|at) )?(?:the )?{re.escape(school)}", "", degree).strip(" ,")
    if not degree or not DEGREE.search(degree) or ":" in degree:
        return None
    degree = _with_subject(_cut(_GRADE.sub("", degree)), parts)
    degree = re.sub(r"^((?:Bachelor|Master) of \w+), (?=[A-Z])", r"\1 in ", degree)
    if _LICENCE.search(degree):
        degree = opened(degree)
    whole = f"{evidence.title or ''} {evidence.context} {evidence.text}"
    open_ = _UNFINISHED.search(whole) or evidence.current or (evidence.end or "") > today[:7] > ""
    verb, at = ("am studying for", " at ") if open_ else ("hold", " from ")
    place = f"{at}{with_the(school)}" if school else ""
    return Statement(evidence, Kind.ACTION, f"{verb} {article(degree)} {degree}{place}", label="degree")


def _cut(degree: str) -> str:
    """Return a degree without the verb or date before it and without "candidate" or "expected" behind it."""
    found = DEGREE.search(degree)
    if found and re.search(r"\d|^[a-z]", degree[: found.start()]):
        degree = degree[found.start() :]
    degree = re.sub(
        r"^(?:graduated (?:as|with)|completed|earned|obtained|received)\s+|^(?:an?|my|the)\s+",
        "",
        degree,
        flags=re.IGNORECASE,
    )
    degree = evidence_text.balanced(_UNFINISHED.sub("", degree.replace(", in ", " in ")))
    return " ".join(degree.strip(" ,-").split())


def _with_subject(degree: str, parts: list[str]) -> str:
    """Return "BS in X" for "BS X", "BS, X", or a bare "BS" beside its subject."""
    found = _BARE.match(degree)
    if not found:
        return degree
    subject = degree[found.end() :].strip(" ,")
    if not subject:
        beside = (
            part for part in parts if _SUBJECT.search(part) and not DEGREE.search(part) and not _SCHOOL.search(part)
        )
        subject = name_of(next(beside, ""), 5) or ""
    if not subject or re.match(r"(?:in|of|degree|with|magna|summa|cum|first|hono)\b|\(|Level|[\d:]", subject):
        return degree
    return f"{degree[: found.end()].strip(' ,')} in {subject}"


def _fields(line: str) -> list[str]:
    parts = re.split(r",(?! *(?:Inc|Ltd|LLC))|\s[|·–—-]\s|\n", line)
    return [part.strip() for part in parts if part.strip()]
