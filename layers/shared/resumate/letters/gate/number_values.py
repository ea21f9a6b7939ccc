"""The values that a written number may have, in its readings: "1,200" is 1200, "1.200" may be 1200 or 1.2, "5m" five million or five.

Used by `gate.quantities`.
"""

import re
from typing import Final

from resumate.letters.gate.words import number_words as words

_DECIMAL: Final = re.compile(r"(\d+(?:[,.’' \u202f\u00a0]\d{3})*)([.,])(\d+)")
_TOPS: Final = {"two": 2, "zwei": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}


def values_of(match: re.Match[str]) -> tuple[float, ...]:
    """Return the readings of a number, without its unit."""
    if digits := match.group("digits"):
        values = _readings(digits)
    elif worded := match.group("worded"):
        values = (
            float(sum(words.TENS.get(part, words.UNITS.get(part, 0)) for part in re.split(r"[- ]", worded.lower()))),
        )
    else:
        values = (0.5 if (match.group("article") or "").lower().startswith("half") else 1.0,)
    if match.group("and_half") or match.group("and_half_after"):
        values = tuple(value + 0.5 for value in values)
    if quarters := match.group("and_quarters"):
        values = tuple(value + (0.75 if quarters.lower() == "three" else 0.25) for value in values)
    if match.group("dozen"):
        values = tuple(value * 12 for value in values)
    if magnitude := match.group("magnitude"):
        scaled = tuple(value * words.MAGNITUDES[magnitude.lower()] for value in values)
        money = match.group("currency") or match.group("money")
        values = scaled if money or magnitude.lower() not in words.AMBIGUOUS_MAGNITUDES else scaled + values
    return values


def _readings(digits: str) -> tuple[float, ...]:
    """Read digits with separators: "1,200" is 1200, "3,5" and "3.5" are 3.5, "1.200" may be either."""
    plain = float(re.sub(r"\D", "", digits))
    decimal = _DECIMAL.fullmatch(digits)
    if decimal is None:
        return (plain,)
    whole, mark, rest = decimal.groups()
    as_decimal = float(re.sub(r"\D", "", whole) + "." + rest)
    if len(rest) != 3:
        return (as_decimal,)
    return (plain,) if mark == "," or len(whole) > 3 else (plain, as_decimal)


def fraction_of(match: re.Match[str]) -> float:
    """Return the value of "three quarters", "a fifth" or "half"."""
    top = _TOPS.get((match.group("top") or "").lower(), 1)
    return top * words.FRACTIONS[(match.group("bottom") or "half").lower()]
