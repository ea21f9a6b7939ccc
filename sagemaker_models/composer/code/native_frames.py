"""The sentences around what a German, French or Spanish resume says, for a letter in its own language.

`native_letter.py` puts clauses and tasks into them. In `{words}` stands a clause that can follow any opening: German ones
begin with their verb ("entwickelte ich …"). As everywhere they claim nothing beside the words they hold.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NativeFrame:
    """The sentences of one language.

    `lead*` name the role: with title and place, the place alone, the title alone, neither. `further` go on, the first two also
    where no post was named. `tasks*` hold
    `{tasks}`, a task with its article, in the past and in the present; `listed` is for tasks whose article is not known. `education` holds `{degree}` and `{school}`. `lists` are by section.
    """

    lead: tuple[str, ...]
    lead_now: tuple[str, ...]
    lead_place: tuple[str, ...]
    lead_role: tuple[str, ...]
    lead_bare: tuple[str, ...]
    lead_project: tuple[str, ...]
    lead_study: tuple[str, ...]
    further: tuple[str, ...]
    tasks: tuple[str, str]
    tasks_place: tuple[str, str]
    tasks_role: tuple[str, str]
    tasks_further: tuple[tuple[str, str], ...]
    listed: str
    listed_further: str
    studies: tuple[str, str]
    summary: tuple[str, ...]
    lists: dict[str, tuple[str, str]]
    link: str


_GERMAN = NativeFrame(
    lead=("Als {role} bei {place} {words}", "Bei {place}, wo ich als {role} gearbeitet habe, {words}"),
    lead_now=("In meiner jetzigen Stelle als {role} bei {place} {words}", "Als {role} bei {place} {words}"),
    lead_place=("Bei {place} {words}", "In meiner Zeit bei {place} {words}"),
    lead_role=("Als {role} {words}",),
    lead_bare=("In meiner Arbeit {words}",),
    lead_project=("Im Projekt {place} {words}",),
    lead_study=("Im Studium {words}",),
    further=("Außerdem {words}", "Zudem {words}", "In dieser Stelle {words}", "Darüber hinaus {words}"),
    tasks=(
        "Zu meinen Aufgaben als {role} bei {place} gehörten {tasks}",
        "Zu meinen Aufgaben als {role} bei {place} gehören {tasks}",
    ),
    tasks_place=("Zu meinen Aufgaben bei {place} gehörten {tasks}", "Zu meinen Aufgaben bei {place} gehören {tasks}"),
    tasks_role=("Zu meinen Aufgaben als {role} gehörten {tasks}", "Zu meinen Aufgaben als {role} gehören {tasks}"),
    tasks_further=(
        ("Zu meinen Aufgaben gehörten auch {tasks}", "Zu meinen Aufgaben gehören auch {tasks}"),
        ("Hinzu kamen {tasks}", "Hinzu kommen {tasks}"),
    ),
    listed="Meine Aufgaben bei {place} ({role}): {tasks}",
    listed_further="Weitere Aufgaben dort: {tasks}",
    studies=("Mein Abschluss: {degree} ({school})", "Mein Abschluss: {degree}"),
    summary=("Ich {verb} {rest}", "Außerdem {words}"),
    lists={
        "skills": ("Zu meinen Kenntnissen gehören {items}", "Zu meinen Kenntnissen gehört {items}"),
        "languages": ("Meine Sprachen sind {items}", "Meine Sprache ist {items}"),
        "certifications": ("Zu meinen Zertifikaten gehören {items}", "Zu meinen Zertifikaten gehört {items}"),
        "awards": ("Zu meinen Auszeichnungen gehören {items}", "Zu meinen Auszeichnungen gehört {items}"),
    },
    link=" und ",
)

_FRENCH = NativeFrame(
    lead=("En tant que {role} chez {place}, {words}", "Chez {place}, où j'ai travaillé comme {role}, {words}"),
    lead_now=("Dans mon poste actuel de {role} chez {place}, {words}", "En tant que {role} chez {place}, {words}"),
    lead_place=("Chez {place}, {words}", "Pendant mon passage chez {place}, {words}"),
    lead_role=("En tant que {role}, {words}",),
    lead_bare=("Dans mon travail, {words}",),
    lead_project=("Pour le projet {place}, {words}",),
    lead_study=("Pendant mes études, {words}",),
    further=("De plus, {words}", "Par ailleurs, {words}", "Dans ce poste, {words}"),
    tasks=(
        "Chez {place}, parmi mes missions de {role}, il y avait {tasks}",
        "Chez {place}, parmi mes missions de {role}, il y a {tasks}",
    ),
    tasks_place=(
        "Chez {place}, parmi mes missions, il y avait {tasks}",
        "Chez {place}, parmi mes missions, il y a {tasks}",
    ),
    tasks_role=("Parmi mes missions de {role}, il y avait {tasks}", "Parmi mes missions de {role}, il y a {tasks}"),
    tasks_further=(
        ("Parmi mes missions, il y avait aussi {tasks}", "Parmi mes missions, il y a aussi {tasks}"),
        ("Il y avait également {tasks}", "Il y a également {tasks}"),
    ),
    listed="Mes missions chez {place} ({role}) : {tasks}",
    listed_further="Autres missions à ce poste : {tasks}",
    studies=("Ma formation : {degree} ({school})", "Ma formation : {degree}"),
    summary=("{words}", "De plus, {words}"),
    lists={
        "skills": ("Mes compétences sont : {items}", "Ma compétence : {items}"),
        "languages": ("Pour les langues : {items}", "Pour les langues : {items}"),
        "certifications": ("Mes certifications sont : {items}", "Ma certification est {items}"),
        "awards": ("Mes distinctions sont : {items}", "Ma distinction est {items}"),
    },
    link=" et ",
)

_SPANISH = NativeFrame(
    lead=("Como {role} en {place}, {words}", "En {place}, donde trabajé como {role}, {words}"),
    lead_now=("En mi puesto actual como {role} en {place}, {words}", "Como {role} en {place}, {words}"),
    lead_place=("En {place}, {words}", "Durante mi etapa en {place}, {words}"),
    lead_role=("Como {role}, {words}",),
    lead_bare=("En mi trabajo, {words}",),
    lead_project=("En el proyecto {place}, {words}",),
    lead_study=("Durante mis estudios, {words}",),
    further=("Además, {words}", "También {words}", "En ese puesto, {words}", "Asimismo, {words}"),
    tasks=(
        "Entre mis tareas como {role} en {place} estaban {tasks}",
        "Entre mis tareas como {role} en {place} están {tasks}",
    ),
    tasks_place=("Entre mis tareas en {place} estaban {tasks}", "Entre mis tareas en {place} están {tasks}"),
    tasks_role=("Entre mis tareas como {role} estaban {tasks}", "Entre mis tareas como {role} están {tasks}"),
    tasks_further=(
        ("Entre mis tareas estaban también {tasks}", "Entre mis tareas están también {tasks}"),
        ("También estaban entre ellas {tasks}", "También están entre ellas {tasks}"),
    ),
    listed="Mis tareas en {place} ({role}): {tasks}",
    listed_further="Otras tareas en ese puesto: {tasks}",
    studies=("Mi formación: {degree} ({school})", "Mi formación: {degree}"),
    summary=("{words}", "Además, {words}"),
    lists={
        "skills": ("Entre mis conocimientos están {items}", "Entre mis conocimientos está {items}"),
        "languages": ("Mis idiomas son {items}", "Mi idioma es {items}"),
        "certifications": ("Entre mis certificados están {items}", "Entre mis certificados está {items}"),
        "awards": ("Entre mis premios están {items}", "Entre mis premios está {items}"),
    },
    link=" y ",
)

NATIVE: dict[str, NativeFrame] = {"de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}
