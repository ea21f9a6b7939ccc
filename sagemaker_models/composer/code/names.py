"""Names of companies, titles and schools, made fit to stand in a sentence, or refused.

A name comes from a field that a parser filled or from a job description: it may hold a date, a place, half a sentence
or an order to a model. `name_of` returns what can be said, or None, and then the letter does without it.
"""

from __future__ import annotations

import re
from functools import lru_cache

import evidence_text
from verb_forms import is_past

_DATE = rf"(?:(?:{evidence_text.MONTH}\s+)?(?:19|20)\d\d|\d\d?[/.](?:19|20)\d\d|(?:19|20)\d\d[/-]\d\d?)"
_TRAILING_DATE = re.compile(
    rf"(?:\s*[,|(–—·-]\s*|\s+){_DATE}(?:\s*(?:-|–|—|to|until)\s*(?:{_DATE}|present|current|now|ongoing|today))?\)?$",
    re.IGNORECASE,
)
_TRAILING_MONTH = re.compile(rf"(?<=\w) (?=[A-Z]){evidence_text.MONTH}$", re.IGNORECASE)
_GENDERS = re.compile(r"\s*\((?:[mfwdxhv][/|]){1,3}[mfwdxhv]\)", re.IGNORECASE)
_ODD = re.compile(r"(?:[!?:;]|[a-z]{4}\.)\s|[<>{}\[\]⟦⟧=_*\"“”→]|https?")
_NOBODY = re.compile(
    r"(?:self[ -]?employed|freelance\w*|various\b.*|n/?a|confidential|private|independent|own business)\W*",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)  # the same few names are asked for again in every attempt at a length
def name_of(text: str | None, most_words: int) -> str | None:
    """Return a name of at most `most_words` words without dates and what follows a dash, or None."""
    if not text:
        return None
    name = without_trailing_date(evidence_text.cleaned(text)).strip(" .,;:–—-|·")
    name = re.sub(r"\s+[–—-]\s+.*$|\s*[|·].*$", "", _GENDERS.sub("", name)).strip(" ,")
    name = _TRAILING_MONTH.sub("", name)
    words = name.split()
    if not 0 < len(words) <= most_words or not re.search(r"[^\W\d_]", name) or _ODD.search(name):
        return None
    if evidence_text.is_to_the_reader(name) or (len(words) > 2 and is_past(words[0])):
        return None
    if re.search(r"(?:\b\w\.)+\w$", name):
        return name + "."
    return evidence_text.sentence_case(name, title=True) if name.isupper() and len(words) > 1 else name


def employer_of(text: str | None) -> str | None:
    """Return the name of an employer, None for "self-employed", "various" and for plain words like "shift work"."""
    name = None if _NOBODY.fullmatch(text or "") else name_of(text, 8)
    return None if name and " " in name and name.islower() else name


def without_trailing_date(text: str) -> str:
    """Return the text without the dates at its end ("Project Officer, 2007 – 2008" becomes "Project Officer")."""
    return _TRAILING_DATE.sub("", text).rstrip(" ,–—|·-(")
