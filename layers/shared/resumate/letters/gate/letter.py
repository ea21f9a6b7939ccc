"""What is wrong with a letter as a whole: too short, too long, no greeting, no end, the same again and again.

These are problems to mend in the next draft; none of them alone makes a sentence untrue. `letters.review` lists
them beside the sentences.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from resumate.letters.clean_draft import is_salutation
from resumate.letters.model import Finding, LetterJob, Sentence, SentenceState
from resumate.letters.prompt_rules import WORDS
from resumate.letters.sentences import is_sign_off

_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CJK: Final = re.compile(r"[぀-ヿ㐀-䶿一-鿿豈-﫿가-힣]")
# A Chinese or Japanese character says about as much as two thirds of a word.
_WORDS_PER_CHARACTER: Final = 0.65


def count_words(text: str) -> int:
    """Return the number of words; characters of scripts without spaces count as parts of a word."""
    characters = len(_CJK.findall(text))
    return len(_WORD.findall(_CJK.sub(" ", text))) + round(characters * _WORDS_PER_CHARACTER)


def check_length(kept: Sequence[Sentence], job: LetterJob) -> Iterator[Finding]:
    """Yield a finding when the sentences that stay are too few or too many words."""
    least, most = WORDS[job.options.length]
    words = sum(count_words(sentence.text) for sentence in kept)
    if words < least:
        yield Finding("short", f"The sentences that can stay have {words} words; {least} to {most} are wanted.")
    elif words > most:
        yield Finding("long", f"The letter has {words} words; {least} to {most} are wanted.")


def check_frame(kept: Sequence[Sentence], job: LetterJob) -> Iterator[Finding]:  # noqa: ARG001 - one signature for all checks of a letter
    """Yield a finding when there is no greeting or no sign-off."""
    if not kept or not is_salutation(kept[0].text):
        yield Finding("salutation", "The letter does not begin with a greeting.")
    if not kept or not is_sign_off(kept[-1].text):
        yield Finding("sign_off", "The letter does not end with a closing formula and ⟦name⟧.")


def check_names_the_role(kept: Sequence[Sentence], job: LetterJob) -> Iterator[Finding]:
    """Yield a finding when neither the role nor the company is named although the job gives them."""
    text = " ".join(sentence.text for sentence in kept).lower()
    wanted = [name for name in (job.job_title, job.company) if name]
    if wanted and not any(name.lower() in text for name in wanted):
        yield Finding("role", f"The letter does not name {' or '.join(wanted)}.")


def check_repetition(kept: Sequence[Sentence], job: LetterJob) -> Iterator[Finding]:  # noqa: ARG001 - as above
    """Yield a finding when the same sentence stands twice, or most sentences begin alike."""
    counts = Counter(re.sub(r"\W+", " ", sentence.text.lower()).strip() for sentence in kept)
    if any(number > 1 for number in counts.values()):
        yield Finding("repetition", "The same sentence stands in the letter more than once.")


LETTER_CHECKS: Final[tuple[Callable[[Sequence[Sentence], LetterJob], Iterator[Finding]], ...]] = (
    check_length,
    check_frame,
    check_names_the_role,
    check_repetition,
)


def letter_problems(sentences: Sequence[Sentence], job: LetterJob) -> list[Finding]:
    """Return what is wrong with the letter that the kept sentences make."""
    kept = [sentence for sentence in sentences if sentence.state is not SentenceState.REMOVED]
    return [finding for check in LETTER_CHECKS for finding in check(kept, job)]
