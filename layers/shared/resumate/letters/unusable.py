"""Tells answers that are no letter: nothing, the prompt again, a refusal, one word for ever.

`write_letter` asks again a bounded number of times for these; they never become a draft.
"""

import re
from typing import Final

from resumate.letters.citation_marks import MARK
from resumate.letters.model import LetterJob

_REFUSAL: Final = re.compile(
    r"\b(?:I(?:'m| am) sorry|I apologi[sz]e|unfortunately|as an ai\b|as a language model)\b.{0,120}\b(?:cannot|can't|can not|unable|not able)\b|\bI (?:cannot|can't|won't|am unable to|am not able to) (?:help|assist|comply|fulfil|fulfill|write|provide|create|generate|do)\b|"
    r"\bich kann (?:dabei|ihnen|das) (?:leider )?nicht\b|\bje ne peux pas\b|\bno puedo ayudar",
    re.IGNORECASE | re.DOTALL,
)
_WORDS_LEAST: Final = 25
_REFUSAL_WORDS_MOST: Final = 90
_ECHO_SHARE: Final = 0.6
_SHINGLE: Final = 6
# A tail that repeats one run of characters this often is a loop.
_LOOP: Final = re.compile(r"(.{1,60}?)\1{11,}\s*\Z", re.DOTALL)
_TAIL: Final = 1_500


def why_unusable(answer: str, job: LetterJob) -> str | None:
    """Return "empty", "refusal", "echo" or "loop" when the answer is no letter, else None."""
    text = MARK.sub("", answer).strip()
    words = re.findall(r"\w+", text.lower())
    cjk = len(re.findall(r"[぀-ヿ㐀-䶿一-鿿가-힣]", text))
    if len(words) < _WORDS_LEAST and cjk < 2 * _WORDS_LEAST:
        return "refusal" if _REFUSAL.search(text) else "empty"
    if len(words) < _REFUSAL_WORDS_MOST and _REFUSAL.search(text):
        return "refusal"
    if is_looping(text):
        return "loop" if len(set(words)) < _WORDS_LEAST else None
    return "echo" if _is_echo(words, job) else None


def is_looping(text: str) -> bool:
    """Tell whether the end of `text` repeats itself without end ("the the the …")."""
    return _LOOP.search(text[-_TAIL:]) is not None


def without_loop(text: str) -> str:
    """Return `text` with a repeating end cut off."""
    tail = text[-_TAIL:]
    match = _LOOP.search(tail)
    return text if match is None else text[: len(text) - len(tail) + match.start()]


def _is_echo(words: list[str], job: LetterJob) -> bool:
    """Tell whether most of the answer stands in the prompt; the words of the evidence itself are meant to come back."""
    prompt = re.findall(r"\w+", "\n".join(_frame_of(message.content) for message in job.messages).lower())
    known = {tuple(prompt[start : start + _SHINGLE]) for start in range(len(prompt) - _SHINGLE + 1)}
    own = [tuple(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1)]
    return bool(own) and sum(shingle in known for shingle in own) / len(own) > _ECHO_SHARE


def _frame_of(content: str) -> str:
    """Return a message of the prompt without the passages of its evidence."""
    return re.sub(r'^(\{"id":.*?)"text":.*$', r"\1", content, flags=re.MULTILINE)
