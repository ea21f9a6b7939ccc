"""Replaces contact details by placeholders, and puts them back when a letter is rendered for its owner.

`mask` is what stands between a document and every embedding, prompt and log; `restore` is its inverse for the
person's own details. Placeholders are ⟦name⟧ ⟦email⟧ ⟦phone⟧ ⟦link⟧ ⟦place⟧; the second link is ⟦link2⟧, a part of the
name that stands alone ⟦name2⟧ and so on (`names`). Other people's details (a referee's telephone) become a number
beyond the person's own, and are not restored.
"""

import functools
import re
from collections.abc import Collection, Sequence
from typing import Final

from resumate.documents.dates import find_dates
from resumate.documents.model import Contact
from resumate.documents.names import begins_firm, name_parts, name_patterns
from resumate.documents.patterns import EMAIL, LINK, PHONE, is_phone

_PLACEHOLDER: Final = re.compile("\u27e6(name|email|phone|link|place)(\\d*)\u27e7")

_FEWEST_FIGURES: Final = 7
_FIGURE: Final = re.compile(r"\d")
_ADDRESS: Final = re.compile(r"^(?:https?://|www\.)|/", re.IGNORECASE)


def mask(text: str, contact: Contact) -> str:
    """Return `text` with contact details replaced: the person's own and anybody else's e-mail, phone and link."""
    for step in (_mask_emails, _mask_links, _mask_phones, _mask_place, _mask_name):
        text = step(text, contact)
    return text


def mask_lines(texts: Sequence[str], contact: Contact, own: Collection[int]) -> list[str]:
    """Return the lines of a document masked; `own` are the indices of lines about the person (header, contact).

    There a name may stand on two lines, and an e-mail address be broken at a line end; neither half may slip through.
    """
    masked = [mask(text, contact) for text in texts]
    if contact.name:
        parts = {part.casefold() for part in contact.name.split() if len(part) > 1}
        for i in own:
            words = texts[i].casefold().split()
            if words and len(words) < len(contact.name.split()) and all(word.strip(",.") in parts for word in words):
                masked[i] = _placeholder("name")
    for i in range(len(texts) - 1):
        _mask_broken(texts, masked, i, contact)
    return masked


def _mask_broken(texts: Sequence[str], masked: list[str], i: int, contact: Contact) -> None:
    """Mask an e-mail address or link that goes on in the next line."""
    tail, head = texts[i].rsplit(" ", 1)[-1], texts[i + 1].split(" ", 1)[0]
    for value in filter(None, (contact.email, *contact.links)):
        joined = (tail + head).casefold()
        if (
            value.casefold() in joined
            and value.casefold() not in tail.casefold()
            and value.casefold() not in head.casefold()
        ):
            kind = "email" if value == contact.email else "link"
            masked[i] = masked[i].removesuffix(mask(tail, contact)) + _placeholder(kind)
            masked[i + 1] = masked[i + 1].removeprefix(mask(head, contact)).strip() or _placeholder(kind)


def restore(text: str, contact: Contact) -> str:
    """Return `text` with the person's own details in place of the placeholders; unknown placeholders go."""
    values: dict[str, list[str | None]] = {
        "name": [contact.name, *(name_parts(contact.name) if contact.name else ())],
        "email": [contact.email],
        "phone": [contact.phone],
        "link": [*contact.links],
        "place": [contact.place],
    }

    def value(match: re.Match[str]) -> str:
        own, index = values[match[1]], int(match[2] or 1) - 1
        return (own[index] if 0 <= index < len(own) else None) or ""

    return _PLACEHOLDER.sub(value, text)


def _placeholder(kind: str, number: int = 1) -> str:
    return f"\u27e6{kind}{number if number > 1 else ''}\u27e7"


def _mask_emails(text: str, contact: Contact) -> str:
    if "@" not in text:
        return text
    own = (contact.email or "").casefold()
    return EMAIL.sub(lambda match: _placeholder("email", 1 if match[0].casefold() == own else 2), text)


def _mask_links(text: str, contact: Contact) -> str:
    if "." not in text:
        return text
    own = {link.casefold(): number for number, link in enumerate(contact.links, start=1)}

    def placeholder(match: re.Match[str]) -> str:
        link = match[0].rstrip(".,;)")
        if not _ADDRESS.search(link) and link.casefold() not in own:
            return match[0]  # "Booking.com" is an employer
        return _placeholder("link", own.get(link.casefold(), len(own) + 1)) + match[0][len(link) :]

    for link in sorted(contact.links, key=len, reverse=True):
        text = re.sub(
            rf"(?<!\w){re.escape(link)}(?![\w/])", _placeholder("link", own[link.casefold()]), text, flags=re.IGNORECASE
        )
    return LINK.sub(placeholder, text)


def _mask_phones(text: str, contact: Contact) -> str:
    if len(_FIGURE.findall(text)) < _FEWEST_FIGURES:
        return text
    if contact.phone:
        text = text.replace(contact.phone, _placeholder("phone"))

    def placeholder(match: re.Match[str]) -> str:
        if not is_phone(match[0]) or find_dates(match[0]):
            return match[0]
        return _placeholder("phone", 1 if contact.phone is None else 2)

    return PHONE.sub(placeholder, text)


def _mask_place(text: str, contact: Contact) -> str:
    return text.replace(contact.place, _placeholder("place")) if contact.place else text


def _mask_name(text: str, contact: Contact) -> str:
    if not contact.name:
        return text
    folded = text.casefold()
    for form in name_patterns(contact.name):
        if form.sign in folded:
            text = form.pattern.sub(functools.partial(_named, number=form.number), text)
    return text


def _named(match: re.Match[str], number: int) -> str:
    """Return the placeholder of a name, behind what only told that it is one ("Dr.", the end of the sentence before)."""
    if number > 1 and begins_firm(match):
        return match[0]
    kept = match.groupdict()
    return (kept.get("title") or kept.get("start") or "") + _placeholder("name", number)
