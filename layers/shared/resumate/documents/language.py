"""Guesses the language of a text (ISO 639-1): by script, then by the small words that every sentence has.

Used by `read` for the document, and by whoever needs to know the language of a job description.
"""

import re
from collections import Counter
from typing import Final

_SCRIPTS: Final = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_OTHER_SCRIPT: Final = re.compile("[" + "".join(script.pattern[1:-1] for _, script in _SCRIPTS) + "]")
# No words of one letter: they are initials, grades and programming languages as often as words.
_SMALL_WORDS: Final = {
    "en": "the and of to in for with on at by from as an is was are that this using through across into our their who which we you your",
    "fr": "le la les des et du de en pour dans avec une un sur par au aux est ou chez plus nos vos vous nous qui que votre notre ans depuis",
    "de": "der die das und von mit für im den des zur zum ein eine eines als auf bei dem durch sowie ist sind wir sie ihre unsere nicht "
    "auch bis seit am heute einer vom",
    "es": "el la los las de del en y para con una un por al como que es sus desde entre sobre más su nuestro nuestra años",
    "pt": "os as de do da dos das em para com uma um por ao como que no na nos nas pela pelo não mais sua seu anos",
    "it": "il la le gli di del della dei in per con una un che al alla nel nella da dal sono dello delle più sua suo anni",
    "nl": "de het een en van in voor met op aan bij te door als naar tot om is zijn wij je jij ons onze uit jaar",
    "sv": "och att det som en på är av för med till den har de inte om ett vi du din våra från",
    "da": "og at det som en på er af for med til den har de ikke om et vi du din vores fra",
    "pl": "na do się jest oraz dla od przez po za jako ze przy lat",
}
_WORDS: Final = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_SCRIPT_SHARE: Final = {"ja": 0.05, "zh": 0.15}
_SAMPLE: Final = 20_000
_FEWEST: Final = 4
_MARGIN: Final = 1.7  # resumes everywhere are full of English names


def guess_language(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`; "en" where nothing tells."""
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample)) or 1
    for language, script in _SCRIPTS if _OTHER_SCRIPT.search(sample) else ():
        if len(script.findall(sample)) > _SCRIPT_SHARE.get(language, 0.3) * letters:
            return language
    said = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    counts = {language: sum(said[word] for word in known) for language, known in _WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    sure = counts[best] >= _FEWEST and counts[best] > _MARGIN * counts["en"]
    return best if sure else "en"
