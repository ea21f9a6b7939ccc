"""The part a person had may not grow: "helped" is not "led", "part of a team" is not alone.

A clause is held against those clauses of its evidence that tell the same (`Clause.aligned`), so that "led a team
and helped with the migration" proves the first and not the leading of the second.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.leading import LEADING_CLAIM, LED_BY_OTHERS, TEAM_MEMBERSHIP, is_led, leading_findings
from resumate.letters.gate.own_deeds import is_personal, tells_the_same
from resumate.letters.gate.stem import stem
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words import strength, titles
from resumate.letters.model import Finding

# Verbs of a claim that promise no more than having been there.
_MODEST: Final = re.compile(
    r"\b(?:was present|been present|am present|observer|witness\w*|sat (?:on|in)|sit (?:on|in)|member|attend\w*|included? giving|gathered|collected|present at|work(?:ed|ing)? (?:on|alongside|closely|together|in a|as part|within)|gain(?:ed|ing)?|learn(?:ed|t|ing)?|saw|seen|familiar\w*|exposure|exposed|involved|part|joined|played|played a|"
    r"experience (?:of|with|in)|introduced to|got to know|had a hand|(?:gave|give|giving|lent|lending|lend)\s+(?:[\w'’-]+\s+){0,4}a hand|my share|took part|team|supporting role|alongside|was on|"
    r"gemeinsam|dabei|mitwirk\w*|kennengelernt|participé|appris|aprendí)\b",
    re.IGNORECASE,
)
_HELPED_PEOPLE: Final = (
    r"(?!\s+(?:for\s+)?(?!(?:to\s+)?(?:train|teach|build|move|write|prepare|organi[sz]e|set|manage|lead|run|plan|develop|design|create|recruit|hire|onboard|coach|mentor|sell|install|start|launch|introduce)\b)"
    r"(?:\d|over\b|more than\b|up to\b|about\b|around\b|approximately\b|(?:(?!(?:for|of|to|with|in|on|at|from|by)\b)[\w-]+\s+){0,3}(?:users?|customers?|clients?|patients?|"
    r"students?|pupils?|children|families|residents?|people|visitors|guests|members|callers|learners|adults|individuals|refugees|veterans|"
    rf"employees|staff|colleagues|starters|joiners|newcomers|workers|volunteers|(?:{'|'.join(sorted(titles.ROLES))})s)\b"
    r"(?! (?:in|with|during|on|to|through|by)\b)))"
)
_TOGETHER: Final = re.compile(
    r"\b(?:team|teams|together|jointly|colleagues?|alongside|we|us|our (?:own |joint )?(?:team|group|crew|project|programme|program|unit|department|effort)|(?:and|und|et|y) (?:I|ich|moi|yo)|with (?:the|a|an|our|my|their|his|her) \w+|with [A-Z]\w+|co-?(?:wr\w+|author\w*|applicant)|collaborat\w*|partner(?:ed|ing|ship)?|group|crew|co-\w+|coauthor\w*|cofound\w*|with (?:\S+ ){0,3}(?:engineers|developers|designers|researchers|students|classmates|others|people|staff|nurses|teachers|analysts|members|partners?)|one of (?:the )?\w+|gemeinsam|équipe|equipo)\b",
    re.IGNORECASE,
)
_OWN_PART: Final = re.compile(r"\b(?:I|my|mine|own|responsible|in charge)\b", re.IGNORECASE)
_VERB: Final = re.compile(r"(?:support|assist)\w*", re.IGNORECASE)
# "Which an agency led" beside it.
_WORDS_BESIDE: Final = 2
_OWN_SUBJECT: Final = re.compile(r"\b(?:I|my|mine|myself|me)\b", re.IGNORECASE)
# What somebody says who was one of several, or not the first of them.
_TOOK_PART: Final = re.compile(
    r"\bI\s+(?:\w+ly\s+|also\s+|only\s+|did\s+|have\s+|had\s+|was\s+|am\s+|['’]ve\s+)*(?:help(?:ed|ing)?|assist(?:ed)?|support(?:ed)?|involved|part\s+of|one\s+of|took\s+part|taken\s+part|participated|contributed|pitched\s+in|lent\s+a\s+hand|played\s+(?:a|my)\s+(?:small\s+)?part|had\s+a\s+(?:share|hand|part))\b|"
    r"\bmy\s+(?:part|share|role|contribution)\b",
    re.IGNORECASE,
)
_BY_DOING: Final = re.compile(r"\bby\s+(\w+ing\b.*)", re.IGNORECASE | re.DOTALL)
# "With purchasing supporting me": that is not the person's helping.
_HELPED_ME: Final = re.compile(r"\b(?:support|help|assist|back)(?:ed|ing)\s+(?:me|us)\b", re.IGNORECASE)
_UNDER: Final = re.compile(
    r"\b(?:guided|supervised|instructed|supported|led|directed|mentored|assisted|coached|trained) by\b|\bunder (?:a|an|the|my|our)\b|\bwith (?:the )?(?:guidance|help|support|supervision)\b|\balong(?:side)?\b",
    re.IGNORECASE,
)
# "I didn't do it on my own": who says so takes nothing.
_NOT_ALONE: Final = re.compile(
    r"(?:\b(?:not|never|nor|neither|rather than|instead of)\b|n['’]t\b)[^,;.]{0,80}$", re.IGNORECASE
)
_GAVE_A_SHARE: Final = re.compile(r"\bcontribut(?:e|es|ed|ing|ions?)\b|\bmy (?:part|share)\b", re.IGNORECASE)
_PART_TO_WHOLE: Final = re.compile(
    r"\bcontribut(?:e|es|ed|ing)\s+(?P<part>(?:[\w-]+\s+){1,4}?)to\s+(?P<whole>.+)", re.IGNORECASE
)
_RESPONSIBLE: Final = re.compile(
    r"\b(?:responsib\w+|in charge|accountable|own(?:ed|er)?|manag(?:e|es|ed|ing|ement)|lead|led|head(?:ed)?|direct(?:ed)?)\b",
    re.IGNORECASE,
)


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
    return re.compile(rf"\b{strength.ALONE}", re.IGNORECASE)


def check_promotions(claim: Claim) -> Iterator[Finding]:
    """Yield a finding where a sentence gives the person a greater part than the cited lines do."""
    for clause in claim.told:
        if clause.sources:
            if not _goes_on_modestly(claim, clause):
                # "… , in a team of four", "Together with the data lead I …": of one line, said anywhere in the sentence.
                shared = len(claim.sources) == 1 and _TOGETHER.search(claim.text) is not None
                yield from _helping_findings(clause, shared=shared)
                if not shared:
                    yield from _team_findings(clause)
            yield from _alone_findings(clause)
            yield from leading_findings(clause, claim.text)
            yield from _share_findings(clause)
            yield from _part_findings(clause)


def _goes_on_modestly(claim: Claim, clause: Clause) -> bool:
    """Tell whether the sentence says elsewhere that the person only took part, and this clause gives them no deed of their own.

    "I was involved in choosing it, working with colleagues", "we launched it, and I was part of that".
    """
    if _OWN_SUBJECT.search(clause.text) or LEADING_CLAIM.search(clause.text):
        return False
    others = [other.text for other in claim.told if other is not clause]
    return any(_TOOK_PART.search(other) and not LEADING_CLAIM.search(other) for other in others)


def _alone_findings(clause: Clause) -> Iterator[Finding]:
    match = _alone().search(clause.text)
    if match and _NOT_ALONE.search(clause.text[: match.start()]):
        return
    if match and not any(_alone().search(source.text) for source in clause.sources):
        yield Finding("promotion", f"The cited lines do not say that you did this “{match.group()}”.", match.group())


def _helping_findings(clause: Clause, *, shared: bool) -> Iterator[Finding]:
    """Refuse a deed where all that tells of it says that the person helped."""
    language = clause.language
    if not clause.once(is_personal) or not clause.once(tells_the_same):
        return
    helping = [_helping(language).search(other.text) for other in clause.aligned]
    if not helping or not all(helping) or is_led(clause.aligned) or _is_the_way(clause) or _is_own_part(clause):
        return
    text = _HELPED_ME.sub(" ", clause.text_with_company)
    if helping[0] and (verb := _VERB.match(helping[0].group())) and clause.has_root(stem(verb.group().lower())):
        return  # "Supported children with grief": "I supported grieving children" says the same word
    if (
        _helping(language).search(text)
        or _UNDER.search(text)
        or LED_BY_OTHERS.search(text)
        or (_MODEST.search(text) and not LEADING_CLAIM.search(text))
    ):
        return
    word = helping[0].group() if helping[0] else ""
    if re.match(r"collaborat|co-?\w|jointly|member|part of|on a|in a|within|team", word, re.IGNORECASE) and (
        shared or _TOGETHER.search(clause.text)
    ):
        return
    yield Finding("promotion", f"The cited lines say “{word}”; the sentence makes it your own deed.", word)


def _is_own_part(clause: Clause) -> bool:
    """Tell whether a clause is about the part that the lines give to the person alone ("…; responsible for the façade")."""
    told = [other for source in clause.sources for other in source.clauses]
    shared = [
        other for other in told if TEAM_MEMBERSHIP.search(other.text) or _helping(clause.language).search(other.text)
    ]
    own = [other for other in told if other not in shared and _OWN_PART.search(other.text)]
    words = [word for word in telling_words(clause) if not any(other.says(word) for other in shared)]
    return any(other.has_root(word.root) for word in words for other in own)


def _is_the_way(clause: Clause) -> bool:
    """Tell whether a clause says no more than how the person helped: "supported the launch by collecting feedback"."""
    ways = [match.group(1) for other in clause.aligned if (match := _BY_DOING.search(other.text))]
    words = telling_words(clause)
    if LEADING_CLAIM.search(LED_BY_OTHERS.sub(" ", clause.text)):
        return False
    return any(sum(not Vocabulary(way, clause.language).says(word) for word in words) <= _WORDS_BESIDE for way in ways)


def _share_findings(clause: Clause) -> Iterator[Finding]:
    """Refuse "responsible for the menus" where the lines say "contribute two dishes to each menu"."""
    gave = [_GAVE_A_SHARE.search(other.text) for other in clause.aligned]
    if gave and all(gave) and _RESPONSIBLE.search(LED_BY_OTHERS.sub(" ", clause.text)) and clause.once(tells_the_same):
        yield Finding(
            "promotion", "The cited lines say that you contributed; the sentence makes you responsible.", "contribute"
        )


def _part_findings(clause: Clause) -> Iterator[Finding]:
    """Refuse "I wrote the response" where the lines say "contributed statistics to the response"."""
    if (
        not clause.once(is_personal)
        or _helping(clause.language).search(clause.text)
        or _GAVE_A_SHARE.search(clause.text)
    ):
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
    membership = [TEAM_MEMBERSHIP.search(other.text) for other in clause.aligned]
    if not clause.once(is_personal) or not clause.once(tells_the_same):
        return
    if not membership or not all(membership) or is_led(clause.aligned) or _is_own_part(clause):
        return
    text = clause.text_with_company
    if _TOGETHER.search(text) or _helping(clause.language).search(text) or _UNDER.search(text) or _MODEST.search(text):
        return
    word = membership[0].group() if membership[0] else ""
    yield Finding("promotion", f"The cited lines say “{word}”; the sentence leaves the others out.", word)
