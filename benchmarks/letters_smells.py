"""What a reader would stumble over in a finished letter: one small check a class, each yields the words at fault.

`letters.py` runs them over every letter. `FAULTS` fail the run: what must never stand in a letter. `SMELLS` are counted
beside it against a bound, because a pattern cannot tell a clumsy sentence from an unusual one every time.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from benchmarks.letters_path import Outcome
from resumate.letters.model import SentenceState
from resumate.letters.prompt_rules import WORDS

Check = Callable[[Outcome], Iterator[str]]

_PLACEHOLDER = re.compile(
    r"[\[\]{}⟦⟧]|\b(?:lorem|ipsum|dolor sit|nullam|vivamus|consectetur|X{2,}|XYZ|ABC|TBD)\b|\bexample\.(?:com|org)\b"
    r"|\b(?:your|company|degree|school|university|employer|project|job|position)\s+(?:name|title|here|description)\b"
    r"|\b(?:job )?(?:company|description|employer|school|project|item|bullet) ?\d\b|\bcity, state\b",
    re.IGNORECASE,
)
_STOCK = re.compile(
    r"\bI am writing to express|\bexpress my (?:\w+ )*interest|hiermit bewerbe ich mich|\bproven track record\b|\bteam player\b",
    re.IGNORECASE,
)
_CONNECTOR = re.compile(
    r"^(I also\b|I \w+ also\b|In the same role|In that role|Besides this|In addition|Among other things|Beyond that|Alongside this"
    r"|The role also|My work (?:there )?also|Another part|Außerdem|Zudem|Darüber hinaus|Hinzu kommt|Ebenfalls dort|De plus"
    r"|Par ailleurs|Il s'y ajoute|Además|Asimismo|A ello se suma)"
)
_GRAMMAR: dict[str, re.Pattern[str]] = {
    "doubled word": re.compile(r"\b(?!(?:that|had|sie|vous|nous|se)\b)([^\W\d_]{2,}|I) \1\b", re.IGNORECASE),
    "doubled stop": re.compile(r"(?<!\.)[,.;:!?][,.;:!?](?!\.)|\.{4,}| [,.;!](?=\s|$)|\(\s|\s\)"),
    "article": re.compile(
        r"\ba (?!(?:uni|use|usa|one|eu|ubi|util|u[- ]))[aeiou]\w|\ban (?!(?:hour|honest|hono|heir|[A-Z0-9]))[bcdfgjklmnpqrstvwxz]\w"
    ),
    "no verb after I": re.compile(r"(?<!\w)I (?:a|an|the|my|of|in|with|for|and|\w+ing|am am)\b(?! been)(?<!I bring)"),
    "two verbs": re.compile(r"(?<!\w)I (?!(?:have|had|was|am|helped)\b)\w+ed (?!red\b|need)\w+ed (?!by\b)"),
    "ends open": re.compile(
        r"\b(?:of|the|and|or|to|with|for|in|a|an|by|from|at|on|via|including|und|der|die|mit|für|et|de|le|la|y|el|con)[.!?]$",
        re.IGNORECASE,
    ),
    "begins small": re.compile(r"^(?!(?:ich|mit|auf|als|vielen|gerne|die|das|zu|für|bei|in|über)\b)[a-zäöüéèñ]"),
    "no end": re.compile(r"[^.!?:”\"»“)]$"),
    "pasted mark": re.compile(r"[|•●▪]|(?:^|\s)[-–*] |\bhttps?:|\S@\S"),
    "glued sentences": re.compile(r"[a-z] (?!(?:Certified|Registered|Advanced|Limited|United)\b)[A-Z][a-z]+ed [a-z]"),
    "shouted": re.compile(r"(?:\b[A-Z]{4,}\b\s*){4}"),
    "heading quoted": re.compile(r"\bincluded? (?:[A-Z]\w+ ?){4,}[.,]"),
    "pronoun of another": re.compile(r"(?<!\w)(?:I|me) (?:is|has|his|her)\b"),
}
# Patterns that mean something in English alone.
_ENGLISH = frozenset(("article", "no verb after I", "two verbs", "ends open", "pronoun of another"))
_PAIRS = (("(", ")"), ("“", "”"), ("„", "“"), ("«", "»"))
_LONG = 60


def _body(outcome: Outcome) -> list[str]:
    """Return the sentences between greeting and sign-off."""
    return [sentence.text for sentence in outcome.kept[1:-1]]


def unproven(outcome: Outcome) -> Iterator[str]:
    """A sentence that is shown as a fact without evidence, or a letter with fewer than two facts."""
    for sentence in outcome.kept:
        if sentence.state is SentenceState.SUPPORTED and not sentence.citations:
            yield sentence.text
    if outcome.proven < 2:
        yield f"{outcome.proven} proven sentences"


def placeholders(outcome: Outcome) -> Iterator[str]:
    """What a template left to be filled in."""
    yield from (
        found.group()
        for sentence in outcome.kept
        for found in _PLACEHOLDER.finditer(sentence.text.replace("⟦name⟧", ""))
    )


def stock_phrases(outcome: Outcome) -> Iterator[str]:
    """What every letter says."""
    yield from (found.group() for sentence in _body(outcome) if (found := _STOCK.search(sentence)))


def short_unsaid(outcome: Outcome) -> Iterator[str]:
    """A letter under or over the words that were asked, without a note that says so."""
    least, most = WORDS[outcome.queued.options.length] if outcome.queued else (0, 999)
    if outcome.letter and not least <= outcome.words <= most and not outcome.letter.note:
        yield f"{outcome.words} words, nothing said"


def no_opening(outcome: Outcome) -> Iterator[str]:
    """The first sentence names neither the role nor the company that the job gives."""
    first = _body(outcome)[0].casefold() if _body(outcome) else ""
    names = [name for name in (outcome.queued.job_title, outcome.queued.company) if name] if outcome.queued else []
    yield from (name for name in names if name.casefold() not in first)


def grammar(outcome: Outcome) -> Iterator[str]:
    """What no sentence of a careful writer looks like."""
    english = outcome.queued is not None and outcome.queued.language == "en"
    for sentence in _body(outcome):
        for name, pattern in _GRAMMAR.items():
            if not english and name in _ENGLISH:
                continue
            if found := pattern.search(sentence):
                yield f"{name}: {found.group().strip()} … {sentence[:110]}"
        if len(sentence.split()) > _LONG:
            yield f"long: {len(sentence.split())} words … {sentence[:60]}"
        if any(sentence.count(left) != sentence.count(right) for left, right in _PAIRS[:1] + _PAIRS[3:]):
            yield f"open bracket … {sentence[:110]}"


def openings(outcome: Outcome) -> Iterator[str]:
    """Two neighbours that open with the same two words, or four sentences that open with the same three."""
    heads = [" ".join(sentence.split()[:2]) for sentence in _body(outcome)]
    yield from (head for head, following in pairwise(heads) if head == following)
    threes = Counter(" ".join(sentence.split()[:3]) for sentence in _body(outcome))
    yield from (f"{head} × {count}" for head, count in threes.items() if count > 3)


def connectors(outcome: Outcome) -> Iterator[str]:
    """A connector that stands more than twice, or two sentences in a row that both begin with one and the same."""
    found = [match.group() for sentence in _body(outcome) if (match := _CONNECTOR.match(sentence))]
    yield from (
        f"{connector} × {count}" for connector, count in Counter(found).items() if count > 2 and connector != "I also"
    )


def padding(outcome: Outcome) -> Iterator[str]:
    """A letter of which too much says nothing of the person."""
    plain = sum(len(s.text.split()) for s in outcome.kept[1:-1] if s.state is SentenceState.PLAIN)
    if outcome.words and plain > 0.45 * outcome.words:
        yield f"{plain} of {outcome.words} words"


FAULTS: tuple[Check, ...] = (unproven, placeholders, stock_phrases, short_unsaid, no_opening)
SMELLS: tuple[Check, ...] = (grammar, openings, connectors, padding)
