"""Whatever stands in the evidence, the composer answers with a letter of the agreed form."""

import re

from hypothesis import given, settings
from hypothesis import strategies as some
from letter import write
from letter_prompt import read

from tests.unit.composer.people import Person

SECTIONS = (
    "summary",
    "experience",
    "education",
    "skills",
    "projects",
    "certifications",
    "awards",
    "publications",
    "languages",
    "other",
)
WORDS = (
    "Built Led Managing manages support Support a the of and, and; by with to team teams (C++) 40% £2m 2019 – • • Responsible for "
    'In in Engineer nurse years experience I my She you [e7] ⟦name⟧ ⟦link2⟧ “quoted” " ( ) https://x.example/ . : , GPA: 3.9 Thesis: Not no'
).split(" ")
TEXTS = some.one_of(some.text(max_size=60), some.lists(some.sampled_from(WORDS), max_size=25).map(" ".join))
NAMES = some.one_of(
    some.none(),
    some.text(max_size=30),
    some.sampled_from(["Acme Corp", "Head of Sales", "SENIOR NURSE", "BSc Physics", "[x]"]),
)


@given(
    rows=some.lists(
        some.tuples(
            some.sampled_from(SECTIONS), TEXTS, NAMES, NAMES, some.sampled_from(["", "2019-03/", "2015/2018-02"])
        ),
        max_size=8,
    ),
    language=some.sampled_from(["en", "de", "fr", "es", "it"]),
)
@settings(max_examples=150, deadline=None)
def test_any_evidence_gives_a_letter(rows, language):
    person = Person()
    for section, text, at, role, dates in rows:
        person.add(section, text, at=at, role=role, dates=dates)
    letter = write(read(person.messages(language=language)))
    body = "\n\n".join(letter.split("\n\n")[1:-1])
    assert letter.endswith("\n⟦name⟧")
    assert letter.count("⟦") == 1
    assert {f"e{number}" for number in range(1, len(rows) + 1)} >= set(re.findall(r"\[([^\]]*)\]", letter))
    assert len(re.sub(r"\[\w+\]", "", body).split()) <= 350
    assert not re.search(r"https?://|•|\[\[|\]\w", letter)
    assert all(paragraph.strip() == paragraph for paragraph in letter.split("\n\n"))
