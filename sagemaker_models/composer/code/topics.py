"""Finds words that the job asks for and the evidence shows, for the sentence that ties a paragraph to the job.

Such a sentence is about the advertisement and claims nothing. Only words that stand in a requirement **and** in the
evidence are used: a job description cannot bring words of its own into a letter.
"""

from __future__ import annotations

import re

from letter_prompt import Evidence, Prompt
from lexicon import is_role, lexicon

_FORMS = ("Your advertisement mentions {}", "You also mention {}")
_WORDS = re.compile(r"[\w+#./-]*\w[+#]*|[,;:.()|]")
_MOST_WORDS = 5


class Topics:
    """Hands out at most two topics a letter, each once."""

    def __init__(self, prompt: Prompt) -> None:
        self._asked = [r for r in prompt.requirements if r.status in {"met", "adjacent"} and len(r.text) < 400]
        self._used: set[str] = set()

    def shown_by(self, evidence: list[Evidence]) -> str | None:
        """Return a sentence about what the job asks and these pieces of evidence show, or None."""
        if len(self._used) == len(_FORMS):
            return None
        numbers = {number for piece in evidence for number in piece.requirements}
        shown = " | ".join(piece.text for piece in evidence)
        for requirement in self._asked:
            topic = shared_words(requirement.text, shown) if requirement.number in numbers else None
            if topic and topic.casefold() not in self._used:
                self._used.add(topic.casefold())
                return _FORMS[len(self._used) - 1].format(f"“{topic}”" if " " in topic else topic)
        return None


def shared_words(asked: str, shown: str) -> str | None:
    """Return the longest run of words in both texts, if it says something: two words, or a name like "SQL"."""
    words = _WORDS.findall(asked)
    written = _WORDS.findall(shown)
    lowered = f" {' '.join(written).lower()} "
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            run = words[start : start + length]
            said = " ".join(run)
            empty = {run[0].lower(), run[-1].lower()} & lexicon().empty_words
            if empty or not all(re.match(r"\w", word) for word in run) or f" {said.lower()} " not in lowered:
                continue
            if length > 1 and not is_role(run[-1].removesuffix("s")):
                return said
            # "Office" of the job is not the office of a resume: a name has the same letters in both.
            if length == 1 and start and said in written and _is_name(said, words[start - 1]):
                return said
    return None


def _is_name(word: str, before: str) -> bool:
    """Tell whether a word inside a sentence is a name or an abbreviation: "SQL", "Kubernetes"."""
    large_inside = re.search(r"[A-Z0-9+#]", word[1:])
    known = word[0].isupper() and re.match(r"\w|,", before) and word.lower() in lexicon().names
    return len(word) > 1 and bool(large_inside or known)
