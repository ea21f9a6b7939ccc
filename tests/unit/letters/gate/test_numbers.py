"""A number of a sentence must stand in the cited lines, in whatever form, or follow from them; the lie beside it must not pass."""

import pytest

from resumate.documents.model import SectionKind
from resumate.letters.gate.numbers import check_numbers
from resumate.letters.gate.ordinals import check_places
from tests.unit.letters.gate.judging import codes

# The lines, what may be said of them, and what may not.
CASES = [
    (
        ["4 of 11 graduates found work"],
        ["More than a third of the graduates found work."],
        ["More than half of the graduates found work."],
    ),
    (
        ["Cut response time from 480 ms to 190 ms"],
        ["I halved the response time.", "I more than halved the response time."],
        ["I cut the response time to a quarter."],
    ),
    (["Cut response time from 480 ms to 235 ms"], ["I halved the response time."], []),
    (["Cut response time from 480 ms to 400 ms"], [], ["I halved the response time."]),
    (["Members grew from 150 to 310"], ["I doubled the number of members."], ["I tripled the number of members."]),
    (
        ["Members grew from 150 to 430"],
        ["I nearly tripled the number of members."],
        ["I more than tripled the number of members."],
    ),
    (["Members grew from 150 to 330"], ["I more than doubled the number of members."], []),
    (["Languages at work: German, Polish and English"], ["I use three languages at work."], []),
    (["Taught GCSE History in Years 10 and 11"], ["I taught both GCSE years."], []),
    (["Baked for two weddings and a festival"], ["I baked for two weddings and a festival."], []),
    (["Wrote ~1.2k pages"], ["I wrote around 1,200 pages."], ["I wrote around 12,000 pages."]),
    (["Baked 480 loaves a day"], ["I baked nearly 500 loaves a day."], ["I baked nearly 600 loaves a day."]),
    (["Trained 40+ bakers"], ["I trained over 40 bakers."], []),
    (
        ["Trained 43 bakers"],
        ["I trained over 40 bakers.", "I trained more than forty bakers."],
        ["I trained over 50 bakers."],
    ),
    (
        ["Handled a budget of £1.2m"],
        [
            "I handled a budget of £1.2 million.",
            "I handled a budget of 1.2 million pounds.",
            "I handled a budget of £1,200,000.",
        ],
        ["I handled a budget of 12 million pounds."],
    ),
    (["Handled a budget of €3bn"], ["I handled a budget of €3 billion."], ["I handled a budget of €3 million."]),
    (
        ["Handled a budget of €45k"],
        ["I handled a budget of 45 thousand euros.", "I handled a budget of forty-five thousand euros."],
        [],
    ),
    (
        ["Cut waste by 12%"],
        ["I cut waste by 12 per cent.", "I cut waste by twelve percent."],
        ["I cut waste by twenty per cent."],
    ),
    (
        ["3rd place in the county bread competition"],
        ["I came third in the county bread competition."],
        ["I came second in the county bread competition."],
    ),
    (["Won the twenty-fifth anniversary prize for rye bread"], ["I won the 25th anniversary prize for rye bread."], []),
    (["33% of customers came back"], ["One in three customers came back."], ["One in two customers came back."]),
    (["40% of customers came back"], ["Two in five customers came back."], []),
    (["Trained 12 bakers"], ["I trained a dozen bakers."], ["I trained two dozen bakers."]),
    (["Trained 6 bakers"], ["I trained half a dozen bakers."], []),
    (
        ["Answered 400 letters a month"],
        ["I answered several hundred letters a month."],
        ["I answered several thousand letters a month."],
    ),
    (["Answered 300 letters a month"], ["I answered a few hundred letters a month."], []),
    (["Baked 200 rolls a day"], ["I baked a couple of hundred rolls a day."], []),
    (["Baked 60 rolls a day"], [], ["I baked several hundred rolls a day."]),
    (
        ["Work in a team of 10–12 bakers"],
        ["I work in a team of 10 to 12 bakers."],
        ["I work in a team of 12 to 15 bakers."],
    ),
    (["Work in a team of 10-12 bakers"], ["I work in a team of ten to twelve bakers."], []),
    (
        ["Lead 5 bakers and 2 porters"],
        ["I lead seven people.", "I lead seven people: five bakers and two porters."],
        ["I lead nine people."],
    ),
    (
        ["Trained 5 bakers", "Trained 4 porters"],
        ["I trained nine people in all.", "Across both roles I trained nine people."],
        ["I trained eleven people in all."],
    ),
    (
        ["Waiting time cut from 75 to 50 minutes"],
        ["The waiting time fell by 25 minutes.", "The waiting time fell by a third."],
        ["The waiting time fell by 35 minutes.", "The waiting time fell by two thirds."],
    ),
    (
        ["Delivered 75% of orders on time"],
        ["I delivered three quarters of the orders on time."],
        ["I delivered nine tenths of the orders on time."],
    ),
    (["Delivered 90% of orders on time"], ["I delivered nine out of ten orders on time."], []),
    (["Delivered 70% of orders on time"], [], ["I delivered nine out of ten orders on time."]),
    (["90% of orders arrived on time"], ["Nine in ten orders arrived on time."], []),
    (["Cut waste from 90 kg to 30 kg"], ["I cut the waste to a third."], ["I cut the waste to a half."]),
    (
        ["Sold 1,950 loaves a week"],
        [
            "I sold about 2,000 loaves a week.",
            "I sold just under 2,000 loaves a week.",
            "I sold some two thousand loaves a week.",
        ],
        ["I sold about 3,000 loaves a week."],
    ),
    (["Sold 2,040 loaves a week"], ["I sold just over 2,000 loaves a week."], []),
    (["Sold 2,900 loaves a week"], [], ["I sold just over 2,000 loaves a week."]),
    (["Sold 1,200 loaves a week"], [], ["I sold just under 2,000 loaves a week."]),
    (["Taught 2 x 90 minutes a week"], ["I taught 2 x 90 minutes a week."], []),
    (["Cut costs by 20%"], ["I cut costs by a fifth.", "I cut costs by one fifth."], []),
    (
        ["Sales grew from £200k to £600k"],
        ["Sales grew threefold.", "Sales tripled to £600,000.", "Sales rose by £400,000."],
        ["Sales grew fivefold."],
    ),
    (["Ran two ovens and the shop"], ["I ran both ovens and the shop."], []),
    (
        ["Trained two apprentices; one became head baker"],
        ["I trained two apprentices, one of whom became head baker."],
        [],
    ),
    (
        ["Trained Anna and Ben as apprentices; Anna is now a head baker"],
        ["I trained two apprentices, one of whom is now a head baker."],
        [],
    ),
    (["Run 2 of 4 shops"], ["I run two of the four shops.", "I run half of the four shops."], []),
    (["Baked 6 days/week"], ["I baked six days a week."], []),
    (["Serve 1.5m customers"], ["I serve 1,5 million customers."], []),
    (
        ["Answer 80-100 calls a day"],
        ["I answer 80 to 100 calls a day.", "I answer up to 100 calls a day.", "I answer at least 80 calls a day."],
        ["I answer at least 100 calls a day.", "I answer more than 100 calls a day."],
    ),
    (["Raised 5,000 pounds for the food bank"], ["I raised £5k for the food bank."], []),
    (
        ["Raised £5,000 for the food bank"],
        ["I raised five grand for the food bank."],
        ["I raised €5,000 for the food bank."],
    ),
    (["Team reached availability of 99.9 %"], ["My team reached 99.9% availability."], []),
    (["Managed 200+ accounts"], ["I managed 200-plus accounts.", "I managed hundreds of accounts."], []),
    (["Managed 36 accounts"], ["I managed dozens of accounts."], ["I managed hundreds of accounts."]),
    (["Managed 8 accounts"], [], ["I managed dozens of accounts."]),
    (["Answered 310 letters a month"], ["I answered a good 300 letters a month."], []),
    (
        ["Answered 290 letters a month"],
        ["I answered close to three hundred letters a month.", "I answered 300 or so letters a month."],
        [],
    ),
    (["Member of a team of four bakers on the night shift"], ["I was one of four bakers on the night shift."], []),
    (
        ["7th of 120 in the county competition"],
        ["I finished in the top ten of the county competition."],
        ["I finished in the top five of the county competition."],
    ),
    (["Trained 5 bakers", "Dismissed 4 porters"], [], ["In all I trained nine people."]),
    (["90% of orders arrived on time"], [], ["Nine out of ten customers came back."]),
    (["Worked with third-party suppliers"], [], ["I finished in the top ten of the competition."]),
    (
        ["Led sales, baking and packing"],
        ["I led three teams: sales, baking and packing."],
        ["I led four teams: sales, baking, packing and finance."],
    ),
    (["Taught Years 10 and 11 (GCSE)"], ["I taught both GCSE years."], ["I taught three GCSE years."]),
    (
        ["Raised £4,200 for the food bank"],
        ["I raised several thousand pounds."],
        ["I raised several hundred pounds.", "I raised $4,200."],
    ),
    (
        ["8 of 12 apprentices passed"],
        ["Two thirds of the apprentices passed."],
        ["Three quarters of the apprentices passed."],
    ),
    (["Answered 62 letters a day"], ["I answered 60-odd letters a day."], ["I answered 90-odd letters a day."]),
]


def wrong(sentence, lines, **fields):
    return {*codes(check_numbers, sentence, *lines, **fields), *codes(check_places, sentence, *lines, **fields)}


@pytest.mark.parametrize(("lines", "sentence"), [(lines, sentence) for lines, true, _ in CASES for sentence in true])
def test_a_number_in_another_form_passes(lines, sentence):
    assert wrong(sentence, lines) == set()


@pytest.mark.parametrize(("lines", "sentence"), [(lines, sentence) for lines, _, lies in CASES for sentence in lies])
def test_a_number_that_is_not_the_lines_does_not(lines, sentence):
    assert wrong(sentence, lines) != set()


def test_the_items_of_a_section_of_languages_may_be_counted():
    fields = {"section": SectionKind.LANGUAGES}
    assert wrong("I speak three languages.", ["German, Polish, English"], **fields) == set()
    assert wrong("I speak five languages.", ["German, Polish, English"], **fields) == {"number"}


def test_a_number_keeps_its_thing_and_its_side():
    nurses = ["Led 12 nurses and 3 doctors"]
    assert wrong("I led three nurses and twelve doctors.", nurses) == {"number"}
    assert wrong("The delivery time fell from five to nine days.", ["Cut the delivery time from 9 to 5 days"]) == {
        "number"
    }


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        ("On call every fifth week", "I was on call one week in five.", "I was on call one week in three."),
    ],
)
def test_one_week_in_five_is_every_fifth(line, true, lie):
    assert codes(check_numbers, true, line) == set()
    assert codes(check_numbers, lie, line) == {"number"}
