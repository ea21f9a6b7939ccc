"""Reader of lines that name something a person has: "Strong record of …", "10+ years of experience in …".

`prose_lines.py` asks it after the readers of `person_lines.py`. Returns a statement in the first person, or None when the
line is of another kind.
"""

from __future__ import annotations

import re

from letter_prompt import Evidence
from lexicon import lexicon, word
from phrases import article, opened
from statements import Kind, Statement, has_ended
from verb_forms import is_base, is_past

_HAS_NUMBER = re.compile(
    r"(?:a|an|the|my|over|more|\W*\d|one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE
)
_AFTER_NOUN = frozenset(
    ("of", "in", "with", "to", "for", "at", "on", "as", "'", "using", "working", "within", "across")
)


def possession(evidence: Evidence, sentence: str) -> Statement | None:
    """Read "Strong record of …", "10+ years of experience …" as something the person has."""
    tokens = sentence.split()
    first = word(tokens[0])
    if is_past(first) or (is_base(tokens) and first not in lexicon().had_nouns):
        return None
    if first == "no" and len(tokens) > 2:
        return Statement(evidence, Kind.ACTION, f"{'had' if has_ended(evidence) else 'have had'} {opened(sentence)}", 2)
    head = next((place for place, token in enumerate(tokens[:6]) if word(token) in lexicon().had_nouns), None)
    if head is None or any(word(token) in _AFTER_NOUN for token in tokens[:head]):
        return None
    noun, follows = word(tokens[head]), word(tokens[head + 1]) if head + 1 < len(tokens) else ""
    ends_here = not follows or follows in _AFTER_NOUN | {"and"} or tokens[head].endswith(",")
    ends_here = ends_here or (noun == "experience" and follows.endswith("ing"))
    if not ends_here and noun not in {"years", "track"}:
        return None
    phrase = opened(sentence)
    if noun == "years" and "experience" not in phrase.lower():
        return Statement(evidence, Kind.WHOLE, f"my background includes {phrase}")
    counted = noun in lexicon().countable_nouns and not _HAS_NUMBER.match(phrase)
    verb = "had" if noun in {"responsibility", "oversight", "contact"} and has_ended(evidence) else "have"
    return Statement(evidence, Kind.ACTION, f"{verb} {article(phrase) + ' ' if counted else ''}{phrase}")
