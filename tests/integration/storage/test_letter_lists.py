"""Finding letters again, making one anew, and how many there may be in a day."""

import uuid

import pytest

from resumate import limits
from resumate.errors import Code, RequestError
from resumate.letters.model import Options
from resumate.matching.model import JobPosting
from resumate.storage.letter_quota import MADE_LATELY

from .test_letters import age, completed

# ---------------------------------------------------------------- search


def make(desk, resume_id, title, company, text=None):
    posting = JobPosting(title, company, "en", [])
    row, _ = desk.letters.create(desk.user_id, uuid.uuid4().hex, resume_id, "a job", posting, Options())
    if text is not None:
        desk.letters.complete(desk.user_id, row.letter_id, desk.leased(row).token, completed(row.letter_id, text))
    return row.letter_id


def found(desk, search, **choices):
    rows, _ = desk.letters.list(desk.user_id, search=search, **choices)
    return [row.letter_id for row in rows]


def test_letters_are_found_by_title_company_and_text_in_any_case(desk):
    resume_id = desk.ready()
    baker = make(desk, resume_id, "Head baker", "Crumb & Co", "I knead dough at Überlingen.")
    clerk = make(desk, resume_id, "Clerk", "Straße AG")
    assert found(desk, "BAKER") == [baker]
    assert found(desk, "straße") == [clerk]
    assert found(desk, " KNEAD dough ") == [baker]
    assert found(desk, "ÜBERLINGEN") == [baker]
    assert found(desk, "nothing like it") == []


@pytest.mark.parametrize("search", [None, "", "   "])
def test_searching_for_nothing_finds_all(desk, search):
    resume_id = desk.ready()
    ids = [make(desk, resume_id, None, None), make(desk, resume_id, "Clerk", None)]
    assert found(desk, search) == ids[::-1]


@pytest.mark.parametrize("sign", ["%", "_", "\\", "' or true --", "%s", "{0}"])
def test_signs_that_mean_something_to_a_database_are_looked_for_as_they_stand(desk, sign):
    resume_id = desk.ready()
    make(desk, resume_id, "Clerk", "Plain Ltd")
    with_sign = make(desk, resume_id, f"100{sign} remote", None)
    assert found(desk, f"100{sign} r") == [with_sign]
    assert found(desk, sign) == [with_sign]


def test_a_search_goes_on_over_pages(desk):
    resume_id = desk.ready()
    bakers = []
    for number in range(5):
        bakers.append(make(desk, resume_id, f"Baker {number}", None))
        make(desk, resume_id, "Clerk", None)
    first, cursor = desk.letters.list(desk.user_id, None, 3, "baker")
    second, last = desk.letters.list(desk.user_id, cursor, 3, "baker")
    assert [row.letter_id for row in [*first, *second]] == bakers[::-1]
    assert last is None


def test_a_search_finds_the_newest_text_of_an_edited_letter_and_nothing_of_anybody_else(desk, other_desk):
    mine = make(desk, desk.ready(), "Baker", None, "bread")
    make(other_desk, other_desk.ready(), "Baker", None, "bread")
    assert found(desk, "bread") == [mine]


# ---------------------------------------------------------------- made anew


def test_a_letter_made_anew_names_the_one_before_which_stays(desk):
    before = desk.letter()
    again = anew(desk, before.letter_id)
    assert again.regenerated_from == before.letter_id
    assert again.letter_id != before.letter_id
    assert desk.letters.get(desk.user_id, before.letter_id) is not None


def test_a_letter_knows_those_that_were_made_anew_from_it_newest_first_until_they_are_erased(desk):
    before = desk.letter()
    assert before.regenerated_as == []
    first, second = (anew(desk, before.letter_id).letter_id for _ in range(2))
    listed = {row.letter_id: row for row in desk.letters.list(desk.user_id, None, 10)[0]}
    assert listed[before.letter_id].regenerated_as == [second, first]
    assert listed[second].regenerated_from == before.letter_id
    assert desk.letters.get(desk.user_id, before.letter_id).regenerated_as == [second, first]
    desk.letters.delete(desk.user_id, second)
    assert desk.letters.get(desk.user_id, before.letter_id).regenerated_as == [first]


def anew(desk, letter_id):
    row, _ = desk.letters.create(
        desk.user_id,
        uuid.uuid4().hex,
        desk.ready(),
        "a job",
        JobPosting("Baker", None, "en", []),
        Options(),
        regenerated_from=letter_id,
    )
    return row


def test_only_a_letter_of_ones_own_can_be_made_anew(desk, other_desk):
    theirs = other_desk.letter().letter_id
    for named in (theirs, str(uuid.uuid4())):
        with pytest.raises(RequestError) as refused:
            anew(desk, named)
        assert refused.value.code == Code.NOT_FOUND


def test_a_letter_made_anew_outlives_the_one_before(desk):
    before = desk.letter()
    again = anew(desk, before.letter_id)
    desk.letters.delete(desk.user_id, before.letter_id)
    assert desk.letters.get(desk.user_id, again.letter_id).regenerated_from is None


# ---------------------------------------------------------------- the quota of a day


def write_and_delete(desk, resume_id, count):
    for _ in range(count):
        row = desk.letter(resume_id)
        desk.letters.delete(desk.user_id, row.letter_id)
    return row


@pytest.fixture
def small_quota(monkeypatch):
    monkeypatch.setattr(limits, "LETTERS_PER_DAY", 4)


def test_a_loop_of_requests_ends_at_the_quota_even_when_each_letter_is_deleted(desk, other_desk, small_quota):
    """Given as many letters as a day may have, all deleted, when one more is asked for, then it is refused."""
    resume_id = desk.ready()
    write_and_delete(desk, resume_id, 4)
    with pytest.raises(RequestError) as refused:
        desk.letter(resume_id)
    assert refused.value.code == Code.QUOTA_LETTERS_DAY
    assert "4 letters within 24 hours" in refused.value.message
    assert "UTC" in refused.value.message
    assert other_desk.letter()


def test_deleting_the_resume_makes_no_room_either(desk, small_quota):
    for _ in range(2):
        resume_id = desk.ready()
        desk.letter(resume_id)
        desk.letter(resume_id)
        desk.resumes.delete(desk.user_id, resume_id)
    with pytest.raises(RequestError) as refused:
        desk.letter(desk.ready())
    assert refused.value.code == Code.QUOTA_LETTERS_DAY


def test_after_a_day_there_is_room_again(desk, admin, small_quota):
    resume_id = desk.ready()
    for _ in range(4):
        age(admin, desk.letter(resume_id), 24 * 3600 + 1)
    assert desk.letter(resume_id)


def test_the_same_request_is_still_the_same_letter_when_the_quota_is_used_up(desk, small_quota):
    resume_id = desk.ready()
    first = desk.letter(resume_id, "once")
    write_and_delete(desk, resume_id, 3)
    assert desk.letter(resume_id, "once").letter_id == first.letter_id


def test_the_quota_is_counted_through_indexes(desk):
    with desk.database.transaction(desk.user_id) as cursor:
        cursor.execute("set local enable_seqscan = off")
        rows = cursor.execute(f"explain {MADE_LATELY}", {"user": desk.user_id, "hours": 24}).fetchall()
    plan = "\n".join(row["QUERY PLAN"] for row in rows)
    # Without an index that serves, the planner would have no other way than to read the whole table.
    assert plan.count("Index") >= 2
    assert "Seq Scan" not in plan
