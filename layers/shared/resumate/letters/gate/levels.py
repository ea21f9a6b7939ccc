"""How well a person knows a thing may not grow: "familiar with" is not "expert in", "B1" is not "fluent".

For each word of level in a sentence the skill beside it is looked up in the evidence, in the very item of a
list ("Spanish (B1)") or under the heading it stands under ("Basic: Go, Rust"). A skill that is only
mentioned carries "skilled", not "expert".
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from resumate.letters.gate.about_job import is_likened_to_yours
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.source import Source
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words import strength
from resumate.letters.model import Finding

# Words that are a level only when a word of knowing stands near them.
_NEEDS_KNOWING: Final = re.compile(
    r"^(?:good|solid|strong|moderate|deep|deeply|extensive|extensively|comprehensive|profound|vast|advanced|basic|basics|limited|exceptional|outstanding|excellent|superb|accomplished|thorough|experienced|comfortable|confident|capable|learning|advanced|in-depth|"
    r"understanding of|knowledge of|good knowledge|foundational|renowned|unparalleled|seasoned|aware|awareness|elementary|intermediate|competent|authority|world-class|specialist|parfaite|umfassend\w*)$",
    re.IGNORECASE,
)
_KNOWING: Final = re.compile(
    r"\b(?:knowledge|experience|understanding|expertise|skills?|background|proficiency|command|grasp|familiarity|fluency|user|programmer|speaker|level|abilities|ability|competence|kenntnisse|erfahrung|connaissances?|expérience|maîtrise|conocimientos?|experiencia|"
    r"(?:in|with|at|of) [\w+#]+)\b",
    re.IGNORECASE,
)
_ITEMS: Final = re.compile(r"[,;•|\n/]|\s[–—-]\s|\.\s|\band\b|\bund\b|\bet\b|\by\b")
_NEAR: Final = 45
# Where the next thing begins: "fluent in English and can hold a conversation in Hungarian".
_NEXT_THING: Final = re.compile(
    r"\s+(?:and|but)\s+(?:can|have|am|speak|know|a|I|my|some|also)\b|\s+as\s+well\s+as\b|\s+with\s+(?-i:(?=[A-Z]))|\s+I\s+(?:also\s+)?(?:speak|have|can|know|write|am)\b|[,;.]|\s+and\s+(?=\w+\s+at\b)|^\s*and\b"
)
_AND: Final = re.compile(r"\w\s*(?:,|\band)\s+$")
_OF_THE_WORD_BEFORE: Final = re.compile(r"[\w+#]\s+(?:at|to|\(|level|at level)\s*(?:an?\s+)?$", re.IGNORECASE)
# "My native English", "fluent in French".
_SAID_OF_WHAT_FOLLOWS: Final = re.compile(r"\s+(?:(?:in|with|of)\s+)?[A-Z]")
# "Advanced in Python, Bash and Go alike": of all of them.
_ALIKE: Final = re.compile(r"\b(?:alike|equally|in equal measure)\b", re.IGNORECASE)
_OF_ALL: Final = re.compile(r"\b(?:both|all)\b[^,;]*$", re.IGNORECASE)
_NOT: Final = re.compile(r"\b(?:not|never|no|without|beyond|below|past)\b[^,;]*$|n['’]t\b[^,;]*$", re.IGNORECASE)
_HIGHEST: Final = 5
_WORKING: Final = 2


@cache
def _scale() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((level, re.compile(pattern, re.IGNORECASE)) for level, pattern in reversed(strength.LEVELS))


def level_in(text: str) -> int | None:
    """Return the highest level that a text names, or None."""
    return next((level for level, pattern in _scale() if pattern.search(text)), None)


def check_levels(claim: Claim) -> Iterator[Finding]:
    """Yield a finding where a sentence claims to know a thing better than the cited lines say."""
    for clause in claim.clauses:
        if is_likened_to_yours(clause.text):
            continue
        for level, word, start, end in _claimed_levels(clause):
            allowed = _allowed(claim, clause, word, start, end)
            if level > allowed:
                yield Finding("level", f"The sentence says “{word}”; the cited lines do not show that level.", word)


def _claimed_levels(clause: Clause) -> Iterator[tuple[int, str, int, int]]:
    for level, pattern in _scale():
        if level < strength.LEVEL_OF_A_BARE_MENTION:
            continue
        for match in pattern.finditer(clause.text):
            near = clause.text[match.end() : match.end() + _NEAR]
            if _NOT.search(clause.text[: match.start()]):
                continue  # "I would not call myself advanced"
            if not _NEEDS_KNOWING.match(match.group()) or _KNOWING.search(near[:30]):
                yield level, match.group(), match.start(), match.end()


def _allowed(claim: Claim, clause: Clause, word: str, start: int, end: int) -> int:
    # The skill may stand in the clause before: "I speak Punjabi, which is my mother tongue".
    offset = max(0, claim.text.find(clause.text))
    before = claim.text[max(0, offset + start - _NEAR) : offset + start]
    after = clause.text[end : end + _NEAR]
    near = _what_is_known(_after_last_level(before), _before_next_level(after), clause.language)
    skills = [
        token for token in near.tokens if not token.function and not token.numeric and level_in(token.text) is None
    ]
    found = [level for source in clause.sources for level in _levels_of(source, skills, word)]
    if found:
        return min(found) if any(level < strength.LEVEL_OF_A_BARE_MENTION for level in found) else max(found)
    # The skill is not named word for word: the level of a source counts when it speaks of one thing alone.
    levels = [level_in(source.own) for source in clause.sources if len(_ITEMS.split(source.own)) == 1]
    return max((level for level in levels if level), default=strength.LEVEL_OF_A_BARE_MENTION)


def _what_is_known(before: str, after: str, language: str) -> Vocabulary:
    """Return the words near a level that it may speak of: "English at C1 and German" means English alone."""
    part = after if _ALIKE.search(after) else _NEXT_THING.split(after, maxsplit=1)[0]
    told = [token for token in Vocabulary(part, language).tokens if not token.function]
    if told and _SAID_OF_WHAT_FOLLOWS.match(part):
        return Vocabulary(part, language)
    if not told and _OF_THE_WORD_BEFORE.search(before):
        named = [token.text for token in Vocabulary(before, language).tokens if not token.function]
        return Vocabulary(" ".join(named[-1:]), language)
    return Vocabulary(f"{before} {part}", language)


def _after_last_level(text: str) -> str:
    """Cut off what an earlier word of level speaks of."""
    ends = [match.end() for _, pattern in _scale() for match in pattern.finditer(text)]
    return text[max(ends, default=0) :]


def _before_next_level(text: str) -> str:
    """Cut off what the next word of level speaks of."""
    starts = [
        match.start()
        for level, pattern in _scale()
        for match in pattern.finditer(text)
        if level != _WORKING or _AND.search(text[: match.start()])
    ]
    return text[: min(starts, default=len(text))]


def _levels_of(source: Source, skills: Sequence[Token], word: str) -> Iterator[int]:
    """Yield the level of each item of the evidence that names one of the skills."""
    collective = _OF_ALL.search(source.own)
    heading = level_in(collective.group()) if collective else None
    for raw in _ITEMS.split(source.text):
        if ":" in raw:
            heading = level_in(raw.split(":", 1)[0])
        item = Vocabulary(raw, source.language)
        if any(_names(item, token) for token in skills):
            said = re.search(rf"\b{re.escape(word)}\b", raw, re.IGNORECASE) is not None
            yield _HIGHEST if said else level_in(raw) or heading or strength.LEVEL_OF_A_BARE_MENTION


def _names(item: Vocabulary, token: Token) -> bool:
    return token.lower in item.words or (len(token.root) > 3 and item.has_root(token.root))
