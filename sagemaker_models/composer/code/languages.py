"""Tells which language a text is written in, as far as the composer needs to know: by its small words.

A list of technologies has none of them and counts as neutral: it may stand in a letter in any language.
"""

from __future__ import annotations

import re
import unicodedata

_SMALL_WORDS = {
    "en": "the and of to in for with by from a an on at as is was were that which their our all using into my i have",
    "de": "der die das und von zu im mit für bei auf ein eine eines einer des den dem als ich zur zum durch in aus",
    "fr": "le la les et de des du en un une pour avec dans sur par au aux que qui je mon ma mes à d l",
    "es": "el la los las y de del en un una para con por que se su sus mi como al más a e",
    "it": "il lo la gli le e di del della dei delle in un una per con che sono da al nel mio",
    "pt": "o a os as e de do da dos das em um uma para com por que no na nos ao à meu",
    "nl": "de het een en van in met voor op bij als aan door tot te mijn ik zijn naar uit",
}
_SETS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}


def language_of(text: str) -> str | None:
    """Return an ISO 639-1 code, "xx" for a script that is not Latin, or None when the text does not tell."""
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return None
    latin = sum(unicodedata.name(char, "").startswith("LATIN") for char in letters)
    if latin < 0.6 * len(letters):
        return "xx"
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {language: sum(word in known for word in words) for language, known in _SETS.items()}
    best = max(counts, key=lambda language: (counts[language], language == "en"))
    if counts["en"] and counts[best] < counts["en"] + 3:
        return "en" if counts["en"] > 1 or counts[best] < 3 else None
    accents = sum(char in "äöüßéèêàçñáíóúãõ" for char in text.lower())
    if counts[best] < 2 and not (counts[best] and accents):
        return None
    return "en" if counts["en"] == counts[best] else best
