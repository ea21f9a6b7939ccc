"""Chooses the passages a letter may stand on and numbers them: e1, e2, … and f1, f2, … for the user's own facts.

Takes what `matching` found (`Match`) and the passages that are worth telling anyway (`background`), gives
`Evidence` with the verbatim lines. What comes first is what the prompt keeps when it must be shortened.
Hidden lines, lines that speak to a language model (`letters.instructions`) and blanks of a template
(`matching.placeholders`) never become evidence.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from typing import Final

from resumate.documents.model import Contact, Line, SectionKind
from resumate.letters.answers import clean_answers, mask_typed
from resumate.letters.instructions import is_no_evidence, lines_of_orders
from resumate.letters.model import Evidence, Origin, Quote
from resumate.matching.model import Match, Passage, Status
from resumate.matching.placeholders import is_placeholder

EVIDENCE_MOST: Final = 24
EVIDENCE_CHARACTERS: Final = 9_000
SECTIONS_LEAST: Final = 2
# Above this share of hidden lines the hidden text is the document: the text layer of a scan.
HIDDEN_SHARE_OF_A_SCAN: Final = 0.5
_NOBODY: Final = Contact()
_NEVER_EVIDENCE: Final = frozenset({SectionKind.CONTACT, SectionKind.REFERENCES})


def number_evidence(
    matches: Sequence[Match],
    background: Sequence[Passage],
    lines: Sequence[Line],
    answers: Sequence[str],
    contact: Contact = _NOBODY,
) -> list[Evidence]:
    """Return at most `EVIDENCE_MOST` passages, best first, then one fact per answer, masked (`letters.answers`).

    A passage appears once, with the numbers of all requirements it shows. When the best passages are all of
    one section, the best of another takes the last place, so that a letter has two sides to tell.
    """
    ordered = _distinct(chain(_by_turns(matches), background))
    page = _Page(lines)
    usable = [passage for passage in ordered if _usable(passage, page)]
    chosen = _with_second_section(_within_budget(usable), usable)
    numbers = _requirements_of(matches)
    by_number = {line.number: line for line in lines}
    return [
        *(
            _evidence(f"e{index}", passage, by_number, numbers.get(passage.chunk_id, []))
            for index, passage in enumerate(chosen, 1)
        ),
        *(_fact(f"f{index}", answer) for index, answer in enumerate(_facts(answers, contact), 1)),
    ]


def number_all(
    passages: Sequence[Passage], lines: Sequence[Line], answers: Sequence[str], contact: Contact = _NOBODY
) -> list[Evidence]:
    """Return every passage that may be evidence, in the order given, then one fact per answer: no budget, no choice.

    For an edited letter, whose sentences any line of the resume may prove.
    """
    page = _Page(lines)
    by_number = {line.number: line for line in lines}
    usable = [passage for passage in passages if _usable(passage, page)]
    return [
        *(_evidence(f"e{index}", passage, by_number, []) for index, passage in enumerate(usable, 1)),
        *(_fact(f"f{index}", answer) for index, answer in enumerate(_facts(answers, contact), 1)),
    ]


def _by_turns(matches: Sequence[Match]) -> Iterator[Passage]:
    """Yield the best passage of every requirement, then every second best …; musts that are met come first."""
    ranked = sorted(matches, key=lambda match: (match.status is not Status.MET, not match.requirement.must))
    rounds = zip_longest(*(match.passages for match in ranked))
    return (passage for turn in rounds for passage in turn if passage is not None)


def _distinct(passages: Iterable[Passage]) -> list[Passage]:
    by_words: dict[tuple[str, str], Passage] = {}
    ids: set[str] = set()
    for passage in passages:
        if passage.chunk_id not in ids:
            ids.add(passage.chunk_id)
            by_words.setdefault((passage.text.casefold(), passage.context.casefold()), passage)
    return list(by_words.values())


class _Page:
    """The lines of the document as far as they decide what may be evidence."""

    def __init__(self, lines: Sequence[Line]) -> None:
        hidden = {line.number for line in lines if line.hidden}
        self.scan = len(hidden) > HIDDEN_SHARE_OF_A_SCAN * len(lines)
        self.hidden = set() if self.scan else hidden
        self.orders = lines_of_orders(lines)
        self.numbers = {line.number for line in lines}


def _usable(passage: Passage, page: _Page) -> bool:
    own = set(range(passage.first_line, passage.last_line + 1))
    if passage.section in _NEVER_EVIDENCE or not own <= page.numbers:
        return False
    if own & (page.hidden | page.orders) or set(passage.context_lines) & (page.hidden | page.orders):
        return False
    return not is_placeholder(passage.text) and not is_no_evidence(f"{passage.context}\n{passage.text}")


def _within_budget(passages: Sequence[Passage]) -> list[Passage]:
    chosen: list[Passage] = []
    characters = 0
    for passage in passages:
        size = len(passage.text) + len(passage.context)
        if len(chosen) < EVIDENCE_MOST and characters + size <= EVIDENCE_CHARACTERS:
            chosen.append(passage)
            characters += size
    return chosen


def _with_second_section(chosen: list[Passage], usable: Sequence[Passage]) -> list[Passage]:
    sections = {passage.section for passage in chosen}
    if not chosen or len(sections) >= SECTIONS_LEAST:
        return chosen
    other = next((passage for passage in usable if passage.section not in sections), None)
    if other is None:
        return chosen
    return [*chosen[: EVIDENCE_MOST - 1], other]


def _requirements_of(matches: Sequence[Match]) -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = {}
    for match in matches:
        for passage in match.passages:
            numbers.setdefault(passage.chunk_id, []).append(match.requirement.number)
    return {chunk_id: sorted(set(found)) for chunk_id, found in numbers.items()}


def _evidence(identifier: str, passage: Passage, lines: dict[int, Line], requirements: list[int]) -> Evidence:
    own = range(passage.first_line, passage.last_line + 1)
    blank = is_placeholder(passage.context)
    return Evidence(
        id=identifier,
        origin=Origin.RESUME,
        text=passage.text,
        quotes=_quotes(own, lines),
        section=passage.section,
        context="" if blank else passage.context,
        context_quotes=[] if blank else _quotes(passage.context_lines, lines),
        organisation=_filled(passage.organisation),
        title=_filled(passage.title),
        start=passage.start,
        end=passage.end,
        current=passage.current,
        requirements=requirements,
    )


def _filled(name: str | None) -> str | None:
    """Return a name, or None where the template's blank stands in its place."""
    return None if name and is_placeholder(name) else name


def _quotes(numbers: Iterable[int], lines: dict[int, Line]) -> list[Quote]:
    found = (lines[number] for number in numbers if number in lines)
    return [Quote(page=line.page, line=line.number, text=line.masked) for line in found if line.masked.strip()]


def _facts(answers: Sequence[str], contact: Contact) -> list[str]:
    return [mask_typed(answer, contact) for answer in clean_answers(answers)]


def _fact(identifier: str, answer: str) -> Evidence:
    return Evidence(id=identifier, origin=Origin.USER, text=answer, quotes=[Quote(page=0, line=0, text=answer)])
