"""Tells which words of a clause about the person are not said of what the person has: what is lacked, and what would come.

"I have not used Epic yet", "my team of three would become one of six": the words behind such a beginning may be the job's,
and claim nothing. Used by the checks of names, numbers and requirements, always for words that the job has.
"""

import re
from typing import Final

# "I have not worked with Splunk", "I have no experience of Rust", "I would still have to learn Go".
_LACKED: Final = re.compile(
    r"""
      \b(?:have|has|had|do|did|does|am|is|are|was)(?:\s+not|n['’]t)\s+(?:yet\s+|so\s+far\s+|personally\s+|actually\s+|really\s+|been\s+)*
        (?:us(?:e|ed|ing)|work(?:ed|ing)?|know|known|held?|hold|have|had|own(?:ed)?|learn(?:ed|t)?|touch(?:ed)?|tried|try|programm\w*|speak|spoken|built|build|run|manag\w+|carried|led|lead|taught|teach|done|experienced?|familiar|certified|trained|licen[cs]ed|qualified)\b[^,;:.]*\Z
    | \bnever\s+(?:yet\s+)?(?:used|worked|held|owned|learn\w+|touched|tried|programmed|spoken|built|run|managed|carried|led|taught|been)\b[^,;:.]*\Z
    | \bno\s+(?:\w+\s+){0,2}(?:experience|knowledge|training|certificat\w+|licen[cs]e|practice|background)\b[^,;:.]*\Z
    | \b(?:have|need|had|ha[sd])\s+(?:still\s+|yet\s+)?to\s+(?:learn|get\s+to\s+know|catch\s+up|acquire)\b[^,;:.]*\Z
    | \b(?:ready|willing|happy|keen|eager|glad|want|hope|wish|plan|like|love|about|beginning|starting)\s+to\s+(?:\w+\s+){0,2}(?:learn|study|pick\s+up|get\s+to\s+know|become|try)\b[^,;:.]*\Z
    | \b(?:without|lack(?:ing)?|beyond)\s+(?:any\s+)?(?:experience|knowledge|training)\b[^,;:.]*\Z
    | \b(?:to|before\s+I)\s+become\s+(?:an?\s+)?\Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "VMware I have never used".
_FRONTED: Final = re.compile(
    r"^\S+(?:\s+[A-Z]\S*)*\s+I\s+(?:have\s+(?:never|not|yet\s+to|still\s+to)|haven['’]t|do\s+not|don['’]t|would\s+(?:still\s+)?have\s+to|(?:still\s+)?(?:have|need)\s+to|never)\b"
)
# "Splunk would be new to me", "writing Cypress tests is something I would like to learn".
_IS_NEW: Final = re.compile(
    r"^\S+[^,;:.]{0,40}?\b(?:(?:is|are|would\s+be|will\s+be)\s+(?:still\s+|completely\s+|entirely\s+|quite\s+)?(?:new|unknown|unfamiliar|uncharted)\b(?!\s+for\s+(?:the|my|our))"
    r"|(?:is|are)\s+(?:something|what|where)\s+(?:that\s+)?I(?:\s+(?:would|want|hope|still|have\s+yet)|['’]d)\b"
    r"|(?:would|will)\s+(?:soon|quickly|surely|not)\s+(?:feel|be|become|pose|slow|take|frighten|worry)\b)",
    re.IGNORECASE,
)
# "Would bring", "would say that I know" bring and know already.
_WOULD: Final = re.compile(
    r"\b(?:would|will|shall|might|may|should|['’]d|['’]ll|(?:ready|prepared|step)\s+(?=(?:for|to)\b))\s*(?:(?:also|still|certainly|surely|then|now|not|be|\w+ly)\s+)*"
    r"(?!(?:bring|offer|provide|contribute|rely|draw|build|apply|use|share|continue|say|add|call|describe|note|argue|have|keep|go\s+on|transfer)\b)\w+[^,;:]*\Z",
    re.IGNORECASE,
)
# "Feel prepared to value parks for Solvane", "can offer Solvane": the company as who would be served.
_FOR_THE_COMPANY: Final = re.compile(
    r"\b(?:would|could|can|will|shall|may|might|should|ready|prepared|excited|happy|glad|keen|eager|hope|hoping|want|wish|like\s+to|look(?:ing)?\s+forward|confident|able|interested|similar|comparable|apply\w*|['’]d|['’]ll|prepar(?:ed|es|ing|ation)\s+(?:me\s+)?(?:well\s+)?for)\b[^;:]*\Z",
    re.IGNORECASE,
)
# "The one Harrowgate is beginning", "the scale of Norrvik would feel familiar".
_NAME: Final = r"[\w&'’.-]+(?:\s+(?:&|(?!I\b)[A-Z][\w'’.-]*))*\s+"
_DOES_SOMETHING: Final = re.compile(
    _NAME
    + r"(?:is|has|would|will|could|may|might|does|wants|needs|runs|seeks|describes|asks|plans|offers|builds|sells|makes|uses|looks|puts|[a-z]{3,}s(?=\s+(?:from|on|by|the|an?|its|their|to)\b))\b"
)
# "The forest days at Sonnenwinkel appeal to me".
_APPEALS: Final = re.compile(
    r"[^,;:]{2,60}?\b(?:appeals?\s+to|interests?|attracts?|draws?|excites?|fascinates?)\s+me\b", re.IGNORECASE
)
_WOULD_DO: Final = re.compile(_NAME + r"(?:would|will|could|may|might)\b")
_BEHIND_A_PREPOSITION: Final = re.compile(r"\b(?:at|for|with|in|of|by|from)\s+(?:the\s+)?(?:[A-Z]\S*\s+(?:&\s+)?)*\Z")
# "With Kubernetes" at the very end of a clause in which nothing is done with it.
_SLIPPED_IN: Final = re.compile(r"\bwith\s+\Z", re.IGNORECASE)
_DONE_WITH: Final = re.compile(
    r"\b(?:work\w*|start\w*|beg[iau]n\w*|gett?\w*|famil\w*|acquaint\w*|experienc\w*|deal\w*|dealt|learn\w*|buil[dt]\w*|help\w*|grips|integrat\w*|connect\w*|combin\w*|comfortable|confident|speed|touch|train\w*|d[oi]\w*|compar\w*|replac\w*|us(?:e|ed|ing)|ma[dk]e\w*|writ\w*|dr[ae]w\w*|manag\w*|run\w*|creat\w*|produc\w*|automat\w*|report\w*|measur\w*|forecast\w*|analy\w*|design\w*|test\w*|track\w*|support\w*|plan\w*)\b(?:\s+\S+){0,4}\s+with\s+\Z",
    re.IGNORECASE,
)
_YOUR: Final = re.compile(r"\byour\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)


def is_lacked(text: str, start: int) -> bool:
    """Tell whether a word is what the person says not to have, or to have to learn."""
    rest = text[start:]
    return any((_LACKED.search(text[:start]), _IS_NEW.match(rest), _FRONTED.match(rest)))


def is_to_come(text: str, start: int) -> bool:
    """Tell whether a word stands behind "would …" or "will …": it tells of nothing that is."""
    return _WOULD.search(text[:start]) is not None


def is_who_would_be_served(text: str, start: int) -> bool:
    """Tell whether the company's name stands for whom the person would work, and not for whom they do."""
    before, rest = text[:start], text[start:]
    if _FOR_THE_COMPANY.search(before) or _WOULD_DO.match(rest) or _APPEALS.match(rest):
        return True
    return _DOES_SOMETHING.match(rest) is not None and _BEHIND_A_PREPOSITION.search(before) is None


def is_slipped_in(text: str, start: int, end: int) -> bool:
    """Tell whether a tool hangs at the end of a clause ("… would be a natural next step with Terraform")."""
    before = text[:start]
    return not text[end:].strip(" .!") and _SLIPPED_IN.search(before) is not None and _DONE_WITH.search(before) is None


def is_yours(text: str, start: int) -> bool:
    """Tell whether a word stands in "your European guests"."""
    return _YOUR.search(text[:start]) is not None
