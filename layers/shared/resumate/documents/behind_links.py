"""Takes the person's addresses out of what the links of a file point at: a word "E-mail" or an icon may be all one sees.

Used by `contact`, and only for what the text does not say: an address that stands on the page is the one that counts.
The readers collect the targets (`Reading.links`) in the order of the file; nothing is ever fetched.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import unquote

from resumate.documents.patterns import EMAIL, is_phone

MOST_LINKS: Final = 200
LONGEST_LINK: Final = 500
# Where people have a page about themselves: a user's name behind these, and nothing behind that.
_PROFILE: Final = re.compile(
    r"^(?:https?:)?(?://)?(?:[a-z]{2,3}\.)?((?:linkedin\.com/in|github\.com|gitlab\.com|xing\.com/profile|orcid\.org|behance\.net|"
    r"dribbble\.com|kaggle\.com|medium\.com|stackoverflow\.com/users/\d+)/[^/?#\s]+)/?(?:[?#].*)?$",
    re.IGNORECASE,
)


def linked_email(links: Sequence[str]) -> str | None:
    """Return the address of the file's mail links, None where they name nobody or more than one."""
    found = {match[0] for link in links if (match := EMAIL.match(_after("mailto:", link)))}
    return found.pop() if len(found) == 1 else None


def linked_phone(links: Sequence[str]) -> str | None:
    """Return the number of the first telephone link."""
    numbers = (_after("tel:", link).strip() for link in links)
    return next((number for number in numbers if is_phone(number)), None)


def linked_profiles(links: Sequence[str], stated: Iterable[str]) -> list[str]:
    """Return the person's pages that the text does not state, one a site: the first, for others' pages follow."""
    seen = {_site(link) for link in stated}
    found: list[str] = []
    for link in links:
        profile = _PROFILE.match(link)
        if profile is not None and _site(profile[1]) not in seen:
            seen.add(_site(profile[1]))
            found.append(profile[1])
    return found


def _after(scheme: str, link: str) -> str:
    """Return what follows a scheme, without parameters; "" where the link has another."""
    return unquote(link[len(scheme) :].split("?", maxsplit=1)[0]) if link.lower().startswith(scheme) else ""


def _site(link: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", link.casefold()).split("/", maxsplit=1)[0]
