"""What the job says: the only things a letter may say about the company and the role.

Title, company, requirements and description; of a queued letter they are read from its prompt (`JobFacts.of`). Text
that speaks to a model is left out, so an order to "include the word BANANA" does not make BANANA a word of the job.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Self

from resumate.letters.fences import rows_of
from resumate.letters.gate.employers import COMMON_FIRST_WORDS, FIRST_WORD_LEAST
from resumate.letters.gate.quantities import quantities_of
from resumate.letters.gate.quantity import Quantity
from resumate.letters.gate.source import organisation_key
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.years import Year, years_of
from resumate.letters.instructions import without_orders
from resumate.letters.model import LetterJob


class _LongText(Vocabulary):
    """A vocabulary without initials: a long text spells any three letters somewhere."""

    @cached_property
    def initials(self) -> frozenset[str]:
        """None."""
        return frozenset()


class JobFacts:
    """The vocabulary of the job; `title` and `company` as the posting gives them ("" when it does not)."""

    def __init__(
        self, *, title: str | None, company: str | None, language: str, requirements: Sequence[str], description: str
    ) -> None:
        self.title = title or ""
        self.company = company or ""
        self.language = language
        self._requirements = list(requirements)
        self._description = description

    @classmethod
    def of(cls, job: LetterJob) -> Self:
        """Read the facts of a queued letter; the description is what its first message to the model shows."""
        messages = [message.content for message in job.messages if message.role == "user"]
        described = [str(row.get("description", "")) for content in messages[:1] for row in rows_of(content, "job")]
        return cls(
            title=job.job_title,
            company=job.company,
            language=job.language,
            requirements=[match.requirement.text for match in job.matches],
            description="\n".join(described),
        )

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of title, company, requirements and description."""
        text = "\n".join([self.title, self.company, *self._requirements, self._description])
        return _LongText(without_orders(text), self.language)

    @cached_property
    def required(self) -> Vocabulary:
        """The words of the requirements alone."""
        return Vocabulary("\n".join(self._requirements), self.language)

    @cached_property
    def neighbours(self) -> frozenset[tuple[str, str]]:
        """The roots of words that stand side by side in the job."""
        return frozenset((left.root, right.root) for left, right in pairwise(self.vocabulary.tokens))

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The numbers of the job's text."""
        return quantities_of(self.vocabulary.text)

    @cached_property
    def years(self) -> list[Year]:
        """The calendar years of the job's text."""
        return years_of(self.vocabulary.text)

    @cached_property
    def company_key(self) -> str:
        """The company's name as people use it, in lower case."""
        return organisation_key(self.company)

    @cached_property
    def nickname(self) -> str:
        """The beginning of the company's name that people call it by, as it is written; "" when all of it is needed."""
        words = [word.removesuffix("'s") for word in self.company.replace("’", "'").split()]
        for size in (1, 2):
            first = words[:size]
            if len(words) > size and first[-1].lower() not in COMMON_FIRST_WORDS and len(first[-1]) >= FIRST_WORD_LEAST:
                return " ".join(first)
        return ""

    @cached_property
    def company_pattern(self) -> str:
        """A pattern for the company's name in full or as people call it."""
        return "|".join(re.escape(name) for name in (self.company_key, self.nickname) if name)

    @cached_property
    def company_words(self) -> frozenset[str]:
        """The lower-case words of the company's name."""
        return frozenset(self.company_key.split())
