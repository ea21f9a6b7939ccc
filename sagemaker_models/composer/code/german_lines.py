"""Reads German lines of a resume as what the person says of themselves, without changing a word that carries meaning.

German puts the verb second, so a line that begins with a finite verb only needs its "ich": "Entwickelte eine Plattform"
becomes "entwickelte ich eine Plattform", which follows any opening of a sentence. Lines that name a task ("Aufbau einer
Plattform") get the article of their noun. `native_letter.py` asks `tell` for every line.
"""

from __future__ import annotations

import re

from letter_prompt import Evidence
from statements import Kind, Statement, has_ended

_STRONG = frozenset(
    """
    übernahm schrieb betrieb begann hielt gewann schuf trug brachte nahm gab schloss sprach half fand erhielt entwarf vertrat
    verfasste bezog lud ließ las verlieh wies bot unterstand beriet erschloss ersetzte sah traf band wurde war hatte
    """.split()
)
_PRESENT = frozenset(
    """
    leite entwickle verantworte führe betreue berate koordiniere erstelle unterstütze steuere verwalte optimiere arbeite unterrichte
    plane organisiere programmiere konzipiere analysiere moderiere schule begleite repariere installiere warte bearbeite prüfe
    """.split()
)
_NO_VERB = re.compile(
    r"(?:ge|(?:aus|auf|ein|ab|an|um|vor|be|hoch|gut)ge)\w+te$|^(?:erste|zweite|dritte|letzte|gute|bekannte|weite|breite|bunte|rechte|beste"
    r"|leichte|konkrete|aktuelle|diverse|private|komplette|angewandte|fundierte|\w+ierte|vertiefte|erweiterte|verantwortete)$"
)
_BEFORE_OBJECT = re.compile(
    r"(?:ein|eine|einen|einem|einer|der|die|das|den|dem|alle|mehrere|für|in|an|mit|bei|im|zum|zur|über|von|\d)\b|\d"
)
_PARTICIPLE = re.compile(
    r"(?:ge\w{2,}(?:t|en)|\w+iert|(?:auf|aus|ein|ab|an|um|vor|mit|durch|zusammen|weiter|her|zu)ge\w+(?:t|en)|(?:ver|be|er|ent|zer|über|unter)\w+t)"
)
_GENDERS = (
    (
        "die",
        re.compile(
            r"\w+(?:ung|ungen|heit|keit|schaft|tion|tionen|tät|ik|ei|enz|anz)$|^(?:Pflege|Analyse|Analysen|Mitarbeit|Arbeit|Kontrolle|Hilfe|Abnahme"
            r"|Übernahme|Aufnahme|Annahme|Ausgabe|Vorsorge|Fürsorge|Recherche|Diagnose|Therapie|Nachhilfe|Wartung|Buchführung|Suche|Übergabe)$"
        ),
    ),
    (
        "der",
        re.compile(
            r"(?:\w*(?:aufbau|ausbau|umbau|bau)|einsatz|betrieb|vertrieb|verkauf|einkauf|support|umgang|entwurf|ablauf|transport|umzug|abschluss|unterricht|kontakt"
            r"|empfang|service|versand|schutz|rollout|austausch|erwerb)$",
            re.IGNORECASE,
        ),
    ),
    (
        "das",
        re.compile(
            r"\w+(?:ment|ing|ieren|tum)$|^(?:Design|Erstellen|Führen|Leiten|Planen|Betreuen|Schreiben|Prüfen|Testen|Entwickeln|Anlernen"
            r"|Einarbeiten|Bedienen|Verpacken|Kommissionieren|Beladen|Vorbereiten|Durchführen|Pflegen|Reinigen|Kochen|Schulen|Überwachen|Beraten|Verfassen)$"
        ),
    ),
)
_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:e|er|es)")
_ROLE = re.compile(
    r"\w*(?:in|er|eur|ist|ant|ent|mann|frau|kraft|loge|nom|tekt|meister|assistenz|pfleger|hilfe)(?=,|$| (?:mit|für|und|aus|seit|bei|im|in|an|der|die)\b)"
)
_ROLE_WORDS_MOST = 5


def tell(evidence: Evidence, line: str) -> Statement | None:
    """Return a clause with the verb first (ACTION), a task with its article (WORK), or a whole sentence (WHOLE)."""
    first, _, rest = line.partition(" ")
    if not rest:
        return None
    for reader in (_first_person, _finite, _state, _participle, _person, _task):
        if found := reader(evidence, first, rest):
            return found
    return None


def _first_person(evidence: Evidence, first: str, rest: str) -> Statement | None:
    if first != "Ich":
        return None
    verb, _, tail = rest.partition(" ")
    return Statement(evidence, Kind.ACTION, f"{verb} ich {tail}".strip())


def _finite(evidence: Evidence, first: str, rest: str) -> Statement | None:
    lowered = first.lower()
    past = (lowered.endswith("te") and not _NO_VERB.search(lowered)) or lowered in _STRONG
    weak_of_adjective = lowered.endswith("ierte") and _BEFORE_OBJECT.match(rest)
    now = lowered in _PRESENT and not re.match(r"(?:von|der|des)\b", rest)
    if past or weak_of_adjective or now:
        return Statement(evidence, Kind.ACTION, f"{lowered} ich {rest}")
    return None


def _state(evidence: Evidence, first: str, rest: str) -> Statement | None:
    if not re.match(r"(?:Verantwortlich|Zuständig|Tätig|Beteiligt|Spezialisiert)$", first):
        return None
    return Statement(evidence, Kind.ACTION, f"{'war' if has_ended(evidence) else 'bin'} ich {first.lower()} {rest}")


def _participle(evidence: Evidence, first: str, rest: str) -> Statement | None:
    head, _, last = rest.rpartition(" ")
    if not head or not _PARTICIPLE.fullmatch(last) or not _BEFORE_OBJECT.match(first.lower()):
        return None
    return Statement(evidence, Kind.ACTION, f"habe ich {first.lower()} {rest}", 2)


def _person(evidence: Evidence, first: str, rest: str) -> Statement | None:
    """Read "Erfahrener Entwickler mit …": German names a profession without an article."""
    if evidence.section not in {"summary", "other"}:
        return None
    words = f"{first} {rest}"
    named = next((m for m in _ROLE.finditer(words) if m.group()[:1].isupper()), None)
    if named is None or len(words[: named.end()].split()) > _ROLE_WORDS_MOST:
        return None
    described = named.start() > 0 and _ADJECTIVE.fullmatch(first)
    if named.start() > 0 and not described:
        return None
    return Statement(evidence, Kind.ACTION, f"bin ich {first.lower() if described else first} {rest}")


def _task(evidence: Evidence, first: str, rest: str) -> Statement | None:
    if not first[:1].isupper() or re.search(r"[.:]\s", rest):
        return None
    if gender := _gender(first):
        return Statement(evidence, Kind.WORK, f"{gender} {first} {rest}", 2)
    if re.match(r"(?:und|,|&)", rest) and (gender := _gender(first.rstrip(","))):
        return Statement(evidence, Kind.WORK, f"{gender} {first} {rest}", 2)
    noun = rest.split(" ", 1)[0]
    if _ADJECTIVE.fullmatch(first) and (gender := _gender(noun)):
        return Statement(evidence, Kind.WORK, f"{gender} {re.sub(r'[rs]$', '', first.lower())} {rest}", 2)
    return Statement(evidence, Kind.WORK, f"{first} {rest}", 1)


def _gender(noun: str) -> str | None:
    noun = noun.strip(",;").rsplit("-", 1)[-1]
    noun = noun[:1].upper() + noun[1:]
    return next((article for article, pattern in _GENDERS if pattern.search(noun)), None)
