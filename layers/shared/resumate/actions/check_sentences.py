"""Say what the gate says of an edited letter, before it is saved; nothing is stored."""

from resumate.actions.edited_letter import EditingDesk, judged_sentences
from resumate.gateway.caller import Caller
from resumate.gateway.messages import CheckSentences, SentencesChecked


def check_sentences(message: CheckSentences, caller: Caller, desk: EditingDesk) -> SentencesChecked:
    """Return the verdicts; raises `RequestError` as `judged_sentences` does."""
    judged = judged_sentences(caller.user_id, message.letter_id, message.sentences, desk)
    return SentencesChecked(letter_id=message.letter_id, sentences=judged)
