"""What one sentence of evidence says, in a form that can be put into a letter.

`listed_lines.py` and `prose_lines.py` make statements from evidence; `letter_plan.py` chooses among them;
`english_letter.py` and `role_paragraphs.py` write them out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from letter_prompt import Evidence


class Kind(Enum):
    """How the words of a statement join a sentence."""

    ACTION = "follows 'I'"
    WORK = "follows 'my work included'"
    TASK = "follows 'my task was to'"
    WHOLE = "is a sentence of its own"
    ITEM = "has items for a list; `label` says which list"
    QUOTE = "is quoted as it stands"


@dataclass(frozen=True)
class Statement:
    """One thing that one piece of evidence says.

    `words` has no final stop and starts small unless with a name. `gerund` is the same as an -ing phrase, where the
    grammar allows one. `quality` is 3 for a good sentence, 2 for a fair one, 1 for what is used when little else is
    there. An ITEM has its `items`, and in `label` the name of the list they belong to; the labels "degree" and "head"
    mark what stands beside a role instead of inside it.
    """

    evidence: Evidence
    kind: Kind
    words: str
    quality: int = 3
    gerund: str | None = None
    label: str = ""
    items: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """The number of words."""
        return len(self.words.split())


def has_ended(evidence: Evidence) -> bool:
    """Tell whether the evidence belongs to a job or a project that is over, so that a present form is out of place."""
    dated = bool(evidence.end or evidence.start)
    return evidence.section not in {"summary", "skills", "other"} and not evidence.current and dated
