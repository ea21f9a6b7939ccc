"""Citation marks such as ``[e3]`` or ``[e1, f2]``: finding them in a draft, and taking them out of a stream.

A reader never sees a mark. `CitationFilter` works on text that arrives in pieces cut anywhere, so it holds
back what may still become a mark or a placeholder. `letters.review` uses `split_marks` on whole sentences.
"""

import re
from typing import Final

from resumate.letters.characters import visible

_ONE: Final = r"[efEF]\d{1,3}"
MARK: Final = re.compile(rf"[ \t]*\[\s*{_ONE}(?:\s*[,;&]?\s*{_ONE})*\s*\]")
_ID: Final = re.compile(_ONE)
# What may grow into a mark: spaces, then an opened bracket with nothing but ids so far.
_PARTIAL_MARK: Final = re.compile(r"[ \t]*(?:\[[\sefEF\d,;&]{0,40})?\Z")
_PARTIAL_PLACEHOLDER: Final = re.compile(r"⟦[^⟧\n]{0,16}\Z")


def split_marks(text: str) -> tuple[str, list[str]]:
    """Return `text` without citation marks, and the ids they name, lower case, each once, in order."""
    ids: dict[str, None] = {}
    for mark in MARK.finditer(text):
        ids.update(dict.fromkeys(identifier.lower() for identifier in _ID.findall(mark.group())))
    return MARK.sub("", text).strip(), list(ids)


class CitationFilter:
    """Takes citation marks and invisible characters out of text that arrives in pieces.

    What `feed` returned so far plus `flush` is always the whole text without marks, however it was cut;
    a placeholder such as ``⟦name⟧`` is never cut in two.
    """

    def __init__(self) -> None:
        self._held = ""

    def feed(self, text: str) -> str:
        """Return what can be shown now."""
        self._held = MARK.sub("", self._held + visible(text))
        cut = len(self._held)
        for pattern in (_PARTIAL_MARK, _PARTIAL_PLACEHOLDER):
            if partial := pattern.search(self._held):
                cut = min(cut, partial.start())
        shown, self._held = self._held[:cut], self._held[cut:]
        return shown

    def flush(self) -> str:
        """Return what was held back; call once, at the end of the draft."""
        shown, self._held = self._held, ""
        return shown
