"""Reads French lines of a resume as what the person says of themselves; see `german_lines.py`, whose kinds it shares.

"Développé une plateforme" becomes "j'ai développé une plateforme"; "Développement d'une plateforme" gets its article.
"""

from __future__ import annotations

import re

from letter_prompt import Evidence
from statements import Kind, Statement, has_ended

_IRREGULAR = frozenset(
    """
    conçu mis remis transmis permis construit conduit réduit produit introduit traduit obtenu écrit pris repris appris fait suivi établi
    fourni réuni défini garanti accompli enrichi élargi ouvert offert tenu maintenu soutenu vendu rendu répondu contribué participé
    """.split()
)
# Their past takes "être", or they describe a person.
_NOT_WITH_AVOIR = frozenset(
    """
    arrivé allé resté entré rentré monté né passé retourné tombé décédé diplômé passionné expérimenté spécialisé motivé qualifié certifié
    basé situé rattaché intéressé engagé habitué dédié orienté axé doté âgé marié célibataire employé salarié associé délégué
    """.split()
)
_FEMININE = re.compile(
    r"\w+(?:tion|sion|xion|ance|ence|té|ure|ise|erie|gie|tude|ée)$|^(?:analyse|vente|mise|maintenance|conduite|tenue|veille|prise|étude|relation|refonte|saisie"
    r"|recherche|assistance|aide|écoute|paie|comptabilité|reprise|surveillance|revue|livraison|commande|cuisine|garde|lecture)$",
    re.IGNORECASE,
)
_MASCULINE = re.compile(
    r"\w+(?:ment|age|isme|oi|al)$|^(?:suivi|conseil|contrôle|accueil|support|projet|entretien|tri|choix|calcul|transport|service|soin|soutien|audit|appui|essai|design"
    r"|montage|démarrage|déploiement|marketing|reporting|management|coaching|test)$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^\w*(?:eur|euse|trice|ier|ière|iste|ien|ienne|ologue|graphe|aire|cin|chef|cheffe|ingénieure|assistant|assistante|enseignant|enseignante"
    r"|gérant|gérante|apprenti|apprentie|consultant|consultante)$",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"[aeiouyéèêàâîôûh]", re.IGNORECASE)


def tell(evidence: Evidence, line: str) -> Statement | None:
    """Return a clause (ACTION) or a task with its article (WORK)."""
    first, _, rest = line.partition(" ")
    if re.match(r"J['’]|Je\b", line):
        return Statement(evidence, Kind.ACTION, line[0].lower() + line[1:])
    if not rest:
        return None
    for reader in (_participle, _infinitive, _state, _person, _task):
        if found := reader(evidence, first, rest):
            return found
    return None


def _participle(evidence: Evidence, first: str, rest: str) -> Statement | None:
    lowered = first.lower()
    if lowered in _NOT_WITH_AVOIR or not (re.fullmatch(r"\w{3,}é", lowered) or lowered in _IRREGULAR):
        return None
    if evidence.section == "summary":
        return None
    return Statement(evidence, Kind.ACTION, f"j'ai {lowered} {rest}")


def _infinitive(evidence: Evidence, first: str, rest: str) -> Statement | None:
    if not re.fullmatch(r"\w{2,}(?:er|ir|oir|dre|ire|tre)", first.lower()) or _ROLE.match(first):
        return None
    if not re.match(r"(?:le|la|les|l['’]|un|une|des|du|d['’]|aux?|à|et|en|avec|sur|nos|mes)", rest):
        return None
    task = "ma mission était" if has_ended(evidence) else "ma mission est"
    of = "d'" if _VOWEL.match(first) else "de "
    return Statement(evidence, Kind.ACTION, f"{task} {of}{first.lower()} {rest}", 2)


def _state(evidence: Evidence, first: str, rest: str) -> Statement | None:
    if first not in {"Responsable", "Chargé", "Chargée"} or not re.match(r"(?:de|du|des|d['’])", rest):
        return None
    return Statement(
        evidence,
        Kind.ACTION,
        f"{'j’ai été' if has_ended(evidence) else 'je suis'} {first.lower()} {rest}".replace("’", "'"),
    )


def _person(evidence: Evidence, first: str, rest: str) -> Statement | None:
    if evidence.section not in {"summary", "other"} or not (_ROLE.match(first) or first.lower() in _NOT_WITH_AVOIR):
        return None
    return Statement(evidence, Kind.ACTION, f"je suis {first[0].lower()}{first[1:]} {rest}")


def _task(evidence: Evidence, first: str, rest: str) -> Statement | None:
    if not first[:1].isupper() or re.search(r"[.:]\s", rest):
        return None
    lowered = first[0].lower() + first[1:]
    noun = lowered.strip(",;")
    if noun.endswith("s") or not (_FEMININE.search(noun) or _MASCULINE.search(noun)):
        return Statement(evidence, Kind.WORK, f"{lowered} {rest}", 1)
    feminine = _FEMININE.search(noun) and not _MASCULINE.fullmatch(noun)
    if _VOWEL.match(noun):
        return Statement(evidence, Kind.WORK, f"l'{lowered} {rest}", 2)
    return Statement(evidence, Kind.WORK, f"{'la' if feminine else 'le'} {lowered} {rest}", 2)
