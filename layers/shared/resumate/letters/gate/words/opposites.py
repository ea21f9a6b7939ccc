"""Words that exclude each other, and words that deny.

`gate.opposites`: when a sentence uses one word of a row and its evidence has only another of the same row, the
sentence says something else. `gate.negation` reads the words that deny.
"""

from typing import Final

# Directions, states and kinds; words of one group (divided by "|") mean the same for this purpose.
ROWS: Final = """
increase increased increasing rise rises risen climbed widened grew grow growing raise raised raising rose boosted boost doubled doubling tripled expanded higher | reduce reduced reducing reduction decrease decreased cut cutting lowered lowering lower dropped shrank halved trimmed minimised minimized declined fell fallen sank sunk slipped shrunk narrowed
front-end frontend front | back-end backend
internal | external
inbound | outbound
undergraduate | postgraduate
primary elementary | secondary
domestic | international overseas
part-time | full-time
paid | unpaid voluntary volunteer volunteered
saved saving saves save frees freed | wasted wasting wastes
manual manually | automated automatic automatically automate automation
buy bought buying purchased purchasing | sell sold selling
payable | receivable
import imported imports | export exported exports
male men boys | female women girls
junior | senior
ios | android
hardware | software
wholesale | retail
employee employees | employer employers
tenant tenants | landlord landlords
buyer buyers | seller sellers
claimant claimants plaintiff plaintiffs | defendant defendants respondent
lender lenders | borrower borrowers
mentor mentors | mentee mentees
agreement consent approval | opposition objection objections resistance
larger bigger greater | smaller lesser
written | oral spoken verbal
online virtual remote | in-person on-site onsite
north northern | south southern
east eastern | west western
urban | rural
public | private
adult adults | child children paediatric pediatric | elderly geriatric
nurse nurses | doctor doctors physician physicians surgeon surgeons
teacher teachers | pupil pupils student students
employees staff | customers clients
finance financial | marketing | legal | logistics
english | german | french | spanish | italian | portuguese | dutch | russian | chinese mandarin | japanese | arabic | hindi | polish | turkish | korean | swedish | danish
physics | chemistry | biology | mathematics | economics | history | psychology | philosophy | law | medicine
mechanical | electrical | civil | chemical | software
passed pass | failed fail
accepted approved granted | rejected refused declined denied
opened opening | closed closing
hired hiring recruited recruiting | fired dismissed laid-off
acquired acquisition | divested divestment
shortened shorten shorter | lengthened lengthen longer prolonged
gains profit profits | loss losses
won winning gained | lost losing
early | late
ahead | behind
overstated overstate overestimated | understated understate underestimated
kept keep keeps keeping retained retain retaining | lost lose losing
saved saving saves save | lengthened lengthen prolonged
before | after
steigern gesteigert erhöht erhöhte erhöhung steigerung | senken gesenkt reduziert reduzierte reduzierung senkung
augmenté augmentation accru | réduit réduction diminué baisse
aumenté aumento aumentado incrementé | reduje reducción reducido disminuido
kitchen | bar
cats cat | dogs dog
morning day | night evening
spring | summer | autumn fall | winter
"""

# What the head of an entry says of all that was done there.
EMPLOYMENT: Final = frozenset(
    "part-time full-time paid unpaid voluntary volunteer junior senior internal external day night undergraduate postgraduate".split()
)

DENIALS: Final[dict[str, str]] = {
    "en": r"(?<![\d.,])\b0(?=\s+[a-z])|\b(?:(?:have|has|had) yet to|not|no(?!-)|never|without|neither|nor|none|nobody|nothing|cannot|lack(?:ed|ing|s)?|fail(?:ed|ing|s|ure)? to|unable|except(?:ing)?|exclud(?:ed|ing)|hardly|barely|zero|absence of|free of|rather than|instead of|stopped|refused|avoid(?:ed|ing)?|prevent(?:ed|ing)?|eliminat(?:ed|ing)?)\b|n['’]t\b|-free\b|\bnon-",
    "de": r"\b(?:nicht|kein(?:e|en|em|er|es)?|nie|niemals|ohne|weder|noch nie|ausgenommen|außer|keinerlei|fehl\w*)\b",
    "fr": r"\b(?:ne|n['’]|pas|jamais|sans|aucune?|ni|sauf|hormis)\b",
    "es": r"\b(?:no|nunca|jamás|sin|ningun[oa]?|ningún|ni|salvo|excepto|tampoco)\b",
}
