"""Tells clauses that speak of the company, the role or the future from clauses that say something of the person.

`gate.plain` decides with it that a sentence needs no evidence, and the checks that a clause such as "which
fits your focus on data quality" may use the job's words. What it accepts must not be able to carry a claim:
no past, no possession, no strength of the person.
"""

import re
from typing import Final

from resumate.letters.gate.job_facts import JobFacts
from resumate.letters.gate.job_mentions import mentions_the_job_alone, without_liking
from resumate.letters.gate.job_side import is_lacked
from resumate.letters.gate.quantities import quantities_of
from resumate.letters.gate.stem import form
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words.soft_words import soft_forms
from resumate.letters.gate.years import years_of

# The job side: you, your, the role, the company.
_YOURS: Final = (
    r"you|your|yours|you're|what you|this (?:role|position|post|job|vacancy|opening|opportunity)|"
    r"ihr|ihre|ihrem|ihren|ihrer|ihnen|diese stelle|vous|votre|vos|ce poste|usted|ustedes|este puesto"
)
# Beside a citation "the role" is the one the person had.
_JOB_OF_A_CITED_CLAUSE: Final = re.compile(rf"\b(?:{_YOURS})\b", re.IGNORECASE)
_JOB: Final = re.compile(
    rf"\b(?:{_YOURS}|the (?:role|position|post|vacancy|opening|opportunity|advert(?:isement)?|posting|job description)|"
    r"die stelle|le poste|el puesto)\b",
    re.IGNORECASE,
)
# Said of the company only where nothing is said of the person.
_COMPANY: Final = re.compile(
    r"\b(?:the|this) (?:team|company|organi[sz]ation|firm|work|field|challenge|job|mission)\b", re.IGNORECASE
)
# Words by which a person claims something of themselves.
SELF: Final = re.compile(
    r"""
      \b(?:I|we)\s+(?:can|could|am\s+able\s+to)\s+(?!(?:contribute|help|support|add|discuss|meet|start|begin|be|imagine|see|join|learn|talk|make|only|also|of\s+course|relate|provide\s+(?:references|more|further)|tell|explain|show|identify|bring|offer)\b)
    | \b(?:I|we)(?:'d|'ll|\s+(?:would|can|could|will))\s+(?:also\s+)?(?:bring|offer|provide)\b(?!\s+(?:value|energy|enthusiasm|commitment|care|curiosity|motivation|references|more|further|the\s+same|this|these|that|it|to)\b)
    | \b(?:I|we)\s+(?:(?:(?!apply|reply|supply|rely)\w+ly|also|then|first|now|even|often|always|have|had|'ve|later|once|did|still|currently|already|recently|both)\s+)*
        (?!(?:would|will|can|could|hope|look\s+forward|want|wish|am|was|imagine|suppose|gather|understand|appreciate|admire|(?:believe|think|feel|find)\s+(?:that|this|it|you|your|the|I)|know\s+that|welcome|love\s+to|like|thank|read\s+(?:about|your|the|that|with|in)|saw\s+(?:your|the|that|this)|noticed|see\s+(?:that|your|the|myself|this)|noted|learned\s+(?:of|about\s+(?:the|this|your))|came\s+across|enjoyed\s+reading|apply|applied\s+for\s+this|write\s+to|share\s+(?:your|this|that)|care\s+about|value\s+(?:your|the)|respect\s+(?:your|the)|have\s+(?:long\s+)?(?:admired|followed|attached|enclosed|read)|admired|followed|attached|enclosed|should|may|might|must|trust|invite\s+you|do\s+not\s+(?:doubt|hesitate)|remain|appreciated)\b)\w+
    | \bI(?:'m|\ am|\ was|\ have\ been)\s+(?!(?:very\s+|particularly\s+|especially\s+|genuinely\s+|also\s+|really\s+|most\s+|truly\s+|so\s+|both\s+)*(?:writing|applying|excited|keen|eager|interested|drawn|attracted|pleased|delighted|glad|happy|enthusiastic|looking|available|confident|sure|certain|convinced|grateful|impressed|thrilled|curious|motivated|inspired|aware|open|ready|struck|intrigued|moved|encouraged|hoping|able\s+to\s+(?:start|meet|travel|talk)|free|at\s+your\s+disposal|passionate\s+about)\b)
    | \b(?:my|our|mine)\b(?!\s+(?:application|interest|enthusiasm|attention|motivation|letter|resume|cv|next|candidacy|eye|curiosity|thanks|gratitude|name|reason|reasons|hope|wish|heart|values|own\s+(?:values|interests?)|contact|details|availability|career\s+goals?|imagination))
    | \bhaving\s+(?!seen\b|read\b|followed\b|heard\b)\w+ | \b(?:is|are)\s+what\s+I\s+(?:would\s+|can\s+|could\s+|will\s+)?(?:bring|offer|have|know|do\s+best)\b
    | \b(?:made|taught|gave|given|given|shown|showed|helped|allowed|enabled|prepared|trained|equipped|let|led|brought|earned|won|got)\s+me\b
    | \b(?:with|having|bringing|offering|holding)\s+(?:\w+\s+){0,4}(?:experience|background|degree|skills|years|expertise|knowledge|training|track\s+record|qualification)\b
    | ^\s*with\s+(?!this\b|great\b|your\b|the\b|interest\b|kind\b|best\b|much\b|pleasure\b|excitement\b|enthusiasm\b)\w+
    | \b(?:experienced|skilled|proficient|fluent|expert|expertise|seasoned|qualified|certified|accomplished|proven|adept|versed|years?\s+of|track\s+record|graduate\s+of|specialist\s+in|veteran)\b
    | \bas\s+(?:an?|the|your\s+(?:former|previous))\s+(?!(?:team|result|company|business|leader\s+in|place|whole|great|natural|strong|good)\b)\w+
    | \b(?:meine?|mein[emnr]{1,2})\s+(?:\w+\s+){0,2}(?:erfahrung\w*|kenntnisse|ausbildung|studium|tätigkeit|fähigkeit\w*|jahre\w*|laufbahn)\b
    | \bich\s+(?:habe|hatte|war|bin|verfüge|leitete|entwickelte|arbeitete|arbeite|leite|besitze|beherrsche|spreche|führte|\w+te)\b
    | \b(?:j['’]ai|j['’]étais|je\s+(?:suis|possède|maîtrise|dispose|parle|travaille|dirige|gère))\b | \b(?:mon|mes|ma)\s+(?:\w+\s+){0,2}(?:expérience|compétences?|formation|diplôme|parcours|connaissances|carrière)\b
    | \b(?:tengo|tuve|he\s+\w+[ai]do|soy|fui|trabajé|trabajo\s+como|dirigí|lideré|poseo|domino|hablo|cuento\s+con)\b | \b(?:mi|mis)\s+(?:\w+\s+){0,2}(?:experiencia|formación|habilidades|conocimientos|carrera|estudios|trayectoria)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Statements of fit: they claim that the person has what the job asks.
FIT: Final = re.compile(
    r"\b(?:match(?:es|ing)?|fit(?:s|ting)?|align(?:s|ed|ing)?|correspond\w*|mirror\w*|meet(?:s|ing)?|suit(?:s|ed|able)?|relevant|prepar(?:es|ed|ing)|transfer\w*|map(?:s|ping)?|equip\w*|relate\w*|speaks? to|"
    r"connect\w*|carries over|applies|useful|close to|similar to|resembl\w*|passen|passt|entspricht|correspond|convient|encaja|corresponde)\b",
    re.IGNORECASE,
)


_WISH: Final = re.compile(
    r"\bI(?:\s+would|['’]d)\s+(?:like|love|be\s+glad|be\s+happy)\s+to\b[^,;]*$|\bI\s+(?:now\s+)?(?:hope|want|wish|aim)\s+to\b[^,;]*$|\bI\s+am\s+(?:ready|keen|eager)\s+(?:to|for)\b[^,;]*$|\bI\s+look\s+forward\s+to\b[^,;]*$",
    re.IGNORECASE,
)
_JOB_SIDE: Final = re.compile(r"\b(?:your|you|the role|this role|the position|the job)\b[^,;]*$", re.IGNORECASE)
# "The B2 you ask for", "new colleagues, which your advertisement mentions".
_AS_YOU_ASK: Final = re.compile(
    r"(?:[\w+#.-]+\s+){0,3}?[\w+#.-]+,?\s+(?:(?:of the (?:kind|sort)|that|which|as)\s+)?(?:you|your\s+(?:team|company|advert\w*|posting|description|role|job))\s+(?:\w+ly\s+)?(?:ask|need|require|mention|use|want|describe|seek|list|look)",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(
    r"\b(?:rather than|instead of|not|no|without|below)\s+(?:(?:the|an?|my|yet|any|in|on)\s+){0,2}\Z", re.IGNORECASE
)
_TO_COME: Final = re.compile(
    rf"\b(?:would|could|will|can|shall|may|might|want|hope|wish|like|look(?:ing)?\s+forward|interest\w*|{_YOURS})\b",
    re.IGNORECASE,
)
# "Which is central at the company" speaks of the company, "while working for the company" of who works there.
_STATES: Final = re.compile(
    r"\b(?:is|are|does|do|has|needs?|asks?|seeks?|wants?|looks?|matters?|counts?)\b", re.IGNORECASE
)
_INTEREST: Final = re.compile(
    r"\b(?:close to (?:my|the) heart|appeals?|interests? me|matters? to me|important to me|care about|drawn to|draws me|keen on|look(?:ing)? forward|excites? me|fascinat\w+)\b",
    re.IGNORECASE,
)
# "Which fits your reporting under HGB", "which matches the Snowflake platform you are building on": the job's side of a likeness.
_FITS_YOURS: Final = re.compile(
    r"(?:which|that|this)\s+(?:\w+ly\s+)?(?:fits|suits|matches|corresponds\s+to|is\s+close\s+to)\s+(?:in\s+with\s+|well\s+with\s+)?(?:your\b|(?:the|what)\b(?:\s+[\w-]+){0,3}?\s+you\b)",
    re.IGNORECASE,
)
# "A billing system touches every customer": how the world is, and nothing of the person.
_OF_THE_WORLD: Final = re.compile(
    r"(?:An?|Any|Good|Every)\s+(?:(?!(?:was|were|had|has|have|did)\b)[\w-]+\s+){1,3}?(?:(?:has|have)\s+to|must|needs?|should|can|is|are|[a-z]{3,}(?:es|[^s]s))\s+(?!\w*ed\b)"
)
_OF_THE_PERSON: Final = re.compile(r"\b(?:I|me|my|mine|we|us|our)\b|\d")
_COUNTED_BESIDE: Final = 5


def is_about_the_job(clause: Vocabulary, job: JobFacts) -> bool:
    """Tell whether a clause speaks of the job and claims no past, possession or strength of the person.

    A statement of fit is not "about the job" here: what fits must be shown.
    """
    if SELF.search(clause.text) or _works_there(clause, job):
        return False
    if _OF_THE_WORLD.match(clause.text) and _OF_THE_PERSON.search(clause.text) is None:
        return True
    if _INTEREST.search(clause.text) and all(
        job.vocabulary.has_root(token.root) or form(token.lower) in soft_forms() for token in telling_words(clause)
    ):
        return True
    if not _counts_as_the_job_does(clause, job):
        return False
    if (mentioned := mentions_the_job_alone(clause, job)) is not None:
        return mentioned
    if FIT.search(without_liking(clause.text)):
        return False
    job_side = _JOB_OF_A_CITED_CLAUSE if getattr(clause, "cited", None) else _JOB
    return job_side.search(clause.text) is not None or _names_the_job(clause, job)


def fits_the_job(clause: Vocabulary, job: JobFacts) -> bool:
    """Tell whether a clause says that something fits the job ("which is close to what the company does")."""
    return (
        SELF.search(clause.text) is None
        and FIT.search(clause.text) is not None
        and (_JOB.search(clause.text) is not None or _names_the_job(clause, job))
    )


def is_likened_to_yours(text: str) -> bool:
    """Tell whether a clause is the job's side of a likeness: "which matches the platform you are building on"."""
    return _FITS_YOURS.match(text) is not None


def is_of_the_job(text: str, start: int) -> bool:
    """Tell whether a word stands in "your plan to …", "what you need": the job's side of a comparison."""
    return _JOB_SIDE.search(text[:start]) is not None


def is_what_you_ask(text: str, start: int) -> bool:
    """Tell whether a word stands in "the B2 you ask for"."""
    return _AS_YOU_ASK.match(text, start) is not None


def is_disclaimed(text: str, start: int) -> bool:
    """Tell whether a word is what the job asks and the person says not to have: "on EKS rather than AKS"."""
    return is_what_you_ask(text, start) or _DENIED.search(text[:start]) is not None or is_lacked(text, start)


def is_intended(text: str, start: int) -> bool:
    """Tell whether a word stands in "I would like to …": a wish, and no deed."""
    return _WISH.search(text[:start]) is not None


def _counts_as_the_job_does(clause: Vocabulary, job: JobFacts) -> bool:
    known = list(job.quantities)
    years = {year.year for year in job.years}
    return all(
        any(number in other.numbers for other in known)
        for quantity in quantities_of(clause.text)
        for number in quantity.numbers[:1]
        # "The three tools you name": a small number in words counts what stands beside it.
        if quantity.text.isdigit() or number > _COUNTED_BESIDE
    ) and all(year.year in years for year in years_of(clause.text))


def _works_there(clause: Vocabulary, job: JobFacts) -> bool:
    """Tell whether a cited clause may say where the person works: "and science at the company", "working for it"."""
    if not getattr(clause, "cited", None) or not job.company_key or _TO_COME.search(clause.text):
        return False
    place = re.search(
        rf"\b(?:at|for|with|joined|joining)\s+(?:the\s+)?(?:{job.company_pattern})", clause.text, re.IGNORECASE
    )
    return place is not None and _STATES.search(clause.text) is None


def speaks_of_the_job(text: str, job: JobFacts) -> bool:
    """Tell whether a text refers to the reader, the role or the company."""
    return _JOB.search(text) is not None or _COMPANY.search(text) is not None or _names_the_job(Vocabulary(text), job)


def _names_the_job(clause: Vocabulary, job: JobFacts) -> bool:
    if any(name and name.lower() in clause.lower for name in (job.company, job.company_key, job.title)):
        return True
    # "Larkfield" for "Larkfield Community Primary", unless the resume speaks of a Larkfield too.
    return (
        job.nickname != ""
        and re.search(rf"(?<!\w){re.escape(job.nickname)}(?!\w)", clause.text) is not None
        and not any(job.nickname.lower().split()[0] in source.words for source in getattr(clause, "cited", ()))
    )
