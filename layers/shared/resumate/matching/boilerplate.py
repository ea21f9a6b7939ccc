"""Tells what an advertisement says about the job's terms and its company from what it asks of a person.

Sentence by sentence, for `requirements`: `is_boilerplate` holds under any heading, `asks_something` is needed
where no heading vouches for the sentence. Lists for English, German, French, Spanish, and the most telling words
of other languages.
"""

from typing import Final

from resumate.matching.pattern import Pattern

_EQUALITY: Final = r"""
        \bequal[- ](?:opportunit|employment|pay)|\bregardless of\b[^.]{0,60}\b(?:race|gender|age|sex|religion
        |background|disab|origin|orientation)|\bwithout regard to\b|\b(?:race|gender identity|sexual orientation
        |national origin|veteran status|marital status|protected (?:class|characteristic|veteran|group))\b
        |\breasonable (?:adjustment|accommodation)|\bwe (?:welcome|encourage|particularly welcome|actively encourage
        |value divers|celebrate divers|embrace divers)|\bencourag\w+ applica|\bapplications? (?:from|are welcome)
        |\bdisability confident|\bdiverse (?:and inclusive )?(?:workforce|workplace|team of)\b|\binclusive (?:employer
        |workplace|culture|environment)|\bmenschen mit behinderung|schwerbehindert|\bunabhängig von (?:geschlecht
        |herkunft|alter|nationalität)|\bvielfalt\b[^.]{0,40}\b(?:willkommen|schätzen|fördern)|\bégalité (?:des chances
        |professionnelle)|\bsituation de handicap|\bigualdad de oportunidades|\bdiscapacidad
        """
_APPLYING: Final = r"""
        \bapply (?:now|today|online|by|via|here|at|in writing|directly|early|through|before|for this|with your|if)
        |\bto apply\b|\b(?:submit|send|e-?mail|forward|attach|upload) (?:us )?(?:your|a|an?|the) (?:\w+ ){0,3}(?:cv
        |resume|résumé|application|cover|letter|portfolio|details)|\b(?:cv|resume|résumé) (?:and|to
        |with)\b[^.]{0,30}\b(?:cover|letter|@|email|to:?)|\bcover letter\b|\bclosing date|\bdeadline for
        |\bapplication (?:deadline|form|process|review|close|will|must|should)|\bapplications? (?:close|will|must
        |should|may|received|can)|\b(?:shortlisted|short-listed|successful|unsuccessful|selected) (?:applicants?
        |candidates?) (?:will be|are|who|can expect)\b(?! (?:responsible|expected to (?:have|be)))
        |\bonly (?:shortlisted|successful|those)|\binterviews? (?:will|are|take|to be|date)|\bwe (?:reserve
        |will contact|look forward)|\breserves? the right|\bno (?:recruiters|agencies|phone calls)|\brecruitment agenc
        |\bplease (?:contact|apply|send|submit|note|visit|call|quote|see|click|e-?mail)|\bfor (?:more
        |further) (?:information|details)|\bfor an informal|\bclick\b[^.]{0,20}\b(?:here|apply|button|link)
        |\bvisit (?:our|us|the) (?:web|site|page|career)|\b(?:bewirb dich|bewerben sie|ihre bewerbung|deine bewerbung
        |bewerbungsunterlagen|aussagekräftige|wir freuen uns auf)|\b(?:postulez|envoyez|adressez|votre candidature
        |cv et lettre|lettre de motivation|merci d'(?:envoyer|adresser))|\b(?:envía|envíanos|enviar|mandar
        |manda) (?:tu|su|el|un)? ?(?:cv|currículum|curriculum)|\binscríbete|\b(?:invia|inviare) (?:il
        |un) (?:tuo )?(?:cv|curriculum)|\bsolliciteer|\b(?:offer|employment|appointment|position|post|role) (?:is|are
        |will be) (?:subject to|conditional|contingent)|\bbackground (?:check|screening)|\bdrug (?:test|screen)
        |\be-?verify\b|\bdbs (?:check|clearance) (?:will|is)|\bsubject to (?:an? )?(?:enhanced |satisfactory )?(?:dbs
        |references|background)|\b(?:legally )?authori[sz]ed to work\b|\bright to work\b
        |\bsponsor(?:ship)?\b[^.]{0,30}\b(?:visa|employment|applicants?)|\bvisa (?:sponsorship|support)
        |\brelocation (?:assistance|package|support|allowance)|\bthis (?:job description|advert|posting|list) (?:is
        |does|may)\b|\bnot (?:an )?exhaustive|\bwhile performing the duties of\b|\bmay (?:be )?substituted? for\b
        |\b(?:ping|dm|hit up|shout at|drop) us\b|\b(?:e-?mail|message|text|write to|write) us (?:at|→|->|with|w/|your)|\bintended to describe|^fixed[- ]term\b|\bfunds for this (?:post|position)|\bother duties as (?:assigned|required)
        |\b(?:management|we) (?:reserves?|may (?:change|amend|modify))\b|\+\d+ more\b|\bapply in person\b|\bor text \d|^(?:benefits found in|set alert|save this job|show more)\b
        |\bacting as an? (?:employment )?(?:agency|business)\b|^(?:write|talk|drop us a line|get in touch)(?: to us|with us)?\b[^.]{0,20}\band tell us
        |\bmeld(?:e dich|en sie sich) bei uns\b
        """
_TERMS: Final = r"""
        \bcompetitive (?:salary|pay|compensation|package|wage|rate|benefits)|(?:[£€$]|\b(?:usd|eur|gbp
        |chf)\b)\s?\d[\d.,]*\s?k?\b[^.]{0,25}(?:[-–]|to|per|p\.?a\.?\b|an hour|/|annual|pro (?:rata|jahr)|brutto|brut
        |dependent|\+)|\b\d[\d.,]*\s?(?:€|£|euros?|eur)\b[^.]{0,20}\b(?:brut|brutto|bruto|par (?:an|mois)|pro (?:jahr
        |monat)|al (?:año|mes))|\b(?:salary|pay|wage|gehalt|salaire|salario)\s*(?:range|scale|band|from|of|:|is|starts
        |up to|brut)|\b(?:pension|401\s?\(?k\)?|403\s?\(?b\)?|retirement) (?:scheme|plan|contribution|match|fund
        |benefits|with)|\b(?:company|workplace|nhs|generous|contributory|employer|lgps) pension\b
        |\bpaid (?:time[- ]off|leave|holidays?|vacation|training|sick|parental|breaks?)
        |\b\d+ ?(?:\+ )?days?'?s? (?:of )?(?:paid |annual )?(?:leave|holidays?|vacation|pto)
        |\b\d+ weeks'? (?:of )?(?:paid )?(?:leave|holidays?|vacation)|\b(?:health|medical|dental|vision|life
        |private)(?:,? (?:and )?(?:medical|dental|vision|life))* (?:insurance|cover\b|coverage|plans?\b|care plan
        |benefits)|\b(?:annual|performance|sign-?on|quarterly|christmas|discretionary|referral)(?:[- ]\w+)? bonus
        |\bbonus scheme|\bcolleague discount|\bstaff discount|\bemployee (?:discount|assistance)|\bfree (?:parking
        |lunch|meals?|uniform|coffee|snacks|fruit|gym|breakfast|drinks)|\b(?:gym|fitness) (?:membership|discount|pass)
        |\bcycle to work|\bchildcare vouchers|\bseason ticket|\bstock options|\bequity package|\bwe(?:'ll| will| can
        | also)? (?:offer|provide) (?:you|a |an |our|competitive|all|full|generous|excellent|great|the opportunity
        |flexible|free|comprehensive|paid|attractive)|\bwhat we offer|\byou(?:'ll|'d| will| would) (?:receive|enjoy
        |get|benefit from|be paid|be rewarded|be offered|have access to)\b|\bin return\b|\b\d+ days off\b
        |\bfull training\b|\btraining (?:will be|is) (?:provided|given)|\bon-the-job training|\bopportunit\w+ (?:for
        |to) (?:advance|progress|career|grow|promotion|learn)|\bcareer (?:progression|development opportunit
        |advancement)|\bemployee wellbeing|\bwork[-/ ]life balance|\b(?:family|maternity|paternity
        |parental) (?:care )?leave\b|\bflexible (?:working|hours|schedule|benefits)|\b(?:wir bieten|bieten wir
        |urlaubstage|tage urlaub|weihnachtsgeld|urlaubsgeld|altersvorsorge|attraktive vergütung|leistungsgerechte
        |tarifvertrag|jobrad|flexible arbeitszeiten|übertariflich|unbefristete[rns]? (?:arbeits|anstellung|vertrag)|faire bezahlung
        |jobticket|betriebliche)|\b(?:nous (?:vous )?(?:offrons|proposons)|rémunération|mutuelle
        |tickets?[- ]restaurants?|\brtt\b|13[eè]me? mois|prime d|cdi\b|cdd\b|télétravail possible)|\b(?:ofrecemos
        |se ofrece|salario (?:competitivo|bruto|según)|vacaciones|seguro médico|contrato (?:indefinido|temporal)
        |jornada (?:completa|parcial)|incorporación inmediata|retribución)|\b(?:salary|pay|wage):? (?:of |is )?(?:up to )?[£€$]
        |\bmeals? (?:on duty|provided|included)|\bplus tips\b|\b(?:offriamo|wij bieden|bieden wij)\b|福利待遇|五险一金|带薪年假
        """
_META: Final = Pattern(
    r"""
    \s*(?:job |position |posting |role |contract |employment |work |pay |close |closing |start |date |valid |annual |base )?(?:location
    |salary|pay range|pay|wage|hours|schedule|status|type|id|ref(?:erence)?(?: (?:no|number))?|requisition(?: id)?
    |grade|band|category|department|division|posted|published|through|date|deadline|reports to|reporting to|supervises
    |url|website|phone|tel|telephone|e-?mail|contact|address|vacanc(?:y|ies)|openings|duration|term|shift|travel
    |closing|expires|industry|seniority level|seniority|function|compensation|fte|contract|remote|workplace
    |number of (?:posts|positions)|job title|title|position|company|employer|organi[sz]ation|business unit|team
    |standort|arbeitsort|arbeitszeit|beginn|ab sofort|gehalt|lieu|salaire|ubicación|salario|horario|jornada)\s*(?::|：
    |\s[-–]\s)\s*\S.*|\s*(?:position status|pay range|close date|closing date|work schedule|job id
    |req(?:uisition)? ?(?:id|#|number)|reports to)\b.*|(?:full|part)[- ]time\b.{0,40}|(?:permanent|temporary|hybrid
    |remote|on-?site|freelance|contract|internship|vollzeit|teilzeit)\b(?:[\s,/|·-]+\w+){0,3}|.{0,30}\b(?:this
    |the) (?:position|role|post) reports to\b.*|hybrid (?:working|work|policy|model|schedule)\b.*
    |.{0,25}\bcan be based in\b.*
    |(?:you(?:'ll| will) )?(?:work closely with [^,.;]{3,60} and )?report(?:s|ing)? (?:directly )?(?:in)?to [^,.;]{3,60}[.]?
    """
)
_NOTES: Final = r"""
        \bthe jd\b|\bjd (?:states|authorship|signals|says|mentions)|\bnot stated\b|\bnone stated\b|^implications?:
        |\bimplication:|\bframe (?:the |your )?(?:resume|bullets?|every bullet|cv)
        |\blead with\b[^.]{0,40}\b(?:bullets?|evidence)|\btailor (?:the|your) (?:resume|cv)|^(?:urgency|velocity
        |language gate|stack lock-in|domain risk|collaboration width|internal customer|greenfield)\b[^:]{0,30}:
        """
_BOILERPLATE: Final = Pattern(f"{_EQUALITY}|{_APPLYING}|{_TERMS}|{_NOTES}")

_ASKS: Final = Pattern(
    r"""
    ^(?:sie (?!erhalten|bekommen|profitieren|genießen|finden|erwartet|können sich)\w+e[nrl]n?\b|du (?!erhältst|bekommst
    |profitierst|genießt|findest)\w+st\b|vous (?!bénéficiez|recevez|profitez|rejoignez|trouverez|aurez accès)\w+ez\b)
    |\b(?:you(?:'ll| will|'d| would| must| should| have| need| are| can| bring| hold| possess| may| might|'re|'ve)
    |your (?:role|responsibilit|dut|task|work|job|day|main|experience|skills|background)|must (?:have|be|hold|possess
    |speak|know|love|own)|(?:is|are) (?:required|essential|necessary|mandatory|needed|expected|desirable|preferred
    |a must|a plus|an advantage|an asset)|required\b|essential\b|(?:minimum|at least)\b|\d+\+? ?years?|experienced?\b
    |degree\b|diploma|qualifi\w+|certifi\w+|licen[cs]e[ds]?\b|registered\b|registration|knowledge of|understanding of
    |familiar\w*|proficien\w+|fluen\w+|skill(?:s|ed)?\b|ability to|able to|capable of|competen\w+|trained in
    |background in|track record|passion(?:ate)? (?:for|about)|(?:we|who)(?:'re| are
    | is)? (?:currently )?(?:looking for|seeking|searching for|recruiting|hiring)|(?:is
    |are) (?:currently )?(?:looking for|seeking|recruiting|hiring|searching for)|seeks?\b|needs (?:an?|some(?:one|body))
    |would be (?:an? (?:advantage|plus|asset|bonus)|advantageous|beneficial|desirable|helpful|useful|welcome|ideal|great)|we (?:need|require|want
    |expect|ask)|we'd (?:love|like)|looking (?:for|to)|wanted\b|needed\b|responsib\w+|duties|tasks include
    |in charge of|(?:the )?(?:ideal|successful|right|suitable|perfect) (?:candidate|applicant|person|post ?holder)
    |candidates? (?:will|must|should|with|who|need)|applicants? (?:will|must|should|with|who|need)|(?:this
    |the) (?:role|position|post|job|person|individual|post ?holder|incumbent) (?:will|is to|includes|involves|requires
    |entails|serves|supports|manages|leads|provides|works))\b|\b(?:sie (?:haben|verfügen|bringen|sind|sprechen
    |übernehmen|besitzen|beherrschen|arbeiten|betreuen|planen)|du (?:hast|verfügst|bringst|bist|sprichst|übernimmst
    |kannst|arbeitest|betreust)|kenntnisse|erfahrung\w*|abgeschlossene\w*|ausbildung|studium|voraussetzung
    |vorausgesetzt|setzen wir voraus|erforderlich|wir (?:suchen|erwarten|wünschen)|sucht|gesucht|verantwort\w+|aufgaben|fähigkeit|führerschein
    |bereitschaft)\b|\b(?:vous (?:avez|êtes|serez|devez|possédez|justifiez|maîtrisez|assurez|participez|gérez|parlez
    |disposez)|tu (?:as|es|seras|maîtrises)|expérience|maîtrise|connaissances?|diplômée?|formation|titulaire
    |recherch(?:e|ons)|capable|permis [a-e]\b|exigée?|requise?|nous (?:recherchons|cherchons)|responsable|chargée?
    |missions?)\b|\b(?:experiencia|conocimientos?|dominio|titulación|titulado|título|formación|imprescindible
    |necesari[oa]|se requiere|requisito|buscamos|busca|deberás?|serás|tendrás|tienes|nivel|carnet|capacidad
    |responsable|encargad[oa]|habilidad)\b|\b(?:esperienza|conoscenza|laurea|diploma|cerchiamo|cerca|capacità
    |richiest[oa]|patente|ervaring|kennis|diploma|wij zoeken|zoeken|je (?:hebt|bent)|beschikt|experiência|conhecimento
    |procuramos|buscamos|erfarenhet|erfaring|søger|söker|doświadczenie|znajomość|wymagan[ae])\b|経験|必須|できる方|資格|募集|知識
    |スキル|方$|经验|熟悉|负责|学历|以上|能力|要求|掌握|경험|опыт|знание
    """
)
_ABOUT_US: Final = Pattern(
    r"""
    ^(?:[\"'(]|as (?:a|an|the|one of)\b(?! \w+(?: \w+){0,4},? (?:you|the (?:successful|ideal)))|(?-i:At [A-Z])|founded
    |established|headquartered|since \d|with (?:over|more than|\d)[^,]{0,60}(?:employees|offices|years of history
    |locations|clients|customers|countries|stores)|our\b|we(?:'re| are| have|'ve| believe| love| strive| work| serve
    | build| help| do| make| pride| support| put| operate|'ll)?\b|us\b|join\b|are you\b|do you want|ready to|come\b
    |imagine|wir\b|unser\w*|nous\b|notre\b|nos\b|somos\b|nuestr\w+|siamo\b|wij\b)
    """
)
_WE_ASK: Final = Pattern(
    r"""
    \b(?:we|wir|nous|who|is|are|i|und)(?:'re| are| is|'d)?\s(?:\w+\s){0,2}(?:look(?:ing)? for|seek(?:ing)?
    |search(?:ing)? for|recruiting|hiring|need|require|want|expect|ask|like (?:you|someone|candidates)|love (?:you
    |someone) to|suchen|erwarten|wünschen|recherchons|cherchons)\b|\bseeks?\b|\bneeds (?:an?|some(?:one|body))\b|\bbuscamos\b|\bcerchiamo\b|\bzoeken\b
    |\bexpects?\b|\byou(?:'ll| will| must| should| have| need| would|'d)\b
    """
)


def is_boilerplate(sentence: str) -> bool:
    """Tell whether a sentence is about pay, terms, equality, the way to apply, or is a note about the advertisement."""
    plain = sentence.replace("’", "'")
    return _META.fullmatch(plain) is not None or _BOILERPLATE.search(plain) is not None


def asks_something(sentence: str) -> bool:
    """Tell whether a sentence of prose asks something of the person, rather than praising the company."""
    plain = sentence.replace("’", "'")
    if _ABOUT_US.match(plain) and not _WE_ASK.search(plain):
        return False
    return _ASKS.search(plain) is not None


def is_about_the_company(sentence: str) -> bool:
    """Tell whether a sentence speaks of "us" and asks nothing: "We love science."."""
    plain = sentence.replace("’", "'")
    return _ABOUT_US.match(plain) is not None and _WE_ASK.search(plain) is None
