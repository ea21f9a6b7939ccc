"""Cuts a requirement down to what it is about, which is what gets embedded and searched for.

"You will have at least five years' experience in payroll" and "Payroll" mean the same to a search, but the words
around the second would pull its vector towards every other requirement. Called by `match_resume`.
"""

import re
from typing import Final

from resumate.matching.pattern import Pattern

_LEAD: Final = Pattern(
    r"""
    ^(?:(?:you(?:'ll| will|'d| would| must| should| are| have)?(?: also)?(?: be| have| need| bring)?|we(?:'re
    | are) looking for|(?:the )?(?:ideal|successful) (?:candidate|applicant)s?(?: will| must| should)?(?: have| be)?
    |must (?:have|be|hold)|(?:a |an )?(?:strong|good|excellent|proven|solid|sound|deep|in-depth|thorough|previous
    |prior|valid|extensive|demonstrable|demonstrated|full|clean|working|practical|hands-on|professional|some|great
    |significant|relevant)(?: and)?|(?:a |an )?(?:experience|knowledge|understanding|familiarity|proficiency|ability
    |skills?|expertise|background|competence|track record|evidence|willing(?:ness)?|able|capable|commitment|qualified
    |fluent|fluency)(?: (?:of|in|with|to|as|working|using))*|(?:at least|minimum(?: of)?|a minimum of)|(?:sie
    |du) (?:haben|hast|verfügen über|verfügst über|bringen|bringst)|(?:sehr )?(?:gute|fundierte|sichere) (?:kenntnisse
    |erfahrung)(?: (?:in|mit))?|(?:vous|tu) (?:avez|as|maîtrisez)|(?:bonne )?(?:maîtrise|connaissance)s? (?:de|du|des)
    |experiencia (?:en|con)|conocimientos? (?:de|en)) [ ,]*)+
    """
)
_TAIL: Final = Pattern(
    r"(?:,| is| are| -)? ?(?:an? )?(?:required|essential|preferred|desirable|necessary|mandatory|advantage|plus|asset)\W*$"
)
_WORDS_MOST: Final = 40


def search_text(requirement: str) -> str:
    """Return the words of a requirement that say what it is about, at most 40 of them; never empty."""
    plain = requirement.replace("’", "'").strip()
    text = _TAIL.sub("", _LEAD.sub("", plain)).strip(" ,;:.-")
    words = (text if re.search(r"\w{2}", text) else plain).split()
    return " ".join(words[:_WORDS_MOST])
