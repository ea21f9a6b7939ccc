"""Reads Spanish lines of a resume as what the person says of themselves; see `german_lines.py`, whose kinds it shares.

"Desarrollé una plataforma" is said as it stands, "Desarrolló" takes the first person, "Desarrollo de una plataforma" its
article.
"""

from __future__ import annotations

import re

from letter_prompt import Evidence
from statements import Kind, Statement, has_ended

_IRREGULAR = {
    "hizo": "hice", "condujo": "conduje", "puso": "puse", "tradujo": "traduje", "obtuvo": "obtuve", "mantuvo": "mantuve", "redujo": "reduje",
    "produjo": "produje", "introdujo": "introduje", "propuso": "propuse", "estuvo": "estuve", "fue": "fui", "tuvo": "tuve", "consiguió": "conseguí",
}  # fmt: skip
# Verbs in -iar: "inició" is "inicié", where "dirigió" is "dirigí".
_IAR = frozenset("inició cambió amplió estudió limpió asoció negoció financió renunció envió copió denunció".split())
_FEMININE = re.compile(r"\w+(?:ión|dad|tud|ura|ancia|encia|ía|eza|a)$", re.IGNORECASE)
_MASCULINE = re.compile(
    r"\w+(?:miento|aje|o|(?<!i)ón|or|al|is)$|^(?:control|soporte|marketing|reporting|programa|sistema|problema|diseño)$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^\w*(?:ero|era|or|ora|ista|nte|ico|ica|ogo|oga|ado|ada|ario|aria|able|jefe|jefa|grafo|grafa|auxiliar)$",
    re.IGNORECASE,
)


def tell(evidence: Evidence, line: str) -> Statement | None:
    """Return a clause (ACTION) or a task with its article (WORK)."""
    first, _, rest = line.partition(" ")
    if not rest:
        return None
    for reader in (_preterite, _state, _infinitive, _person, _task):
        if found := reader(evidence, first, rest):
            return found
    return None


def _preterite(evidence: Evidence, first: str, rest: str) -> Statement | None:
    lowered = first.lower()
    if re.fullmatch(r"\w{2,}[éí]", lowered) or lowered in {*_IRREGULAR.values(), "soy", "tengo", "he"}:
        return Statement(evidence, Kind.ACTION, f"{lowered} {rest}")
    if lowered in _IRREGULAR:
        return Statement(evidence, Kind.ACTION, f"{_IRREGULAR[lowered]} {rest}")
    if re.fullmatch(r"\w{3,}ó", lowered):
        ending = "í" if lowered.endswith("ió") and lowered not in _IAR else "é"
        stem = lowered.removesuffix("ió") if ending == "í" else lowered.removesuffix("ó")
        return Statement(evidence, Kind.ACTION, f"{_spelled(stem, ending)} {rest}", 2)
    return None


def _spelled(stem: str, ending: str) -> str:
    """Return the first person: "organizó" → "organicé", "entregó" → "entregué", "publicó" → "publiqué"."""
    if ending == "é":
        stem = re.sub(r"z$", "c", re.sub(r"c$", "qu", re.sub(r"g$", "gu", stem)))
    return stem + ending


def _state(evidence: Evidence, first: str, rest: str) -> Statement | None:
    if first not in {"Responsable", "Encargado", "Encargada"} or not re.match(r"de\b|del\b", rest):
        return None
    return Statement(evidence, Kind.ACTION, f"{'fui' if has_ended(evidence) else 'soy'} {first.lower()} {rest}")


def _infinitive(evidence: Evidence, first: str, rest: str) -> Statement | None:
    if not re.fullmatch(r"\w{3,}(?:ar|er|ir)", first.lower()) or not re.match(
        r"(?:el|la|los|las|un|una|unos|unas|a|y|con|en|\d)\b", rest
    ):
        return None
    task = "mi tarea era" if has_ended(evidence) else "mi tarea es"
    return Statement(evidence, Kind.ACTION, f"{task} {first.lower()} {rest}", 2)


def _person(evidence: Evidence, first: str, rest: str) -> Statement | None:
    if evidence.section not in {"summary", "other"} or not _ROLE.match(first):
        return None
    return Statement(evidence, Kind.ACTION, f"soy {first[0].lower()}{first[1:]} {rest}")


def _task(evidence: Evidence, first: str, rest: str) -> Statement | None:
    if not first[:1].isupper() or re.search(r"[.:]\s", rest):
        return None
    lowered = first[0].lower() + first[1:]
    noun = lowered.strip(",;")
    masculine = _MASCULINE.search(noun)
    if (noun.endswith("s") and noun != "análisis") or not (masculine or _FEMININE.search(noun)):
        return Statement(evidence, Kind.WORK, f"{lowered} {rest}", 1)
    return Statement(evidence, Kind.WORK, f"{'el' if masculine else 'la'} {lowered} {rest}", 2)
