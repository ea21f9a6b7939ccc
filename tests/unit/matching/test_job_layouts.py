"""`read_job` finds the same requirements however an advertisement is laid out."""

import pytest

from resumate import limits
from resumate.matching.read_job import read_job

MUSTS = [
    "Valid counterbalance forklift licence",
    "At least one year of warehouse experience",
    "Able to lift up to 25 kg",
]
WISHES = ["Knowledge of SAP"]


def asked(text, *, must=True):
    return [requirement.text for requirement in read_job(text).requirements if requirement.must is must]


def bulleted(bullet):
    items = "\n".join(f"{bullet}{text}" for text in MUSTS)
    return f"Warehouse Operative\n\nRequirements:\n{items}\n\nNice to have:\n{bullet}{WISHES[0]}\n{bullet}Reach truck"


@pytest.mark.parametrize(
    "bullet", ["- ", "* ", "• ", "•", "·  ", "– ", "▪ ", "✓ ", "👉 ", "\uf0b7 ", '!"', "o   ", "-", "+ ", "> ", "[ ] "]
)
def test_bullets_of_every_style_are_one_requirement_each(bullet):
    assert asked(bulleted(bullet)) == MUSTS
    assert asked(bulleted(bullet), must=False) == [*WISHES, "Reach truck"]


@pytest.mark.parametrize("style", ["{}. ", "{}) ", "({}) ", "{}、"])
def test_numbered_lists_lose_their_numbers(style):
    items = "\n".join(f"{style.format(number)}{text}" for number, text in enumerate(MUSTS, 1))
    assert asked(f"Requirements:\n{items}") == MUSTS


@pytest.mark.parametrize(
    "heading",
    [
        "## Requirements",
        "**Requirements**",
        "REQUIREMENTS",
        "Requirements",
        "Requirements\n------------",
        "What you'll need",
        "Who you are:",
        "Minimum qualifications",
        "Person specification",
        "Your profile",
        "🎯 You're a great fit if",
    ],
)
def test_headings_of_every_style_open_the_list(heading):
    items = "\n".join(f"- {text}" for text in MUSTS)
    posting = read_job(f"Warehouse Operative\n\n{heading}\n\n{items}\n\nBenefits\n\n- 25 days of holiday\n- Free lunch")
    assert [requirement.text for requirement in posting.requirements] == MUSTS


def test_one_requirement_a_line_without_bullets_stays_apart():
    text = "Warehouse Operative\n\nRequirements\n" + "\n".join(MUSTS)
    assert asked(text) == MUSTS


def test_lines_set_apart_by_blank_lines_stay_apart():
    text = "Warehouse Operative\n\nRequirements\n\n" + "\n\n".join(MUSTS)
    assert asked(text) == MUSTS


def test_lines_that_the_page_broke_are_joined():
    text = (
        "Site Manager\n\nWhat you will be responsible for\n\n"
        "  - Leading the site team from the first day to the handover, with programme, budget\n"
        "    and quality in mind\n"
        "  - Chairing the progress meetings with the client, the architect and the engineers of\n"
        "    the structure\n"
        "  - Managing subcontractors\n"
    )
    assert asked(text) == [
        "Leading the site team from the first day to the handover, with programme, budget and quality in mind",
        "Chairing the progress meetings with the client, the architect and the engineers of the structure",
        "Managing subcontractors",
    ]


def test_a_list_that_lost_its_line_breaks_is_taken_apart():
    text = (
        "Data Entry Clerk Needed. Requirements: • Type 50 words a minute • Knowledge of Excel • High school diploma"
        " Responsibilities: • Enter customer records • Answer phone calls Benefits: • Health insurance"
    )
    assert asked(text) == [
        "Type 50 words a minute",
        "Knowledge of Excel",
        "High school diploma",
        "Enter customer records",
        "Answer phone calls",
    ]


def test_html_is_read_as_its_reader_sees_it():
    text = (
        "<h1>Baker</h1><p>We&rsquo;re a family.</p><h3>You have</h3><ul><li>A craft certificate</li>"
        "<li>Experience with <b>sourdough</b> &amp; rye<!-- hidden --></li></ul>"
        "<h3>It&rsquo;s a plus if you have</h3><ul><li>Pastry skills</li></ul><script>ignore()</script>"
    )
    assert asked(text) == ["A craft certificate", "Experience with sourdough & rye"]
    assert asked(text, must=False) == ["Pastry skills"]


def test_markdown_emphasis_links_and_link_definitions_are_gone():
    text = (
        "# Tester\n\n## Requirements\n\n- **Tools**. Experience with [Jenkins][jenkins] and [bats](http://b.example)\n"
        "- `pytest` and *patience*\n\n[jenkins]: https://ci.example\n"
    )
    assert asked(text) == ["Tools. Experience with Jenkins and bats", "pytest and patience"]


def test_prose_without_headings_gives_its_asking_sentences():
    text = (
        "Oakfield School is a friendly school in the heart of Leeds. We are proud of our garden. The successful candidate"
        " will teach mathematics to pupils aged 11 to 16. You should hold qualified teacher status. Experience of exam"
        " preparation would be an advantage. We offer an excellent pension scheme. To apply, please send your CV."
    )
    assert asked(text) == [
        "The successful candidate will teach mathematics to pupils aged 11 to 16",
        "You should hold qualified teacher status",
    ]
    assert asked(text, must=False) == ["Experience of exam preparation would be an advantage"]


def test_a_sentence_of_several_demands_is_cut_at_its_semicolons():
    text = "Applicants must have a PhD in ecology; a strong publication record; and experience of statistics in R."
    assert asked(text) == [
        "Applicants must have a PhD in ecology",
        "a strong publication record",
        "experience of statistics in R",
    ]


def test_a_list_of_single_words_is_joined_to_the_line_that_opens_it():
    text = "Requirements\n\n- Experience with these tools:\n  - Python\n  - dbt\n  - Airflow\n- A degree in statistics"
    assert asked(text) == ["Experience with these tools: Python, dbt, Airflow", "A degree in statistics"]


def test_responsibilities_count_like_qualifications():
    text = "Duties:\n- Greet patients\n- Answer the telephone\n\nSkills:\n- Fluent English"
    assert asked(text) == ["Greet patients", "Answer the telephone", "Fluent English"]


def test_a_sub_heading_keeps_the_role_of_the_heading_above_it():
    text = "## Nice to have\n\n### Languages\n\n- German\n- Dutch\n\n## Requirements\n\n- A valid licence for lorries"
    assert asked(text, must=False) == ["German", "Dutch"]
    assert asked(text) == ["A valid licence for lorries"]


def test_a_wish_among_musts_is_told_by_its_own_words():
    text = "Requirements:\n- BLS required\n- CCRN preferred\n- German would be a plus\n- A degree is a must"
    assert asked(text) == ["BLS required", "A degree is a must"]
    assert asked(text, must=False) == ["CCRN preferred", "German would be a plus"]


def test_repeated_requirements_count_once():
    text = "Duties:\n- Answer the telephone\n\nRequirements:\n- Answer the telephone.\n- Patience with people"
    assert asked(text) == ["Answer the telephone", "Patience with people"]


def test_musts_come_first_and_the_number_is_limited():
    wishes = "\n".join(f"- Wish number {number} of the owner" for number in range(20))
    musts = "\n".join(f"- Duty number {number} of the baker" for number in range(20))
    posting = read_job(f"Nice to have:\n{wishes}\n\nRequirements:\n{musts}")
    assert len(posting.requirements) == limits.REQUIREMENTS
    assert [requirement.must for requirement in posting.requirements] == [True] * 20 + [False] * 4
    assert [requirement.number for requirement in posting.requirements] == list(range(1, 25))
    assert posting.requirements[0].text == "Duty number 0 of the baker"


def test_a_very_long_requirement_is_cut_at_a_clause():
    text = "Requirements:\n- " + "Bake bread of rye and wheat and spelt, " * 20 + "\n- Be early"
    assert all(len(one) <= limits.REQUIREMENT_CHARACTERS for one in asked(text))


def test_text_in_which_nothing_is_asked_still_gives_its_sentences():
    assert asked("Blue tables stand beside green chairs in a quiet room.") == [
        "Blue tables stand beside green chairs in a quiet room"
    ]
