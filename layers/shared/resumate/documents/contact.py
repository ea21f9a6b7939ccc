"""Finds the person's own name, e-mail, phone, links and place, and keeps them apart from other people's.

Works on the lines and sections that `read` has; `masking` replaces what is found here. A referee's address further
down is not the person's; a file without a name says None.
"""

import re
import statistics
from collections.abc import Iterator, Sequence
from typing import Final

from resumate.documents.behind_links import linked_email, linked_phone, linked_profiles
from resumate.documents.dates import find_dates
from resumate.documents.head_words import states_school
from resumate.documents.headings import kind_of, likely_kind
from resumate.documents.model import Contact, SectionKind
from resumate.documents.normalise import fold
from resumate.documents.patterns import EMAIL, LINK, PHONE, PLACE, is_phone
from resumate.documents.reading import SourceLine
from resumate.documents.sections import Part

OWN: Final = frozenset({SectionKind.HEADER, SectionKind.CONTACT})
_FOREIGN: Final = frozenset({SectionKind.REFERENCES, SectionKind.PUBLICATIONS})
_CHINESE_NAME: Final = re.compile("^[\u4e00-\u9fff]{2,4}$")
_NAME_WORD: Final = re.compile(r"^[^\W\d_](?:[^\W\d_]|['’.\-])*$")
_ITEMS: Final = re.compile(r"\s*[|•·●◦;]\s*|\s{2,}|\s[–—-]\s")
_FIRST_PIECE: Final = re.compile(
    r"\s*[|•·,–—:(]\s|,|\s-\s|\s+(?:R[ée]sum[ée]|RESUME|CV|Curriculum Vitae|CURRICULUM VITAE|Lebenslauf|LEBENSLAUF)(?!\w)"
)
_AFTER_NAME: Final = re.compile(
    r"(?:^(?:dr|prof|mr|mrs|ms|dipl\.-ing)\.?\s+|,?\s+(?:ph\.?d|m\.?d|mba|cpa|pmp|rn|esq|jr|sr|iii?|m\.?sc|b\.?sc|cfa|pe|phr|csm|"
    r"resume|résumé|cv|curriculum vitae|lebenslauf)\.?)$|^(?:dr|prof|mr|mrs|ms)\.\s+",
    re.IGNORECASE,
)
_ADDRESS_LABEL: Final = re.compile(
    r"^(?:address|location|anschrift|adresse|wohnort|domicilio|dirección|indirizzo|地址)\s*[:：]\s*", re.IGNORECASE
)
# "GraphLab", "H2O.ai", "C++": capitals inside a word are no place's, but for "McLean" and "DeKalb".
_TOOL: Final = re.compile(r"^(?!Ma?c|De|Di|Du|La|Le|Van|O['’])\w*[a-z][A-Z]|\.(?:ai|io|js|net)\b|\+\+|^[A-Z]{3,}[a-z]")
_TURNED_ROUND: Final = re.compile(r"^([^\W\d_][\w'’\-]+),\s+([^\W\d_][\w'’.\-]*(?: [^\W\d_][\w'’.\-]*)?)$")
_FIRST_LINES: Final = 40
_LARGER: Final = 1.15
_LEAST_SCORE: Final = 2.0
_NOT_NAMES: Final = frozenset(
    """name resume cv curriculum vitae page profile email phone tel telephone cell fax your job here mobile address linkedin github portfolio website engineer developer manager
    designer analyst accountant architect consultant director officer specialist technician administrator assistant coordinator student
    teacher nurse professor scientist researcher intern lead senior junior software web data product project marketing sales
    full stack fullstack frontend backend university college school institute inc llc ltd gmbh street avenue road last updated date
    computer science business graduate bachelor master engineering template confidential present about summary contact personal
    the and of for in at with position title tagline lebenslauf bewerbung""".split()
)
_PARTICLES: Final = frozenset(
    "von van de der den del della di da la le el al bin ibn du dos das ten ter zu y e st".split()
)


def find_contact(lines: Sequence[SourceLine], parts: Sequence[Part], targets: Sequence[str] = ()) -> Contact:
    """Return what the file says of its owner; `targets` is what its links point at, asked where the text is silent."""
    own = [i for part in parts if part.kind in OWN for i in range(part.first, part.last + 1)]
    foreign = {i for part in parts if part.kind in _FOREIGN for i in range(part.first, part.last + 1)}
    rest = [i for i in range(len(lines)) if i not in set(own) and i not in foreign]
    email = _first_email(lines, own, rest) or linked_email(targets)
    phone = _first_phone(lines, own) or _first_phone(lines, [i for i in rest if lines[i].furniture])
    links = _links(lines, own)
    name = find_name(lines, own, email)
    return Contact(
        name=name,
        email=email,
        phone=phone or linked_phone(targets),
        links=links + linked_profiles(targets, links),
        place=_place(lines, own, name),
    )


def _first_email(lines: Sequence[SourceLine], own: Sequence[int], rest: Sequence[int]) -> str | None:
    for group in (own, rest):
        found = [match[0] for i in group for match in EMAIL.finditer(lines[i].text)]
        if found:
            return found[0]
    return None


def _first_phone(lines: Sequence[SourceLine], own: Sequence[int]) -> str | None:
    for i in own:
        for piece in lines[i].pieces or (lines[i].text,):
            text = EMAIL.sub(" ", LINK.sub(" ", piece))
            for match in PHONE.finditer(text):
                if is_phone(match[0]) and (match[0].startswith("+") or not find_dates(match[0])):
                    return match[0].strip()
    return None


def _links(lines: Sequence[SourceLine], own: Sequence[int]) -> list[str]:
    found = [match[0].rstrip(".,;)") for i in own for match in LINK.finditer(EMAIL.sub(" ", lines[i].text))]
    return list(dict.fromkeys(found))


def _place(lines: Sequence[SourceLine], own: Sequence[int], name: str | None) -> str | None:
    """Return the first address or place; one with figures (a street, a postal code) before a bare town."""
    found: list[str] = []
    for i in own[:_FIRST_LINES]:
        for part in lines[i].pieces or (lines[i].text,):
            text = PHONE.sub("|", EMAIL.sub("|", LINK.sub("|", _ADDRESS_LABEL.sub("", part))))
            found += [piece.strip() for piece in _ITEMS.split(text) if _may_be_place(piece.strip(), name)]
    return next((place for place in found if any(c.isdigit() for c in place)), found[0] if found else None)


def _may_be_place(text: str, name: str | None) -> bool:
    """Whether a piece has the shape of a place, and is neither a date, the name, a school, nor a list of tools."""
    if not PLACE.match(text) or find_dates(text) or states_school(text):
        return False
    words = {fold(word) for word in text.split()}
    if name is not None and len(words & {fold(part) for part in name.split()}) > 1:
        return False
    return not any(_TOOL.search(word) for word in text.split())


def find_name(lines: Sequence[SourceLine], own: Sequence[int], email: str | None) -> str | None:
    """Return the person's name: the line that looks most like one, by size, place, words and the e-mail address."""
    best: tuple[float, str] | None = None
    largest = max((lines[i].size for i in own), default=0.0)
    stands_out = largest > _LARGER * statistics.median([line.size for line in lines] or [0.0])
    for rank, candidate, size in _candidates(lines, own):
        score = _name_score(candidate, email)
        if score is None:
            continue
        score += 3.0 * (stands_out and size >= 0.95 * largest) + max(0.0, 1.5 - 0.25 * rank)
        if best is None or score > best[0] + 1e-9:
            best = (score, candidate)
    return _in_sentence_case(best[1]) if best is not None and best[0] >= _LEAST_SCORE else None


def _candidates(lines: Sequence[SourceLine], own: Sequence[int]) -> Iterator[tuple[int, str, float]]:
    """Yield (rank, text, size): whole lines, their first pieces, and two lines that are one name."""
    for rank, i in enumerate(own[:_FIRST_LINES]):
        line = lines[i]
        yield rank, _bare(line.text), line.size
        if rank > 15:
            continue
        if (dates := find_dates(line.text)) and dates[0].first > 0:  # the name and the day of birth
            yield rank, _bare(line.text[: dates[0].first]), line.size
        if rank == 0 and (turned := _TURNED_ROUND.match(_bare(line.text))):  # "LINDQVIST, Maya"
            yield rank, _bare(f"{turned[2]} {turned[1]}"), line.size + 0.01
        for piece in line.pieces[:3] or (line.text,):
            first = _FIRST_PIECE.split(piece, maxsplit=1)[0]
            if first != line.text:
                yield rank, _bare(first), line.size
        following = lines[i + 1] if rank + 1 < len(own) and own[rank + 1] == i + 1 else None
        alike = following is not None and abs(following.size - line.size) < 0.6 and len(following.text.split()) <= 2
        if following is not None and alike and _is_word(line.text):
            yield rank, _bare(f"{line.text} {following.text}"), line.size + 0.01


def _is_word(text: str) -> bool:
    return bool(_NAME_WORD.match(text))


def _bare(text: str) -> str:
    """Return a name without labels, degrees and signs around it."""
    text = re.sub(r"^(?:full name|name|nom|nombre|姓名)\s*[:：]\s*", "", text, flags=re.IGNORECASE)
    for _ in range(3):
        text = _AFTER_NAME.sub("", text).strip(" |•·,:–—-*#_=")
    return text


def _name_score(text: str, email: str | None) -> float | None:
    """Score how much `text` is a person's name; None where it cannot be one."""
    words = text.split()
    if likely_kind(text) is not None or find_dates(text):
        return None
    if _CHINESE_NAME.match(text.replace(" ", "")):
        return 2.0
    if not 1 <= len(words) <= 5 or len(text) > 50 or not all(map(_may_be_name, words)):
        return None
    if len({word.casefold() for word in words}) < len(words):
        return None  # one user name on several sites
    if not all(word[0].isupper() or word.lower() in _PARTICLES for word in words) and not text.islower():
        return None
    score = 1.0 if len(words) > 1 else 0.0
    if email is not None:
        local = fold(email.split("@")[0]).replace(" ", "")
        score += 2.0 * sum(len(fold(word)) > 1 and fold(word).replace(" ", "") in local for word in words)
    return score - (1.0 if text.islower() else 0.0)


def _may_be_name(word: str) -> bool:
    """Whether a word can be part of a name: letters, no word of a trade or a heading ("Web Experiences")."""
    if not _NAME_WORD.match(word) or fold(word) in _NOT_NAMES:
        return False
    return len(word) <= 3 or kind_of(word) is None


def _in_sentence_case(name: str) -> str:
    """Return a name printed in capitals as one signs it: "JAN KÜSTER" is Jan Küster."""
    letters = [c for c in name if c.isalpha()]
    if sum(c.isupper() for c in letters) <= 0.7 * len(letters) and not name.islower():
        return name
    words = [
        word.lower() if word.lower() in _PARTICLES and len(word) > 1 else _capitalised(word) for word in name.split()
    ]
    return " ".join(words)


def _capitalised(word: str) -> str:
    if len(word) <= 3 and word.endswith("."):
        return word  # an initial
    parts = re.split(r"([-'’])", word.lower())
    joined = "".join(part[:1].upper() + part[1:] for part in parts)
    return re.sub(r"^Mc([a-z])", lambda match: "Mc" + match[1].upper(), joined)
