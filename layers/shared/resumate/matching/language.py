"""Tells the language of an advertisement, also of one that is only headings and bullets.

Called by `read_job`: the letter is written in the job's language unless the user chooses another. What
`documents.language` finds in prose stands; lists have too few small words for it, so the words that only
advertisements are full of are counted then.
"""

import re
from collections import Counter
from typing import Final

from resumate.documents.language import guess_language

_ENGLISH: Final = "en"
_TELLING: Final = {
    _ENGLISH: "the and of to with for a or at by be is are must have you your we our hiring apply hour requirements responsibilities experience skills ability knowledge duties degree benefits",
    "de": "und der die das mit für von zur zum wir sie du ihr ihre deine dein aufgaben profil anforderungen kenntnisse erfahrung berufserfahrung ausbildung studium bieten vorteil führerschein urlaub gesucht sucht bewerbung mitarbeiter",
    "fr": "et le la les des du de en vous nous vos notre missions profil recherché compétences expérience connaissances formation maîtrise poste atout diplôme offrons permis salaire recherche",
    "es": "y el la los las de en del con para una funciones requisitos experiencia conocimientos conocimiento formación valorará ofrece ofrecemos puesto titulación imprescindible salario buscamos busca",
    "it": "e il la le di del della con per mansioni requisiti esperienza conoscenza offriamo cerchiamo cerca diploma laurea patente gradita richiesta",
    "nl": "en de het een van met wij jij jouw voor taken ervaring kennis vragen bieden functie beheersing opleiding salaris vakantiedagen zoeken",
    "pt": "e o a os as de do da com para requisitos experiência conhecimento conhecimentos formação funções oferecemos procuramos salário",
    "sv": "och med för att du vi av arbetsuppgifter kvalifikationer erfarenhet erbjuder söker utbildning meriterande körkort",
    "da": "og med til for du vi af arbejdsopgaver kvalifikationer erfaring tilbyder søger uddannelse kørekort",
    "pl": "i w z do na oraz wymagania obowiązki oferujemy doświadczenie znajomość umiejętność mile widziane wynagrodzenie",
}
_WORDS: Final = {language: frozenset(words.split()) for language, words in _TELLING.items()}
_LEAST: Final = 3


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language of an advertisement; "en" when nothing tells."""
    guessed = guess_language(text)
    if guessed != _ENGLISH:
        return guessed
    counts = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    scores = {language: sum(counts[word] for word in words) for language, words in _WORDS.items()}
    best = max(scores, key=lambda language: (scores[language], language == _ENGLISH))
    return best if scores[best] >= _LEAST and scores[best] > scores[_ENGLISH] else _ENGLISH
