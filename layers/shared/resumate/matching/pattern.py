"""A regular expression that may be written over several lines and is compiled when it is first used.

The word lists of this package would cost a tenth of a second at import, in every cold start. Used by all modules of
the package that have such lists.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """A lazily compiled pattern; methods as those of `re.Pattern`.

    Args:
        pattern: as for `re`; line breaks and the blanks around them are not part of it.
        flags: as for `re`; upper and lower case are one unless told otherwise.
    """

    def __init__(self, pattern: str, flags: int = re.IGNORECASE) -> None:
        self.pattern = "".join(line.strip() for line in pattern.splitlines()) if "\n" in pattern else pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first place that matches."""
        return self._compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """Match at the start."""
        return self._compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole text."""
        return self._compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield every match."""
        return self._compiled.finditer(text)

    def findall(self, text: str) -> list[str]:
        """Return the text of every match."""
        return [match[0] for match in self._compiled.finditer(text)]

    def split(self, text: str) -> list[str]:
        """Return the pieces between the matches, without what groups capture."""
        pieces: list[str] = []
        start = 0
        for match in self._compiled.finditer(text):
            pieces.append(text[start : match.start()])
            start = match.end()
        return [*pieces, text[start:]]

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Replace every match."""
        return self._compiled.sub(replacement, text)

    def subn(self, replacement: str, text: str) -> tuple[str, int]:
        """Replace every match and count them."""
        return self._compiled.subn(replacement, text)
