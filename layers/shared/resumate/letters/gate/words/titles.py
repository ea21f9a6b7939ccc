"""Words of job titles, of rank, of degrees and of certificates."""

from typing import Final

from resumate.documents.model import SectionKind

# What a person can be called at work; the check reads them only where a sentence says what the person is.
ROLES: Final = frozenset(
    """
    accountant administrator advisor adviser agent ambassador analyst animator architect archivist artist assistant associate attorney auditor author baker banker barista bartender
    bookkeeper broker buyer captain caregiver carer carpenter cashier ceo cfo chairman chair chairperson chairwoman chef chief cleaner clerk clinician coach cofounder co-founder
    commander commissioner consultant controller cook coo coordinator co-ordinator counsel counsellor counselor cpo cto curator data-scientist dean dentist deputy designer developer
    director dispatcher doctor driver economist editor educator electrician engineer entrepreneur estimator executive expert facilitator farmer fellow foreman founder
    freelancer geologist guard handyman head headteacher illustrator inspector instructor intern interpreter inventor investigator janitor journalist judge keeper laborer labourer lawyer lead leader lecturer
    librarian machinist manager marketer mechanic mentor merchandiser midwife model moderator musician nurse officer operator optician organiser organizer owner paralegal paramedic partner
    pharmacist photographer physician physicist physiotherapist pilot planner plumber postdoc president principal producer professor programmer psychologist realtor receptionist recruiter
    registrar reporter representative researcher resident salesperson salesman saleswoman seller scientist secretary sergeant server shareholder solicitor specialist statistician steward strategist student
    superintendent supervisor surgeon surveyor teacher negotiator technician technologist teller tester therapist trainee trainer translator treasurer tutor undersecretary underwriter valuer veterinarian vet vp
    waiter waitress warden welder writer apprentice volunteer stylist hairdresser florist gardener tailor scholar practitioner generalist evangelist maintainer committer trustee governor
    preceptor commis sommelier patissier concierge porter housekeeper nanny childminder babysitter courier postman bricklayer plasterer roofer joiner glazier painter decorator butcher lifeguard referee umpire
    sergeant corporal lieutenant colonel constable detective firefighter skipper sailor deckhand pastor priest mayor councillor actuary barrister magistrate notary mediator adjuster appraiser assessor
    biologist chemist botanist ecologist meteorologist astronomer mathematician sociologist archaeologist historian linguist psychiatrist radiographer radiologist sonographer phlebotomist audiologist optometrist dietitian nutritionist podiatrist hygienist caretaker
    actor actress singer dancer composer conductor choreographer copywriter proofreader videographer columnist correspondent sysadmin webmaster attendant operative aide helper invigilator rector headmaster headmistress bursar matron fundraiser campaigner organist
    """.split()
)
# The same work under another word; anything else is another title.
SAME_ROLE: Final = (
    frozenset("developer engineer programmer coder".split()),
    frozenset("advisor adviser consultant".split()),
    frozenset("coordinator co-ordinator organiser organizer".split()),
    frozenset("cofounder co-founder founder".split()),
    frozenset("teacher educator instructor".split()),
    frozenset("tutor teacher".split()),
    frozenset("trainer instructor coach".split()),
    frozenset("counsellor counselor".split()),
    frozenset("intern trainee".split()),
    frozenset("carer caregiver".split()),
    frozenset("lawyer attorney solicitor".split()),
    frozenset("doctor physician".split()),
    frozenset("clerk assistant".split()) - frozenset(["clerk", "assistant"]),
    frozenset("waiter waitress server".split()),
    frozenset("salesperson salesman saleswoman seller representative rep".split()),
    frozenset("technician technologist".split()),
    frozenset("lead leader".split()),
    frozenset("head lead leader".split()),
    frozenset("chair chairman chairperson chairwoman".split()),
    frozenset("scholar student researcher".split()) - frozenset(["scholar", "student", "researcher"]),
    frozenset("researcher scientist".split()),
    frozenset("cook chef".split()) - frozenset(["cook", "chef"]),
)
# What a section makes somebody without the word.
OF_SECTIONS: Final[dict[str, frozenset[SectionKind]]] = {
    **dict.fromkeys("student graduate undergraduate scholar".split(), frozenset({SectionKind.EDUCATION})),
    "volunteer": frozenset({SectionKind.VOLUNTEERING}),
    # Of what profession is `gate.certificates`'s question.
    **dict.fromkeys(
        "qualified certified registered licensed chartered".split(),
        frozenset({SectionKind.CERTIFICATIONS, SectionKind.EDUCATION}),
    ),
    **dict.fromkeys("paid employed salaried self".split(), frozenset({SectionKind.EXPERIENCE})),
}
# What the letters of a certificate or a degree make somebody.
CREDENTIALS: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys("aca acca fcca ca".split(), ("chartered", "certified", "qualified", "accountant")),
    **dict.fromkeys("cpa cma cima".split(), ("certified", "qualified", "accountant")),
    **dict.fromkeys("qts pgce".split(), ("qualified", "certified", "teacher")),
    **dict.fromkeys("rn rgn lpn nmc bsn".split(), ("registered", "qualified", "nurse", "midwife")),
    **dict.fromkeys("ceng ieng peng pe".split(), ("chartered", "registered", "professional", "engineer")),
    **dict.fromkeys("mrics frics rics".split(), ("chartered", "surveyor")),
    **dict.fromkeys("llb lpc sqe sra".split(), ("qualified", "law")),
    **dict.fromkeys("rph gphc".split(), ("registered", "licensed", "pharmacist")),
    **dict.fromkeys("hcpc csp".split(), ("registered", "chartered", "physiotherapist", "paramedic", "radiographer")),
    **dict.fromkeys("pmp capm".split(), ("certified", "project", "professional")),
    **dict.fromkeys("csm psm".split(), ("certified", "scrum", "master")),
}
# A word of these makes the role behind it another one, though it says little elsewhere.
MAKES_ANOTHER_ROLE: Final = frozenset("key principal general main global personal".split())
# A title without one of these before it is a higher title.
LOWER_RANKS: Final = frozenset(
    "deputy assistant junior jr trainee associate vice acting interim sub under intern apprentice student shadow co entry-level graduate".split()
)
# Rank: a word of this kind in a sentence must stand in the evidence; the number orders them.
RANKS: Final[dict[str, int]] = {
    "trainee": 0, "intern": 0, "apprentice": 0, "junior": 1, "jr": 1, "entry-level": 1, "assistant": 1, "associate": 2, "mid-level": 2,
    "senior": 4, "sr": 4, "experienced": 3, "lead": 5, "leading": 5, "staff": 5, "principal": 6, "chief": 9, "head": 7, "director": 8, "executive": 8,
    "vp": 8, "vice": 8, "president": 9, "ceo": 9, "cto": 9, "cfo": 9, "coo": 9, "cio": 9, "founder": 7, "co-founder": 7, "cofounder": 7, "owner": 7, "partner": 7,
    "manager": 6, "supervisor": 5, "deputy": 6, "managing": 7, "general": 6, "global": 6, "regional": 5, "national": 5, "group": 5, "distinguished": 7, "professor": 7,
    "leiter": 6, "leiterin": 6, "leitender": 6, "leitende": 6, "geschäftsführer": 9, "geschäftsführerin": 9, "chefarzt": 8, "abteilungsleiter": 6, "abteilungsleiterin": 6, "teamleiter": 5,
    "teamleiterin": 5, "directeur": 8, "directrice": 8, "chef": 5, "cheffe": 5, "responsable": 5, "gerente": 6, "directora": 8, "jefe": 6, "jefa": 6,
}  # fmt: skip
# Words of rank that mean something else unless a title stands beside them.
RANKS_ONLY_IN_TITLES: Final = frozenset(
    "general group global regional national staff executive partner lead leading head associate assistant vice owner experienced managing manager director president supervisor professor deputy founder chef responsable president owner".split()
)

DEGREES: Final[dict[str, str]] = {
    "phd": r"ph\.?\s?d\.?|d\.?phil\.?|doctorate|doctoral degree|doctor of|doktor|promotion zum dr|promoviert|promovierte|doctorat|doctorado|dr\.\s?(?:rer|ing|phil)",
    "profession": r"pharm\.?d\b|d\.?pharm\b|ed\.?d\b|psy\.?d\b|dnp\b|dba\b|d\.?v\.?m\b|d\.?d\.?s\b",
    "master": r"(?-i:MChem|MPhys|MMath|MSci|MBiol|MPharm|MArch|MMus|MFA|MSW|MLitt|MDes|MComp|MPH|MPA)\b|master(?:'|’)?s?(?:\s+degree)?(?=\s+(?:of|in|degree|from|at|thesis|program)|['’]s|\W*$|[\s,.;)])|m\.?sc\.?\b|m\.a\.?(?=\W|$)|(?-i:(?<!, )\bMA\b)|m\.?eng\.?\b|m\.?s\.(?=\W|$)|(?-i:(?<!, )\bMS\b)(?!\s+(?:Office|Excel|Word|SQL|Teams|Access|Project|PowerPoint|Windows|Dynamics))|m\.?ed\.?\b|m\.?phil\.?\b|ll\.?m\.?\b|mba|m\.b\.a\.?|maîtrise|máster|maestría|mphil|mres|magister",
    "bachelor": r"(?-i:BArch|BSN|BMus|BPharm|BDes|BAcc|BNurs|BVSc|BDS)\b|bachelor(?:'|’)?s?|b\.?sc\.?\b|b\.a\.?(?=\W|$)|(?-i:\bBA\b)|(?-i:\bBS\b)|b\.s\.?(?=\W|$)|b\.?eng\.?\b|b\.?tech\.?\b|b\.?com\.?\b|b\.?ed\.?\b|ll\.?b\.?\b|bfa|bba|licence(?=\s+(?:en|de))|licenciatura|grado en|undergraduate degree",
    "mba": r"\bmba\b|m\.b\.a\.?|master of business administration",
    "associate": r"associate(?:'|’)?s?\s+(?:degree|of (?:arts|science|applied))|a\.a\.s?\.?(?=\W|$)",
    "diploma": r"diploma|dipl\.|diplom\b|diplôme|staatsexamen|hnd\b|pgce|pgdip",
    "school": r"high school|ged\b|a-levels?|abitur|baccalauréat|bachillerato|secondary school diploma|matura",
    "md": r"\bM\.?D\.?\b(?=\W|$)|doctor of medicine|medical degree",
    "jd": r"\bJ\.D\.?|juris doctor",
    "postdoc": r"post-?doc(?:toral)?\b",
    "honours": r"with (?:high |highest |first[- ]class )?honou?rs|honou?rs\b|\(hons\b|hons\b|valedictorian|top of (?:my|the|his|her) class|dean(?:'|’)s list|phi beta kappa|salutatorian|gpa",
    "first": r"first[- ]class\b(?! (?:service|customer|support|care|hotel|travel|stamp|passengers?|experience|rail|mail|lounge|cabin|cricket|product|quality|work|results?|team|kitchen))|1st class\b|with a first\b|a first in\b|\(first\)",
    "laude": r"(?:summa |magna )?cum laude",
    "distinction": r"(?:with )?(?:high |highest |great )?distinction\b",
}  # fmt: skip
CERTIFICATES: Final = (
    r"\bcertifi(?:ed|cation|cations|cate|cates)\b|\bzertifi(?:ziert\w*|kat\w*|zierung\w*)\b|\bcertifi(?:é|ée|cat|cats)\b|\bcertificad\w+\b|\baccredited\b|\baccreditation\b|\bchartered\b|"
    r"\bcharterholder\b|\blicen[cs]ed\b|\blicen[cs]e\b(?! (?:fee|cost|management|compliance))|\bregistered\b(?= (?:nurse|professional|dietitian|engineer|architect|agent))|\bboard[- ]certified\b|\bqualified\b(?= (?:accountant|teacher|nurse|lawyer|electrician|engineer|solicitor))"
)
