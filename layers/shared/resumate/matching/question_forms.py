"""The questions that `questions` asks when a resume offers too little, in the languages the composer writes.

A new language is one more entry in `FORMS`; every form but `general` holds the requirement in its quotation marks.
"""

from typing import Final

from msgspec import Struct


class Forms(Struct, frozen=True):
    """The wordings of one language, by what a requirement asks; `general` holds the job's title or `untitled`."""

    language: str
    degree: str
    certificate: str
    experience: str
    anything: str
    general: str
    untitled: str
    quotes: tuple[str, str]


FORMS: Final[dict[str, Forms]] = {
    "en": Forms(
        language="The job asks for {}. How well do you speak and write the language, and where have you used it?",
        degree="The job asks for {}. Which degree or training do you have that answers this, from where and when?",
        certificate="The job asks for {}. Do you hold this or something equal, and since when?",
        experience="The job asks for {}. Where have you done this, for how long, and with what result?",
        anything="The job asks for {}. What have you done that shows this: where, when, and with what result?",
        general="What in your work or studies so far prepares you for the job of {}?",
        untitled="this advertisement",
        quotes=("“", "”"),
    ),
    "de": Forms(
        language="Gefragt ist {}. Wie gut sprechen und schreiben Sie die Sprache, und wo haben Sie sie gebraucht?",
        degree="Gefragt ist {}. Welchen Abschluss oder welche Ausbildung haben Sie dafür, von wo und seit wann?",
        certificate="Gefragt ist {}. Haben Sie das oder etwas Gleichwertiges, und seit wann?",
        experience="Gefragt ist {}. Wo haben Sie das gemacht, wie lange und mit welchem Ergebnis?",
        anything="Gefragt ist {}. Was haben Sie getan, das dies zeigt: wo, wann und mit welchem Ergebnis?",
        general="Was in Ihrer Arbeit oder Ihrem Studium bereitet Sie auf diese Stelle vor: {}?",
        untitled="diese Ausschreibung",
        quotes=("„", "“"),
    ),
    "fr": Forms(
        language="L'annonce demande {}. Quel est votre niveau dans cette langue, et où l'avez-vous pratiquée ?",
        degree="L'annonce demande {}. Quel diplôme ou quelle formation avez-vous qui y répond, obtenu où et quand ?",
        certificate="L'annonce demande {}. L'avez-vous, ou un équivalent, et depuis quand ?",
        experience="L'annonce demande {}. Où l'avez-vous fait, combien de temps et avec quel résultat ?",
        anything="L'annonce demande {}. Qu'avez-vous fait qui le montre : où, quand et avec quel résultat ?",
        general="Qu'est-ce qui, dans votre travail ou vos études, vous prépare à ce poste : {} ?",
        untitled="cette annonce",
        quotes=("« ", " »"),
    ),
    "es": Forms(
        language="El puesto pide {}. ¿Qué nivel tiene en ese idioma y dónde lo ha usado?",
        degree="El puesto pide {}. ¿Qué título o formación tiene que responda a esto, de dónde y de cuándo?",
        certificate="El puesto pide {}. ¿Lo tiene, o algo equivalente, y desde cuándo?",
        experience="El puesto pide {}. ¿Dónde lo ha hecho, cuánto tiempo y con qué resultado?",
        anything="El puesto pide {}. ¿Qué ha hecho que lo demuestre: dónde, cuándo y con qué resultado?",
        general="¿Qué hay en su trabajo o en sus estudios que le prepare para este puesto: {}?",
        untitled="este anuncio",
        quotes=("«", "»"),
    ),
}
