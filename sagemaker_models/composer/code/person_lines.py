"""Readers of lines that say what a person is or has: "Determined accountant with …", "Fluent in …", "She leads …".

`prose_lines.py` lists them in the order in which they are asked. Each takes the evidence and one of its sentences and
returns a statement in the first person, or None when the line is of another kind.
"""

from __future__ import annotations

import re

from letter_prompt import Evidence
from lexicon import is_role, lexicon, word
from phrases import article, opened, small_first_of_title, small_phrase
from statements import Kind, Statement, has_ended
from verb_forms import base_of_third_person, is_base, is_count, is_past, with_second_verb

_STATES = re.compile(
    r"(?:(?:highly|very|fully|well|deeply|also|thoroughly|quite|extremely|particularly|jointly|solely) )?(?:responsible"
    r"|accountable|in charge|able|proficient|skilled|experienced|fluent|familiar|knowledgeable|passionate|adept|capable"
    r"|comfortable|competent|conversant|committed|dedicated|focused|motivated|certified|licensed|qualified|registered"
    r"|trained|willing|keen|interested|enthusiastic|versed|eligible|accustomed|known|involved|engaged|tasked|entrusted"
    r"|charged|strong|good|excellent|confident)(?: and \w+)? (?:in|with|at|about|to|for|as|on|of|by|using)\b",
    re.IGNORECASE,
)
_PASSIVES = re.compile(
    r"(?:(?:awarded|elected|named|nominated|appointed|tasked|entrusted|seconded|voted|shortlisted|crowned)\b"
    r"(?! (?:contract|grant)s)"
    r"|(?:promoted|selected|chosen|hired|invited|admitted|accepted|assigned|transferred|employed|trained|headhunted"
    r"|relocated) (?:to|as|for|by|into|from|among|on|in|at)\b"
    r"|(?:recogni[sz]ed|honou?red|commended|praised|credited) (?:as|for|by|with|in)\b"
    r"|ranked (?:in|among|as|first|second|third|top|\d|#))",
    re.IGNORECASE,
)
_OBJECTIVE = re.compile(
    r",? (?:and )?(?:currently |now |actively )?(?:seeking|looking (?:for|to)|searching for|hoping|aiming|wanting"
    r"|eager to"
    r"|in search of|who wants)\b.*$",
    re.IGNORECASE,
)
_BEFORE_OTHERS = frozenset(("of", "for", "in", "with", "to", "at", "on", "from", "by"))
_PROTECTED = re.compile(r"\b(?:Certified|Registered|Chartered|Licensed) [A-Z]")
_WITHOUT_ARTICLE = re.compile(
    r"(?:an?|the) |(?:[\w-]+ )?(?:co-)?(?:owner|founder|ceo|president|head|recipient|winner|captain|treasurer|part(?!-))\b",
    re.IGNORECASE,
)
# "Engineer, M.Sc., focuses on …": the owner told in the third person behind what they are.
_THIRD_PERSON_TAIL = re.compile(
    r", (?:and )?(?:who )?(focuse?|speciali[sz]e|work|excel|thrive|deliver|bring)s (?=[a-z])"
)
_GUEST = re.compile(r"(?:invited|featured|published|guest) (?:speaker|author|artist|writer|lecturer)\b", re.IGNORECASE)
_LATER_I = re.compile(
    r"^(?!I |To |Besides )(?:.*, |(?:\w+ ){1,6})I (?:have|am|was|had|did|know|can|\w+ed|built|led|ran|wrote)\b"
)


def first_person(evidence: Evidence, sentence: str) -> Statement | None:
    """Read what is written in the first person already, or in the third about the owner."""
    spoken = re.sub(r"^I['’]m\b", "I am", re.sub(r"^I['’]ve\b", "I have", sentence))
    spoken = re.sub(r"^(Am|Have) ", lambda found: f"I {found.group(1).lower()} ", spoken)
    if evidence.current:
        spoken = re.sub(r"^Currently (?=\w+ing )", "I am currently ", spoken)
    if _LATER_I.search(spoken):
        return Statement(evidence, Kind.WHOLE, spoken[0].lower() + spoken[1:], 2)
    if re.match(r"I [a-z]", spoken):
        return Statement(evidence, Kind.ACTION, spoken.removeprefix("I "))
    if re.match(r"(?:My|Our|We)\b", spoken):
        return Statement(evidence, Kind.WHOLE, spoken[0].lower() + spoken[1:])
    return _named(evidence, spoken) if re.match(r"(?:He|She|⟦name\d*⟧) [a-z]", spoken) else None


def _named(evidence: Evidence, sentence: str) -> Statement | None:
    """Read "She leads …", "⟦name⟧ is …": the verb takes the first person, "her" becomes "my"."""
    rest = sentence.split(" ", 1)[1]
    if re.search(r"\b(?:he|she|him|himself|herself)\b|⟦", rest):
        return None
    verb, _, tail = re.sub(r"\b(?:his|her)\b", "my", rest).partition(" ")
    base = base_of_third_person(verb)
    if not base and not is_past(verb):
        return None
    first = {"be": "am"}.get(base, base) if base else verb
    return Statement(evidence, Kind.ACTION, with_second_verb(f"{first} {tail}"))


def state(evidence: Evidence, sentence: str) -> Statement | None:
    """Read "Responsible for …", "Fluent in …", "Promoted to …"."""
    rest = sentence[0].lower() + sentence[1:]
    if guest := _GUEST.match(rest):
        return Statement(evidence, Kind.ACTION, f"was {article(guest.group())} {rest}")
    if _PASSIVES.match(sentence):
        return Statement(evidence, Kind.ACTION, f"was {rest}")
    if re.match(r"expert (?:in|at|on)\b", rest):
        return Statement(evidence, Kind.ACTION, f"am an {rest}")
    if _STATES.match(sentence) and len(sentence.split()) > 2:
        return Statement(evidence, Kind.ACTION, f"{'was' if has_ended(evidence) else 'am'} {rest}")
    return None


def person(evidence: Evidence, sentence: str) -> Statement | None:
    """Read "Determined accountant with three years of …" as "am a determined accountant with …"."""
    tokens = sentence.split()
    if _tells_work(evidence, tokens):
        return None
    end = _end_of_person(tokens)
    if end is None:
        return None
    lead, tail = " ".join(tokens[:end]), " ".join(_OBJECTIVE.sub("", sentence).split()[end:])
    tail = _THIRD_PERSON_TAIL.sub(lambda found: f", and {base_of_third_person(found[1] + 's')} ", tail)
    lead = small_first_of_title(lead) if _PROTECTED.search(lead) else small_phrase(lead)
    lead = opened(f"{lead} {tail}")[: len(lead)]
    if not _WITHOUT_ARTICLE.match(lead):
        lead = f"{article(lead)} {lead}"
    verb = "was" if has_ended(evidence) else "have been" if tail.startswith("since ") else "am"
    return Statement(evidence, Kind.ACTION, f"{verb} {lead} {tail}".strip(), 3 if tail else 2)


def _tells_work(evidence: Evidence, tokens: list[str]) -> bool:
    """Tell whether a first word that could name a person is a verb: "Coach and mentor engineers", "Partner with sales"."""
    if not is_base(tokens):
        return False
    if word(tokens[1]) in {"with", "on", "up"}:
        return evidence.section == "experience"
    if word(tokens[1]) in lexicon().determiners or is_count(tokens[1]):
        return True  # "Run one apprentice"
    if word(tokens[1]) == "as":
        return True  # "Serve as a leader"
    joined = word(tokens[1]) in {"and", "or"} or tokens[0].endswith(",")
    return joined and len(tokens) > 3 and not (is_role(tokens[3]) or word(tokens[3]) in lexicon().after_person)


def _end_of_person(tokens: list[str]) -> int | None:
    """Return how many tokens say what the person is, or None when the line begins with something else."""
    first = word(tokens[0])
    describing = first in lexicon().participles | lexicon().person_adjectives | {"a", "an"} or is_role(first)
    if (
        is_count(tokens[0])
        or first == "over"
        or (not describing and (is_past(first) or first in lexicon().clear_verbs))
    ):
        return None
    for end, token in enumerate(tokens[:9], 1):
        follows = tokens[end] if end < len(tokens) else ""
        stops = (
            token.endswith((",", ";"))
            or word(follows) in lexicon().after_person
            or word(follows).endswith("ing")
            or not follows
            or follows.startswith("(")
        )
        if stops and is_role(token) and not re.search(r"[^s]s$", word(token)):
            return end
        if word(follows) in _BEFORE_OTHERS or (token.endswith(",") and not describing):
            return None
    return None
