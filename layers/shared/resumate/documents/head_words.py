"""The words of entry heads: titles, degrees, schools, companies, places, and what is none of them.

Used by `heads`, which reads a head, by `head_lines`, which finds one, and by `heading_looks`, which must not take a
title for a heading. To teach a new word or language, add it here.
"""

import re
from typing import Final

_TITLE: Final = re.compile(
    r"\b(?:engineer\w*|developer|manager|director|analyst|accountant|consultant|architect|designer|scientist|researcher|administrator|"
    r"assistant|associate|specialist|technician|coordinator|officer|lead|leader|head|chief|intern|internship|trainee|apprentice|"
    r"supervisor|representative|executive|president|vice|founder|co-?founder|owner|partner|teacher|professor|lecturer|instructor|tutor|"
    r"fellow|nurse|physician|doctor|surgeon|therapist|pharmacist|attorney|lawyer|paralegal|clerk|cashier|server|chef|cook|barista|driver|"
    r"mechanic|electrician|programmer|tester|editor|writer|journalist|photographer|translator|librarian|recruiter|strategist|planner|"
    r"buyer|agent|advisor|adviser|counsel\w*|coach|trainer|volunteer|member|student|graduate|employee|worker|operator|inspector|auditor|"
    r"bookkeeper|controller|treasurer|secretary|receptionist|ceo|cto|cfo|coo|cio|vp|svp|evp|sre|qa|devops|freelance\w*|postdoc\w*|"
    r"sales\w*|steward\w*|hostess|waiter|waitress|guard|captain|sergeant|pilot|astronaut|curator|artist|animator|producer|teller|"
    r"contributor|maintainer|co-?creator|creator|principal|superintendent|foreman|carpenter|plumber|welder|baker|butcher|gardener|"
    r"dentist|veterinarian|midwife|caregiver|paramedic|psychologist|economist|statistician|mathematician|biologist|chemist|physicist|"
    r"ingenieur\w*|ingénieur\w*|développeu\w+|cheffe? de projet|responsable|directeur|directrice|stagiaire|assistante?|comptable|"
    r"\w*entwickler\w*|\w*leiter\w*|\w*berater\w*|\w*mitarbeiter\w*|werkstudent\w*|praktikant\w*|geschäftsführer\w*|buchhalter\w*|referent\w*|"
    r"ingenier[oa]\w*|desarrollador\w*|gerente|jef[ea]|analista|contador\w*|asistente|consultor\w*|becari[oa]|director[a]?)\b"
    r"|工程师|经理|主管|实习生|分析师|设计师|总监|助理|顾问|教师|会计",
    re.IGNORECASE,
)
_DEGREE: Final = re.compile(
    r"\b(?:bachelor\w*|master\w*|doctor\w*|ph\.?\s?d\.?|b\.?\s?sc?\.?|m\.?\s?sc?\.?|b\.?a\.?|m\.?a\.?|bs|ms|mba|m\.b\.a\.|b\.?eng\.?|m\.?eng\.?|"
    r"b\.?tech|m\.?tech|bba|bfa|mfa|associate\w*|diplom\w*|degree|certificate|minor|major|abitur|high school|ged|a-levels?|gcse\w*|licence|"
    r"licenciatura|grado|máster|baccalauréat|bac|maîtrise|ingénieur|staatsexamen|magister|jd|j\.d\.|llb|llm|m\.?d\.?|graduated)(?![\w])"
    r"|学士|硕士|博士|本科|专科",
    re.IGNORECASE,
)
_SCHOOL: Final = re.compile(
    r"universi\w+|college|school|institut\w*|academy|polytechnic\w*|hochschule|université|école|lycée|gymnasium|schule|escuela|colegio|"
    r"faculty|大学|学院|中学|codeacademy|bootcamp|\bTU\b|\bETH\b|\bMIT\b|\bUC\b",
    re.IGNORECASE,
)
_COMPANY: Final = re.compile(
    r"\b(?:inc|llc|ltd|limited|gmbh|ag|s\.?a\.?|sarl|plc|corp|corporation|company|co|group|bank|hospital|clinic|university|college|institute|"
    r"school|agency|department|ministry|council|foundation|labs?|laborator\w+|systems|solutions|technologies|consulting|partners|services|"
    r"studio|studios|holdings|industries|associates|association|society|club|firm|center|centre|museum|library|restaurant|store)\b\.?"
    r"|公司|集团|银行|医院|事务所|研究院|工作室",
    re.IGNORECASE,
)
# Where a company works, not which: "Vice President, Engineering, Contoso".
_DEPARTMENT: Final = re.compile(
    r"^(?:(?:software|product|data|platform|quality|customer|human|business|corporate|global|north america|emea|apac|web|cloud|it)\s+)?"
    r"(?:engineering|marketing|sales|operations|finance|product|design|research|development|infrastructure|security|analytics|"
    r"resources|success|support|accounting|legal|strategy|technology|science|data|backend|back-end|frontend|front-end|full[- ]?stack|"
    r"mobile|r&d|hr|it|qa|team lead|level (?:\d|[iv]+))$",
    re.IGNORECASE,
)
# The terms of a job, its level on a ladder ("IC4"), its length: neither an employer nor a title.
_TERMS: Final = re.compile(
    r"^\W*(?:(?:ic|l|p|t|e|m|grade|level|band)[- ]?\d{1,2}|ic|individual contributor|full[- ]?time|part[- ]?time|permanent|contract(?:or)?|"
    r"temporary|temp|seasonal|fixed[- ]term|vollzeit|teilzeit|befristet|unbefristet|cdi|cdd|temps plein|temps partiel|tiempo completo|"
    r"remote|hybrid|on-?site|home ?office|expected|anticipated|current|promoted|via|self)\W*$",
    re.IGNORECASE,
)
_DURATION: Final = re.compile(
    r"[(\[·•]?\s*\b(?:less than (?:a|one) (?:year|month)|(?:\d{1,2}\+?\s*(?:years?|yrs?|months?|mos?|jahren?|monaten?|ans?|mois|años?|mes(?:es)?)\b\.?"
    r"(?:\s*(?:,|and|und|et|y)?\s*)){1,2})\s*[)\]]?",
    re.IGNORECASE,
)
_STATES: Final = (
    "A[BKLRZ]|BC|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ABDEINOST]|N[BCDEHJLMSTVY]|O[HKNR]|P[AER]|QC|QLD|RI|S[CDK]|T[NX]|UT|V[AT]|"
    "W[AIVY]|YT|NSW|VIC|UK|USA?|UAE"
)
CITY_STATE: Final = re.compile(
    r"[,|–—·•\-]?\s*\(?\b[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+){0,2}, ?"
    rf"(?:{_STATES})\b(?:,? USA?)?\)?(?=\s*(?:$|[,;|–—·•()/\-]))"
)
_REMOTE: Final = re.compile(
    r"[(,|–—·•\-]?\s*\b(?:remote|hybrid|on-?site)\b\)?(?=\s*(?:$|[,;|–—·•()/\-]))", re.IGNORECASE
)
_COUNTRIES: Final = frozenset(
    """argentina|australia|austria|bangladesh|belgium|brazil|bulgaria|canada|chile|china|colombia|croatia|czech republic|czechia|denmark|
    egypt|england|estonia|finland|france|germany|ghana|greece|hong kong|hungary|iceland|india|indonesia|iran|ireland|israel|italy|japan|
    jordan|kenya|latvia|lebanon|lithuania|luxembourg|malaysia|malta|mexico|morocco|nepal|netherlands|the netherlands|new zealand|nigeria|
    northern ireland|norway|pakistan|peru|philippines|poland|portugal|qatar|romania|russia|saudi arabia|scotland|serbia|singapore|slovakia|
    slovenia|south africa|south korea|korea|spain|sri lanka|sweden|switzerland|taiwan|thailand|tunisia|turkey|türkiye|uk|uae|ukraine|
    united arab emirates|united kingdom|united states|usa|vietnam|wales|deutschland|österreich|schweiz|frankreich|italien|spanien|suisse|
    belgique|allemagne|espagne|italie|maroc|tunisie|algérie|royaume-uni|états-unis|españa|méxico|argentinien|brasil|francia|alemania|
    alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|
    kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|
    new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|
    south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|ontario|quebec|british columbia|
    alberta|manitoba|nova scotia|saskatchewan|new south wales|queensland|tasmania""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)


_SMALL_WORDS: Final = frozenset(
    "of the and for at in de du des la le les el los y et und der die das von zu di da do del a an & on".split()
)
_LONGEST_NAME: Final = 6


_AND: Final = re.compile(r"\s+(?:and|&|und|et|y)\s+", re.IGNORECASE)


def states_title(text: str) -> bool:
    """Whether a text has the word of a job."""
    return bool(_TITLE.search(text))


def states_degree(text: str) -> bool:
    """Whether a text states a degree."""
    return bool(_DEGREE.search(text))


def states_school(text: str) -> bool:
    """Whether a text names a school."""
    return bool(_SCHOOL.search(text))


def states_company(text: str) -> bool:
    """Whether a text has a word that only names of organisations have."""
    return bool(_COMPANY.search(text))


def states_role(text: str) -> bool:
    """Whether a line states a title, an employer, a school or a place."""
    return bool(
        states_title(text)
        or states_company(text)
        or states_school(text)
        or states_degree(text)
        or CITY_STATE.search(text)
    )


def is_name(text: str) -> bool:
    """Whether a text is written as a name is: few words, all with capitals but the small ones between them."""
    words = [word.strip("(),.&+–-'’\"") for word in text.split()]
    named = [word for word in words if word and word.casefold() not in _SMALL_WORDS]
    return (
        0 < len(named) <= _LONGEST_NAME
        and not text.endswith((".", ":"))
        and all(not word[0].islower() for word in named)
    )


def is_department(text: str) -> bool:
    """Whether a piece says in which part of a company, or at which level, somebody worked."""
    return all(_DEPARTMENT.match(part) for part in _AND.split(text))


def is_terms(text: str) -> bool:
    """Whether a piece says on which terms somebody worked: "Full-time", "IC4", "Contract"."""
    return bool(_TERMS.match(text))


def is_place(text: str) -> bool:
    """Whether a line is a place and nothing else: a town or two before a country or state ("PUNE, MAHARASHTRA, INDIA")."""
    parts = [part.strip() for part in text.split(",")]
    return 2 <= len(parts) <= 4 and parts[-1].casefold() in _COUNTRIES and not states_role(text)


def without_places(text: str) -> str:
    """Return a line of a head with towns, "remote" and lengths of time replaced by a separator."""
    return _REMOTE.sub(" | ", CITY_STATE.sub(" | ", _DURATION.sub(" | ", text)))
