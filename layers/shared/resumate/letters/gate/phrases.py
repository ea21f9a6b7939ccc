"""What no sentence of a letter may contain, whatever it claims: placeholders, stock phrases, leaks of the prompt.

Independent of evidence; `letters.review` asks this before anything else. Each check takes the sentence (without
citation marks) and the queued job.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from resumate.letters.model import Finding, LetterJob
from resumate.letters.prompt_rules import CANARY, RETRY, REWRITE, WRITE

_PLACEHOLDER: Final = re.compile(
    r"\[(?![efEF]\d)[^\]\n]{1,80}\]|\{[^}\n]{1,80}\}|<(?:your|company|name|title|date|position|role|employer|hiring|insert)[^>\n]{0,40}>|_{3,}|\bX{3,}\b|\bXYZ\b|\bABC (?:company|corp|inc|ltd)\b|"
    r"\b(?:your|company|recipient(?:'s)?|manager(?:'s)?|employer|candidate|applicant) name\b|\binsert\b[^.]{0,20}\bhere\b|\bTBD\b|\blorem ipsum\b|\bcompany name\b|\bjob title here\b|⟦(?!(?:name|email|phone|link|place)\d*⟧)[^⟧]*⟧?|\bplaceholder\b",
    re.IGNORECASE,
)
_STOCK: Final = re.compile(
    r"\bwriting to (?:express|convey)\b|\bexpress(?:ing)? my (?:\w+ ){0,3}interest\b|\bhiermit bewerbe ich mich\b|\bje me permets de vous (?:écrire|adresser)\b|\bme dirijo a usted(?:es)? (?:para|con)\b",
    re.IGNORECASE,
)
_OF_THE_PROMPT: Final = re.compile(
    r"""</?(?:options|job|requirements|evidence|findings)>|"(?:words_least|words_most|origin|organisation|requirements|context)"\s*:|\{"id"|\bsystem prompt\b|\bmy (?:instructions|rules|system message)\b|\bas an? (?:ai|language model|llm|(?:ai )?assistant(?=,| I\b))|"""
    r"""\b(?:large )?language model\b(?=.{0,40}\b(?:cannot|can't|unable|trained|not able)\b)|\bI(?:'m| am) sorry,? but I\b|\bI (?:cannot|can't|am unable to|am not able to) (?:help|assist|comply|fulfil|fulfill|write|provide|create|generate|do that)\b""",
    re.IGNORECASE,
)
_SHINGLE_WORDS: Final = 8


def check_placeholders(text: str, job: LetterJob) -> Iterator[Finding]:  # noqa: ARG001 - one signature for all checks of this kind
    """Yield a finding for what was meant to be filled in."""
    if match := _PLACEHOLDER.search(text):
        yield Finding("placeholder", f"“{match.group()}” was never filled in.", match.group())


def check_stock_phrases(text: str, job: LetterJob) -> Iterator[Finding]:  # noqa: ARG001 - as above
    """Yield a finding for the opening that every letter has."""
    if match := _STOCK.search(text):
        yield Finding("phrase", f"“{match.group()}” says nothing: say the thing itself.", match.group())


def check_leaks(text: str, job: LetterJob) -> Iterator[Finding]:
    """Yield a finding for words of the prompt, of its fences, or of a model about itself."""
    squashed = re.sub(r"[\W_]+", "", text).lower()
    if re.sub(r"\W", "", CANARY) in squashed or CANARY.rsplit("-", 1)[1] in squashed:
        yield Finding("leak", "The sentence repeats the instructions of the service.")
    elif match := _OF_THE_PROMPT.search(text):
        yield Finding("leak", "The sentence is about the writing of the letter, not part of it.", match.group())
    elif not _shingles(text).isdisjoint(_rules_of(job)):
        yield Finding("leak", "The sentence repeats the instructions of the service.")


PHRASE_CHECKS: Final[tuple[Callable[[str, LetterJob], Iterator[Finding]], ...]] = (
    check_leaks,
    check_placeholders,
    check_stock_phrases,
)


def phrase_findings(text: str, job: LetterJob) -> list[Finding]:
    """Return what is wrong with the words of a sentence, whatever it claims."""
    return [finding for check in PHRASE_CHECKS for finding in check(text, job)]


def _rules_of(job: LetterJob) -> frozenset[str]:
    rules = "\n".join(message.content for message in job.messages if message.role == "system")
    return _shingles_of_rules(f"{rules}\n{WRITE}\n{REWRITE}\n{RETRY}")


@lru_cache(maxsize=16)
def _shingles_of_rules(rules: str) -> frozenset[str]:
    """Cache what is the same in every letter; sentences of people are never kept."""
    return _shingles(rules)


def _shingles(text: str) -> frozenset[str]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(
        " ".join(words[start : start + _SHINGLE_WORDS]) for start in range(len(words) - _SHINGLE_WORDS + 1)
    )
