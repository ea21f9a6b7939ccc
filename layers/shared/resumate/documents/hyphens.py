"""Decides whether a hyphen at a line end belongs to the word ("cloud-native") or was put there to break it.

PDFs do not say. What the document itself writes elsewhere decides first, then the usual parts of compounds. Used by
`pdf` for fonts whose hyphen calls itself soft, by `rejoin` for lines, by `chunks` for prose.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from resumate.documents.reading import SourceLine

# Only what is hardly ever the first syllable of a longer word: "in", "sub" and "man" break words as often as not.
_FIRST_PARTS: Final = frozenset(
    """cross self well high low full long large multi non semi quasi highly fast half double single two three four five six seven
    eight nine zero twenty thirty forty fifty sixty seventy eighty ninety award client cloud code decision early enterprise event
    future hands human industry mission mobile native network problem privacy quality results revenue security software solution
    state test value vendor voice world""".split()
)
_SECOND_PARTS: Final = frozenset(
    """access account active agnostic ahead art available aware based bearing behind benefit bit border bound bred building built
    business by case centered centred centric class click code commerce communication compatible compliant conscious core cost coverage
    critical cultural date day days deep defined degree delivery dependent designed development device digit disciplinary down drive
    driven driving edge efficient efficiency effective end ended ending event experience facing factor factored fast fed field fit
    focused folder for format founded founder free friendly functional funded generated generation go group grown growing growth hand
    handed held high hoc hold hour hours house impact in income independent industry intensive interest investment invited job key kind
    known language latency learning led legged level life like line linear list lived loading long loop low made mail maintained
    management market matter member minded minute mode month months more native nine node notch of off offer office on one only
    oriented out over owned page paid pane party payment people performance performing person phase picture pixel place platform player
    point policy powered price priced primary process product production proof purpose qualified quality quarter rail rank ranked
    ranking rate rated read reaching ready related relevant report reported resolution resource results revenue rich right risk round
    run running safe sales saving savings scale score sectional sector security selling sensitive service set shelf shift side sided
    sign single site size sized skilled solving source space speaking specific speed sprint stack staff stage standing start state
    step stop story stream style success support tail taking team teams tech tenant term test testing the thinking thread threaded
    throughput tier time timer times to touch track trained trip tuned type unit up upper use user value version volume warehouse wave
    way week weeks wide win winning wing wise word work worker world worn year years yield zone""".split()
)
# Written as one word although both halves could stand in a compound.
_WHOLE_WORDS: Final = frozenset(
    """without within throughout framework frameworks network networks website websites workplace marketplace deadline deadlines online
    offline lifetime sometimes database databases warehouse warehouses feedback playback background backgrounds workflow workflows
    household download downloads upload uploads weekend weekends workload workloads worksite guideline guidelines baseline headline
    pipeline pipelines timeline timelines overtime understanding undertaking worldwide nationwide companywide leadership ownership
    spreadsheet spreadsheets smartphone teamwork handover turnover takeover makeover rollout layout layouts output outputs input inputs
    outline breakdown countdown shutdown lockdown setup startup backup checkup makeup signup login plugin airline
    mainframe timeframe freelance freelancer troubleshoot troubleshooting brainstorming housekeeping bookkeeping beekeeping recordkeeping
    timekeeping gatekeeping shipbuilding outsourcing upselling bestselling storytelling copywriting screenwriting songwriting
    handwriting underwriting proofreading benchmarking bookmarking fundraising peacekeeping groundbreaking breathtaking painstaking
    outstanding longstanding upcoming incoming ongoing outgoing everyday birthday holiday holidays somewhere everyone someone anyone
    therefore whereby thereby hereby nearby standby passport password passwords keyword keywords crossword""".split()
)
_LAST_WORD: Final = re.compile(r"([^\W\d_]+)-$")
_FIRST_WORD: Final = re.compile(r"^([^\W\d_]+)")
_WORDS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word (hyphens inside it kept) stands in `texts`."""
    return Counter(word for text in texts for word in _WORDS.findall(text.lower()))


def is_compound(head: str, tail: str, words: Counter[str]) -> bool:
    """Whether `head` and `tail` are written with a hyphen between them; `words` is the document's own usage."""
    head, tail = head.lower(), tail.lower()
    whole, hyphened = words[head + tail], words[f"{head}-{tail}"]
    if whole != hyphened:
        return hyphened > whole
    if head + tail in _WHOLE_WORDS:
        return False
    if len(head) == 1 or head in _FIRST_PARTS or tail in _SECOND_PARTS:
        return True
    return words[head] > 1 and words[tail] > 1 and len(head) > 3 and len(tail) > 3


def rejoin(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines with words that a line end broke whole again, on the line where they begin."""
    words = count_words(line.text for line in lines)
    kept: list[SourceLine] = []
    for line in lines:
        if kept and _breaks(kept[-1], line, words):
            before = kept[-1]
            rest, _, left = line.text.partition(" ")
            before.text = before.text[:-1] + rest
            if not left:
                _swallow(before, line)
                continue
            line.text = left
        kept.append(line)
    return kept


def _breaks(before: SourceLine, line: SourceLine, words: Counter[str]) -> bool:
    """Whether the last word of `before` goes on in `line`."""
    head, tail = _LAST_WORD.search(before.text), _FIRST_WORD.match(line.text)
    if head is None or tail is None or not tail[1][0].islower() or line.bullet or line.furniture:
        return False
    if before.pieces or line.pieces or (line.region != before.region and line.page != before.page + 1):
        return False
    if before.text[: head.start()].endswith("-"):
        return False  # "day-to-day"
    return before.soft_end or not is_compound(head[1], tail[1], words)


def _swallow(before: SourceLine, line: SourceLine) -> None:
    """Give the place of a line that has no words left to the line before."""
    before.soft_end = line.soft_end
    if before.box is not None and line.box is not None and before.page == line.page:
        before.box = (
            min(before.box[0], line.box[0]),
            before.box[1],
            max(before.box[2], line.box[2]),
            line.box[3],
        )


def soft_hyphen_is_hyphen(pairs: Sequence[tuple[str, str]], words: Counter[str]) -> bool:
    """Whether a font's soft hyphen is simply its hyphen: most of the words it stands in are compounds."""
    compounds = sum(is_compound(head, tail, words) for head, tail in pairs)
    return compounds >= 0.4 * len(pairs) > 0
