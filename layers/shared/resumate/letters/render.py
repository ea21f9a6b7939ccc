"""Shows a finished letter to its owner: contact details put back, and each sentence with the lines that prove it.

The only place where masked text becomes personal again; `actions` calls it at the very end.
"""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from resumate.documents.masking import restore
from resumate.documents.model import Contact
from resumate.letters.gate.quantities import quantities_of
from resumate.letters.gate.tokens import tokens_of
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.years import years_of
from resumate.letters.model import Evidence, Origin, Quote, Sentence, SentenceState
from resumate.matching.placeholders import is_placeholder

_PLACEHOLDER: Final = re.compile(r"⟦[^⟧\n]*⟧")


def render_text(text: str, contact: Contact) -> str:
    """Return the letter with contact details; what the file does not give leaves neither placeholder nor stump.

    A sign-off whose name is unknown, or was never filled in ("Your Name Here"), loses its last line.
    """
    contact = _filled_in(contact)
    unknown = {mark for mark in _PLACEHOLDER.findall(text) if not restore(mark, contact)}
    for mark in sorted(unknown):
        alone = re.compile(rf"^[ \t]*{mark}[ \t]*(?:\n|\Z)", re.MULTILINE)
        # "or at ⟦phone⟧": the words that only led to what is not known go with it.
        led_to = re.compile(
            rf"[ ,]*\b(?:(?:and|or|und|oder|et|ou|y|o)\s+)?(?:(?:at|on|by|via|under|from|in|near|unter|au|al|en)\s+)?{mark}"
        )
        text = led_to.sub("", alone.sub("", text))
    text = re.sub(r"[ \t]+([.,;!?])", r"\1", text) if unknown else text
    return restore(text, contact).rstrip()


def _filled_in(contact: Contact) -> Contact:
    """Return the details without a name that is a template's blank."""
    return replace(contact, name=None) if contact.name and is_placeholder(contact.name) else contact


def sentence_evidence(sentence: Sentence, evidence: Sequence[Evidence]) -> list[tuple[Quote, Origin]]:
    """Return the lines that prove a sentence (masked), best evidence first, each once.

    Of a passage those lines that share words or numbers with the sentence; of its entry's head those that the
    sentence uses ("at Apple", "five years"). A passage that shares nothing word for word is shown whole.
    """
    if sentence.state is not SentenceState.SUPPORTED:
        return []
    by_id = {item.id.lower(): item for item in evidence}
    words = Vocabulary(sentence.text)
    shown: dict[tuple[int, int, str], tuple[Quote, Origin]] = {}
    for item in (by_id[identifier] for identifier in sentence.citations if identifier in by_id):
        own = [quote for quote in item.quotes if _carries(quote, words)] or item.quotes
        head = [quote for quote in item.context_quotes if _names(quote, words) or _dates_are_used(item, words)]
        for quote in [*own, *head]:
            shown.setdefault((quote.page, quote.line, quote.text), (quote, item.origin))
    return list(shown.values())


def _carries(quote: Quote, words: Vocabulary) -> bool:
    line = Vocabulary(quote.text)
    return any(not token.function and line.says(token) for token in words.tokens)


def _names(quote: Quote, words: Vocabulary) -> bool:
    """Tell whether the sentence names what a head names: an employer, a title, a place, word for word."""
    return any(token.capital and not token.function and token.lower in words.words for token in tokens_of(quote.text))


def _dates_are_used(item: Evidence, words: Vocabulary) -> bool:
    """Tell whether the sentence counts time, which stands in the entry's head as dates."""
    if item.start is None and item.end is None:
        return False
    return bool(years_of(words.text)) or any(quantity.kind == "months" for quantity in quantities_of(words.text))
