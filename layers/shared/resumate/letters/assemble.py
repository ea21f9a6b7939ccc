"""Makes a letter of the sentences that stay: paragraphs, a greeting, a sign-off, nothing of what was removed.

Pure; `write_letter` stores the result, `render` puts the contact details back.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from resumate.letters.clean_draft import is_salutation
from resumate.letters.model import Sentence, SentenceState
from resumate.letters.sentences import is_sign_off

_SALUTATIONS: Final = {
    "en": "Dear Hiring Team,",
    "de": "Sehr geehrte Damen und Herren,",
    "fr": "Madame, Monsieur,",
    "es": "Estimado equipo de selección:",
}
_SIGN_OFFS: Final = {
    "en": "Kind regards,",
    "de": "Mit freundlichen Grüßen",
    "fr": "Cordialement,",
    "es": "Un cordial saludo,",
}


def with_frame(sentences: Sequence[Sentence], language: str) -> list[Sentence]:
    """Return the sentences with a greeting first and a sign-off last, added where none stays."""
    kept = [sentence for sentence in sentences if sentence.state is not SentenceState.REMOVED]
    framed = list(sentences)
    if not any(is_salutation(sentence.text) for sentence in kept[:1]):
        greeting = Sentence(
            text=_SALUTATIONS.get(language, _SALUTATIONS["en"]), paragraph=-1, state=SentenceState.PLAIN
        )
        framed.insert(0, greeting)
    if not any(is_sign_off(sentence.text) for sentence in kept):
        last = max((sentence.paragraph for sentence in sentences), default=0)
        formula = _SIGN_OFFS.get(language, _SIGN_OFFS["en"])
        framed.append(Sentence(text=f"{formula}\n⟦name⟧", paragraph=last + 1, state=SentenceState.PLAIN))
    return _renumbered(framed)


def assemble(sentences: Sequence[Sentence]) -> str:
    """Return the text of the sentences that stay; paragraphs are separated by an empty line."""
    kept = [sentence for sentence in sentences if sentence.state is not SentenceState.REMOVED]
    paragraphs = [
        _joined([sentence.text for sentence in group])
        for _, group in groupby(kept, key=lambda sentence: sentence.paragraph)
    ]
    return "\n\n".join(paragraphs)


def _joined(texts: Sequence[str]) -> str:
    """Join sentences by a space; after a full stop of a script without spaces by nothing."""
    text = texts[0]
    for following in texts[1:]:
        text += following if text.endswith(("。", "！", "？")) else ("\n" if is_salutation(text) else " ") + following
    return text


def _renumbered(sentences: Sequence[Sentence]) -> list[Sentence]:
    numbers = {
        number: index for index, number in enumerate(dict.fromkeys(sentence.paragraph for sentence in sentences))
    }
    return [
        Sentence(
            text=sentence.text,
            paragraph=numbers[sentence.paragraph],
            state=sentence.state,
            citations=sentence.citations,
            findings=sentence.findings,
        )
        for sentence in sentences
    ]
