"""Readers of lines that tell what was done: "Built …", "Manages a team …", "Monitoring and recording …".

`prose_lines.py` lists them in the order in which they are asked. The verb keeps its word and changes its form only
where the first person or the end of a job demands it; an article is added where resumes leave one out.
"""

from __future__ import annotations

import re
from itertools import pairwise

from letter_prompt import Evidence
from lexicon import lexicon, word
from phrases import after_and, article, series
from statements import Kind, Statement, has_ended
from verb_forms import (
    base_of_gerund,
    base_of_past,
    base_of_third_person,
    gerund,
    is_base,
    is_past,
    past,
    with_second_verb,
)

_OUTCOME = re.compile(
    r"(?:led|resulted|leading|resulting|contributed) (?:to|in) (?:an? |the )?"
    r"(?:\d|increase|decrease|reduction|rise|saving)",
    re.IGNORECASE,
)
_WISH = re.compile(r"(?:seeking|looking|searching|aiming|hoping|wishing)\b", re.IGNORECASE)
FINITE = re.compile(r"\b(?:is|are|was|were|has|had|grew|rose|fell|became|includes?|included|involved|consisted)\b")
_NOUN_OF = re.compile(r"^([a-z]+(?:ing|tion|sion|ment|ance|sis)) of (?!(?:up|over) )")
_OF_NOUNS = re.compile(
    r"^(\w[\w-]* )((?:migration|development|integration|implementation|design|redesign|creation|management|delivery"
    r"|introduction|adoption|rollout|launch|installation|construction|preparation|organisation|organization|coordination"
    r"|planning|transition|automation|administration|maintenance|production|evaluation|analysis|number|amount|quality"
    r"|accuracy|time|cost|use|modernisation|modernization|restructuring|optimisation|optimization|opening|training"
    r"|completion|risk|speed|rate) (?:of|to)\b)"
)
_SINGULAR = (
    r"(?:rate|format|process|system|pipeline|platform|application|app|website|tool|database|framework|programme|program"
    r"|project|team|department|strategy|interface|engine|workflow|policy|plan|rota|schedule|catalogue|catalog|ratio|score"
    r"|backlog|portfolio|network|server|campaign|model|algorithm|layout|structure|ward|kitchen|warehouse|dashboard"
    r"|library|prototype|procedure|method|methodology|curriculum|newsletter|budget|limiter|lifecycle|gateway"
    r"|rating)"
)
_BARE_OBJECT = re.compile(
    rf"^((?:[\w-]+ and )?[\w-]+) ((?:[\w-]+ ){{0,3}}{_SINGULAR})"
    r"(?= (?:and|by|from|for|to|in|on|at|with|of|through|via|\w+ing)\b|,|$)"
)
_DETERMINED = re.compile(
    r"^(?:the|a|an|all|each|every|any|our|my|their|its|his|her|this|that|one|no|\d\S*|to|with|for|on|in|as|at|of|and)\b"
    r"|^(?:up|out|off|down|over|together|back|about)\b|.* (?:a|an|the|our|my|their|its|his|her|each|every|all)\b"
    r"| (?:and|of|to|for|in|on|with)\b"
)
_SOME = re.compile(r" of (?:up to |over )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve)")


def told_in_the_past(evidence: Evidence, sentence: str) -> Statement | None:
    """Read "Built …", "Successfully led …" as "built …"."""
    adverb, rest = _adverb(sentence)
    tokens = rest.split()
    if not is_past(tokens[0]) or len(tokens) < 2 or word(tokens[1]) == "by" or _OUTCOME.match(rest):
        return None
    if evidence.section == "projects" and len(tokens) < 6 and all(token[0].isupper() for token in tokens):
        return None  # the name of a project, "Synchronized Desktop Calendar"
    words = with_article(_with_last_and(tokens[0].lower() + rest[len(tokens[0]) :]))
    base = base_of_past(tokens[0])
    alone = not any(is_past(token) or base_of_past(token) for token in after_and(tokens)) and base not in {"do", "be"}
    turned = f"{adverb}{gerund(base)} {' '.join(words.split()[1:])}" if base and alone else None
    return Statement(evidence, Kind.ACTION, adverb + words, gerund=turned)


def told_in_the_present(evidence: Evidence, sentence: str) -> Statement | None:
    """Read "Meet with clients …", "Manages a team …"; in a job that has ended the verb takes the past."""
    adverb, rest = _adverb(sentence)
    tokens = rest.split()
    third = base_of_third_person(tokens[0])
    tokens[0] = third or tokens[0].lower()
    phrase = with_second_verb(" ".join(tokens)) if third else " ".join(tokens)
    if not is_base(phrase.split(" ")):
        return None
    base, tail = phrase.split(" ", 1)
    verbs = [token for token in after_and(phrase.split()) if word(token) in lexicon().verbs or is_past(token)]
    turned = None if verbs or base.endswith(",") else f"{adverb}{gerund(base)} {tail}"
    if not has_ended(evidence):
        words = with_article(f"{'am' if base == 'be' else base} {tail}")
        return Statement(evidence, Kind.ACTION, adverb + words, gerund=turned)
    told = _all_past(phrase) if verbs or base.endswith(",") else f"{past(base)} {tail}"
    if told is None:
        return Statement(evidence, Kind.TASK, adverb + phrase, 2)
    return Statement(evidence, Kind.ACTION, adverb + told, gerund=turned)


def told_as_a_noun(evidence: Evidence, sentence: str) -> Statement | None:
    """Read "Monitoring and recording …"."""
    tokens = sentence.split()
    if len(tokens) < 2 or not base_of_gerund(tokens[0]) or FINITE.search(sentence) or _WISH.match(sentence):
        return None
    return Statement(evidence, Kind.WORK, with_the_noun(sentence[0].lower() + sentence[1:]), 2)


def with_the_noun(phrase: str) -> str:
    """Return "the processing of invoices" for "processing of invoices", as such a noun stands inside a sentence."""
    return _NOUN_OF.sub(r"the \1 of ", phrase)


def with_article(phrase: str) -> str:
    """Add the article a resume leaves out: "led migration of …" becomes "led the migration of …"."""
    phrase = _OF_NOUNS.sub(r"\1the \2", phrase)
    found = _BARE_OBJECT.match(phrase)
    if not found or _DETERMINED.search(found.group(2)):
        return phrase
    new = word(found.group(1).split(" ", 1)[0]) in lexicon().making_verbs or _SOME.match(phrase[found.end() :])
    chosen = article(found.group(2)) if new else "the"
    return f"{found.group(1)} {chosen} {phrase[found.start(2) :]}"


def _with_last_and(phrase: str) -> str:
    """Return "built X, tested Y and sold Z" for "built X, tested Y, sold Z"."""
    parts = phrase.split(", ")
    told = len(parts) > 1 and all(is_past(part.split(" ", 1)[0]) for part in parts)
    ended = any(is_past(token) for token in after_and(parts[-1].split()))
    return series(parts) if told and not ended else phrase


def _adverb(sentence: str) -> tuple[str, str]:
    """Split "Successfully led …" into "successfully " and "led …"."""
    first, _, rest = sentence.partition(" ")
    lowered = first.lower().rstrip(",")
    adverb = lowered.endswith("ly") or lowered in {"also", "then", "often"}
    if rest and adverb and lowered not in {"supply", "apply", "rely", "family"}:
        return lowered + " ", rest
    return "", sentence


def _all_past(phrase: str) -> str | None:
    """Return "planned and ran X" for "plan and run X", or None where it is not plain which words are verbs."""
    tokens = phrase.split(" ")
    told = [_past_with_comma(tokens[0])]
    for before, token in pairwise(tokens):
        joined = before in {"and", "or"} or before.endswith(",")
        if joined and word(token) in lexicon().verbs:
            if "to" in tokens[: len(told)] or word(token) not in lexicon().clear_verbs:
                return None
            told.append(_past_with_comma(token))
        else:
            told.append(token)
    return " ".join(told)


def _past_with_comma(token: str) -> str:
    return past(token.rstrip(",")) + ("," if token.endswith(",") else "")
