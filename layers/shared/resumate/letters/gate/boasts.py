"""Praise that nobody may add on their own ("award-winning", "always", "the best"); a part of `gate.scope`.

What is denied ("my Polish isn't perfect"), felt ("has never let me go") or what the lines deny as well is no boast.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from resumate.letters.gate.changes import changes
from resumate.letters.gate.claim import Clause
from resumate.letters.gate.negation import denied_in
from resumate.letters.gate.reflections import colouring_words
from resumate.letters.gate.relations import groups_of
from resumate.letters.gate.stem import stem
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.universals import CREDIT, is_general
from resumate.letters.gate.words import strength
from resumate.letters.model import Finding

_ALL_OF_THEM: Final = re.compile(r"\b(?:every|each|all|always|any)\b", re.IGNORECASE)
_GENERAL: Final = frozenset({"always", "never", "100%", "without exception", "every time"})
_SPAN_REACH: Final = 40
_ALWAYS: Final = frozenset({"always", "never"})
# "Has never let me go", "I have always enjoyed …": feelings boast of nothing.
_FELT: Final = re.compile(
    r"\b(?:enjoy\w*|lov(?:e|ed)|lik(?:e|ed)|fond|value[ds]?|want(?:ed)?|wish(?:ed)?|interest\w*|fascinat\w*|care[ds]?|let me go|left me|bor(?:ed|es?)|tired|regret\w*|forget|forgotten|afraid|curious|drawn|appreciate[ds]?|admire[ds]?|believe[ds]?|prefer\w*|dream\w*|been (?:a pleasure|important|close|part of))\b",
    re.IGNORECASE,
)
_FEELING_REACH: Final = 32
# "Was never my main job", "I have never been alone in it", "there had never been one before".
_MODEST_NEVER: Final = re.compile(
    r"\bnever\b[^,.;]{0,50}\b(?:alone|on my own|by myself|my (?:main|own|only|first)|before|used|tried|worked with|expert|official(?:ly)?)\b",
    re.IGNORECASE,
)
_DENIES: Final = re.compile(r"\b(?:no|not|never|none|nobody|without|zero|0)\b|n['’]t\b", re.IGNORECASE)
_RULE: Final = re.compile(r"\b(?:never|always)\b", re.IGNORECASE)
_ALONE: Final = re.compile(strength.ALONE, re.IGNORECASE)
_DENIED: Final = re.compile(r"(?:\b(?:not|never|no|without|far from|less than)\b|n['’]t\b)[^,.;]{0,24}$", re.IGNORECASE)
_LAST: Final = re.compile(r"\b(?:last|latest|recent(?:ly)?)\b", re.IGNORECASE)
_OF_MYSELF: Final = re.compile(r"\bI(?:['’]m| am| was| have been)\s+(?:the|one of|always|never)\b", re.IGNORECASE)
_SIZEABLE: Final = re.compile(r"^(?:significant|substantial|considerabl)", re.IGNORECASE)


@cache
def _boasts() -> re.Pattern[str]:
    return re.compile(strength.BOASTS, re.IGNORECASE)


def boast_findings(clause: Clause) -> Iterator[Finding]:
    """Yield a finding for each boast that the cited lines do not have."""
    for match in _boasts().finditer(clause.text):
        if _is_no_boast(match, clause):
            continue
        shown = _is_shown_by_a_number(match.group(), clause) or _is_the_end_of_a_span(match, clause)
        general = match.group().lower() in _GENERAL and any(_ALL_OF_THEM.search(one.text) for one in clause.sources)
        if not shown and not general and not is_said(match.group(), clause):
            yield Finding("scope", f"The cited lines do not say “{match.group()}”.", match.group())


def _is_no_boast(match: re.Match[str], clause: Clause) -> bool:
    """Tell a boast from what is denied ("isn't perfect"), felt ("has never let me go") or given to others."""
    word = match.group().lower()
    if _DENIED.search(clause.text[: match.start()]) and word not in _ALWAYS:
        return True
    aside = clause.once(colouring_words) | denied_in(clause)
    if match.start() in aside and not _OF_MYSELF.search(clause.text):
        return True
    if word.startswith("without a single"):
        return _is_denied_there(clause, _DENIES)
    if word.startswith(("whole", "entire")) and any(source.once(is_general) for source in clause.sources):
        return True
    if word.endswith("most recent"):
        return any(_LAST.search(source.own) for source in clause.sources)
    if word in _ALWAYS:
        return _is_no_rule(match, clause)
    return CREDIT.search(clause.text) is not None


def _is_no_rule(match: re.Match[str], clause: Clause) -> bool:
    """Tell "always" and "never" from a boast: a feeling, a modest word, or what the lines say as generally."""
    around = clause.text[max(0, match.start() - _FEELING_REACH) : match.end() + _FEELING_REACH]
    if _FELT.search(around):
        return True
    if match.group().lower() == "always":
        return any(_RULE.search(source.own) for source in clause.sources)
    if any(_ALONE.search(source.own) for source in clause.sources):
        return False
    return _MODEST_NEVER.search(clause.text) is not None or _is_denied_there(clause, _DENIES)


def _is_denied_there(clause: Clause, denial: re.Pattern[str]) -> bool:
    """Tell whether a line denies something of what the clause speaks of."""
    words = telling_words(clause)
    denying = [part for source in clause.sources for part in source.clauses if denial.search(part.text)]
    return any(part.says(word) for part in denying for word in words)


def is_said(phrase: str, clause: Clause) -> bool:
    """Tell whether every word of the phrase, in any form, stands in one of the sources."""
    if any(phrase.lower() in source.lower for source in clause.sources):
        return True
    roots = [stem(word, clause.language) for word in re.findall(r"[^\W\d_]{3,}", phrase.lower())]
    if not roots:
        return any(phrase.lower() in source.lower for source in clause.sources)
    if phrase.lower().endswith("est"):
        return any(
            not groups_of(root).isdisjoint(source.groups) or source.has_root(root)
            for source in clause.sources
            for root in roots
        )
    return any(all(source.has_root(root) for root in roots) for source in clause.sources)


def _is_the_end_of_a_span(match: re.Match[str], clause: Clause) -> bool:
    """Accept "the largest with 600 delegates" where the lines say "150 to 600 delegates"."""
    if not match.group().lower().endswith("est"):
        return False
    after = [quantity for quantity in clause.quantities if 0 <= quantity.start - match.end() <= _SPAN_REACH]
    ends = {
        max(span) for source in clause.sources for span in changes(source.text, source.quantities, only_changes=False)
    }
    return any(number in ends for quantity in after for number in quantity.numbers)


def _is_shown_by_a_number(phrase: str, clause: Clause) -> bool:
    """A cut by 75% may be called considerable."""
    return _SIZEABLE.match(phrase) is not None and any(source.quantities for source in clause.sources)
