"""Whether a number stands at the same place in a sentence as in its evidence: with its thing, and on its side.

"12 nurses and 3 doctors" must not become "3 nurses", nor "from 9 to 5 days" become "from 5 to 9". Used by
`gate.numbers`, which finds equal numbers first.
"""

import re
from itertools import pairwise
from typing import Final

from resumate.letters.gate.claim import Clause
from resumate.letters.gate.quantities import COUNT, Quantity
from resumate.letters.gate.source import Source, Vocabulary
from resumate.letters.gate.stem import form
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.words.plain_words import plain_forms
from resumate.letters.gate.words.soft_words import soft_forms

_RANGE_GAP: Final = re.compile(r"\s*(?:years?\s+)?(?:to|and|[-–—]|bis|und|à|et|a|y)\s*", re.IGNORECASE)
_WINDOW: Final = 48
# Between the two numbers of "from 9 to 5", "9 of 16", "5 instead of 9".
_PAIR: Final = re.compile(
    r"^(?:\s*[\w%]+){0,3}?\s*(?:\((?:19|20)\d\d\)\s*)?(?P<forward>(?:to|down to|up to|->|→|bis|à)\s*[$€£]?\s*$)|"
    r"^\s*(?:\w+\s){0,3}(?P<backward>(?:,?\s*(?:instead of|rather than|down from|up from|from|compared (?:to|with)|against|where it (?:had )?(?:been|took|was)|not|before it was|statt|au lieu de|en lugar de)))\b|^\s*(?P<part>of (?:the |a |all )?|out of (?:the )?)",
    re.IGNORECASE,
)
_WORD_LEAST: Final = 3
_GLUED: Final = re.compile(r"-\w+")
# "190 ms instead of 480", "to 57% from 48%", "where it had been 9": the later number comes first in honest sentences, too.
_TURNS: Final = re.compile(
    r"\b(?:instead of|rather than|than|against|compared|up from|down from|to [$€£]?[\d.,]+\S*(?: \w+)? from|previously|before(?:hand)?|formerly|once|used to|had been|it was|was at|earlier|originally|statt|au lieu|en lugar)\b",
    re.IGNORECASE,
)
_PAIR_GAP_MOST: Final = 40
_ARROW: Final = re.compile(r"→|->")
_TO: Final = re.compile(r"\b(?:to|down to|up to|at|reaching|now|only)\s*[$€£]?\s*$", re.IGNORECASE)
_FROM: Final = re.compile(r"\b(?:from|instead of|rather than|down from|up from)\s*[$€£]?\s*$", re.IGNORECASE)


def is_moved(clause: Clause, claimed: Quantity, source: Source, given: Quantity) -> bool:
    """Tell whether the sentence counts what the evidence counts with another of its numbers."""
    paired = {other.start for other in _partners(source.text, source.quantities, given)}
    rivals = [
        other
        for other in source.quantities
        if other.start != given.start
        and other.start not in paired
        and other.numbers != given.numbers
        and (other.start < len(source.head)) == (given.start < len(source.head))
    ]
    if not rivals or _is_one_with_its_word(clause, claimed, source, given):
        return False
    words = _around(clause.text, clause.quantities, claimed)
    own = _around(source.text, source.quantities, given)
    thing = _thing(clause.text, clause.quantities, claimed)
    for rival in rivals:
        theirs = _around(source.text, source.quantities, rival)
        if (
            thing
            and _thing(source.text, source.quantities, rival) == thing
            and _thing(source.text, source.quantities, given) != thing
            and not own.has_root(thing)
            and _could_be_swapped(clause, rival, _thing(source.text, source.quantities, given))
        ):
            return True
        swapped = _could_be_swapped(clause, rival, _thing(source.text, source.quantities, given))
        if swapped and _shared(words, theirs) > 0 and _shared(words, own) == 0 and rival.kind == given.kind:
            return True
    return False


def _is_one_with_its_word(clause: Clause, claimed: Quantity, source: Source, given: Quantity) -> bool:
    """Tell whether both write the number as a part of one word or name: "96-well", "scope 1 and 2"."""
    here, there = _GLUED.match(clause.text, claimed.end), _GLUED.match(source.text, given.end)
    if here and there:
        return here.group().lower() == there.group().lower()
    names = [
        re.search(r"(\w+)\s(?:\d+\s?(?:and|&|,|to|-|–)\s?)?$", text)
        for text in (clause.text[: claimed.start], source.text[: given.start])
    ]
    return all(names) and len({match.group(1).lower() for match in names if match}) == 1


def _could_be_swapped(clause: Clause, rival: Quantity, thing: str) -> bool:
    """Where the sentence has the rival, too, only a true exchange of both things counts."""
    present = [other for other in clause.quantities if other.numbers == rival.numbers]
    return not present or any(_thing(clause.text, clause.quantities, other) == thing for other in present)


def counts_another_thing(clause: Clause, claimed: Quantity, source: Source, given: Quantity) -> bool:
    """Tell whether "11 hotels" stands for "11 cafés": what is counted is not in the evidence, and the reverse."""
    here = counted_thing(clause, clause.quantities, claimed)
    there = counted_thing(source, source.quantities, given)
    if here is None or there is None or clause.says(there):
        return False
    # "Eleven sales representatives": the second noun may be the thing.
    end = here.start + len(here.text) + 1
    second = next((token for token in clause.tokens if token.start == end and not token.function), None)
    return not any(source.carries(token) for token in (here, second) if token)


def counted_thing(vocabulary: Vocabulary, quantities: list[Quantity], quantity: Quantity) -> Token | None:
    """Return the noun in small letters right after a count, if one is there."""
    if quantity.kind != COUNT:
        return None
    for token in vocabulary.tokens:
        if token.start >= quantity.end:
            gap = vocabulary.text[quantity.end : token.start]
            plain = token.function or token.numeric or token.capital or token.odd
            if plain or gap.strip() or any(other.start == token.start for other in quantities):
                return None
            ordinary = form(token.lower) in plain_forms("en") | soft_forms()
            return (
                None
                if ordinary or len(token.text) < _WORD_LEAST or token.lower.endswith(("ed", "ing", "ly"))
                else token
            )
    return None


def is_turned_round(clause: Clause, claimed: Quantity, source: Source, given: Quantity) -> bool:
    """Tell whether a number that the evidence starts from is what the sentence arrives at, or the reverse."""
    if _is_reversed(clause, claimed, source, given):
        return True
    side_there = _side(source.text, source.quantities, given)
    side_here = _side(clause.text, clause.quantities, claimed)
    return bool(side_there) and bool(side_here) and side_here != side_there


def _is_reversed(clause: Clause, claimed: Quantity, source: Source, given: Quantity) -> bool:
    """Tell whether a sentence names the end of a change before its start and nothing in it turns the order round."""
    for before, after in changes(source.text, source.quantities):
        if before == after or given.numbers[:1] not in ((before,), (after,)):
            continue
        first = next((one for one in clause.quantities if after in one.numbers), None)
        second = next((one for one in clause.quantities if before in one.numbers), None)
        if first and second and claimed in (first, second) and first.start < second.start:
            return _TURNS.search(clause.text) is None
    return False


def changes(text: str, quantities: list[Quantity], *, only_changes: bool = True) -> list[tuple[float, float]]:
    """Return the two ends of each change in a text: (9, 5) for "from 9 to 5"; of each span, too, when asked."""
    found = []
    for left, right in pairwise(quantities):
        gap = text[left.end : right.start]
        if (
            left.kind != right.kind
            or len(gap) > _PAIR_GAP_MOST
            or not (((match := _PAIR.match(gap)) and match.group("forward")) or re.fullmatch(r"\s*[-–]\s*", gap))
        ):
            continue
        if not only_changes or _side(text, quantities, left) == "start":
            found.append((left.numbers[0], right.numbers[0]))
    return found


def spans(text: str, quantities: list[Quantity]) -> set[tuple[float, float]]:
    """Return the two ends of each range in a text: (10, 16) for "10 to 16", "10-16" and "between 10 and 16"."""
    return {
        (left.numbers[0], right.numbers[0])
        for left, right in pairwise(quantities)
        if left.numbers
        and right.numbers
        and _RANGE_GAP.fullmatch(text[left.end : right.start])
        and not _side(text, quantities, left)
    }


def _side(text: str, quantities: list[Quantity], quantity: Quantity) -> str:
    """Return "start", "end" or "" for a number that is no end of a change."""
    before = text[max(0, quantity.start - 24) : quantity.start]
    for other in quantities:
        if other.start > quantity.start:
            match = (
                _PAIR.match(text[quantity.end : other.start]) if other.start - quantity.end <= _PAIR_GAP_MOST else None
            )
            if match and match.group("forward"):
                return (
                    "start"
                    if _ARROW.search(match.group())
                    or re.search(r"\bfrom\b|\bvon\b|\bde\b", before)
                    or _looks_like_change(text, quantity)
                    else ""
                )
            if match and match.group("backward"):
                return "end"
            break
    for other in reversed(quantities):
        if other.start < quantity.start:
            match = (
                _PAIR.match(text[other.end : quantity.start]) if quantity.start - other.end <= _PAIR_GAP_MOST else None
            )
            if match and match.group("forward"):
                return "end" if _ARROW.search(match.group()) or _looks_like_change(text, other) else ""
            if match and match.group("backward"):
                return "start"
            break
    if _FROM.search(before):
        return "start"
    return "end" if _TO.search(before) and _looks_like_change(text, quantity) else ""


def _looks_like_change(text: str, quantity: Quantity) -> bool:
    """Tell a change ("cut from 9 to 5") from a span ("10 to 15 people")."""
    before = text[max(0, quantity.start - 60) : quantity.start]
    return (
        re.search(
            r"\b(?:from|von|de|desde|down|up|cut|reduc\w*|rais\w*|increas\w*|grew|grow\w*|shorten\w*|lower\w*|improv\w*|brought|bring\w*|took|decreas\w*|drop\w*|fell|rose|boost\w*|lift\w*|went)\b",
            before,
            re.IGNORECASE,
        )
        is not None
    )


def _partners(text: str, quantities: list[Quantity], quantity: Quantity) -> list[Quantity]:
    """Return the other number of "from 9 to 5" or "9 of 16": two numbers of one thing are no rivals."""
    partners = []
    for left, right in pairwise(quantities):
        gap = text[left.end : right.start]
        if len(gap) <= _PAIR_GAP_MOST and _PAIR.match(gap):
            if left.start == quantity.start:
                partners.append(right)
            elif right.start == quantity.start:
                partners.append(left)
    return partners


def _around(text: str, quantities: list[Quantity], quantity: Quantity) -> Vocabulary:
    """Return the words around a number: up to the next number or the end of its clause."""
    left = max([0, quantity.start - _WINDOW, *(other.end for other in quantities if other.end <= quantity.start)])
    right = min(
        [len(text), quantity.end + _WINDOW, *(other.start for other in quantities if other.start >= quantity.end)]
    )
    before = re.split(r"[;.:]\s|,\s", text[left : quantity.start])[-1]
    after = re.split(r"[;.:]\s|,\s", text[quantity.end : right])[0]
    return Vocabulary(f"{before} {after}")


def _thing(text: str, quantities: list[Quantity], quantity: Quantity) -> str:
    """Return the root of the first telling word right after a number: what is counted."""
    right = min(
        [len(text), quantity.end + _WINDOW, *(other.start for other in quantities if other.start >= quantity.end)]
    )
    after = re.split(r"[;.,:]", text[quantity.end : right])[0]
    return next((token.root for token in Vocabulary(after).tokens if not token.function), "")


def _shared(words: Vocabulary, others: Vocabulary) -> int:
    return sum(others.says(token) for token in words.tokens if not token.function and not token.numeric)
