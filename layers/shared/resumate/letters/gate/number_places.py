"""Whether a number stands at the same place in a sentence as in its evidence: with its thing, and on its side.

"12 nurses and 3 doctors" must not become "3 nurses", nor "from 9 to 5 days" become "from 5 to 9". Used by
`gate.numbers`, which finds equal numbers first.
"""

import re
from itertools import pairwise
from typing import Final

from resumate.letters.gate.changes import PAIR, PAIR_GAP_MOST, are_two_things, changes, side_of
from resumate.letters.gate.claim import Clause
from resumate.letters.gate.number_labels import is_label, numbers_a_row
from resumate.letters.gate.quantity import COUNT, Quantity
from resumate.letters.gate.source import Source
from resumate.letters.gate.stem import form
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words.plain_words import plain_forms
from resumate.letters.gate.words.soft_words import soft_forms
from resumate.letters.gate.words.units import UNITS_OF_MEASURE

_WINDOW: Final = 48
_WORD_LEAST: Final = 3
_GLUED: Final = re.compile(r"-\w+")
_OF_THEM: Final = re.compile(r"\s+of\s+(?:them|those|these|which|whom)\b", re.IGNORECASE)
_ONE_PHRASE: Final = re.compile(r"[^,;:.()]*")
# "85 dealers and won 23 new ones", "12 nurses, four of them …": the thing stands before.
_OF_THESE: Final = re.compile(
    r"\s+(?:of\s+(?:them|those|these|which|whom)|(?:[\w-]+\s+)?(?:ones|others?)|more|further|in\s+total|in\s+all|altogether)\b",
    re.IGNORECASE,
)
_CALENDAR_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# "From 12 to 46 m": the words around one end are those of the other.
_TO: Final = re.compile(r"\bto\b|[-–—]")
# "190 ms instead of 480", "to 57% from 48%", "where it had been 9": the later number comes first in honest sentences, too.
_TURNS: Final = re.compile(
    r"\b(?:instead of|rather than|than|against|compared|up from|down from|to [$€£]?[\d.,]+\S*(?: \w+)? from|previously|before(?:hand)?|formerly|once|used to|had been|it was|was at|earlier|originally|statt|au lieu|en lugar)\b",
    re.IGNORECASE,
)


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
        and not is_label(source.text, other)
        and not _CALENDAR_YEAR.fullmatch(other.text)
    ]
    if not rivals or _is_one_with_its_word(clause, claimed, source, given):
        return False
    words = _around(clause.text, clause.quantities, claimed)
    own = _around(source.text, source.quantities, given)
    ends = [
        _around(source.text, source.quantities, other)
        for other in _partners(source.text, source.quantities, given)
        if _TO.search(source.text[min(other.end, given.end) : max(other.start, given.start)])
    ]
    thing = _thing(clause.text, clause.quantities, claimed)
    for rival in rivals:
        theirs = _around(source.text, source.quantities, rival)
        if (
            thing
            and _thing(source.text, source.quantities, rival) == thing
            and _thing(source.text, source.quantities, given) != thing
            and not _OF_THESE.match(source.text, given.end)
            and not _tells_of(source, given, thing, own)
            and _could_be_swapped(clause, rival, _thing(source.text, source.quantities, given))
        ):
            return True
        swapped = _could_be_swapped(clause, rival, _thing(source.text, source.quantities, given))
        alone = swapped and rival.kind == given.kind and not any(_shared(words, part) for part in (own, *ends))
        if alone and _shared(words, theirs) > 0:
            return True
    return False


def _tells_of(source: Source, given: Quantity, thing: str, own: Vocabulary) -> bool:
    """Tell whether a source tells of a thing beside a number; "64 patients from 7 clinics" tells nothing of 7 patients."""
    if not own.has_root(thing):
        return False
    before = [other for other in source.quantities if other.end <= given.start]
    gap = source.text[before[-1].end : given.start] if before else ""
    roots = [token.root for token in own.tokens if not token.function]
    return not (before and roots.count(thing) == 1 and roots[0] == thing and _ONE_PHRASE.fullmatch(gap))


def _is_one_with_its_word(clause: Clause, claimed: Quantity, source: Source, given: Quantity) -> bool:
    """Tell whether both write the number as a part of one word or name: "96-well", "scope 1 and 2", "38 of them"."""
    if _OF_THEM.match(clause.text, claimed.end) and _OF_THEM.match(source.text, given.end):
        return True
    here, there = _GLUED.match(clause.text, claimed.end), _GLUED.match(source.text, given.end)
    if here and there:
        return here.group().lower() == there.group().lower()
    names = [
        re.search(r"(\w+)\s(?:\d+\s?(?:and|&|,|to|-|–)\s?)?$", text)
        for text in (clause.text[: claimed.start], source.text[: given.start])
    ]
    found = [match.group(1) for match in names if match]
    alike = len(found) == len(names) and len({word.lower() for word in found}) == 1
    return alike and (numbers_a_row(found[0]) or all(word[0].isupper() for word in found))


def _could_be_swapped(clause: Clause, rival: Quantity, thing: str) -> bool:
    """Where the sentence has the rival, too, only a true exchange of both things counts."""
    present = [other for other in clause.quantities if other.numbers == rival.numbers]
    return not present or any(_thing(clause.text, clause.quantities, other) == thing for other in present)


def counts_another_thing(clause: Clause, claimed: Quantity, source: Source, given: Quantity) -> bool:
    """Tell whether "11 hotels" stands for "11 cafés": what is counted is not in the evidence, and the reverse."""
    here = counted_thing(clause, clause.quantities, claimed)
    there = counted_thing(source, source.quantities, given)
    if here is None or there is None or clause.says(there) or _is_short_for(there, here):
        return False
    # "Eleven sales representatives": the second noun may be the thing.
    end = here.start + len(here.text) + 1
    second = next((token for token in clause.tokens if token.start == end and not token.function), None)
    return not any(source.carries(token) for token in (here, second) if token)


def _is_short_for(there: Token, here: Token) -> bool:
    """Tell whether a unit in short is the word: "100 wpm" are a hundred words a minute."""
    return there.lower in UNITS_OF_MEASURE and there.lower[0] == here.lower[0]


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


def counted_word(vocabulary: Vocabulary, quantity: Quantity) -> Token | None:
    """Return the word right after a count, however ordinary or written as a name: what no unit of time can be."""
    following = next((token for token in vocabulary.tokens if token.start >= quantity.end), None)
    if quantity.kind != COUNT or following is None or following.function or following.numeric:
        return None
    return None if vocabulary.text[quantity.end : following.start].strip() else following


def is_turned_round(clause: Clause, claimed: Quantity, source: Source, given: Quantity) -> bool:
    """Tell whether a number that the evidence starts from is what the sentence arrives at, or the reverse."""
    if _is_reversed(clause, claimed, source, given):
        return True
    side_there = side_of(source.text, source.quantities, given)
    side_here = side_of(clause.text, clause.quantities, claimed)
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


def _partners(text: str, quantities: list[Quantity], quantity: Quantity) -> list[Quantity]:
    """Return the other number of "from 9 to 5" or "9 of 16": two numbers of one thing are no rivals."""
    partners = []
    for left, right in pairwise(quantities):
        gap = text[left.end : right.start]
        if len(gap) <= PAIR_GAP_MOST and PAIR.match(gap) and not are_two_things(text, left, right):
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
