"""Reads one English sentence of a resume (a bullet, a line of a summary) as a statement in the first person.

`READERS` are asked in order; each knows one way in which resumes write about their owner without saying "I". They add a
subject, an auxiliary or an article and change the form of a verb where the grammar demands it, never the verb itself.
`listed_lines.py` calls this module for every section that is not a plain list.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from action_lines import FINITE, told_as_a_noun, told_in_the_past, told_in_the_present, with_the_noun
from letter_prompt import Evidence
from lexicon import is_common, is_role, lexicon, word
from names import employer_of
from owned_lines import possession
from person_lines import first_person, person, state
from phrases import article, opened, series
from statements import Kind, Statement
from verb_forms import base_of_gerund, base_of_third_person, is_past

Reader = Callable[[Evidence, str], Statement | None]

_PUFFERY = re.compile(
    r"\b(?:results?-(?:driven|oriented)|dynamic|proven track record|go-getter|synerg\w+|world-class|perfect|guru|ninja"
    r"|rock ?star|think(?:ing)? outside|self-starter|best-in-class|cutting-edge|top-notch|highly motivated)\b"
    r"|, (?:focuses|specialises|specializes|works) ",
    re.IGNORECASE,
)
_UNCLEAR_SUBJECT = re.compile(
    r"^(?:this|it|they|these|those|that|there|he|she|who|which|when|while|if|although|because|as|page|references?"
    r"|curriculum)\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r"(?:written|driven|given|taken|shown|known|done|seen|chosen|spoken|grown|made|held)$", re.IGNORECASE
)
_RANGE = re.compile(
    r"\b(?:19|20)\d\d(?:/\d\d)?\s*(?:-|–|—|to)\s*(?:\w+\.? )?(?:(?:19|20)\d\d|now|present|current)\b|\bpresent$",
    re.IGNORECASE,
)
# An answer may begin with the name of its writer, which stands below the letter anyway.
_INTRODUCED = re.compile(r"^(?:I am|I['’]m|My name is) ⟦name\d*⟧(?:,| and|, and) (?=I\b)", re.IGNORECASE)
# What somebody feels shows nothing, and "Obsessed with …" is no deed.
_FEELING = re.compile(
    r"(?:obsessed|fascinated|intrigued|inspired|driven|energi[sz]ed|fuell?ed|thrilled|excited|delighted) (?:with|by|about|to) ",
    re.IGNORECASE,
)
# A column of dates that ran into the text: "University of X, 2015 / 07, Master Thesis: …".
_GLUED_DATE = re.compile(r"\b(?:19|20)\d\d ?/ ?(?:0\d|1[0-2])\b(?! ?/)")
# A place or a firm before its description, "London, B2B payments, series B": the line under a job's title.
_NAME_FIRST = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?,")
_LISTING = re.compile(r"(\w+ (?:included|include|includes) )(.+, .+)$")
_BARE_THING = re.compile(
    r"(?:[a-z][\w-]* ){0,2}(?:model|pipeline|dashboard|database|website|app|tool|framework|prototype|survey|campaign|newsletter)(?= (?:in|for|with|of|using)\b)"
)
# A clause that was cut off or glued on: what looks like a noun phrase is none.
_SENTENCE_INSIDE = re.compile(
    r"[,.] (?:This|It|The|He|She|They|Many|Even) |\b(?:would|could|should|might|stars|features) |\bif applicable\b| - [A-Z]"
)
_GREW = re.compile(r"^(?:[\w-]+ ){1,4}[a-z]+ed (?:(?:by|from|to|over) (?:\d|an? |nearly|almost|over)|(?:the|an?|our) )")


def read(evidence: Evidence, sentence: str) -> Statement | None:
    """Return what a sentence says of the person, or None where it says nothing that can be told in the first person."""
    if len(sentence.split()) > 55 or not re.search(r"[^\W\d_]{3}", sentence):
        return None
    sentence = _INTRODUCED.sub("", sentence)
    if _GLUED_DATE.search(sentence) or _FEELING.match(sentence):
        return None
    if "⟦" in re.sub(r"^⟦name\d*⟧ ", "", sentence) or " | " in sentence:
        return None
    for reader in READERS:
        if reader is person and _is_heading(evidence, sentence):
            return None
        found = reader(evidence, sentence)
        if found and found.kind is Kind.WORK and _is_nameless(evidence):
            return None
        if found:
            quality = 1 if _reads_badly(evidence, sentence, found.size) else found.quality
            return Statement(evidence, found.kind, found.words, quality, found.gerund)
    return None


def _is_nameless(evidence: Evidence) -> bool:
    """Tell whether work belongs to a project whose name is not known: "the project included" would say nothing."""
    return evidence.section == "projects" and not (employer_of(evidence.title) or employer_of(evidence.organisation))


def _reads_badly(evidence: Evidence, sentence: str, size: int) -> bool:
    """Tell whether a line is for want of a better one: very short or long, empty praise, glued, cut at the front."""
    if not 3 <= size <= 38 or _PUFFERY.search(sentence) or re.search(r"\w, [A-Z][\w ]{2,20}: ", sentence):
        return True
    first = sentence.split(" ", 1)[0]
    return evidence.origin == "resume" and first[0].islower() and not (is_past(first) or base_of_gerund(first))


def _is_heading(evidence: Evidence, sentence: str) -> bool:
    """Tell whether a line only names things: "Apple, Software Engineer", "Springfield, IL, 2004 – May 2005"."""
    if _RANGE.search(sentence):
        return True
    first, _, rest = sentence.partition(" ")
    tells = base_of_third_person(first) or base_of_gerund(first) or is_role(first)
    if evidence.section == "summary" or len(sentence.split()) > 12 or (tells and rest[:1].islower()):
        return False
    tokens = re.findall(r"[^\W\d_][\w'.&-]*", sentence)
    named = [token for token in tokens if token.lower() not in lexicon().small_in_names]
    return bool(named) and all(token[0].isupper() for token in named)


def _clause(evidence: Evidence, sentence: str) -> Statement | None:
    """Read a sentence with a subject of its own, "Topics included …"."""
    tokens = sentence.split()
    if not FINITE.search(" ".join(tokens[1:9])) or _UNCLEAR_SUBJECT.match(sentence) or evidence.section == "summary":
        return None
    if re.search(r"\b(?:that|which|who|where)\b", " ".join(tokens[:8])) or word(tokens[0]) in {"not", "no", "and"}:
        return None
    listing = _LISTING.match(sentence)
    if listing and " and " not in listing[2]:
        sentence = listing[1] + series(listing[2].split(", "))
    return Statement(evidence, Kind.WHOLE, opened(sentence), 1)


def _noun_phrase(evidence: Evidence, sentence: str) -> Statement | None:
    """Read what has no verb at all, "Customer service and cash handling"; weak, but true."""
    tokens = sentence.split()
    if _SENTENCE_INSIDE.search(sentence) or (_NAME_FIRST.match(sentence) and not is_common(tokens[0])):
        return None
    if len(tokens) < 3 or tokens[1] == "to" or evidence.section == "summary" or _UNCLEAR_SUBJECT.match(sentence):
        return None
    first = tokens[0]
    hanging = word(first) in lexicon().hanging_words or _PARTICIPLE.search(first) or is_past(first)
    others_verb = any(base_of_third_person(token) in lexicon().clear_verbs for token in tokens[1:5])
    if hanging or others_verb or not first[0].isalpha():
        return None
    told = with_the_noun(opened(sentence))
    if _BARE_THING.match(told):
        told = f"{article(told)} {told}"
    return Statement(evidence, Kind.WHOLE if _GREW.search(sentence) else Kind.WORK, told, 1)


READERS: tuple[Reader, ...] = (
    first_person,
    state,
    told_in_the_past,
    person,
    possession,
    told_in_the_present,
    told_as_a_noun,
    _clause,
    _noun_phrase,
)
