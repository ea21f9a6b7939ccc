"""How strong a part a person had, how well they know a thing, how sure and how wide a statement is.

The scales behind `gate.promotions`, `gate.levels`, `gate.certainty` and `gate.scope`. Patterns are matched in
lower-case text; each language has its own, because a promotion must be seen in every letter the gate accepts.
"""

from typing import Final

# --- the part somebody had -------------------------------------------------------------------------------
# Taking part without being the one who did it.
HELPING: Final[dict[str, str]] = {
    "en": r"(?:help(?:ed|ing|s)?(?![- ](?:articles?|desks?|cent(?:er|re)s?|pages?|texts?|files?|topics?|documentation|docs|content|systems?|lines?|tickets?|portals?|sections?)\b)|supports?(?= (?:the|our|my|an?|their|his|her) (?:[\w-]+ ){1,3}(?:in|with|by)\b)|assist(?:ed|ing|s)?|aid(?:ed|ing)|support(?:ed|ing)|contribut(?:ed|ing|es?|ions?|or)(?:\s+\w+ly)?\s+(?:to|towards)|contributor|participat(?:ed|ing|es?|ion|ant)|"
    r"took part|taking part|take part|involved in|involvement in|worked alongside|part of (?:a|an|the)|member of|on a team|in a team|within a team|as a team|team member|"
    r"shadow(?:ed|ing|s)?|accompan(?:ied|y|ies|ying)|observ(?:ed|ing)(?! (?:that|a|an) )|sat in on|attend(?:ed|ing)|exposed to|exposure to|played a (?:role|part)|lent a hand|pitch(?:ed|es|ing)? in|chipped in|lend a hand|gave a hand|under the (?:guidance|supervision|direction) of|guided by|supervised by|"
    r"co-?(?:authored|wrote|written|led|founded|developed|designed|organi[sz]ed|taught|created|ran|managed|hosted|chaired|presented|produced|directed)|jointly|collaborat(?:ed|ing|es?|ion)|backed)",
    "de": r"(?:half|geholfen|mithilfe|mitgeholfen|mitgewirkt|mitarbeit|mitgearbeitet|arbeitete mit|unterstütz\w*|beteilig\w*|beigetragen|beitrag|trug .{0,40}bei|assistier\w*|zuarbeit|hospitier\w*|teil eines teams|im team|teammitglied|gemeinsam)",
    "fr": r"(?:aidé|aidais|aider|assisté|contribu\w*|particip\w*|soutenu|soutien|membre d|au sein d'une équipe|collabor\w*|impliqué\w*|appuyé)",
    "es": r"(?:ayud\w*|asist\w*|colabor\w*|particip\w*|contribu\w*|apoy\w*|miembro de|parte de un equipo|parte del equipo)",
}
# The weakest kind of taking part: being there.
ATTENDING: Final = r"(?:shadow(?:ed|ing)?|observ(?:ed|ing)|sat in on|attend(?:ed|ing)|exposed to|exposure to|visited|watched|audited the)"
LEADING: Final[dict[str, str]] = {
    "en": r"(?:led\b|lead(?:s|ing)?\b(?! (?:to|up|provider|generation|gen|time|times|supplier|company|role model))|leader(?:ship)?\b|head(?:ed|ing)\b(?! (?:to|for))|head of|spearhead\w*|direct(?:ed|ing)\b|director|oversaw|oversee\w*|overseeing|manag(?:ed|ing|es?|er)\b|management of|"
    r"supervis(?:ed|ing|es?|or|ion of)|own(?:ed|ing)\b(?! by)|owner(?:ship)?\b|in charge of|took charge|responsible for|responsibility for|accountable for|chair(?:ed|ing|ed)\b|orchestrat\w+|pioneer\w*|founded|founder|founding|masterminded|championed|drove|driving force|captain\w*|"
    r"commanded|governed|ran\b|running (?:the|a|our|its)|mentor(?:ed|ing)|coach(?:ed|ing)|architected|the architect of|steered|guided|presided|took the lead|line[- ]managed)",
    "de": r"(?:leit(?:e|et|ete|eten|ung|end\w*)\b|geleitet|führ(?:e|te|ten|ung)\b(?! zu)|geführt|verantwort\w*|gemanagt|managte|betreut\w* als leit|gegründet|gründete|gründer\w*|beaufsichtig\w*|vorsitz\w*|steuerte)",
    "fr": r"(?:dirig\w*|pilot\w*|encadr\w*|géré|gérais|gestion de|mené|supervis\w*|responsable d\w*|fondé|fondat\w*|chef d\w*|à la tête)",
    "es": r"(?:dirig\w*|lider\w*|encabec\w*|gestion(?:é|ado|aba)|supervis\w*|responsable d\w*|fund(?:é|ado|ador\w*)|jefe de|jefa de|a cargo de)",
}
# Leading words by meaning: one of a row is proven by any other of the row.
LEADING_KINDS_EN: Final[tuple[tuple[str, str], ...]] = (
    ("lead", r"\b(?:led|lead|leads|leading|leader|leadership|head(?:ed|ing)?|head of|spearhead\w*|took the lead|captain\w*|commanded|chair(?:ed|ing|man|person|woman)?|president|presided|principal investigator|steered|championed|drove|driving force|pioneer\w*|masterminded|orchestrat\w*|directed|directing|director|founded|founder|founding|co-?founder|managed|manager|manages|managing|management|oversaw|oversee\w*|supervis\w*|in charge|charge of|ran|run|running|owned|owner|ownership|owns|responsible|responsibility|accountable|coordinat\w*|organi[sz]ed|guided|guiding|architected|architect|initiated|established|line[- ]manag\w*|foreman|chief|coach(?:ed|ing)?|mentor(?:ed|ing)?)\b"),
)  # fmt: skip
# Claims of doing it without anybody.
ALONE: Final = (
    r"(?:single[- ]?handed(?:ly)?|\balone\b|\bby myself\b|\bon my own\b(?! (?:authority|initiative|behalf|account|time|terms|merits|feet|two feet)\b)|\bsolely\b|\bsole\b|\bsolo\b|\bindependently\b|\bindependent\b|\bunaided\b|\bwithout (?:any )?(?:help|assistance|support|supervision)\b|\bautonomously\b|\bunassisted\b|\bentirely by me\b|\bpersonally (?:built|designed|led|wrote|created|responsible|developed|delivered)\b|"
    r"\bexclusively\b|\bone-(?:man|woman|person)\b|\ballein\b|\balleinig\w*\b|\bim alleingang\b|\bselbständig\b|\bselbstständig\b|\beigenständig\b|\beigenverantwortlich\b|\bseule?\b|\ben autonomie\b|\bde manière autonome\b|\bindépendamment\b|\bpor mi cuenta\b|\bsolo yo\b|\byo sol[oa]\b|\bpor mí mism[oa]\b|\bde forma independiente\b)"
)
TEAM: Final = r"\b(?:team|teams|group|together|jointly|colleagues|co-?\w+|crew|squad|collaborat\w*|we|our|partner(?:ed|ing|ship)?|with|alongside|équipe|equipo|gemeinsam|kollegen)\b"

# --- how well a thing is known ---------------------------------------------------------------------------
# (level, pattern): 1 heard of it, 2 working knowledge, 3 good, 4 expert or fluent, 5 native.
LEVELS: Final[tuple[tuple[int, str], ...]] = (
    (1, r"\b(?:basic|basics|beginner(?:'s)?|elementary|familiar|familiarity|exposure|introductory|novice|learning|self-study|coursework|some knowledge|a1|a2|limited|rudimentary|foundational|grundkenntnisse|notions|débutant|básic[oa]|nociones|aware(?:ness)?|conversant with the basics)\b"),
    (2, r"\b(?:intermediate|working knowledge|working proficiency|conversational|competent|moderate|b1|b2|good knowledge|solid|limited working|gute kenntnisse|intermédiaire|intermedio|knowledge of|practical knowledge|understanding of)\b"),
    (3, r"\b(?:proficient|proficiency|skilled|strong|experienced|good|professional working|full professional|advanced working|well versed|versed|adept|capable|c1|sehr gute|courant|avanzado|verhandlungssicher|comfortable|confident)\b"),
    (4, r"\b(?:expert|experts|expertise|expert-level|mastery|mastered|master of|masterful|advanced|fluent|fluently|fluency|extensive|extensively|in-depth|deep|deeply|seasoned|highly skilled|highly proficient|highly experienced|exceptional|outstanding|world-class|specialist|authority|guru|c2|bilingual|thorough knowledge|comprehensive|profound|vast|unparalleled|excellent|superb|top-tier|virtuoso|accomplished|renowned|leading expert|fließend|experte|expertin|umfassend\w*|fundierte|expert en|maîtrise|couramment|parfaite|experto|experta|dominio|fluidez|fluido)\b"),
    (5, r"\b(?:native|mother tongue|native-level|native speaker|muttersprache|muttersprachler\w*|langue maternelle|lengua materna|nativ[oa])\b"),
)  # fmt: skip
# What a bare mention of a skill can carry.
LEVEL_OF_A_BARE_MENTION: Final = 3

# --- how sure -------------------------------------------------------------------------------------------
UNDONE: Final[tuple[tuple[str, str], ...]] = (
    ("only planned", r"\b(?:plan(?:ned|ning)? (?:to|for|a|the)|planned|propos(?:ed|al|als|ing)|suggest(?:ed|ing)|recommended|intend(?:ed|s)?|aim(?:ed|ing|s)?|aimed at|hop(?:ed|ing)|expected|anticipated|projected|upcoming|will be|to be|draft(?:ed)? (?:a )?proposal|geplant\w*|vorgeschlagen|prévu\w*|proposé\w*|previst[oa]|propuest[oa]|target(?:s|ed|ing)?(?= (?:an?|of)\b|:|\s*[–−-]\s?\d))\b"),
    ("not finished", r"\b(?:(?:module|part|unit) \d+ of \d+|in progress|ongoing|pursuing|scheduled|booked|enrolled|registered for|expect(?:s|ing)? to|will (?:complete|finish|receive|graduate|obtain|sit)|about to|on track|exam in|preparing for|applied for|pending|awaiting|preparation for|to be (?:completed|finished|awarded|taken)|[–-]\s*present|to present|since 20\d\d|currently (?:studying|enrolled|completing|pursuing)|studying (?:for|towards)|working towards?|candidate|expected (?:in )?(?:19|20)\d\d|expected (?:graduation|completion|\w+ 20\d\d)|anticipated (?:graduation|\w+ 20\d\d)|part-?\s?qualified|not (?:yet )?(?:completed|finished|started|begun|passed|taken|awarded)|started|began|begun|commenced|incomplete|unfinished|partial(?:ly)?|coursework towards?|dropped out|left before|laufend|en cours|en curso)\b"),
    ("only a trial", r"\b(?:prototype[ds]?|prototyping|proof[- ]of[- ]concept|poc|pilot(?:ed)?|trial(?:led)?|mock-?up|experimental|beta|feasibility|explor(?:ed|ing|atory)|evaluated|investigated)\b"),
    ("only nominated", r"\b(?:nominat(?:ed|ion)|nominee|finalist|shortlisted|commended|runner[- ]up|applied for|candidate for|submitted|under review|in preparation|pending|honou?rable mention)\b"),
)  # fmt: skip
DONE: Final[tuple[tuple[str, str], ...]] = (
    ("only planned", r"\b(?:replaced|migrated|automated|halv(?:ed|ing)|doubl(?:ed|ing)|implement(?:ed|ing)|launched|deliver(?:ed|ing)|achiev(?:ed|ing)|complet(?:ed|ing)|built|rolled out|introduc(?:ed|ing)|deployed|reduced|increased|cut|raised|saved|executed|established|put in place|realised|realized|brought in|set up|umgesetzt|eingeführt|mis en place|réalisé|implantado|implementé|implementado)\b"),
    ("not finished", r"\b(?:hold|holds|held|have a|earned|obtained|received|completed|finished|graduated|graduate of|possess|awarded|gained|got|concluded|passed|certified|fully qualified|abgeschlossen|obtenu|obtuve|obtenido|titulado|titulada|my (?:phd|doctorate|master|bachelor|degree|certification|mba|diploma))\b"),
    ("only a trial", r"\b(?:live|already|now (?!know|work|look)\w+s|production|in production|rolled out|launched|company-wide|went live|live system|deployed|full-scale|released|shipped|productioni[sz]ed|introduced|adopted|implemented|established)\b"),
    ("only nominated", r"\b(?:won|win|winner|winning|received|awarded|earned|published|granted|secured|accepted|honou?red with|recipient|gewonnen|gewann|remporté|obtenu|gané|premiad[oa])\b"),
)  # fmt: skip

# What one item of a line says to be outstanding, what a sentence tells as having happened, and what leaves it open.
AWAITED: Final = (
    r"\b(?:planned|booked|scheduled|pending|applied for|under review|awaiting|in preparation|in planning|prep\.|preparing for|estimated to|forecast to|would (?:save|cut|lower|reduce)|suggested|proposed|still open|yet to|not yet|"
    r"revise and resubmit|(?:exam|test|review|defence|start|launch|release|opening|completion|course|thesis)\s+(?:is\s+)?(?:due|expected|planned|booked|pending))\b"
)
ARRIVED: Final = (
    r"\b(?:pass(?:ed|ing)|hold|holds|held|obtained|earned|gained|received|awarded|completed|finished|graduated|qualified|certified|chartered|admitted|accepted|approved|granted|sat|secured|"
    r"in use|in operation|is used|are used|went|gone|moved|migrated|rolled out|launched|opened|introduced|published|appeared|released|settled|visited|attended|"
    r"lowered|reduced|cut|saved|raised|increased|improved|halved|doubled|shortened|brought (?:\w+ ){0,3}down|am an?|thanks to|since)\b"
)
STILL_OPEN: Final = (
    r"\b(?:not|yet|will|shall|would|could|should|may|might|can|plan\w*|expect\w*|due|schedul\w*|soon|before|until|going to|next|suggest\w*|propos\w*|recommend\w*|argu\w*|estimat\w*|forecast\w*|project(?:ed|ion)|idea\w*|"
    r"appl(?:y|ied|ying|ications?)|book\w*|pending|review\w*|await\w*|wait\w*|prepar\w*|submi\w+|prospective|still|open|hope|aim|intend\w*|potential\w*|way to|working on|working towards?|in progress|under way|draft\w*|to be|remain\w*|outstanding|coming|upcoming)\b"
)

# --- how wide -------------------------------------------------------------------------------------------
# A word of a wider circle must stand in the evidence itself.
SCOPE: Final[tuple[tuple[int, str], ...]] = (
    (3, r"\b(?:department(?:s|al|-wide)?|regional|region|multi-team|cross-team|cross-functional|state-wide|statewide|city-wide)\b"),
    (4, r"\b(?:company-?wide|firm-?wide|organi[sz]ation-?wide|enterprise-?wide|across the (?:company|organi[sz]ation|firm|business|enterprise|whole|entire|country|group)|school-?wide|hospital-?wide|campus-?wide|campuswide|group-?wide|unternehmensweit|alle abteilungen|toute l'entreprise|toda la empresa|every (?:\w+ )?(?:department|store|shop|hospital|school|branch|site|office|company|country|town|household|region|clinic)|all (?:\w+ ){0,2}(?:departments|stores|shops|restaurants|hotels|markets|countries|classes|sites|branches|offices|locations|schools|regions|units|plants|hospitals|clinics|teams)|all teams|every team)\b"),
    (5, r"\b(?:national|nationally|nationwide|nation-wide|country-?wide|(?:throughout|across|all over) the (?:country|nation)|bundesweit|landesweit)\b"),
    (6, r"\b(?:international|internationally|multinational|global|globally|worldwide|world-wide|world's|across the globe|around the world|all over the world|over the world|across (?:the )?(?:world|globe)|weltweit|international\w*|mondial\w*|mundial\w*|europe-?wide|europaweit|continents?)\b"),
)  # fmt: skip
# Strong words about size, success or rank that nobody may add on their own.
BOASTS: Final = (
    r"\b(?:award[- ]winning|best[- ]in[- ]class|industry[- ]leading|market[- ]leading|world[- ]class|top[- ]performing|top performer|number one|best-selling|bestselling|record[- ](?:breaking|high|setting|time)|groundbreaking|ground-breaking|revolutioni[sz]\w+|transformative|game[- ]chang\w+|cutting[- ]edge|state[- ]of[- ]the[- ]art|"
    r"unprecedented|unmatched|flawless(?:ly)?|dramatic(?:ally)?|massive(?:ly)?|tremendous(?:ly)?|exponential(?:ly)?|drastic(?:ally)?|significant(?:ly)?|substantial(?:ly)?|considerabl[ey]|vastly|hugely|huge|remarkabl[ey]|multi-?million|high-profile|prestigious|fortune (?:500|100)|"
    r"critically acclaimed|(?:entire|whole) (?:company|organi[sz]ation|firm|business|workforce|department|school|hospital|industry|country|region|group|market|team|city|world|staff|fleet|site|plant|campus|sector|chain|library|museum|council|profession)|the most \w+|in (?:its|our|the company's|the school's) history|of all time|(?:asked for|thanked|praised|recommended|invited|promoted|elected|nominated|admired|applauded|named|voted|called|rated|crowned) me\b|described me as|of the year|the best\b|(?:shown|featured|printed|covered|reviewed|praised) (?:in|on|by) (?:a |an |the )?(?:\w+ )?(?:magazine|newspaper|paper|television|tv|radio|book|press|media)|(?:was|were|been|be) featured|in the news|newspapers?|television|voted (?:my|our|the)|sought-after|celebrated|highest|fastest|first ever|first-ever|largest|biggest|youngest|only person|mission-critical|business-critical|patent(?:ed|s)?|keynote|sole|every (?:single )?(?:time|deadline|target|goal)|always(?! (?:with|under|as|together|alongside)\b)|never|100%|all of (?:the|our|my)|without exception|without a single|perfect(?:ly)?|zero (?:errors|defects|complaints))\b"
)
