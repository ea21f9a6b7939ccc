"""Words that say nothing that could be untrue of a person: the connecting tissue of a letter.

`gate.meaning` asks no proof for them. Anything that names a thing, a place, a size, a success or a strength
stays out of this list, and so does whatever another check looks at.
"""

from functools import cache
from typing import Final

from resumate.letters.gate.stem import form

_ENGLISH: Final = """
experience work role job position career time day life part way thing kind sort type lot bit point case fact place matter area level range side step stage sense
task responsibility duty project activity effort job assignment background field
skill ability knowledge understanding practice strength capability
use make do get take give bring put set keep let go come see show find become remain stay turn call help want need like enjoy love
involve include mean allow enable require carry spend serve face offer add gain follow continue begin start end hold handle
able good well better best great strong solid useful valuable relevant practical careful close direct clear real hands-on day-to-day thorough steady
important key main certain particular specific general overall whole full different various several many
professional personal current present recent previous past earlier former later new next final own
currently presently recently previously formerly earlier subsequently later afterwards throughout together directly closely carefully clearly regularly successfully effectively
consistently mainly mostly largely particularly especially specifically generally usually often always actively personally primarily currently simply fully
responsible accountable charge responsibility capacity
learn see understand know think feel believe appreciate value familiar comfortable confident
people person others someone everyone everybody anyone everything something nothing
result outcome goal aim purpose reason basis example instance detail context
member colleague team group
year years month months week weeks period while
number amount
as-well due thanks based according such addition additional
resulting helping making using working being having doing giving taking bringing turning
first-hand firsthand real-world everyday
i'm ve re ll
contribution contribute
interest interested passion enthusiasm motivation motivated keen eager glad happy pleased proud
reader letter application opportunity chance
fit match suit align relate connect apply transfer
process approach method
degree course study studies
company employer organisation organization firm business department
across amid plus per via
approach attention focus
evidence history
every single no not never nor neither none without
achieve accomplish deliver produce provide
accordingly meanwhile besides alongside namely
ensure making sure
total overall altogether
moment title name called named known
today nowadays date
side both
previously
tenure stint spell
hand hands
reach reached
support supporting
core
"""
_GERMAN: Final = """
erfahrung erfahrungen arbeit stelle position rolle aufgabe aufgaben beruf zeit jahr jahre jahren monat monate teil bereich projekt projekte kenntnisse fähigkeit fähigkeiten tätigkeit
arbeiten arbeite arbeitete gearbeitet tätig verantwortlich verantwortung zuständig nutzen nutze nutzte genutzt einsetzen setze setzte eingesetzt machen bringe bringen gebracht
unternehmen firma team kollegen gut neu neue neuen wichtig verschiedene verschiedenen direkt eng sorgfältig unter anderem sammeln gesammelt sammelte erworben insbesondere verfüge
"""
_FRENCH: Final = """
expérience expériences travail poste rôle mission missions tâche métier temps an ans année années mois partie domaine projet projets compétence compétences connaissances
travailler travaillé travaille responsable responsabilité utiliser utilise utilisé mettre mis occupé assuré effectué entreprise société équipe collègues bon nouveau nouvelle nouveaux nouvelles
"""
_SPANISH: Final = """
experiencia trabajo puesto rol tarea tareas carrera tiempo año años mes meses parte área proyecto proyectos habilidad conocimientos
trabajar trabajado trabajé trabajo responsable responsabilidad usar uso usé utilicé utilizar empresa equipo compañeros buen nuevo nueva nuevos nuevas
"""

PLAIN_WORDS: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(_ENGLISH.split()),
    "de": frozenset(_GERMAN.split()),
    "fr": frozenset(_FRENCH.split()),
    "es": frozenset(_SPANISH.split()),
}


@cache
def plain_forms(language: str) -> frozenset[str]:
    """Return the plain words of a language (English for one that has no list) without their inflection."""
    return frozenset(form(word, language) for word in PLAIN_WORDS.get(language, PLAIN_WORDS["en"]))
