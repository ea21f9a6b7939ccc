"""Who led: the person, or somebody else whom the same words name ("with a supervisor leading", "an agency-led rebrand").

The part of `gate.promotions` that holds words of leading against the lines. A title in the head of the entry leads; a
leader in the middle of a line may be anybody.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from resumate.letters.gate.claim import Clause
from resumate.letters.gate.source import Source
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.model import Finding

TEAM_MEMBERSHIP: Final = re.compile(
    r"\b(?:part of (?:a|an|the)\b|member of (?:a|an|the)\b|in (?:a|an) (?:\S+ )?team|within (?:a|an|the) (?:\S+ )?team|on (?:a|an|the) (?:\S+ )?team|as a team|"
    r"(?<!course )(?<!class )(?<!module )(?<!lecture )(?<!seminar )(?:with|alongside) (?!\d\d+ (?:\S+ )?students)(?:a|an|the|my|other|two|three|four|five|six|\d+) (?:\S+ ){0,2}(?:team|colleagues|engineers|developers|designers|researchers|students|classmates|others)|worked (?:with|in) (?:a|the) team|"
    r"(?:team|group) of \S+ (?:\S+ ){0,2}?(?:that|which|who|\w+ed|built|made|wrote|won)|co-?(?:authored|wrote|led|founded|developed|designed|organi[sz]ed|created|built|managed|directed|produced|presented|taught|author|founder)|jointly|together with|group project|team project|im team|au sein d'une équipe|parte de un equipo)",
    re.IGNORECASE,
)
LEADING_CLAIM: Final = re.compile(
    r"\b(?:(?<!that )(?<!which )led(?! to\b)|lead(?:ing)?(?= (?:a|an|the|our|my|teams?|projects?|\d+|\w+ (?:engineers|people|staff))\b)|I (?:also |now |currently )?(?:supervise|head|chair|lead|oversee|direct|own|spearhead|steer|govern|command)|headed(?! (?:to|for))|heading(?= (?:a|an|the|up|our)\b)|head of|directed|directing|spearhead\w*|oversaw|oversee\w*|supervis(?:ed|ing|ion|or)|owned|ownership|took charge|in charge|"
    r"founded|founder|pioneered|pioneering|masterminded|championed|chaired|orchestrated|commanded|captained|took the lead|the lead on|leader of|leadership|at the helm|drove(?= (?:the |our )?(?:adoption|change|growth|strategy|improvement|initiative|project|development|success|transformation)\b)|presided|steered|responsible for leading|line[- ]managed|leading role|key player|"
    r"leitete\w*|geleitet|leitung|führte(?! zu)|verantwortete|gründete|dirig(?:é|ée|eais|eait|í)|piloté|encadré|lideré|liderado|encabecé|fundé)\b",
    re.IGNORECASE,
)
_LEADING_EVIDENCE: Final = re.compile(
    r"\b(?:led|lead|leads|leading|leadership|head|headed|heading|direct(?:ed|ing|s)|spearhead\w*|oversaw|oversee\w*|oversight|supervis(?:e|es|ed|ing|ion)|own(?:ed|ership|ing|s)|charge|found(?:ed|ing)|pioneer\w*|mastermind\w*|champion\w*|chair(?:ed|ing|s)?|orchestrat\w*|"
    r"command\w*|captain\w*|(?:drove|drives?|driving)\s+(?:the\s+)?(?:adoption|change|growth|strategy|improvement\w*|initiative\w*|project\w*|development)|presid(?:ed|ing)|steer\w*|manag(?:ed|ing|es|ement|e)|"
    r"ran|(?:run|runs|running)\s+(?:a|an|the|our|my|\d+)|initiated|initiator|responsib\w*|accountable|coordinated a team|line[- ]manag\w*|"
    r"as (?:an? |the )?(?:\w+ ){0,2}(?:manager|director|supervisor|lead|leader|head|president|chair|captain|founder)|"
    r"leit\w*|geleitet|führ(?:te|ung)\w*|verantwort\w*|gründ\w*|dirig\w*|pilot\w*|encadr\w*|responsab\w*|chef d\w*|lider\w*|encabez\w*|fund(?:é|ó|ad)\w*|gestion\w*)\b",
    re.IGNORECASE,
)
# A title counts where it is the person's own: in the head of the entry, not in "reports for five managers".
_LEADING_TITLE: Final = re.compile(
    r"\b(?:\w*manager|director|supervisor|president|principal|chief|chair\w*|founder|owner|head|lead|leader|captain|foreman|\w*leiter(?:in)?|geschäftsführer(?:in)?|directeur|directrice|chef|cheffe|responsable|gerente|jef[ea]|c[etfo]o)\b",
    re.IGNORECASE,
)
_LEADING_OF_SESSIONS: Final = re.compile(
    r"\b(?:led|lead|leading)\s+(?:\S+\s+){0,4}(?:workshops?|sessions?|class(?:es)?|training|trainings|tours?|courses?|meetings?|discussions?|seminars?|exercises?|lessons?|groups?|rounds?|talks?|lectures?|walks?|stand-?ups?)\b",
    re.IGNORECASE,
)
_SESSIONS_EVIDENCE: Final = re.compile(
    r"\b(?:taught|teach\w*|train\w*|deliver\w*|ran|run\w*|held|hold\w*|host\w*|facilitat\w*|conduct\w*|gave|instruct\w*|organi[sz]\w*|moderat\w*|presented|tutor\w*|coach\w*|lectur\w*)\b",
    re.IGNORECASE,
)
# "Module leader, first-year course": the line itself names the post.
_OWN_POST: Final = re.compile(
    r"\W*(?:[\w-]+\s+){0,2}(?:leader|lead|head|manager|director|captain|chair\w*)\s*(?:[,:(–-]|of\b|$)", re.IGNORECASE
)
_MANAGING_PEOPLE: Final = re.compile(
    r"\bmanag(?:ed|ing|e)\s+(?:(?:a|an|the|our|my|up to|over|about|\d+|\w+)\s+){0,3}(?:team|teams|staff|people|employees|engineers|developers|nurses|analysts|department|direct reports|reports|crew|personnel|volunteers|technicians|associates|assistants|teachers|designers|consultants|interns)\b",
    re.IGNORECASE,
)
_LEADING_A_TEAM: Final = re.compile(
    r"\b(?:led|lead|leading|headed|heading|directed|directing|supervised|supervising|ran|running)\s+(?:(?:an?|the|my|our)\s+)?(?:[\w-]+\s+){0,2}(?:team|group|crew|squad)\b",
    re.IGNORECASE,
)
_MANAGING_EVIDENCE: Final = re.compile(
    r"\b(?:manag\w*|led|lead\w*|supervis\w*|head\w*|direct\w*|oversaw|oversee\w*|charge|responsib\w*|ran|run\w*|foreman|captain|chief|leit\w*|führ\w*|encadr\w*|dirig\w*)\b",
    re.IGNORECASE,
)
_BEGAN: Final = re.compile(
    r"\b(?:start(?:ed)?|set up|set-up|launch(?:ed)?|establish(?:ed)?|creat(?:ed)?|initiat\w+|began)\b", re.IGNORECASE
)
# "A project led by the CTO", "not one that I led".
LED_BY_OTHERS: Final = re.compile(
    r"\b(?:led|headed|directed|managed|run|owned|supervised|chaired) by\b|\b(?:not|never|without|rather than|though not)\b[^,;.]{0,24}\b(?:led|lead|leading|headed|directed|owned|supervised|chaired)\b|\bunder\s+(?:(?:the|an?|my|our)\s+)?(?:[\w'’]+\s+)?(?:leadership|supervision|direction|lead)\b|"
    # "With somebody supervising me", "which the finance team led", "agency-led", "the lead partner".
    r"\bwith\s+(?!(?:[\w-]+\s+){0,2}(?:experience|years?|practice|responsib\w+|success|ability|skills?)\b)(?:[\w.'’-]+\s+){1,5}?(?:supervis|lead|direct|head|oversee|manag|guid)ing\b|"
    r"\b(?:(?:supervis|lead|direct|manag|guid|mentor|coach|head)(?:ed|ing|s)?|led)\s+(?:me|us)\b|"
    r"\b(?:that|which|whom)\s+(?!I\b|we\b)(?:[\w'’.-]+\s+){1,4}?(?:leads|heads|runs|chairs|led|headed|directed|ran|managed|owned|oversaw|supervised|chaired)\b|"
    r"\b(?:the|an?|my|our)\s+(?:[\w-]+\s+){1,3}(?:was|were|is|are)\s+(?:in charge|responsible|accountable)\b|\b\w+-(?:led|owned|run|managed|headed)\b|\b(?:the|an?|my|our|their)\s+lead\s+(?!of\b)\w+|\b(?:with|to|for|by|under)\s+(?:the|our|my|an?|their)\s+(?:[\w-]+\s+){1,2}?lead\b|"
    # "I helped the lab supervisor": somebody else's title, unless it is what the person was.
    r"(?<!\bas )(?<!am )(?<!was )(?<!be )(?<!been )(?<!became )(?<!become )(?<!being )(?<!promoted to )\b(?:the|our|my|their|his|her|its)\s+(?:[\w-]+\s+){0,2}?(?:(?:supervisor|founder|leader)s?\b|head\s+of\s+\w+)",
    re.IGNORECASE,
)
# "The county's project, which was led by the IT department".
_WHICH_OTHERS_LED: Final = re.compile(
    r"\b(?:led|headed|directed|run|managed|chaired) by (?!me\b|myself\b|a team of\b)", re.IGNORECASE
)
# "Leading twelve people would be the next step": nobody led yet.
_WISHED: Final = re.compile(
    r"\bwould\b|\bI['’]d\s+(?!\w+ed\b)|\b(?:ready|keen|eager)\s+(?:for|to)\b|\bstep\s+(?:up\s+)?to\b|\blook(?:ing)?\s+forward\b|\bhop(?:e|ing)\b",
    re.IGNORECASE,
)
_DID_LEAD: Final = re.compile(
    r"\bI(?:['’]ve|\s+have|\s+had)?\s+(?:\w+ly\s+|also\s+|already\s+|once\s+)?(?:lead|led|manage|managed|head|headed|direct|directed|supervise|supervised|ran|run|oversee|oversaw|owned|own|chaired|founded)\b",
    re.IGNORECASE,
)
# "Standing in for the shift leader has shown me how to lead a shift".
_STANDING_IN: Final = re.compile(
    r"\b(?:st(?:and|ands|ood|anding)[- ]ins?|fill(?:ed|ing|s)? in|step(?:ped|ping|s)? in|deputi[sz]\w+|deput(?:y|ies)|cover(?:ed|ing|s)?|substitut\w+|act(?:ed|ing) (?:for|as))\b",
    re.IGNORECASE,
)
# "Which has prepared me for the leadership you describe".
_ASKED_LEADING: Final = re.compile(
    r"\bfor (?:the )?(?:[\w-]+\s+){1,4}?(?:that |which )?you (?:describe|mention|ask|need|require|seek|list)\b",
    re.IGNORECASE,
)


def leading_findings(clause: Clause, sentence: str) -> Iterator[Finding]:
    """Yield a finding where a clause leads what the lines do not let the person lead; `sentence` is all of it."""
    session = _LEADING_OF_SESSIONS.search(clause.text)
    if session and any(_SESSIONS_EVIDENCE.search(source.text) for source in clause.sources):
        return
    text = _ASKED_LEADING.sub(" ", LED_BY_OTHERS.sub(" ", clause.text))
    if _WISHED.search(text) and not _DID_LEAD.search(text):
        return
    match = LEADING_CLAIM.search(text)
    if match and _is_granted(match.group(), clause, sentence):
        return
    if match and not any(source.once(_leads) for source in clause.sources):
        yield _finding(match.group(), "do not say that you led it")
        return
    team = _LEADING_A_TEAM.search(text)
    if team and all(source.once(_is_only_a_member) for source in clause.sources):
        yield _finding(team.group(), "say that you were part of it")
        return
    people = _MANAGING_PEOPLE.search(clause.text)
    if people and not any(_MANAGING_EVIDENCE.search(source.own) or source.once(_leads) for source in clause.sources):
        yield _finding(people.group(), "do not say that you managed them")


def _is_granted(word: str, clause: Clause, sentence: str) -> bool:
    """Tell whether the lines let the person stand in for whoever leads, or begin what the clause calls founded."""
    if _STANDING_IN.search(sentence) and any(_STANDING_IN.search(source.own) for source in clause.sources):
        return True
    return word.lower().startswith("found") and any(_BEGAN.search(source.own) for source in clause.sources)


def _finding(words: str, lines: str) -> Finding:
    return Finding("promotion", f"The sentence says “{words}”; the cited lines {lines}.", words)


def _is_only_a_member(source: Source) -> bool:
    """Tell whether a line makes the person a part of a team and gives them no lead over it."""
    text = LED_BY_OTHERS.sub(" ", source.own)
    return (
        TEAM_MEMBERSHIP.search(text) is not None
        and _MANAGING_EVIDENCE.search(text.replace("esponsib", "")) is None
        and _LEADING_TITLE.search(source.head) is None
    )


def _leads(source: Source) -> bool:
    return (
        _LEADING_EVIDENCE.search(LED_BY_OTHERS.sub(" ", source.own)) is not None
        or (_LEADING_TITLE.search(source.head) is not None and _WHICH_OTHERS_LED.search(source.own) is None)
        or _OWN_POST.match(source.own) is not None
    )


def is_led(told: Sequence[Vocabulary]) -> bool:
    """Tell whether any of the clauses says that the person led, or managed the team it speaks of."""
    texts = [LED_BY_OTHERS.sub(" ", other.text) for other in told]
    return any(LEADING_CLAIM.search(text) or _MANAGING_PEOPLE.search(text) for text in texts)
