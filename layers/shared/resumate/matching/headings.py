"""Says what the part of an advertisement under a heading is about, in the languages ads are pasted in.

Pure word lists and one search; `layout` asks whether a plain line is such a heading, `requirements` what the
lines below it are worth.
"""

import re
from enum import StrEnum
from typing import Final

from resumate.matching.pattern import Pattern


class Role(StrEnum):
    """What stands under a heading."""

    MUST = "must"
    WISH = "wish"
    DUTY = "duty"
    MIXED = "mixed"
    DROP = "drop"


# Tried in this order: "preferred qualifications" is a wish, "application requirements" is no requirement.
_PATTERNS: Final[tuple[tuple[Role, str], ...]] = (
    (
        Role.DROP,
        r"""
        \b(?:behaviou?ral analysis|(?:jd|job(?: description)?|gap|fit|skills?) analysis|layer [a-z0-9]\b|my notes
        |notes? to self|analysis notes|interview (?:prep|notes|process|questions)|resume (?:tips|notes)|keywords?|behaviou?rs$)
        |\b(?:how to apply|to apply|appl(?:y|ying|ication) (?:now|here|today|process|instructions?|procedure|deadline
        |details|information)|application\b|apply\b|next steps|what happens (?:next|now)|(?:selection|recruitment
        |hiring|interview) process|closing date|contact\b|enquiries|further information|more information)
        |\b(?:equal(?:ity)?|diversity|inclusion|inclusive|eeo\w*|accommodations?|accessibility|commitment|safeguarding
        |disclaimer|conditions of employment|(?:you will be|we) evaluat\w*|legal|privacy|data protection|gdpr)\b|\bnot (?:a )?(?:good )?fit\b
        """,
    ),
    (
        Role.WISH,
        r"""
        \b(?:nice[- ]to[- ]haves?|good to have|great to have|desirables?|desired|preferred|preferably|preferences?
        |advantag\w*|bonus (?:points|skills|if)|pluses|(?:a|big|huge|real|definite) plus|plus(?: points)?$
        |extra credit|extra points|optional|ideally|would be (?:great|nice|good|helpful|an? )|not required|it helps if
        |extras?|(?:also |would |'d )love|icing on the cake|beneficial|even better|stand out|brownie points)|von vorteil|wünschenswert|pluspunkte
        |idealerweise|nice to have|das wäre (?:toll|super)|optional|\b(?:atouts?|souhaité\w*|apprécié\w*
        |serait un plus|serait un atout|les plus)\b|\b(?:deseables?|se valorará\w*|valorable|valorado\w*|preferible\w*
        |sería un plus)\b|\b(?:preferenziali?|gradit[oiae]|costituisce titolo)\b|\b(?:desejáve[li]s?|diferenciais?
        |wenselijk|pré is|een pre|meriterande|mile widziane)\b|歓迎|尚可|優遇|优先|加分
        """,
    ),
    (
        Role.DROP,
        r"""
        \b(?:benefits?|perks?|what(?:'s| is) in it|in it for you|(?:what )?we(?:'ll)? (?:can )?(?:offer|provide|give)
        |on offer|our offer|the offer|what you(?:'ll| will)? (?:get|receive|enjoy|love|gain|learn)|(?:you(?:'ll
        | will)) (?:get|receive|enjoy|love|gain|learn)|why (?:work|join|choose|us|you|this|we|apply)|reasons to
        |rewards?|compensation|salary|pay (?:range|scale|rate)|pay$|remuneration|package|wellbeing|vacation|holidays?
        |training provided|career (?:path|progression|development))\b|\b(?:about (?:us|the (?:company|organi[sz]ation
        |employer|school|hospital|trust|firm|group|team|department|client|practice))|who we are|our (?:company|story
        |mission|values|culture|team|people|client|history|vision|purpose|offices?|tech stack)
        |(?:core |company )?values|culture|company (?:overview|description|profile|information)|mission|life at
        |meet the team|the company|the team|the client)\b|\b(?:location|hours|working hours|schedule|work schedule
        |shifts?|start date|contract(?: type)?|employment type|job type|terms(?: and conditions)?|logistics|visa
        |work authori[sz]ation|reporting (?:line|to)|reports to|supervis(?:es|ion)$|additional (?:details|information
        |info|notes?)|other (?:details|information)|(?:physical|working|work) (?:conditions|environment)|travel$
        |job (?:details|info(?:rmation)?|id)|seniority level|industries|job function|posted|category|department)\b
        |\b(?:wir bieten|das bieten wir|unser angebot|was wir (?:dir |ihnen )?bieten|(?:deine|ihre) (?:vorteile
        |benefits)|das erwartet dich bei uns|darauf (?:kannst|können)|über uns|wer wir sind|das sind wir|unternehmen
        |kontakt|bewerbung|jetzt bewerben|gehalt|arbeitszeit|standort|arbeitsort|interesse geweckt)\b
        |\b(?:nous (?:vous )?(?:offrons|proposons)|avantages?|ce que nous|pourquoi nous|rémunération|salaire|à propos
        |qui sommes[- ]nous|l'entreprise|notre entreprise|comment postuler|candidature|pour postuler|contact|lieu
        |conditions?|rejoignez)\b|\b(?:ofrecemos|qué ofrecemos|se ofrece|beneficios|ventajas|salario|sobre nosotros
        |quiénes somos|la empresa|nuestra empresa|cómo (?:aplicar|postular)|contacto|condiciones|ubicación|horario
        |inscripción)\b|\b(?:cosa offriamo|offriamo|benefit|chi siamo|l'azienda|come candidarsi|sede|retribuzione
        |wat (?:bieden wij|wij bieden)|wij bieden|over ons|arbeidsvoorwaarden|solliciteren|oferecemos|benefícios
        |sobre (?:nós|a empresa)|vi erbjuder|om oss|vi tilbyder|om os|oferujemy|o nas)\b|福利|待遇|給与|勤務地|勤務時間|会社概要|応募方法
        |选考|選考|公司(?:简介|介绍)|薪资|工作地点|工作时间|联系方式
        """,
    ),
    (
        Role.MUST,
        r"""
        \b(?:requirements?|required|requires|require|qualifications?|qualified|essentials?|must[- ]haves?|must (?:have
        |be)|minimum|mandatory|basic|criteria|person(?:al)? (?:specification|profile|attributes|qualities|skills)
        |skills?|abilities|competenc\w+|expertise|knowledge|experience|education(?:al)?|credentials|certifications?
        |certificates?|licen[cs]\w+|background|attributes|strengths|proficienc\w+|prerequisites|capabilities
        |candidates? (?:will|should|must|profile)|ideal candidate|(?:the )?(?:right|successful|perfect) (?:candidate
        |person|applicant)|who you are|who are you|about you|you(?:'re| are)|you(?:'ll| will)? (?:have|need|bring
        |possess)|you might (?:be|have)|you should|you must|your (?:profile|background|skills|experience|strengths
        |qualifications|toolbox)|what (?:you(?:'ll| will)? (?:bring|need|have)|we(?:'re| are)? (?:looking|seeking|need
        |expect|ask|require|want|value)\w*|it takes|makes you)|do you have|have you got|we(?:'re| are)? (?:looking
        |seeking|expect|need|ask)\b|looking for|what you need|is this you|the person|(?:great|good|right|perfect|strong) (?:fit|match)|(?:fit|match)(?: for this role)? if|sound like you|tools|technologies
        |tech stack|languages|physical demands)\b|\b(?:anforderung\w*|qualifikation\w*|voraussetzung\w*|(?:dein|ihr
        |euer|das|unser|anforderungs)\s?-?profil|profil|kenntnisse|fähigkeiten|was (?:du|sie) mitbring\w*
        |das bring\w* (?:du|sie)(?: mit)?|du bringst|sie bringen|wir erwarten|wir wünschen|wen wir suchen|wir suchen
        |erfahrung|ausbildung|damit (?:überzeugst|begeisterst).*)\b|\b(?:(?:votre |ton |le )?profil(?: recherché
        | souhaité)?|compétences?|exigences?|qualifications?|formation|expérience|vous (?:êtes|avez|possédez
        |justifiez)|prérequis|requis|ce que nous (?:recherchons|attendons)|connaissances|diplômes?)\b|\b(?:requisitos?
        |perfil|cualificaci\w+|experiencia|formación|conocimientos|competencias|habilidades|buscamos|qué (?:buscamos
        |necesitas)|imprescindible\w*|titulación|aptitudes)\b|\b(?:requisiti|profilo|competenze|esperienza
        |cosa cerchiamo|cerchiamo|wat (?:vragen wij|wij vragen|breng jij|neem jij)|wij vragen|jouw profiel
        |functie-?eisen|vereisten|o que (?:procuramos|esperamos)|qualificações|conhecimentos|kvalifikationer|vi söker
        |vi forventer|din profil|wymagania|oczekujemy|kompetencje)\b|必須|応募資格|応募条件|求める(?:人物像|スキル|経験)|スキル|経験|資格|任职(?:要求
        |资格)|职位要求|岗位要求|任职条件|技能要求|자격\s?요건|требования
        """,
    ),
    (
        Role.DUTY,
        r"""
        \b(?:responsibilit\w+|responsible|dut(?:y|ies)|accountabilit\w+|tasks?|activities|you(?:'ll| will)(?: be| do)?
        |what you(?:'ll|'d| will| would)? (?:be )?(?:do\w*|own|build|work)|your (?:role|mission|tasks|impact|work|job|day
        |responsibilities)|role (?:purpose|responsibilities|summary)|day[- ]to[- ]day|a (?:typical )?day in|a typical
        |in this (?:role|position|job)|in the role|this (?:role|position|job) (?:will|involves|includes)|job purpose
        |purpose of|scope|deliverables|objectives|the work|functions|main purpose|key (?:areas|result|functions))\b
        |\b(?:aufgaben\w*|(?:deine|ihre|das sind deine) aufgaben|tätigkeit\w*|das (?:machst|erwartet) (?:du|dich
        |sie).*|was (?:du|sie) (?:machst|tust|erwartet|machen).*|verantwort\w*|dein job|einsatzbereich)\b
        |\b(?:missions?|(?:vos|tes|les) (?:missions|responsabilités|tâches|activités)|responsabilités|tâches|le poste
        |votre rôle|activités)\b|\b(?:funciones|responsabilidades|tareas|tus funciones|qué harás|misión|actividades)\b
        |\b(?:mansioni|responsabilità|attività|cosa farai|taken|werkzaamheden|wat ga je doen|jouw taken
        |functieomschrijving|responsabilidades|atividades|arbetsuppgifter|opgaver|arbeidsoppgaver|obowiązki|zakres)\b
        |業務内容|仕事内容|職務内容|担当業務|岗位职责|工作职责|职责|工作内容|주요\s?업무|обязанности
        """,
    ),
    (
        Role.MIXED,
        r"""
        \b(?:about the (?:role|job|position|opportunity|vacancy)|the (?:role|position|opportunity|job|vacancy)|(?:job
        |role|position) (?:description|summary|overview|profile)|description|overview|summary|introduction|the details
        |general)\b|\b(?:stellenbeschreibung|beschreibung|description du poste|descripción|descrizione|omschrijving
        |descrição)\b|募集要項|职位描述
        """,
    ),
)
_SEARCHES: Final = tuple((role, Pattern(pattern)) for role, pattern in _PATTERNS)
_FILLER: Final = Pattern(
    r"""
        \b(?:the|a|an|and|or|of|for|in|to|our|your|you|we|us|this|that|with|at|on|is|are|key|main|core|essential
        |general|other|some|job|role|position|work|professional|technical|primary|personal|what|who|how|here's|here|if|when|great|good|right|perfect|also|really|someone|somebody|people|candidates?|from|by|d|ll|ve|re|s|as
        |have|got|will|be|do|does|it|as|und|oder|der|die|das|deine?|ihre?|et|de|du|la|le|les|des|vos|votre|y|el|los
        |las|tu|su)\b
        """,
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"([^\W\d_][^:：.!?]{2,45})\s*[:：]\s+(\S.{8,})", re.DOTALL)


def role_of(heading: str) -> Role | None:
    """Return what stands under `heading`, or None when its words say nothing about that."""
    text = heading.replace("’", "'")
    return next((role for role, search in _SEARCHES if search.search(text)), None)


def is_known_heading(line: str) -> bool:
    """Tell whether a plain line is nothing but such a heading: "Your profile", not "Experience with SAP"."""
    text = line.replace("’", "'").strip(" :*_-–—#?!.")
    if not text or len(text.split()) > 7 or line.rstrip().endswith((".", ",", ";")) or not _starts_like_a_heading(text):
        return False
    rest = text
    found = False
    for _, search in _SEARCHES:
        rest, count = search.subn(" ", rest)
        found = found or count > 0
    return found and not re.search(r"\w", _FILLER.sub(" ", rest))


def labelled(line: str) -> tuple[str, str] | None:
    """Split "Requirements: a degree in …" into heading and text; None when the label is no known heading."""
    match = _LABEL.fullmatch(line)
    if match is None or not is_known_heading(match[1]):
        return None
    return match[1], match[2]


def _starts_like_a_heading(text: str) -> bool:
    return text[0].isupper() or not text[0].isascii() or text.isupper()
