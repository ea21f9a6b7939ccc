"""Store an edited letter as its newest version, checked again here: what a client says of a sentence counts for nothing."""

from resumate.actions.edited_letter import EditingDesk, judged_sentences
from resumate.actions.show_letter import letter_event
from resumate.errors import Code, RequestError
from resumate.gateway.caller import Caller
from resumate.gateway.messages import LetterEvent, SaveLetter, SentenceItem
from resumate.letters.assemble import assemble
from resumate.letters.model import Sentence, SentenceState
from resumate.observability import count
from resumate.storage.model import VersionOrigin


def save_letter(message: SaveLetter, caller: Caller, desk: EditingDesk) -> LetterEvent:
    """Return the letter with its new version.

    Raises `RequestError` as `judged_sentences` and `VersionStore.save` do; nothing is stored then.
    """
    judged = judged_sentences(caller.user_id, message.letter_id, message.sentences, desk)
    desk.versions.save(
        caller.user_id, message.letter_id, message.base_version, VersionOrigin.EDITED, _text_of(judged), judged
    )
    count("letters_edited")
    count("sentences_asserted", sum(item.state is SentenceState.ASSERTED for item in judged))
    letter = desk.letters.get(caller.user_id, message.letter_id)
    if letter is None:
        raise RequestError(Code.NOT_FOUND)
    return letter_event(letter)


def _text_of(items: list[SentenceItem]) -> str:
    return assemble([Sentence(text=item.text, paragraph=item.paragraph, state=item.state) for item in items])
