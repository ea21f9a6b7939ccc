"""Lays a letter out: the parts of the page from the stored text, the resume's contact details and the job.

The text is taken as it stands, greeting and closing are only recognised; nothing is added to what the person says.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from resumate.documents.model import Contact
from resumate.exports.model import LetterPage
from resumate.exports.phrases import date_words, file_label, subject_words
from resumate.letters.characters import visible
from resumate.letters.sentences import is_sign_off

_EMPTY_LINE: Final = re.compile(r"\n[ \t]*\n")
_SIGNATURE_CHARACTERS: Final = 60


def lay_out(
    text: str, contact: Contact, *, language: str, job_title: str | None, company: str | None, today: date
) -> LetterPage:
    """Return the page; `today` is the date it bears. Without a name in `contact` the one that signs is the sender's."""
    body, closing, signature = _without_closing([block.strip() for block in _EMPTY_LINE.split(text) if block.strip()])
    sender = _line(contact.name) or signature
    return LetterPage(
        sender=sender,
        details=[line for line in map(_line, _details(contact)) if line],
        date=date_words(today, language),
        recipient=_line(company),
        subject=subject_words(title, language) if (title := _line(job_title)) else None,
        body=body,
        closing=closing,
        signature=signature,
        title=" - ".join(part for part in (file_label(language), _line(company), sender) if part),
        language=language,
        day=today.isoformat(),
    )


def _details(contact: Contact) -> list[str | None]:
    return [contact.place, contact.email, contact.phone, *contact.links]


def _line(text: str | None) -> str | None:
    """Return a text as one line without characters that nobody sees, or None when nothing is left."""
    return " ".join(visible(text).split()) or None if text else None


def _without_closing(blocks: Sequence[str]) -> tuple[list[str], str | None, str | None]:
    """Return the paragraphs, the closing formula and who signs; "Kind regards," may stand alone above the name."""
    for count in (1, 2):
        if len(blocks) <= count:
            break
        lines = [line.strip() for line in "\n".join(blocks[-count:]).split("\n")]
        if is_sign_off(lines[0]) and len(lines) <= 2 and all(len(line) <= _SIGNATURE_CHARACTERS for line in lines):
            return list(blocks[:-count]), lines[0], lines[1] if len(lines) > 1 else None
    return list(blocks), None, None
