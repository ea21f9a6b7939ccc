"""The sentences in which an advertisement names its employer; pure data for `company`.

A name is a run of capitalised words with small ones between; capitals tell names, so they count in these patterns.
"""

from typing import Final

from resumate.matching.pattern import Pattern

_NAME_WORD: Final = r"(?:[A-ZÀ-ÖØ-Þ][\w'’.&+-]*|[a-z]+[A-Z][\w]*|\d+[A-Za-z]\w*)"
_LINK: Final = (
    r"(?:[ ](?:of|and|the|for|de|du|des|la|le|et|y|und|van|von|der|&|\+|zum|zur|am|im)"
    r"(?=[ ](?:(?:the|la|le|der)[ ])?[A-ZÀ-Þ]))"
)
NAME: Final = (
    rf"(?:(?:The|Die|Das|Der|La|Le|El)[ ])?{_NAME_WORD}"
    rf"(?:{_LINK}{{0,2}}[ ](?:{_NAME_WORD}|&[ ]{_NAME_WORD})){{0,6}}"
)
_START: Final = (
    r"(?:^|(?<=[.!?:]\s)|(?<=\n)|(?<=[Cc]lient, )|(?<=[Cc]lient )|(?<=[Ss]ociété )|(?<=entreprise )|(?<=empresa )"
    r"|(?<=company ))"
)
LEGAL: Final = (
    r"(?:Ltd|Limited|LLP|LLC|Inc|Corp|Corporation|PLC|plc|GmbH(?:\s*&\s*Co\.?\s*KG)?|AG|SE|KG|e\.V\.|gGmbH|S\.?A\.?S?"
    r"|SARL|S\.?L\.?U?|S\.?p\.?A|S\.?r\.?l|B\.?V|N\.?V|AB|A/S|Oy|Pty(?:\s+Ltd)?|Co)\.?(?![\w])"
)
_SEEKS: Final = (
    r"(?:is|are|’s|'s)?\s*(?:now |currently |actively |also )?"
    r"(?:looking (?:for|to)|seeking|searching for|hiring|recruiting|seeks|sucht|recherche|cherche|recrute|busca|cerca|zoekt)\b"
)
_KIND: Final = (
    r"(?i:equal|employer|compan|provider|firm|practice|trust|charity|manufacturer|leader|agency|startup|start-up|retailer"
    r"|business|organi[sz]ation|studio|bank|school|hospital|university|museum|group|restaurant|hotel|bakery|platform"
    r"|consultanc|supplier|operator|contractor|network|community|place)"
)
_KIND_ABROAD: Final = (
    r"(?i:agence|entreprise|société|groupe|cabinet|établissement|association|école|hôpital|clinique|leader|acteur|éditeur"
    r"|fabricant|enseigne|maison|unternehmen|firma|anbieter|hersteller|dienstleister|agentur|klinik|verein|verband|betrieb"
    r"|familienunternehmen|mittelständler|marktführer|empresa|grupo|asociación|fabricante|compañía|consultora|líder)"
)
# Tried in this order over the whole text; the name is group 1. Capitals tell names, so they count here.
STATED: Final = (
    Pattern(
        rf"{_START}({NAME})(?:,[^.!?\n]{{0,80}},|\s*\([^()\n]{{2,30}}\))?(?:\s+(?:di|de|à|aus|in|en)\s+[A-Z]\w+)?\s+{_SEEKS}",
        0,
    ),
    Pattern(rf"\b[Ff]ür\s+(?:unsere?n?|die|das|den)\s+({NAME})[^.!?\n]{{0,40}}\s+(?:suchen|stellen)\s+wir\b", 0),
    Pattern(rf"\b[Ww]ir,\s+(?:die|das|der|den)\s+({NAME})[^.!?\n]{{0,60}},\s+(?:suchen|stellen)\b", 0),
    Pattern(
        rf"{_START}({NAME})\s+(?:is|are)\s+(?:an?|the|one of|proud|committed to|dedicated to)\b(?:\s+[\w'’-]+){{0,6}}?\s+{_KIND}",
        0,
    ),
    Pattern(
        rf"{_START}({NAME})\s+(?:est|ist|es)\s+(?:une?|le|la|l['’]|eine?[rmns]?|der|die|das|un[ao]?|el)\b(?:\s*[\w'’-]+){{0,4}}?\s*{_KIND_ABROAD}",
        0,
    ),
    Pattern(
        rf"\b(?:[Jj]oin|[Hh]ere at|[Ww]elcome to|[Ww]ork(?:ing)? (?:at|for)|[Ll]ife at|[Cc]areers? (?:at|with))\s+({NAME})",
        0,
    ),
    Pattern(
        rf"(?:^|[.!?]\s+|\n)(?:At|Bei|Chez|En)\s+({NAME}),?\s+(?:we|our|you|you['’]ll|wir|nous|suchen|buscamos|recherchons)\b",
        0,
    ),
    Pattern(
        r"((?:株式会社|有限会社|合同会社)[^\s、。はがのをで・]{1,20}|[^\s、。はがのをで・]{1,15}(?:株式会社|有限公司|集团))",
        0,
    ),
)
HINTED: Final = (
    Pattern(
        rf"{_START}((?:{_NAME_WORD}[ ])*?[A-ZÀ-Þ][\w.&+-]*)['’]s\s+(?:[\w-]+\s+){{0,4}}(?:team|department|service|division)\b",
        0,
    ),
    Pattern(
        rf"\b(?:[Ww]e['’]re|[Ww]e are|[Ww]ir sind|[Nn]ous sommes|[Ss]omos)\s+({NAME})\s*(?:[,–—-]|(?:and|und|et|y)\b)",
        0,
    ),
    Pattern(rf"(?<![\w.])({NAME}),?\s+{LEGAL}", 0),
    Pattern(rf"\b[Tt]he\s+({_NAME_WORD})\s+team\s+(?:is|loves|works|builds|has|are|believes|needs)\b", 0),
    Pattern(
        rf"{_START}({NAME})\s+(?:reserves the right|offers|provides|was founded|has been|strives|believes|employs|operates"
        r"|welcomes|values|serves|helps|builds|makes)\b",
        0,
    ),
)
