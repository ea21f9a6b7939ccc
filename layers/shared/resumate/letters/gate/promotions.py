"""The part a person had may not grow: "helped" is not "led", "part of a team" is not alone.

A clause is held against those clauses of its evidence that tell the same (`Clause.aligned`), so that "led a team
and helped with the migration" proves the first and not the leading of the second.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.source import Source, Vocabulary
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.weights import is_deed
from resumate.letters.gate.words import strength, titles
from resumate.letters.model import Finding

# Verbs of a claim that promise no more than having been there.
_MODEST: Final = re.compile(
    r"\b(?:was present|been present|am present|observer|witness\w*|sat (?:on|in)|sit (?:on|in)|member|attend\w*|included? giving|gathered|collected|present at|work(?:ed|ing)? (?:on|alongside|closely|together|in a|as part|within)|gain(?:ed|ing)?|learn(?:ed|t|ing)?|saw|seen|familiar\w*|exposure|exposed|involved|part|joined|played|played a|"
    r"experience (?:of|with|in)|introduced to|got to know|had a hand|my share|took part|team|supporting role|alongside|was on|"
    r"gemeinsam|dabei|mitwirk\w*|kennengelernt|participé|appris|aprendí)\b",
    re.IGNORECASE,
)
_HELPED_PEOPLE: Final = (
    r"(?!\s+(?!(?:to\s+)?(?:train|teach|build|move|write|prepare|organi[sz]e|set|manage|lead|run|plan|develop|design|create|recruit|hire|onboard|coach|mentor|sell|install|start|launch|introduce)\b)"
    r"(?:\d|over\b|more than\b|up to\b|about\b|around\b|approximately\b|(?:[\w-]+\s+){0,3}(?:users?|customers?|clients?|patients?|"
    r"students?|pupils?|children|families|residents?|people|visitors|guests|members|callers|learners|adults|individuals|refugees|veterans|"
    rf"employees|staff|colleagues|starters|joiners|newcomers|workers|volunteers|(?:{'|'.join(sorted(titles.ROLES))})s)\b"
    r"(?! (?:in|with|during|on|to|through|by)\b)))"
)
_TEAM_MEMBERSHIP: Final = re.compile(
    r"\b(?:part of (?:a|an|the)\b|member of (?:a|an|the)\b|in (?:a|an) (?:\S+ )?team|within (?:a|an|the) (?:\S+ )?team|on (?:a|an|the) (?:\S+ )?team|as a team|"
    r"(?:with|alongside) (?:a|an|the|my|other|two|three|four|five|six|\d+) (?:\S+ ){0,2}(?:team|colleagues|engineers|developers|designers|researchers|students|classmates|others)|worked (?:with|in) (?:a|the) team|"
    r"(?:team|group) of \S+ (?:\S+ ){0,2}?(?:that|which|who|\w+ed|built|made|wrote|won)|co-?(?:authored|wrote|led|founded|developed|designed|organi[sz]ed|created|built|managed|directed|produced|presented|taught|author|founder)|jointly|together with|group project|team project|im team|au sein d'une équipe|parte de un equipo)",
    re.IGNORECASE,
)
_TOGETHER: Final = re.compile(
    r"\b(?:team|teams|together|jointly|colleagues?|alongside|we|us|our (?:own |joint )?(?:team|group|crew|project|programme|program|unit|department|effort)|(?:and|und|et|y) (?:I|ich|moi|yo)|with (?:the|a|an|our|my|their|his|her) \w+|with [A-Z]\w+|co-?(?:wr\w+|author\w*|applicant)|collaborat\w*|partner(?:ed|ing|ship)?|group|crew|co-\w+|coauthor\w*|cofound\w*|with (?:\S+ ){0,3}(?:engineers|developers|designers|researchers|students|classmates|others|people|staff|nurses|teachers|analysts|members|partners?)|one of (?:the )?\w+|gemeinsam|équipe|equipo)\b",
    re.IGNORECASE,
)
_LEADING_CLAIM: Final = re.compile(
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
_MANAGING_PEOPLE: Final = re.compile(
    r"\bmanag(?:ed|ing|e)\s+(?:(?:a|an|the|our|my|up to|over|about|\d+|\w+)\s+){0,3}(?:team|teams|staff|people|employees|engineers|developers|nurses|analysts|department|direct reports|reports|crew|personnel|volunteers|technicians|associates|assistants|teachers|designers|consultants|interns)\b",
    re.IGNORECASE,
)
_MANAGING_EVIDENCE: Final = re.compile(
    r"\b(?:manag\w*|led|lead\w*|supervis\w*|head\w*|direct\w*|oversaw|oversee\w*|charge|responsib\w*|ran|run\w*|foreman|captain|chief|leit\w*|führ\w*|encadr\w*|dirig\w*)\b",
    re.IGNORECASE,
)


# "… which was settled": no deed of the person.
_OF_A_THING: Final = re.compile(r"(?:which|that|and it|it|these|they|this)\b(?! I\b| we\b)", re.IGNORECASE)
_PERSON: Final = frozenset(
    "i i'm i've i'd me my mine we us our ich mich mir mein meine je j'ai moi mon ma mes yo mi mis".split()
)
_UNDER: Final = re.compile(
    r"\b(?:guided|supervised|instructed|supported|led|directed|mentored|assisted|coached|trained) by\b|\bunder (?:a|an|the|my|our)\b|\bwith (?:the )?(?:guidance|help|support|supervision)\b|\balong(?:side)?\b",
    re.IGNORECASE,
)
_BEGAN: Final = re.compile(
    r"\b(?:start(?:ed)?|set up|set-up|launch(?:ed)?|establish(?:ed)?|creat(?:ed)?|initiat\w+|began)\b", re.IGNORECASE
)
# "A project led by the CTO", "not one that I led".
_LED_BY_OTHERS: Final = re.compile(
    r"\b(?:led|headed|directed|managed|run|owned|supervised|chaired) by\b|\b(?:not|never|without|rather than|though not)\b[^,;.]{0,24}\b(?:led|lead|leading|headed|directed|owned|supervised|chaired)\b|\bunder\s+(?:(?:the|an?|my|our)\s+)?(?:[\w'’]+\s+)?(?:leadership|supervision|direction|lead)\b",
    re.IGNORECASE,
)
# "Standing in for the shift leader has shown me how to lead a shift".
_STANDING_IN: Final = re.compile(
    r"\b(?:st(?:and|ands|ood|anding) in|deputi[sz]\w+|deput(?:y|ies)|cover(?:ed|ing|s)?|substitut\w+|act(?:ed|ing) (?:for|as))\b",
    re.IGNORECASE,
)
# "Which has prepared me for the leadership you describe".
_ASKED_LEADING: Final = re.compile(
    r"\bfor (?:the )?(?:[\w-]+\s+){1,4}?(?:that |which )?you (?:describe|mention|ask|need|require|seek|list)\b",
    re.IGNORECASE,
)
_GAVE_A_SHARE: Final = re.compile(r"\bcontribut(?:e|es|ed|ing)\b", re.IGNORECASE)
_PART_TO_WHOLE: Final = re.compile(
    r"\bcontribut(?:e|es|ed|ing)\s+(?P<part>(?:[\w-]+\s+){1,4}?)to\s+(?P<whole>.+)", re.IGNORECASE
)
_RESPONSIBLE: Final = re.compile(
    r"\b(?:responsib\w+|in charge|accountable|own(?:ed|er)?|manag(?:e|es|ed|ing|ement)|lead|led|head(?:ed)?|direct(?:ed)?)\b",
    re.IGNORECASE,
)


def _is_personal(clause: Clause) -> bool:
    """Tell a deed of the person from "… which was settled", "… and neither led to a finding"."""
    if _OF_A_THING.match(clause.text):
        return False
    tokens = clause.tokens
    return any(token.lower in _PERSON for token in tokens) or any(
        is_deed(tokens, index) for index in range(len(tokens))
    )


def _tells_the_same(clause: Clause) -> bool:
    """Tell whether a clause is about what its evidence tells, and not only about the employer or the title."""
    heads = [source.head_words for source in clause.sources]
    words = [word for word in telling_words(clause) if not any(head.has_root(word.root) for head in heads)]
    return any(other.says(word) for other in clause.aligned for word in words)


@cache
def _helping(language: str) -> re.Pattern[str]:
    pattern = strength.HELPING.get(language, strength.HELPING["en"])
    at_the_start = (
        r"|^(?:support|assist|help|collaborate|participate|attend|observe|contribute to)s?\b"
        if language == "en"
        else ""
    )
    return re.compile(rf"(?:\b{pattern}\b{at_the_start}){_HELPED_PEOPLE}", re.IGNORECASE)


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(strength.ALONE, re.IGNORECASE)


def check_promotions(claim: Claim) -> Iterator[Finding]:
    """Yield a finding where a sentence gives the person a greater part than the cited lines do."""
    for clause in claim.told:
        if clause.sources:
            yield from _alone_findings(clause)
            yield from _leading_findings(clause)
            yield from _helping_findings(clause)
            yield from _team_findings(clause)
            yield from _share_findings(clause)
            yield from _part_findings(clause)


def _alone_findings(clause: Clause) -> Iterator[Finding]:
    match = _alone().search(clause.text)
    if match and not any(_alone().search(source.text) for source in clause.sources):
        yield Finding("promotion", f"The cited lines do not say that you did this “{match.group()}”.", match.group())


def _leading_findings(clause: Clause) -> Iterator[Finding]:
    session = _LEADING_OF_SESSIONS.search(clause.text)
    if session and any(_SESSIONS_EVIDENCE.search(source.text) for source in clause.sources):
        return
    text = _ASKED_LEADING.sub(" ", _LED_BY_OTHERS.sub(" ", clause.text))
    match = _LEADING_CLAIM.search(text)
    if match and _STANDING_IN.search(text) and any(_STANDING_IN.search(source.own) for source in clause.sources):
        return
    if (
        match
        and match.group().lower().startswith("found")
        and any(_BEGAN.search(source.own) for source in clause.sources)
    ):
        return
    if match and not any(_leads(source) for source in clause.sources):
        yield Finding(
            "promotion",
            f"The sentence says “{match.group()}”; the cited lines do not say that you led it.",
            match.group(),
        )
        return
    people = _MANAGING_PEOPLE.search(clause.text)
    if people and not any(_MANAGING_EVIDENCE.search(source.own) or _leads(source) for source in clause.sources):
        yield Finding(
            "promotion",
            f"The sentence says “{people.group()}”; the cited lines do not say that you managed them.",
            people.group(),
        )


def _leads(source: Source) -> bool:
    return (
        _LEADING_EVIDENCE.search(_LED_BY_OTHERS.sub(" ", source.own)) is not None
        or _LEADING_TITLE.search(source.head) is not None
    )


def _helping_findings(clause: Clause) -> Iterator[Finding]:
    """Refuse a deed where all that tells of it says that the person helped."""
    language = clause.language
    if not _is_personal(clause) or not _tells_the_same(clause):
        return
    helping = [_helping(language).search(other.text) for other in clause.aligned]
    if not helping or not all(helping) or any(_LEADING_CLAIM.search(other.text) for other in clause.aligned):
        return
    text = clause.text_with_company
    if (
        _helping(language).search(text)
        or _UNDER.search(text)
        or (_MODEST.search(text) and not _LEADING_CLAIM.search(text))
    ):
        return
    word = helping[0].group() if helping[0] else ""
    if re.match(
        r"collaborat|co-?\w|jointly|member|part of|on a|in a|within|team", word, re.IGNORECASE
    ) and _TOGETHER.search(clause.text):
        return
    yield Finding("promotion", f"The cited lines say “{word}”; the sentence makes it your own deed.", word)


def _share_findings(clause: Clause) -> Iterator[Finding]:
    """Refuse "responsible for the menus" where the lines say "contribute two dishes to each menu"."""
    gave = [_GAVE_A_SHARE.search(other.text) for other in clause.aligned]
    if gave and all(gave) and _RESPONSIBLE.search(_LED_BY_OTHERS.sub(" ", clause.text)) and _tells_the_same(clause):
        yield Finding(
            "promotion", "The cited lines say that you contributed; the sentence makes you responsible.", "contribute"
        )


def _part_findings(clause: Clause) -> Iterator[Finding]:
    """Refuse "I wrote the response" where the lines say "contributed statistics to the response"."""
    if not _is_personal(clause) or _helping(clause.language).search(clause.text) or _GAVE_A_SHARE.search(clause.text):
        return
    parts = [match for other in clause.aligned if (match := _PART_TO_WHOLE.search(other.text))]
    words = telling_words(clause)
    for match in parts:
        part, whole = (
            Vocabulary(match.group("part"), clause.language),
            Vocabulary(match.group("whole"), clause.language),
        )
        if any(whole.says(word) for word in words) and not any(part.has_root(word.root) for word in words):
            yield Finding(
                "promotion",
                f"The cited lines say that you contributed {match.group('part')} to it, no more.",
                "contribute",
            )


def _team_findings(clause: Clause) -> Iterator[Finding]:
    """Refuse "I built" where the lines say that a team did, of which the person was a part."""
    membership = [_TEAM_MEMBERSHIP.search(other.text) for other in clause.aligned]
    if not _tells_the_same(clause):
        return
    if not membership or not all(membership) or any(_LEADING_CLAIM.search(other.text) for other in clause.aligned):
        return
    text = clause.text_with_company
    if _TOGETHER.search(text) or _helping(clause.language).search(text) or _UNDER.search(text) or _MODEST.search(text):
        return
    word = membership[0].group() if membership[0] else ""
    yield Finding("promotion", f"The cited lines say “{word}”; the sentence leaves the others out.", word)
