"""What a letter's page says by itself, in the letter's language: the date, the subject, the name of the file.

A language that is not here gets the date as ISO 8601 writes it and English words around the page, never inside it.
"""

from datetime import date
from typing import Final

from msgspec import Struct


class Phrases(Struct, frozen=True):
    """The words of one language; `day` is a pattern of `day`, `month` (its name) and `year`."""

    months: str
    day: str
    subject: str
    file_name: str


_ENGLISH: Final = Phrases(
    "January February March April May June July August September October November December",
    "{day} {month} {year}",
    "Application: {title}",
    "Cover letter",
)
PHRASES: Final[dict[str, Phrases]] = {
    "en": _ENGLISH,
    "de": Phrases(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "{day}. {month} {year}",
        "Bewerbung: {title}",
        "Anschreiben",
    ),
    "fr": Phrases(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "{day} {month} {year}",
        "Candidature : {title}",
        "Lettre de motivation",
    ),
    "es": Phrases(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "{day} de {month} de {year}",
        "Candidatura: {title}",
        "Carta de presentación",
    ),
    "it": Phrases(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "{day} {month} {year}",
        "Candidatura: {title}",
        "Lettera di presentazione",
    ),
    "nl": Phrases(
        "januari februari maart april mei juni juli augustus september oktober november december",
        "{day} {month} {year}",
        "Sollicitatie: {title}",
        "Sollicitatiebrief",
    ),
    "pt": Phrases(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "{day} de {month} de {year}",
        "Candidatura: {title}",
        "Carta de apresentação",
    ),
}


def date_words(day: date, language: str) -> str:
    """Return the date as a letter in this language writes it, for example "21 November 2026"."""
    known = PHRASES.get(language)
    if known is None:
        return day.isoformat()
    number = "1er" if (language, day.day) == ("fr", 1) else str(day.day)
    return known.day.format(day=number, month=known.months.split()[day.month - 1], year=day.year)


def subject_words(title: str, language: str) -> str:
    """Return the line that says what the letter is about; the title alone in a language that is not known here."""
    known = PHRASES.get(language)
    return known.subject.format(title=title) if known else title


def file_label(language: str) -> str:
    """Return what a cover letter is called, for the name of its file."""
    return PHRASES.get(language, _ENGLISH).file_name
