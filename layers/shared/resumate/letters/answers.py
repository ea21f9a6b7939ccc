"""Masks the contact details in what the user typed, so that they can be put back into the user's own letter.

An answer ("call me on 0170 …") is masked like the lines of the resume before it becomes evidence, a prompt, an embedding
or a log. A resume's own details have their places in `Contact`; those that only an answer has take the places that are
empty there, and what then is left takes further links, whatever its kind: a placeholder needs a number to come back.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from resumate import limits
from resumate.documents.masking import mask, restore
from resumate.documents.model import Contact
from resumate.documents.patterns import EMAIL, LINK, PHONE
from resumate.letters.characters import visible


def clean_answers(answers: Sequence[str]) -> list[str]:
    """Return what the user typed as single lines of visible characters, without placeholders and without empty ones."""
    cleaned = (
        " ".join(visible(answer).replace("\u27e6", "").replace("\u27e7", "").split())
        for answer in answers[: limits.ANSWERS]
    )
    return [answer[: limits.ANSWER_CHARACTERS] for answer in cleaned if answer]


def with_typed_details(contact: Contact, answers: Sequence[str]) -> Contact:
    """Return the person's details and those that only their answers hold, in the order in which they were typed."""
    for answer in clean_answers(answers):
        for pattern in (EMAIL, LINK, PHONE):
            for match in pattern.finditer(answer):
                contact = _with_detail(contact, match[0].rstrip(".,;) "), pattern)
    return contact


def mask_typed(text: str, contact: Contact) -> str:
    """Return `text` masked; `contact` is as `with_typed_details` gives it."""
    for number, detail in enumerate(contact.links, start=1):
        if EMAIL.fullmatch(detail) or PHONE.fullmatch(detail):
            whole = rf"(?<![\w@.+]){re.escape(detail)}(?![\w@])"
            text = re.sub(whole, f"\u27e6link{number if number > 1 else ''}\u27e7", text, flags=re.IGNORECASE)
    return mask(text, contact)


def _with_detail(contact: Contact, detail: str, pattern: re.Pattern[str]) -> Contact:
    """Add a detail that would be masked and never come back."""
    if restore(mask_typed(detail, contact), contact).casefold() == detail.casefold():
        return contact
    if pattern is EMAIL and contact.email is None:
        return replace(contact, email=detail)
    if pattern is PHONE and contact.phone is None:
        return replace(contact, phone=detail)
    return replace(contact, links=[*contact.links, detail])
