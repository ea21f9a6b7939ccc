"""The sentences of letters in German, French and Spanish; data for `quoting_letter.py`.

As in English they claim nothing about the person beside the quotes they hold. A new language is one more entry in
`FRAMES`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Frame:
    """The sentences of one language.

    `{quotes}` takes one or more quotes, `{place}` a company, `{role}` a title, `{job}` one of `jobs`: with title and
    company, with the title alone, with the company alone, with neither.
    """

    greeting: str
    sign_off: str
    quotes: tuple[str, str]
    jobs: tuple[str, str, str, str]
    openings: tuple[str, ...]
    bridge: str
    place_and_role: tuple[str, ...]
    place: tuple[str, ...]
    role: tuple[str, ...]
    project: str
    further: tuple[str, ...]
    alone: str
    fact: str
    sections: dict[str, str]
    closings: tuple[tuple[str, str], ...]
    fillers: tuple[str, ...]


_GERMAN = Frame(
    greeting="Guten Tag,",
    sign_off="Mit freundlichen Grüßen",
    quotes=("„", "“"),
    jobs=(
        "die Stelle „{title}“ bei {company}",
        "die Stelle „{title}“",
        "die ausgeschriebene Stelle bei {company}",
        "die von Ihnen ausgeschriebene Stelle",
    ),
    openings=("mit diesem Schreiben bewerbe ich mich um {job}", "ich bewerbe mich um {job}"),
    bridge="Gerne würde ich zu Ihrem Team beitragen",
    place_and_role=(
        "Über meine Arbeit bei {place} ({role}) steht in meinem Lebenslauf wörtlich: {quotes}",
        "Aus der Zeit bei {place} ({role}) nenne ich: {quotes}",
        "Zu den Aufgaben bei {place} ({role}) heißt es in meinem Lebenslauf: {quotes}",
    ),
    place=(
        "Über meine Zeit bei {place} steht in meinem Lebenslauf: {quotes}",
        "Aus der Zeit bei {place} nenne ich: {quotes}",
    ),
    role=(
        "Über meine Arbeit ({role}) steht in meinem Lebenslauf: {quotes}",
        "Aus dieser Arbeit ({role}) nenne ich: {quotes}",
    ),
    project="Zum Projekt {role}: {quotes}",
    further=("Ebenfalls dort: {quotes}", "Hinzu kommt dort: {quotes}", "Außerdem steht zu dieser Zeit: {quotes}"),
    alone="Außerdem: {quotes}",
    fact="Ergänzend nenne ich: {quotes}",
    sections={
        "education": "Zu meinem Bildungsweg: {quotes}",
        "skills": "Zu meinen Kenntnissen: {quotes}",
        "certifications": "Zu meinen Zertifikaten: {quotes}",
        "languages": "Zu meinen Sprachen: {quotes}",
        "awards": "Zu meinen Auszeichnungen: {quotes}",
        "summary": "Über mich heißt es in meinem Lebenslauf: {quotes}",
    },
    closings=(
        ("Über eine Einladung zu einem Gespräch würde ich mich freuen", "Vielen Dank für Ihre Zeit"),
        ("Ich würde mich freuen, Sie in einem Gespräch kennenzulernen", "Vielen Dank für Ihr Interesse"),
    ),
    fillers=(
        "Für Rückfragen stehe ich Ihnen gerne zur Verfügung",
        "Gerne möchte ich mit Ihnen darüber sprechen, was Ihnen bei dieser Stelle wichtig ist",
        "Auch über die Aufgaben und das Team möchte ich gerne mehr erfahren",
    ),
)

_FRENCH = Frame(
    greeting="Madame, Monsieur,",
    sign_off="Cordialement,",
    quotes=("« ", " »"),
    jobs=(
        "le poste « {title} » chez {company}",
        "le poste « {title} »",
        "le poste proposé par {company}",
        "le poste que vous proposez",
    ),
    openings=(
        "Je vous adresse ma candidature pour {job}",
        "C'est avec intérêt que je vous adresse ma candidature pour {job}",
    ),
    bridge="Je souhaite vivement rejoindre votre équipe",
    place_and_role=(
        "Au sujet de mon travail chez {place} ({role}), mon curriculum vitae indique : {quotes}",
        "Du temps passé chez {place} ({role}), je retiens : {quotes}",
        "Pour {place} ({role}), mon curriculum vitae mentionne : {quotes}",
    ),
    place=(
        "Au sujet de mon passage chez {place}, mon curriculum vitae indique : {quotes}",
        "De mon passage chez {place}, je retiens : {quotes}",
    ),
    role=(
        "Au sujet de ce travail ({role}), mon curriculum vitae indique : {quotes}",
        "De ce travail ({role}), je retiens : {quotes}",
    ),
    project="Pour le projet {role} : {quotes}",
    further=(
        "Il s'y ajoute : {quotes}",
        "Également à ce poste : {quotes}",
        "Toujours dans ce cadre : {quotes}",
    ),
    alone="De plus : {quotes}",
    fact="Autre point : {quotes}",
    sections={
        "education": "Pour la formation : {quotes}",
        "skills": "Côté compétences : {quotes}",
        "certifications": "Pour les certifications : {quotes}",
        "languages": "Pour les langues : {quotes}",
        "awards": "Pour les distinctions : {quotes}",
        "summary": "Mon curriculum vitae me présente ainsi : {quotes}",
    },
    closings=(
        ("Je souhaite vivement échanger avec vous lors d'un entretien", "Je vous remercie de votre attention"),
        ("Je reste à votre disposition pour un entretien", "Je vous remercie de votre temps"),
    ),
    fillers=(
        "Merci de me dire ce qui est important pour vous à ce poste",
        "Vos missions et votre équipe m'intéressent vivement",
        "Merci également de votre réponse",
    ),
)

_SPANISH = Frame(
    greeting="Estimado equipo de selección:",
    sign_off="Atentamente,",
    quotes=("«", "»"),
    jobs=(
        "el puesto «{title}» en {company}",
        "el puesto «{title}»",
        "el puesto anunciado en {company}",
        "el puesto que han anunciado",
    ),
    openings=("Solicito {job}", "Me gustaría solicitar {job}"),
    bridge="Agradezco su atención a mi candidatura",
    place_and_role=(
        "Sobre mi trabajo en {place} ({role}), mi currículum dice: {quotes}",
        "De mi etapa en {place} ({role}) destaco: {quotes}",
        "En cuanto a {place} ({role}), mi currículum recoge: {quotes}",
    ),
    place=("Sobre mi etapa en {place}, mi currículum dice: {quotes}", "De mi etapa en {place} destaco: {quotes}"),
    role=("Sobre este trabajo ({role}), mi currículum dice: {quotes}", "De este trabajo ({role}) destaco: {quotes}"),
    project="Sobre el proyecto {role}: {quotes}",
    further=(
        "A ello se suma: {quotes}",
        "De esa misma etapa consta también: {quotes}",
        "Asimismo, en ese puesto: {quotes}",
    ),
    alone="Además: {quotes}",
    fact="Otro punto: {quotes}",
    sections={
        "education": "Sobre los estudios: {quotes}",
        "skills": "En cuanto a los conocimientos: {quotes}",
        "certifications": "Sobre los certificados: {quotes}",
        "languages": "Sobre los idiomas: {quotes}",
        "awards": "Sobre los premios: {quotes}",
        "summary": "Mi currículum me presenta así: {quotes}",
    },
    closings=(
        ("Quedo a su disposición para una entrevista", "Muchas gracias por su tiempo"),
        ("Con gusto quedo a su disposición para hablar sobre el puesto", "Muchas gracias por su atención"),
    ),
    fillers=(
        "Me gustaría saber más sobre el equipo y sobre el puesto",
        "Sobre mi candidatura me gustaría hablar con ustedes",
        "También agradezco su respuesta",
    ),
)

FRAMES: dict[str, Frame] = {"de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}
