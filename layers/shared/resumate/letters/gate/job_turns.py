"""Cuts a clause where it turns from the person to the job, or from the job to the person.

"I lead four people, a number I would also find at Harrow" tells two things: one that the resume proves and one that the
job does. `gate.claim` cuts there, so that each is held against its own text; nothing is cut off that could say
something of the person (`gate.about_job`).
"""

import re
from collections.abc import Callable
from typing import Final

# "Since you are growing in Europe, …", "You want somebody who …: …", "As your advertisement says, …".
_LEAD: Final = re.compile(
    r"(?:(?:since|because|if|when|where|while|given\s+that|now\s+that|knowing\s+that|as\s+(?:you|your|in\s+your|(?-i:[A-Z]\w+['’]s)|the\s+advert\w*))\s[^,:;]*,|[^,;:]{3,60}\b(?:matters?|counts?)\s+(?:at|to|for)\s[^,;:]{2,50}(?:,(?=\s+(?:and|so|but)\b)|:)|(?:you|your|the\s+(?:role|position|post|job|advert\w*))\b[^:;]*:)\s*",
    re.IGNORECASE,
)
_TURN: Final = re.compile(
    r"""
      ,?\s+(?=(?:and|but|so)\s+(?:now\s+|also\s+)?(?:I\s+)?(?:would|will|hope|look\s+forward|am\s+(?:keen|eager|happy|glad|ready|looking|curious)|want|wish)\b)
    | ,\s+(?=(?:just\s+|exactly\s+|much\s+|not\s+unlike\s+)?(?:as|like|what|where)\s+(?:you|your|this|the|at|in)\b)
    | ,\s+(?=(?:an?|the|one|some|something|exactly|precisely|just|which)\s)
    | ,\s+(?=(?:since|because|given\s+that)\s)
    | ,?\s+(?=so\s)
    """,
    re.IGNORECASE | re.VERBOSE,
)


def cut_where_it_turns(text: str, is_of_the_job: Callable[[str], bool]) -> list[str]:
    """Return `text` in one to three parts; a part is cut off in front or behind only when it is of the job alone."""
    parts: list[str] = []
    if (lead := _LEAD.match(text)) and lead.end() < len(text) and is_of_the_job(lead.group()):
        parts.append(lead.group().strip(" ,:"))
        text = text[lead.end() :]
    for turn in _TURN.finditer(text):
        if is_of_the_job(text[turn.end() :]):
            return [*parts, text[: turn.start()], text[turn.end() :]]
    return [*parts, text]
