"""The words of a text that say something: what is left without function words, plain words, numbers and dates.

Numbers, dates and degrees have their own checks, so the share of proven words (`gate.meaning`) leaves them out.
"""

import re
from typing import Final

from resumate.letters.gate.stem import form
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words.number_words import MONTH_NAMES
from resumate.letters.gate.words.plain_words import plain_forms

_LED_TO: Final = re.compile(r"\b(?:led|leads|leading)(?= to\b)", re.IGNORECASE)
_DEGREES: Final = frozenset(
    "bachelor bachelors bachelor's master masters master's doctorate doctoral phd ph.d degree degrees msc m.sc bsc b.sc ba b.a ma m.a mba honours honors hons diploma graduate graduated".split()
)


def telling_words(vocabulary: Vocabulary) -> list[Token]:
    """Return the words that say something, each root once."""
    plain = plain_forms(vocabulary.language)
    # "Led to savings": nobody led.
    links = {match.start() for match in _LED_TO.finditer(vocabulary.text)}
    distinct = {
        token.root: token
        for token in vocabulary.tokens
        if not (
            token.function
            or token.start in links
            or token.numeric
            or form(token.lower, vocabulary.language) in plain
            or token.lower in _DEGREES
            or (token.capital and token.lower in MONTH_NAMES)
        )
    }
    return list(distinct.values())
