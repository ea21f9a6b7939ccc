"""Reads the quantities of a text: counts, percentages, money, multiples, durations, and calendar years.

`gate.numbers`, `gate.dates` and `gate.durations` compare what a sentence says with what its evidence says.
A quantity may have several readings ("1.200" is 1,200 or 1.2; "5m" five million or five metres); it is
supported when one of them is.
"""

import re
from typing import Final, NamedTuple

from resumate.letters.gate.words import number_words as words

COUNT: Final = "count"
PERCENT: Final = "percent"
MONEY: Final = "money"
MULTIPLE: Final = "multiple"
MONTHS: Final = "months"
SECONDS: Final = "seconds"
VAGUE: Final = "vague"

EXACT: Final = "exact"
ABOUT: Final = "about"
OVER: Final = "over"
NOT_LESS: Final = "not less"
UP_TO: Final = "up to"
UNDER: Final = "under"


class Quantity(NamedTuple):
    """A number as it is meant.

    `values` are its possible readings in base units, `numbers` the same without the unit, `during` marks "over" that may mean "in the course of", `text` the words,
    `start` and `end` where they stand.
    """

    kind: str
    values: tuple[float, ...]
    numbers: tuple[float, ...]
    hedge: str
    text: str
    start: int
    end: int
    during: bool = False


class Year(NamedTuple):
    """A calendar year, with the month where one stands before it."""

    year: int
    month: int | None
    text: str
    start: int


def _alternatives(mapping: dict[str, float]) -> str:
    return "|".join(sorted(map(re.escape, mapping), key=len, reverse=True))


_DIGITS: Final = r"\d{1,3}(?:[,.’'\u202f\u00a0 ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
_WORDED: Final = rf"(?:{_alternatives(words.TENS)})(?:[- ](?:{_alternatives(dict(list(words.UNITS.items())[:8]))}))?|{_alternatives(words.UNITS)}"
_HEDGES: Final = (
    (NOT_LESS, words.NOT_LESS),
    (ABOUT, words.ABOUT),
    (OVER, words.AT_LEAST),
    (UP_TO, words.AT_MOST),
    (UNDER, words.LESS_THAN),
)
_HEDGE: Final = re.compile(
    "|".join(rf"(?P<h{index}>(?<!\w)(?:{pattern}))" for index, (_, pattern) in enumerate(_HEDGES)) + r"", re.IGNORECASE
)
_CURRENCY: Final = r"US\$|C\$|A\$|[$€£¥₹]|USD|EUR|GBP|CHF|CAD|AUD|SEK|DKK|NOK|PLN|INR"
_QUANTITY: Final = re.compile(
    rf"""
    (?P<currency>(?:{_CURRENCY})\s?)?
    (?<![\w.#@/])(?<![^\W\d][-–])
    (?:(?P<digits>{_DIGITS})|(?P<worded>(?<![\w-])(?:{_WORDED})(?!\w))|(?P<article>\b(?:an?|one|half\ an?|half\ a|einer?|un|une|una)\b(?=\s+(?:hundred|thousand|million|billion|dozen|decade|fortnight|hundert|tausend)\b)|\bhalf\ an?(?=\s+(?:minute|hour|day|year|month|decade)\b)|\b(?:an?|one)(?=\s+(?:year|month|week|day|hour|decade)\s+and\s+a\s+half\b)|(?:an?|one|my)(?=\s+(?:year|month|decade)\s+(?:of\ (?!birth|age)|with\b|at\b|in-house\b|in\ (?!which|19|20)))|(?:(?<=spent\ )|(?<=for\ )|(?<=than\ )|(?<=almost\ )|(?<=nearly\ )|(?<=about\ ))(?:an?|one)(?=\s+(?:year|month|decade)\b)|\b(?:every|each|per)(?=\s+fortnight\b)))
    (?P<plus>\+)?
    (?P<and_half>\s+and\s+a\s+half(?=\s+(?:year|month|week|day|hour|decade|million|billion|times|x)))?
    (?:[\s-]?(?P<magnitude>(?:{_alternatives(words.MAGNITUDES)}))(?![\w'’]))?
    (?P<dozen>\s+dozen\b)?
    (?P<plus_after>\+)?
    (?:
        (?P<percent>\s?(?:%|percent(?:age\ points?)?\b|per\s?cent\b|pct\b|prozent\b|pour\s?cent\b|por\s?ciento\b|процент))
      | (?P<money>\s?(?:dollars?|euros?|pounds?|[€$£]|USD|EUR|GBP|CHF|SEK|DKK|NOK|PLN|INR)(?!\w))
      | (?P<times>\s?(?:x\b|times\b|fold\b|-fold\b|mal\b|fois\b|veces\b))
      | [\s-]{{1,2}}(?:(?:full|solid|consecutive|whole|continuous|straight|additional|calendar|working|business|school)\s)?(?P<time>{_alternatives(words.MONTHS_PER | words.SECONDS_PER)})\b(?P<and_half_after>\s+and\s+a\s+half\b)?
      | (?P<time_glued>(?:ms|h|hrs?|s|min|mins|yrs?)\b)
    )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_RANGE: Final = re.compile(r"\s*(?:to|[-–—]|and|bis|à|a|and then)\s*$", re.IGNORECASE)
_MULTIPLE: Final = re.compile(
    rf"(?<![\w-])(?:{_alternatives(words.MULTIPLES)})(?![\w-])(?<!twice)|\btwice(?=\s+(?:as|the)\b)|\b(?:by|in) half\b(?! an? )",
    re.IGNORECASE,
)
_FRACTION: Final = re.compile(
    rf"(?<![\w-])(?<!\bfor\ )(?<!\bof\ )(?<!\bduring\ )(?P<top>an?|one|two|three|four|the|ein|zwei|un|la|der|die)[\s-](?P<bottom>{_alternatives(words.FRACTIONS)})(?![\w-])(?!\s+(?:of\s+(?:(?:19|20)\d\d|(?:this|the|last|next|my)\s+(?:\w+\s+)?(?:year|term|season|week|month))|quarter|half|ends?|years?|author|party|place|language|shift|class|year|grade|time))|\bhalf\s+(?:of|the|our|its|their|my)\b(?!\s+(?:this|the|last|next)\s+(?:\w+\s+)?(?:year|term|season|week|month)\b)|(?<!and a )(?<!the first )(?<!the second )\bhalf(?=\s*(?:[.,;!?]|$|\s(?:in|within|by|when|with|and|through|while|after|thanks)\b))",
    re.IGNORECASE,
)
_VAGUE: Final = re.compile(rf"(?<![\w-])(?:{_alternatives(dict.fromkeys(words.VAGUE, 0.0))})(?![\w-])", re.IGNORECASE)
_YEAR: Final = re.compile(
    r"(?<![\w.,/$€£#@-])(?:(19[5-9]\d|20\d\d))(?:\s?[/–—-]\s?(19[5-9]\d|20\d\d|\d\d)(?!\w))?(?![\w%]|[.,]\d|\s?(?:%|percent))"
)
_MONTH_BEFORE: Final = re.compile(
    rf"(?<!\w)({_alternatives(dict.fromkeys(words.MONTH_NAMES, 0.0))})\.?(?:\s+\d{{1,2}},?)?[\s,’']+\Z", re.IGNORECASE
)
_NUMERIC_DATE: Final = re.compile(r"(?<!\d)(?:(\d{1,2})[./]((?:19|20)\d\d)|((?:19|20)\d\d)-(\d{2}))(?!\d)")
_FISCAL: Final = re.compile(r"\bFY\s?['’]?(\d\d)\b(?!\d)", re.IGNORECASE)
_DENIED: Final = re.compile(r"\b(?:no|not|none|never|nobody|nothing|without)\b[^.;]*$|n['’]t\b[^.;]*$", re.IGNORECASE)
_DURING: Final = re.compile(
    r"(?:^|[,;]\s*|\band\s+)over\s+(?:the\s+(?:course\s+of\s+)?|a\s+period\s+of\s+)?$", re.IGNORECASE
)
_AGE: Final = re.compile(r"[\s-](?:old|of age)\b", re.IGNORECASE)
_IN: Final = re.compile(r"\s+(?:in|out of)\s+(?:every\s+)?", re.IGNORECASE)
_OF_THINGS: Final = re.compile(r"\s+of\s+(?:the|our|my|its|all)\b", re.IGNORECASE)
_RATIO_MOST: Final = 10
_OF_THEM: Final = re.compile(r"\s+of\s+(?:them|those|these|which)\b", re.IGNORECASE)
_NOT_A_NUMBER: Final = re.compile(r"\A(?:24/7|9-5)", re.IGNORECASE)


def quantities_of(text: str) -> list[Quantity]:
    """Return the quantities of `text` in order, calendar years left out."""
    years = {year.start for year in years_of(text) if _is_year_here(text, year)}
    # "Three fifths" is one number, "03/2018" is none.
    taken = [match.span() for pattern in (_NUMERIC_DATE, _FRACTION) for match in pattern.finditer(text)]
    found = [
        quantity
        for match in _QUANTITY.finditer(text)
        if match.start("digits") not in years
        and not any(start <= match.start() < end for start, end in taken)
        and (quantity := _quantity(text, match))
    ]
    found = _with_ratios(text, _with_parts_of_times(text, _with_shared_units(text, found)))
    taken = [(quantity.start, quantity.end) for quantity in found]
    for pattern, reader in ((_MULTIPLE, _multiple), (_FRACTION, _fraction), (_VAGUE, _vague)):
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                found.append(reader(text, match))
    return sorted(found, key=lambda quantity: quantity.start)


def years_of(text: str) -> list[Year]:
    """Return the calendar years of `text`, those of ranges such as "2015–17" included."""
    found: list[Year] = []
    for match in _NUMERIC_DATE.finditer(text):
        month, year = (match.group(1), match.group(2)) if match.group(1) else (match.group(4), match.group(3))
        if 1 <= int(month) <= 12:
            found.append(Year(int(year), int(month), match.group(), match.start()))
    found += [Year(2000 + int(match[1]), None, match[0], match.start(1)) for match in _FISCAL.finditer(text)]
    dated = {match.start() for match in _NUMERIC_DATE.finditer(text)}
    for match in _YEAR.finditer(text):
        if match.start() in dated:
            continue
        before = _MONTH_BEFORE.search(text[: match.start()])
        month = words.MONTH_NAMES[before.group(1).lower()] if before else None
        first = int(match.group(1))
        found.append(Year(first, month, match.group(1), match.start()))
        if second := match.group(2):
            full = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
            found.append(Year(full, None, second, match.start(2)))
    return found


_YEAR_CUE: Final = re.compile(
    r"(?:\b(?:in|since|from|until|till|to|by|of|between|and|during|after|before|late|early|mid|summer|winter|spring|autumn|fall|class|year|seit|bis|von|im|ab|vor|nach|en|depuis|jusqu'en|de|à|desde|hasta|entre|"
    r"joined|graduated|started|through)\s+|[(\[–—-]\s?|/|,\s|^|" + "|".join(words.MONTH_NAMES) + r")\.?\s*\Z",
    re.IGNORECASE,
)
_THING_AFTER: Final = re.compile(
    r"\s+(?!(?:to|and|or|i|with|as|at|in|on|for|my|when|where|until|the|through|while|bis|und|et|y|a|we|is|was|were|have|has)\b)[a-zäöüß]{3,}",
    re.IGNORECASE,
)


def _is_year_here(text: str, year: Year) -> bool:
    """Tell a year from a count: "in 2019" and "(2019)", but "2,000 users" and "2000 users" are counts."""
    after = text[year.start + len(year.text) :]
    if re.match(r"\+", after):
        return False
    cue = _YEAR_CUE.search(text[: year.start]) is not None
    return cue or _THING_AFTER.match(after) is None


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    if _NOT_A_NUMBER.match(text[match.start() :]):
        return None
    values = _values(match)
    hedge = _hedge(text[: match.start()])
    if match.group("plus") or match.group("plus_after"):
        hedge = NOT_LESS
    kind = COUNT
    numbers = values
    time = match.group("time") or match.group("time_glued")
    if match.group("percent"):
        kind = PERCENT
    elif match.group("currency") or match.group("money"):
        kind = MONEY
    elif match.group("times"):
        kind = MULTIPLE
    elif time and not _AGE.match(text[match.end() :]):
        unit = time.lower()
        kind = MONTHS if unit in words.MONTHS_PER else SECONDS
        factor = words.MONTHS_PER.get(unit) or words.SECONDS_PER[unit]
        values = tuple(value * factor for value in values)
    # "Over two seasons" may be "more than two" or "in the course of two".
    during = hedge == OVER and _DURING.search(text[: match.start()]) is not None
    return Quantity(kind, values, numbers, hedge, match.group().strip(), match.start(), match.end(), during)


def _values(match: re.Match[str]) -> tuple[float, ...]:
    if digits := match.group("digits"):
        values = _readings(digits)
    elif worded := match.group("worded"):
        values = (sum(words.TENS.get(part, words.UNITS.get(part, 0)) for part in re.split(r"[- ]", worded.lower())),)
    else:
        values = (0.5 if (match.group("article") or "").lower().startswith("half") else 1.0,)
    if match.group("and_half") or match.group("and_half_after"):
        values = tuple(value + 0.5 for value in values)
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
    decimal = re.fullmatch(r"(\d+(?:[,.’' \u202f\u00a0]\d{3})*)([.,])(\d+)", digits)
    if decimal is None:
        return (plain,)
    whole, mark, rest = decimal.groups()
    as_decimal = float(re.sub(r"\D", "", whole) + "." + rest)
    if len(rest) != 3:
        return (as_decimal,)
    return (plain,) if mark == "," or len(whole) > 3 else (plain, as_decimal)


def _hedge(before: str) -> str:
    window = before[-32:]
    best, end = EXACT, -1
    for match in _HEDGE.finditer(window):
        # Only a hedge that touches the number, a currency sign or article between them aside.
        if re.fullmatch(r"\s*(?:(?:a|an|the|some|of|by)\s+)*[$€£~]?\s*", window[match.end() :]) and match.end() > end:
            best = _HEDGES[next(index for index in range(len(_HEDGES)) if match.group(f"h{index}"))][0]
            end = match.end()
    # "None of them for more than £90,000" caps the number.
    return UP_TO if best == OVER and _DENIED.search(before[-48:]) else best


def _with_shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give the first number of "40 to 25 minutes" or "10-15%" the unit of the second."""
    for index in range(len(found) - 1):
        left, right = found[index], found[index + 1]
        if left.kind == COUNT and right.kind != COUNT and _RANGE.fullmatch(text[left.end : right.start]):
            factor = _unit_factor(right)
            found[index] = left._replace(kind=right.kind, values=tuple(value * factor for value in left.values))
    return found


def _with_ratios(text: str, found: list[Quantity]) -> list[Quantity]:
    """Read "three in five of the guests" as 60%."""
    kept: list[Quantity] = []
    for quantity in found:
        left = kept[-1] if kept else None
        if (
            left
            and left.kind == quantity.kind == COUNT
            and _IN.fullmatch(text[left.end : quantity.start])
            and left.values[0] < quantity.values[0] <= _RATIO_MOST
            and _OF_THINGS.match(text[quantity.end :])
        ):
            share = left.values[0] / quantity.values[0]
            kept[-1] = left._replace(
                kind=PERCENT,
                values=(100 * share,),
                numbers=(share,),
                text=text[left.start : quantity.end],
                end=quantity.end,
            )
        else:
            kept.append(quantity)
    return kept


def _with_parts_of_times(text: str, found: list[Quantity]) -> list[Quantity]:
    """Read "ten years, eight of them at …" as ten years and eight years."""
    for index in range(1, len(found)):
        left, right = found[index - 1], found[index]
        if left.kind == MONTHS and right.kind == COUNT and _OF_THEM.match(text[right.end :]):
            values = tuple(value * _unit_factor(left) for value in right.values)
            found[index] = right._replace(kind=MONTHS, values=values)
    return found


def _unit_factor(quantity: Quantity) -> float:
    if quantity.kind not in (MONTHS, SECONDS):
        return 1.0
    unit = re.search(r"([^\W\d_]+)$", quantity.text)
    name = unit.group(1).lower() if unit else ""
    return words.MONTHS_PER.get(name) or words.SECONDS_PER.get(name) or 1.0


def _multiple(text: str, match: re.Match[str]) -> Quantity:
    value = words.MULTIPLES.get(match.group().lower(), 0.5)
    return Quantity(
        MULTIPLE, (value,), (value,), _hedge(text[: match.start()]), match.group(), match.start(), match.end()
    )


def _fraction(text: str, match: re.Match[str]) -> Quantity:
    top = {"two": 2, "zwei": 2, "three": 3, "four": 4}.get((match.group("top") or "").lower(), 1)
    part = words.FRACTIONS[(match.group("bottom") or "half").lower()]
    return Quantity(
        PERCENT,
        (100 * top * part,),
        (top * part,),
        _hedge(text[: match.start()]),
        match.group(),
        match.start(),
        match.end(),
    )


def _vague(text: str, match: re.Match[str]) -> Quantity:  # noqa: ARG001 - the readers of quantities share one signature
    low, high = words.VAGUE[match.group().lower()]
    return Quantity(VAGUE, (low, high), (), EXACT, match.group(), match.start(), match.end())
