"""Tells whether a short text names an occupation, in the languages ads are pasted in.

Used by `title`, and by `company` for what is no employer.
"""

from typing import Final

from resumate.matching.pattern import Pattern

_OCCUPATION: Final = Pattern(
    r"""
    \b(?:\w*(?:engineer|manager|developer|designer|administrator|coordinator|assistant|director|officer|teacher
    |lecturer|professor|tutor|trainer|analyst|consultant|technician|specialist|architect|scientist|researcher
    |accountant|auditor|bookkeeper|controller|nurse|midwife|doctor|physician|surgeon|dentist|hygienist|pharmacist
    |therapist|psychologist|counsell?or|paramedic|carer|caregiver|radiographer|optometrist|veterinarian|electrician
    |plumber|carpenter|joiner|welder|mechanic|fitter|installer|machinist|operator|operative|driver|courier|picker
    |packer|labou?rer|roofer|painter|bricklayer|builder|surveyor|lawyer|solicitor|attorney|barrister|paralegal|counsel
    |clerk|secretary|receptionist|chef|cook|baker|butcher|waiter|waitress|bartender|barista|sommelier|housekeeper
    |cleaner|janitor|porter|concierge|steward|cashier|merchandiser|buyer|planner|scheduler|dispatcher|salesperson
    |representative|associate|advis[eo]r|agent|broker|banker|underwriter|actuary|economist|statistician|writer|editor
    |journalist|copywriter|translator|interpreter|librarian|archivist|curator|conservator|photographer|videographer
    |producer|animator|illustrator|artist|musician|stylist|hairdresser|beautician|florist|gardener|farmer|forester
    |ranger|biologist|chemist|physicist|geologist|programmer|tester|strategist|executive|president|lead|head|chief
    |supervisor|foreman|superintendent|inspector|investigator|detective|guard|firefighter|worker|practitioner|educator
    |principal|headteacher|facilitator|organi[sz]er|recruiter|generalist|partner|intern|apprentice|trainee|graduate
    |fellow|postdoc|owner|master|evangelist|ambassador|attendant|handler|keeper|pilot|captain|sailor|sde|sdet|sre|cto
    |ceo|cfo|coo|rn|lpn|cna|estimator|expeditor|assembler|groomer|phlebotomist|sonographer|dietitian|nutritionist
    |coach|instructor|leader|expert|contractor|hand|helper|aide|person|woman|(?<!hu)(?<!\bger)(?<!\bro)man)s?\b|nursing assistant
    |business development|project management|customer (?:service|support|success)|quality assurance|data entry)
    |\w*(?:ingenieur|entwickler|leiter|berater|techniker|mechaniker|elektroniker|mechatroniker|verkäufer
    |sachbearbeiter|buchhalter|kaufmann|kauffrau|pfleger|pflegefachkraft|pflegekraft|fachkraft|krankenschwester
    |erzieher|lehrer|koch|köchin|bäcker|fahrer|lagerist|helfer|meister|referent|assistenz|arzt|ärztin|jurist|anwalt
    |steuerfachangestellte|architekt|informatiker|administrator|angestellte|mitarbeiter|monteur|schweißer|maler
    |tischler|kellner|friseur)(?:in|r|/in|\*in|:in|/-in|innen)?\b|\b(?:ingénieure?|développeu(?:r|se)|comptable
    |infirmi(?:er|ère)|professeure?|enseignante?|vendeu(?:r|se)|serveu(?:r|se)|cuisini(?:er|ère)|boulang(?:er|ère)|pâtissi(?:er|ère)|coiffeu(?:r|se)|caissi(?:er|ère)|soudeu(?:r|se)|maçon|menuisi(?:er|ère)
    |opérat(?:eur|rice)|animat(?:eur|rice)|éducat(?:eur|rice)
    |technicien(?:ne)?|électricien(?:ne)?|plombi(?:er|ère)|responsable|chargée?|chef|assistante?|directeur|directrice
    |conduct(?:eur|rice)|avocate?|juriste|secrétaire|magasini(?:er|ère)|gestionnaire|conseill(?:er|ère)
    |aide-soignante?)\b|\b(?:ingenier[oa]|desarrollador[a]?|contable|enfermer[oa]|profesor[a]?|maestr[oa]|vendedor[a]?
    |addett[oa]|camarer[oa]|cociner[oa]|panader[oa]|técnic[oa]|electricista|fontaner[oa]|mozo|almacener[oa]|conductor[a]?
    |abogad[oa]|secretari[oa]|administrativ[oa]|auxiliar|jef[ea]|gerente|director[a]?|analista|carretiller[oa]
    |dependient[ea]|infermier[ea]|ingegnere|contabile|cuoc[oa]|commess[oa]|impiegat[oa]|verpleegkundige|medewerker
    |monteur|chauffeur|desenvolvedor[a]?|enfermeir[oa]|contabilista)\b|(?:エンジニア|デザイナー|マネージャー|営業|看護師|事務|スタッフ|担当|開発者
    |コンサルタント|保育士|介護|工程师|经理|分析师|设计师|会计|护士|教师|主管|专员|助理|顾问|律师|厨师|개발자|엔지니어|инженер|разработчик|менеджер|бухгалтер
    |медсестра|учитель|водитель|повар)
    """
)


def looks_like_a_title(text: str) -> bool:
    """Tell whether a short text names an occupation."""
    return _OCCUPATION.search(text) is not None
