"""The forms in which numbers are written, in digits and in words, with what may stand around them.

A grammar of regular expressions over `words.number_words`. They are tried only where a number can begin, because most words of
a letter begin none. `gate.quantities` reads what is found here.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from resumate.letters.gate.words import number_words as words


def _alternatives(forms: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


_DIGITS: Final = r"\d{1,3}(?:[,.’'\u202f\u00a0 ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
_WORDED: Final = (
    rf"(?:{_alternatives(words.TENS)})(?:[- ](?:{_alternatives(list(words.UNITS)[:8])}))?|{_alternatives(words.UNITS)}"
)
_CURRENCY: Final = r"US\$|C\$|A\$|[$€£¥₹]|USD|EUR|GBP|CHF|CAD|AUD|SEK|DKK|NOK|PLN|INR"
_QUANTITY: Final = re.compile(
    rf"""
    (?P<currency>(?:{_CURRENCY})\s?)?
    (?<![\w.#@/])(?<![^\W\d][-–])
    (?:(?P<digits>{_DIGITS})|(?P<worded>(?<![\w-])(?:{_WORDED})(?!\w))|(?P<article>\b(?:an?|one|half\ an?|half\ a|einer?|un|une|una)\b(?=\s+(?:hundred|thousand|million|billion|dozen|decade|fortnight|hundert|tausend)\b)|\bhalf\ an?(?=\s+(?:minute|hour|day|year|month|decade)\b)|\b(?:an?|one|my)(?=\s+(?:year|month|week|day|hour|decade)\s+and\s+a\s+half\b)|(?:an?|one|my)(?=\s+(?:year|month|decade)\s+(?:of\ (?!birth|age)|with\b|at\b|in-house\b|in\ (?!which|19|20)))|(?:(?<=spent\ )|(?<=for\ )|(?<=than\ )|(?<=almost\ )|(?<=nearly\ )|(?<=about\ ))(?:an?|one)(?=\s+(?:year|month|decade)\b)|\b(?:an?|one)(?=\s+(?:full|whole)\s+(?:year|month|decade)\b)|\b(?:every|each|per)(?=\s+fortnight\b)|\bthe\ (?:past|last)(?=\s+decade\b)))
    (?P<plus>\+)?
    (?:[\s-]+and[\s-]+(?:(?P<and_half>a[\s-]+half)|(?P<and_quarters>a|one|three)[\s-]+quarters?)(?![\w-])(?!\s+of\b))?
    (?:[\s-]?(?P<magnitude>(?:{_alternatives(words.MAGNITUDES)}))(?![\w'’]))?
    (?P<dozen>\s+dozen\b)?
    (?P<plus_after>\+)?
    (?:
        (?P<percent>\s?(?:%|percent(?:age\ points?)?\b|per\s?cent\b|pct\b|prozent\b|pour\s?cent\b|por\s?ciento\b|процент))
      | (?P<money>\s?(?:dollars?|euros?|pounds?|kron(?:er?|or|a)|francs?|zloty|rupees?|yen|[€$£]|USD|EUR|GBP|CHF|SEK|DKK|NOK|PLN|INR)(?!\w))
      | (?P<times>\s?(?:x\b|times\b|fold\b|-fold\b|mal\b|fois\b|veces\b))
      | [\s-]{{1,2}}(?:(?:full|solid|consecutive|whole|continuous|straight|additional|calendar|working|business|school)\s)?(?P<time>{_alternatives(words.MONTHS_PER | words.SECONDS_PER)})\b(?!(?<=(?-i:\ Year))\ \d)(?P<and_half_after>\s+and\s+a\s+half\b)?
      | (?P<time_glued>(?:ms|h|hrs?|s|min|mins|yrs?)\b)
    )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
MULTIPLE: Final = re.compile(
    rf"(?<![\w-])(?:{_alternatives(words.MULTIPLES)})(?![\w-])(?<!twice)|\btwice(?=\s+(?:as|the)\b)|\b(?:by|in) half\b(?! an? )",
    re.IGNORECASE,
)
FRACTION: Final = re.compile(
    rf"(?<![\w-])(?<!\bfor\ )(?<!\bof\ )(?<!\bduring\ )(?P<top>an?|one|two|three|four|five|six|seven|eight|nine|the|ein|zwei|un|la|der|die)[\s-](?P<bottom>{_alternatives(words.FRACTIONS)})(?![\w-])(?!\s+(?:of\s+(?:(?:19|20)\d\d|(?:this|the|last|next|my)\s+(?:\w+\s+)?(?:year|term|season|week|month))|quarter|half|ends?|years?|author|party|place|language|shift|class|year|grade|time))|(?<!first )(?<!second )\bhalf\s+(?:of|the|our|its|their|my)\b(?!\s+(?:this|the|last|next)\s+(?:\w+\s+)?(?:year|term|season|week|month)\b)|(?<!and a )(?<!the first )(?<!the second )\bhalf(?=\s*(?:[.,;!?]|$|\s(?:in|within|by|when|with|and|through|while|after|thanks)\b))",
    re.IGNORECASE,
)
VAGUE: Final = re.compile(rf"(?<![\w-])(?:{_alternatives(words.VAGUE)})(?![\w-])", re.IGNORECASE)
_WORD: Final = re.compile(r"[$€£¥₹\d]|[^\W\d_]+")
_ARTICLES: Final = frozenset("a an one half eine einer un une una my every each per the".split())
_CURRENCY_CODES: Final = frozenset("us c usd eur gbp chf cad aud sek dkk nok pln inr".split())
_BEGINNINGS: Final = words.UNITS.keys() | words.TENS.keys() | _ARTICLES | _CURRENCY_CODES | frozenset("$€£¥₹")
# Without one of these words a pattern finds nothing.
_SIGNS: Final = (
    (MULTIPLE, frozenset([*words.MULTIPLES, "half"])),
    (FRACTION, frozenset([*words.FRACTIONS, "half"])),
    (VAGUE, frozenset(form.split()[0] for form in words.VAGUE)),
)


class NumberWords:
    """A text with the places where its numbers can begin."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found = [(match.start(), match.group().lower()) for match in _WORD.finditer(text)]
        self._words = frozenset(word for _, word in self._found)

    def quantities(self) -> Iterator[re.Match[str]]:
        """Yield the numbers in order, none within another."""
        end = 0
        for start, word in self._found:
            if start < end or not (word in _BEGINNINGS or word.isdecimal()):
                continue
            if match := _QUANTITY.match(self._text, start):
                end = match.end()
                yield match

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of `MULTIPLE`, `FRACTION` or `VAGUE`."""
        signs = next(signs for known, signs in _SIGNS if known is pattern)
        return iter(()) if signs.isdisjoint(self._words) else pattern.finditer(self._text)
