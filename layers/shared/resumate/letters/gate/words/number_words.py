"""Numbers, magnitudes, units of time and hedges as words, in the languages whose letters the gate can read."""

from typing import Final

UNITS: Final[dict[str, float]] = {
    **{word: value for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    ) if value > 1},
    **{word: value for value, word in enumerate(
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
    ) if value > 1},
    **{word: value for value, word in enumerate("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()) if value > 1},
    **{word: value for value, word in enumerate("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis".split()) if value > 1 and word != "once"},
    "dozen": 12, "dutzend": 12, "douzaine": 12, "docena": 12,
}  # fmt: skip
TENS: Final[dict[str, float]] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90,
}  # fmt: skip
MAGNITUDES: Final[dict[str, float]] = {
    "hundred": 100, "thousand": 1e3, "k": 1e3, "grand": 1e3, "million": 1e6, "millions": 1e6, "mn": 1e6, "mm": 1e6, "m": 1e6, "mio": 1e6,
    "billion": 1e9, "billions": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7,
    "hundert": 100, "tausend": 1e3, "millionen": 1e6, "mrd": 1e9, "milliarde": 1e9, "milliarden": 1e9,
    "kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12,
    "cent": 100, "cents": 100, "mille": 1e3, "milliard": 1e9, "milliards": 1e9, "cien": 100, "ciento": 100, "mil": 1e3, "millón": 1e6, "millones": 1e6,
}  # fmt: skip
# Letters that are units of length or the like as often as magnitudes: both readings are kept.
AMBIGUOUS_MAGNITUDES: Final = frozenset({"m", "b", "mm", "k", "kb", "mb", "gb", "tb"})
MULTIPLES: Final[dict[str, float]] = {
    "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "twofold": 2, "twice": 2, "triple": 3, "tripled": 3, "tripling": 3, "triples": 3, "thrice": 3, "threefold": 3,
    "quadruple": 4, "quadrupled": 4, "fourfold": 4, "quintupled": 5, "fivefold": 5, "tenfold": 10,
    "halve": 0.5, "halved": 0.5, "halving": 0.5, "halves": 0.5,
    "verdoppelt": 2, "verdoppelte": 2, "verdreifacht": 3, "verdreifachte": 3, "halbiert": 0.5, "halbierte": 0.5, "doublé": 2, "triplé": 3,
    "duplicado": 2, "dupliqué": 2, "duplicó": 2, "triplicado": 3, "tripliqué": 3,
}  # fmt: skip
FRACTIONS: Final[dict[str, float]] = {
    "half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4, "fifth": 1 / 5, "fifths": 1 / 5, "tenth": 1 / 10, "tenths": 1 / 10,
    "sixths": 1 / 6, "sevenths": 1 / 7, "eighths": 1 / 8, "ninths": 1 / 9,
    "hälfte": 1 / 2, "drittel": 1 / 3, "viertel": 1 / 4, "moitié": 1 / 2, "tiers": 1 / 3, "mitad": 1 / 2, "tercio": 1 / 3,
}  # fmt: skip
# How many there must be at least for the plural alone ("dozens of schools").
VAGUE: Final[dict[str, tuple[float, float]]] = {
    "several dozen": (24, 99), "few dozen": (24, 60), "couple of dozen": (20, 30), "several hundred": (200, 999), "few hundred": (200, 600), "couple of hundred": (150, 260),
    "several thousand": (2_000, 9_999), "few thousand": (2_000, 6_000), "couple of thousand": (1_500, 2_600), "several million": (2e6, 1e7), "few million": (2e6, 6e6),
    "dozens": (20, 500), "scores": (40, 1_000), "hundreds": (100, 20_000), "thousands": (1_000, 1_000_000), "tens of thousands": (10_000, 1e6), "hundreds of thousands": (1e5, 1e7),
    "millions": (1e6, 1e12), "billions": (1e9, 1e15), "hunderte": (100, 20_000), "hunderten": (100, 20_000), "tausende": (1e3, 1e6), "tausenden": (1e3, 1e6),
    "centaines": (100, 20_000), "milliers": (1e3, 1e6), "cientos": (100, 20_000), "miles": (1e3, 1e6),
}  # fmt: skip
# Units of time in months, or in seconds for the short ones.
MONTHS_PER: Final[dict[str, float]] = {
    "year": 12, "years": 12, "yr": 12, "yrs": 12, "decade": 120, "decades": 120, "month": 1, "months": 1, "mo": 1, "mos": 1,
    "jahr": 12, "jahre": 12, "jahren": 12, "monat": 1, "monate": 1, "monaten": 1, "jahrzehnt": 120, "jahrzehnte": 120,
    "an": 12, "ans": 12, "année": 12, "années": 12, "mois": 1, "décennie": 120, "año": 12, "años": 12, "mes": 1, "meses": 1, "década": 120,
}  # fmt: skip
SECONDS_PER: Final[dict[str, float]] = {
    "week": 604_800, "fortnight": 1_209_600, "fortnights": 1_209_600, "weeks": 604_800, "wk": 604_800, "wks": 604_800, "day": 86_400, "d": 86_400, "days": 86_400, "hour": 3_600, "hours": 3_600, "hr": 3_600, "hrs": 3_600, "h": 3_600,
    "minute": 60, "minutes": 60, "min": 60, "mins": 60, "second": 1, "seconds": 1, "sec": 1, "secs": 1, "s": 1, "ms": 0.001, "millisecond": 0.001, "milliseconds": 0.001,
    "woche": 604_800, "wochen": 604_800, "tag": 86_400, "tage": 86_400, "tagen": 86_400, "stunde": 3_600, "stunden": 3_600, "minuten": 60, "sekunden": 1,
    "semaine": 604_800, "semaines": 604_800, "jour": 86_400, "jours": 86_400, "heure": 3_600, "heures": 3_600, "semana": 604_800, "semanas": 604_800, "día": 86_400, "días": 86_400,
    "hora": 3_600, "horas": 3_600, "minutos": 60, "segundos": 1,
}  # fmt: skip
MONTH_NAMES: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jän janvier enero ene gennaio januari", "february feb februar février fevrier febrero febbraio februari", "march mar märz maerz mars marzo maart",
            "april apr avril abril abr aprile", "may mai mayo maggio mei maj", "june jun juni juin junio giugno", "july jul juli juillet julio luglio",
            "august aug août aout agosto ago augustus", "september sep sept septembre septiembre settembre", "october oct oktober okt octobre octubre ottobre",
            "november nov novembre noviembre", "december dec dezember dez décembre decembre diciembre dic dicembre",
        ), 1,
    )
    for name in names.split()
}  # fmt: skip

AT_LEAST: Final = r"(?<!turn )(?<!turned )(?<!turning )(?<!turns )(?<!took )(?<!taking )(?<!take )(?<!takes )(?<!taken )(?<!hand )(?<!hands )(?<!handed )(?<!handing )(?<!watch )(?<!watched )(?<!watching )(?<!preside )(?<!presided )(?<!presiding )(?<!win )(?<!won )(?<!winning )over|more than|above|exceeding|in excess of|upwards of|beyond|north of|well over|surpassing|greater than|better than|mehr als|über|plus de|más de|superior a"
NOT_LESS: Final = r"at least|no less than|no fewer than|a minimum of|mindestens|au moins|al menos|por lo menos"
AT_MOST: Final = r"up to|as (?:much|many) as|at most|no more than|a maximum of|bis zu|jusqu(?:'|’)à|hasta"
LESS_THAN: Final = r"less than|fewer than|under|below|within|weniger als|moins de|menos de"
ABOUT: Final = (
    r"about|around|approximately|approx\.?|roughly|nearly|almost|close to|some|circa|ca\.?|~|just (?:over|under|about)|an estimated|a good|"
    r"etwa|rund|ungefähr|fast|knapp|environ|près de|presque|quelque|unos|unas|casi|cerca de|alrededor de|aproximadamente"
)
