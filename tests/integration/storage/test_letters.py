"""Letters: one for a request, written by one at a time, finished once, and gone when they are deleted."""

import threading
import uuid

import pytest

from resumate import limits
from resumate.errors import Code, RequestError
from resumate.gateway.messages import LetterCompleted, LineEvidence, RequirementItem, SentenceItem
from resumate.letters.model import Options, SentenceState, Usage
from resumate.matching.model import Status
from resumate.storage.letters import Lease, LeaseRefusal
from resumate.storage.model import LetterStatus

from .conftest import POSTING, Desk

EVIDENCE = LineEvidence(resume_id="r", sha256="ab" * 32, page=1, line=2, quote="Baked bread")


def completed(letter_id, text="I baked bread."):
    return LetterCompleted(
        letter_id=letter_id,
        text=text,
        sentences=[SentenceItem(text=text, state=SentenceState.SUPPORTED, paragraph=0, evidence=[EVIDENCE])],
        requirements=[RequirementItem(text="Bakes", must=True, status=Status.MET, evidence=[EVIDENCE])],
        drafts=2,
        model="composer",
        usage=Usage(prompt_tokens=10, completion_tokens=20, seconds=1.5, cost=0.0),
        note="An earlier draft was kept.",
    )


def status(desk, letter):
    return desk.letters.get(desk.user_id, letter.letter_id).status


def age(admin, letter, seconds):
    admin.execute(
        """update letters set created_at = created_at - make_interval(secs => %(seconds)s),
            updated_at = updated_at - make_interval(secs => %(seconds)s),
            lease_until = lease_until - make_interval(secs => %(seconds)s)
        where id = %(id)s""",
        {"seconds": seconds, "id": letter.letter_id},
    )


# ---------------------------------------------------------------- asked for


def test_a_letter_is_queued_with_all_that_was_asked(desk):
    row = desk.letters.get(desk.user_id, desk.letter().letter_id)
    assert (row.status, row.job_title, row.company, row.language) == (LetterStatus.QUEUED, "Baker", "Crumb & Co", "en")
    assert row.job_description.startswith("We look for a baker")
    assert row.options == Options(answers=["I hold a driving licence"])
    assert (row.attempts, row.seq, row.draft, row.text) == (0, 0, 0, "")


def test_the_chosen_language_goes_before_the_jobs(desk):
    row, _ = desk.letters.create(desk.user_id, "r", desk.ready(), "job", POSTING, Options(language="fr"))
    assert row.language == "fr"


def test_a_request_sent_twice_is_one_letter(desk):
    """Given a letter asked for, when the same request id comes again, even with other text, then it is that letter."""
    resume_id = desk.ready()
    first, created = desk.letters.create(desk.user_id, "once", resume_id, "job", POSTING, Options())
    second, again = desk.letters.create(desk.user_id, "once", resume_id, "another job", POSTING, Options())
    assert (created, again) == (True, False)
    assert first == second


def test_a_request_sent_twice_at_once_is_one_letter(make_database, user_id):
    """Given one request id, when four processes get it at once, then one creates the letter and all name it."""
    desks = [Desk(make_database(), user_id) for _ in range(4)]
    resume_id = desks[0].ready()
    results = at_once(
        [lambda desk=desk: desk.letters.create(user_id, "once", resume_id, "job", POSTING, Options()) for desk in desks]
    )
    assert len({row.letter_id for row, _ in results}) == 1
    assert sorted(created for _, created in results) == [False, False, False, True]


def at_once(calls):
    """Run all calls in threads that start together; return what each returned."""
    barrier = threading.Barrier(len(calls))
    results = [None] * len(calls)

    def run(number, call):
        barrier.wait()
        results[number] = call()

    threads = [threading.Thread(target=run, args=item) for item in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_the_eleventh_letter_under_way_is_refused(desk):
    """Given ten letters under way, when another is asked for, then it is refused; when one ends, it is not."""
    resume_id = desk.ready()
    letters = [desk.letter(resume_id) for _ in range(limits.LETTERS_UNDER_WAY)]
    with pytest.raises(RequestError) as refusal:
        desk.letter(resume_id)
    assert refusal.value.code == Code.QUOTA_LETTERS
    assert desk.letters.cancel(desk.user_id, letters[0].letter_id)
    assert desk.letter(resume_id)


def test_a_repeated_request_is_answered_though_the_quota_is_full(desk):
    resume_id = desk.ready()
    letters = [desk.letter(resume_id, f"request {number}") for number in range(limits.LETTERS_UNDER_WAY)]
    assert desk.letter(resume_id, "request 0").letter_id == letters[0].letter_id


def test_letters_nobody_writes_do_not_fill_the_quota_for_ever(desk, admin):
    """Given ten letters that were never queued, when an hour has passed, then another can be asked for."""
    resume_id = desk.ready()
    letters = [desk.letter(resume_id) for _ in range(limits.LETTERS_UNDER_WAY)]
    for letter in letters:
        age(admin, letter, limits.QUEUED_LIFETIME_SECONDS + 1)
    assert desk.letter(resume_id)
    assert status(desk, letters[0]) == LetterStatus.FAILED


@pytest.mark.parametrize(("state", "code"), [("parsing", Code.RESUME_NOT_READY), ("slot", Code.RESUME_NOT_READY)])
def test_a_resume_that_is_not_ready_gives_no_letter(desk, state, code):
    with pytest.raises(RequestError) as refusal:
        desk.letter(getattr(desk, state)())
    assert refusal.value.code == code


def test_a_resume_that_is_not_there_gives_no_letter(desk):
    with pytest.raises(RequestError) as refusal:
        desk.letter(str(uuid.uuid4()))
    assert refusal.value.code == Code.RESUME_MISSING


def test_characters_that_postgresql_refuses_do_not_stop_a_letter(desk):
    row, _ = desk.letters.create(
        desk.user_id, "r\x00", desk.ready(), "Bake\x00rs\ud800 wanted; %s", POSTING, Options(answers=["a\x00b"])
    )
    assert (row.request_id, row.job_description, row.options.answers) == ("r", "Bakers wanted; %s", ["ab"])


def test_requirements_are_kept_as_they_were_sent(desk):
    letter = desk.letter()
    sent = [RequirementItem(text="Bakes", must=True, status=Status.MET, evidence=[EVIDENCE])]
    assert desk.letters.set_requirements(desk.user_id, letter.letter_id, sent)
    kept = desk.letters.requirements(desk.user_id, letter.letter_id)
    assert kept[0]["text"] == "Bakes"
    assert kept[0]["evidence"][0]["quote"] == "Baked bread"


# ---------------------------------------------------------------- leases


def test_a_lease_counts_the_attempt_and_shows_the_letter_as_being_written(desk):
    letter = desk.letter()
    lease = desk.leased(letter)
    assert (lease.attempts, lease.draft, lease.seq) == (1, 0, 0)
    assert status(desk, letter) == LetterStatus.WRITING


def test_of_many_consumers_at_once_one_gets_the_lease(make_database, user_id):
    """Given one message, when six consumers have it at once, then one writes and the others return it."""
    desks = [Desk(make_database(), user_id) for _ in range(6)]
    letter = desks[0].letter()
    results = at_once([lambda desk=desk: desk.letters.acquire_lease(user_id, letter.letter_id, 60) for desk in desks])
    assert sum(isinstance(result, Lease) for result in results) == 1
    assert results.count(LeaseRefusal.LEASED) == 5


def test_a_message_that_comes_again_after_the_end_has_nothing_to_do(desk):
    """Given a completed letter, when its message is delivered again, then there is nothing left to write."""
    letter = desk.letter()
    lease = desk.leased(letter)
    assert desk.letters.complete(desk.user_id, letter.letter_id, lease.token, completed(letter.letter_id))
    assert desk.letters.acquire_lease(desk.user_id, letter.letter_id, 60) is LeaseRefusal.FINISHED


def test_a_consumer_that_was_killed_is_followed_by_another(desk, admin):
    """Given a killed consumer, when its lease has run out, then the next goes on counting drafts and deltas."""
    letter = desk.letter()
    first = desk.leased(letter)
    assert desk.letters.append_draft(desk.user_id, letter.letter_id, first.token, 1, 7, "I bak")
    age(admin, letter, 61)
    second = desk.leased(letter)
    assert (second.attempts, second.draft, second.seq) == (2, 1, 7)
    assert second.token != first.token


def test_a_consumer_that_lost_its_lease_writes_nothing(desk, admin):
    """Given a slow consumer whose letter another has taken over, then none of its writes applies."""
    letter = desk.letter()
    slow = desk.leased(letter)
    age(admin, letter, 61)
    quick = desk.leased(letter)
    user, letter_id, letters = desk.user_id, letter.letter_id, desk.letters
    assert not letters.holds_lease(user, letter_id, slow.token)
    assert not letters.append_draft(user, letter_id, slow.token, 1, 1, "old")
    assert not letters.complete(user, letter_id, slow.token, completed(letter_id))
    assert not letters.needs_input(user, letter_id, ["?"], lease_token=slow.token)
    assert not letters.fail(user, letter_id, Code.INTERNAL, lease_token=slow.token)
    assert not letters.release(user, letter_id, slow.token)
    assert letters.holds_lease(user, letter_id, quick.token)
    assert letters.complete(user, letter_id, quick.token, completed(letter_id))


def test_a_letter_that_somebody_holds_is_settled_by_nobody_else(desk):
    """Given a consumer at work, when it is failed without the lease, then that does not apply."""
    letter = desk.letter()
    desk.leased(letter)
    assert not desk.letters.fail(desk.user_id, letter.letter_id, Code.QUEUE_UNAVAILABLE)
    assert not desk.letters.needs_input(desk.user_id, letter.letter_id, ["?"])
    assert status(desk, letter) == LetterStatus.WRITING


def test_a_returned_letter_can_be_taken_at_once(desk):
    """Given a failure that may pass, when the letter is given back, then the next delivery gets the lease."""
    letter = desk.letter()
    lease = desk.leased(letter)
    assert desk.letters.release(desk.user_id, letter.letter_id, lease.token)
    assert status(desk, letter) == LetterStatus.QUEUED
    assert desk.leased(letter).attempts == 2


def test_a_dead_letter_that_is_put_back_is_written_once(desk):
    """Given a dead letter, when its message is redriven, then it completes, and a second redrive does nothing."""
    letter = desk.letter()
    lease = desk.leased(letter)
    assert desk.letters.fail(desk.user_id, letter.letter_id, Code.DEAD_LETTER, lease_token=lease.token)
    redriven = desk.leased(letter)
    assert desk.letters.complete(desk.user_id, letter.letter_id, redriven.token, completed(letter.letter_id))
    row = desk.letters.get(desk.user_id, letter.letter_id)
    assert (row.status, row.error_code) == (LetterStatus.COMPLETED, None)
    assert desk.letters.acquire_lease(desk.user_id, letter.letter_id, 60) is LeaseRefusal.FINISHED


@pytest.mark.parametrize("code", [Code.GENERATION_EMPTY, Code.EXPIRED, Code.QUEUE_UNAVAILABLE])
def test_any_other_failure_is_final(desk, code):
    letter = desk.letter()
    desk.letters.fail(desk.user_id, letter.letter_id, code)
    assert desk.letters.acquire_lease(desk.user_id, letter.letter_id, 60) is LeaseRefusal.FINISHED


def test_the_letter_of_a_deleted_message_is_gone(desk):
    letter = desk.letter()
    desk.letters.delete(desk.user_id, letter.letter_id)
    assert desk.letters.acquire_lease(desk.user_id, letter.letter_id, 60) is LeaseRefusal.GONE


# ---------------------------------------------------------------- writing


def test_a_draft_can_be_read_while_it_is_written(desk):
    """Given a lost socket, when the letter is fetched, then the draft so far comes with the seq to go on from."""
    letter = desk.letter()
    lease = desk.leased(letter)
    assert desk.letters.append_draft(desk.user_id, letter.letter_id, lease.token, 1, 3, "I baked")
    assert desk.letters.append_draft(desk.user_id, letter.letter_id, lease.token, 2, 4, "We")
    row = desk.letters.get(desk.user_id, letter.letter_id)
    assert (row.draft, row.seq, row.draft_text, row.text) == (2, 4, "We", "")


def test_an_older_snapshot_does_not_replace_a_newer(desk):
    letter = desk.letter()
    lease = desk.leased(letter)
    desk.letters.append_draft(desk.user_id, letter.letter_id, lease.token, 1, 5, "I baked bread")
    assert not desk.letters.append_draft(desk.user_id, letter.letter_id, lease.token, 1, 4, "I baked")
    assert desk.letters.get(desk.user_id, letter.letter_id).draft_text == "I baked bread"


def test_a_finished_letter_is_what_was_sent(desk):
    """Given a completed letter, when it is fetched, then text, sentences and evidence are as the client got them."""
    letter = desk.letter()
    message = completed(letter.letter_id, "I baked bread – für alle.\n\nKind regards,\nMira Falk")
    assert desk.letters.complete(desk.user_id, letter.letter_id, desk.leased(letter).token, message)
    row = desk.letters.get(desk.user_id, letter.letter_id)
    assert (row.status, row.text, row.draft_text) == (LetterStatus.COMPLETED, message.text, "")
    assert row.sentences[0]["evidence"][0] == {
        "resume_id": "r",
        "sha256": "ab" * 32,
        "page": 1,
        "line": 2,
        "quote": "Baked bread",
    }
    assert (row.drafts, row.model, row.usage, row.note) == (2, "composer", message.usage, message.note)
    assert row.finished_at is not None


def test_questions_end_a_letter(desk):
    letter = desk.letter()
    assert desk.letters.needs_input(desk.user_id, letter.letter_id, ["Have you baked?", "Where?"])
    row = desk.letters.get(desk.user_id, letter.letter_id)
    assert (row.status, row.questions) == (LetterStatus.NEEDS_INPUT, ["Have you baked?", "Where?"])


def test_a_letter_that_could_not_be_queued_does_not_stay_queued(desk):
    """Given a row whose message was never sent, when it is failed, then it is final and says why."""
    letter = desk.letter()
    assert desk.letters.fail(desk.user_id, letter.letter_id, Code.QUEUE_UNAVAILABLE)
    row = desk.letters.get(desk.user_id, letter.letter_id)
    assert (row.status, row.error_code) == (LetterStatus.FAILED, "queue_unavailable")


def test_a_cancelled_letter_stops_its_writer(desk):
    """Given a consumer at work, when the user cancels, then every later write fails and nothing was completed."""
    letter = desk.letter()
    lease = desk.leased(letter)
    assert desk.letters.cancel(desk.user_id, letter.letter_id)
    assert not desk.letters.holds_lease(desk.user_id, letter.letter_id, lease.token)
    assert not desk.letters.append_draft(desk.user_id, letter.letter_id, lease.token, 1, 1, "x")
    assert not desk.letters.complete(desk.user_id, letter.letter_id, lease.token, completed(letter.letter_id))
    assert status(desk, letter) == LetterStatus.CANCELLED


def test_a_finished_letter_cannot_be_cancelled(desk):
    letter = desk.letter()
    desk.letters.complete(desk.user_id, letter.letter_id, desk.leased(letter).token, completed(letter.letter_id))
    assert not desk.letters.cancel(desk.user_id, letter.letter_id)
    assert status(desk, letter) == LetterStatus.COMPLETED


def test_a_redriven_letter_that_was_cancelled_is_not_written(desk):
    letter = desk.letter()
    desk.letters.cancel(desk.user_id, letter.letter_id)
    assert desk.letters.acquire_lease(desk.user_id, letter.letter_id, 60) is LeaseRefusal.FINISHED


@pytest.mark.parametrize("deleted", ["letter", "resume"])
def test_a_letter_deleted_while_it_is_written_stays_deleted(desk, admin, deleted):
    """Given a consumer at work, when the letter or its resume is deleted, then nothing is stored at the end."""
    resume_id = desk.ready()
    letter = desk.letter(resume_id)
    lease = desk.leased(letter)
    if deleted == "letter":
        desk.letters.delete(desk.user_id, letter.letter_id)
    else:
        desk.resumes.delete(desk.user_id, resume_id)
    assert not desk.letters.append_draft(desk.user_id, letter.letter_id, lease.token, 1, 1, "x")
    assert not desk.letters.complete(desk.user_id, letter.letter_id, lease.token, completed(letter.letter_id))
    assert admin.execute("select from letters where id = %s", [letter.letter_id]).fetchone() is None


def test_a_letter_that_waited_an_hour_expires_when_its_owner_looks(desk, admin):
    """Given a queue that stood still, when the owner looks after an hour, then the letter has failed as expired."""
    stale, fresh = desk.letter(), desk.letter()
    age(admin, stale, limits.QUEUED_LIFETIME_SECONDS + 1)
    assert desk.letters.expire_stale(desk.user_id) == 1
    assert desk.letters.get(desk.user_id, stale.letter_id).error_code == "expired"
    assert status(desk, fresh) == LetterStatus.QUEUED


def test_a_letter_that_is_being_written_does_not_expire(desk, admin):
    letter = desk.letter()
    desk.leased(letter, seconds=2 * limits.QUEUED_LIFETIME_SECONDS)
    age(admin, letter, limits.QUEUED_LIFETIME_SECONDS + 1)
    assert desk.letters.expire_stale(desk.user_id) == 0


def test_a_late_message_is_still_written_when_nobody_was_told_otherwise(desk, admin):
    letter = desk.letter()
    age(admin, letter, limits.QUEUED_LIFETIME_SECONDS + 1)
    assert desk.leased(letter)


# ---------------------------------------------------------------- reading


def test_pages_hold_every_letter_once_newest_first(desk, admin):
    resume_id = desk.ready()
    made = [desk.letter(resume_id) for _ in range(5)]
    for seconds, letter in enumerate(made):
        age(admin, letter, seconds * 10)
    first, cursor = desk.letters.list(desk.user_id, None, 2)
    second, cursor = desk.letters.list(desk.user_id, cursor, 2)
    third, cursor = desk.letters.list(desk.user_id, cursor, 2)
    assert [row.letter_id for row in [*first, *second, *third]] == [letter.letter_id for letter in made]
    assert cursor is None
    assert (first[0].job_title, first[0].company, first[0].resume_id) == ("Baker", "Crumb & Co", resume_id)
