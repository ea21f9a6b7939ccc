"""Resumes: room for so many, read once however often S3 tells, stored whole or not at all, never back from the dead."""

import threading
import uuid

import msgspec
import pytest

from resumate import limits
from resumate.documents.model import Chunk, SectionKind
from resumate.errors import Code, ModelError, RequestError, StorageError
from resumate.storage.model import ResumeStatus
from resumate.storage.resumes import CLAIM_SECONDS, PARSING_LIFETIME_SECONDS

from .conftest import MODEL, Desk, make_document, random_vector


def chunks_of(admin, resume_id):
    rows = admin.execute("select text from chunks where resume_id = %s order by position", [resume_id]).fetchall()
    return [text for (text,) in rows]


def age(admin, resume_id, seconds):
    admin.execute(
        """update resumes set created_at = created_at - make_interval(secs => %(seconds)s),
            updated_at = updated_at - make_interval(secs => %(seconds)s),
            parsing_until = parsing_until - make_interval(secs => %(seconds)s)
        where id = %(id)s""",
        {"seconds": seconds, "id": resume_id},
    )


# ---------------------------------------------------------------- slots and quotas


def test_a_new_slot_waits_for_its_file(desk):
    row = desk.resumes.get(desk.user_id, desk.slot(size=1234))
    assert (row.status, row.bytes, row.lines, row.sha256) == (ResumeStatus.AWAITING_UPLOAD, 1234, [], None)


def test_the_twenty_first_resume_is_refused(desk):
    """Given 20 resumes, when another slot is asked for, then it is refused with the quota's code."""
    for _ in range(limits.RESUMES_PER_USER):
        desk.slot()
    with pytest.raises(RequestError) as refusal:
        desk.slot()
    assert refusal.value.code == Code.QUOTA_RESUMES


def test_more_bytes_than_the_quota_are_refused(desk):
    """Given files of 200 MiB in all, when one more byte is asked for, then it is refused."""
    desk.slot(limits.RESUME_BYTES_PER_USER - 1)
    desk.slot(1)
    with pytest.raises(RequestError) as refusal:
        desk.slot(1)
    assert refusal.value.code == Code.QUOTA_RESUMES


def test_the_true_size_counts_once_it_is_known(desk):
    """Given a slot for one byte, when the file turns out large, then the quota counts what it really is."""
    resume_id = desk.slot(1)
    desk.resumes.begin_parsing(desk.user_id, resume_id, "v1", size=limits.RESUME_BYTES_PER_USER)
    with pytest.raises(RequestError):
        desk.slot(1)


def test_the_quota_of_one_is_not_that_of_another(desk, other_desk):
    for _ in range(limits.RESUMES_PER_USER):
        desk.slot()
    assert other_desk.slot()


def test_two_requests_at_once_do_not_both_get_the_last_place(make_database, user_id):
    """Given one free place, when four ask for it at once, then exactly one gets it."""
    desks = [Desk(make_database(), user_id) for _ in range(4)]
    for _ in range(limits.RESUMES_PER_USER - 1):
        desks[0].slot()
    results = at_once([desk.slot for desk in desks])
    assert sum(isinstance(result, str) for result in results) == 1
    assert [result.code for result in results if isinstance(result, RequestError)] == [Code.QUOTA_RESUMES] * 3


def at_once(calls):
    """Run all calls in threads that start together; return what each returned or raised."""
    barrier = threading.Barrier(len(calls))
    results = [None] * len(calls)

    def run(number, call):
        barrier.wait()
        try:
            results[number] = call()
        except Exception as error:  # noqa: BLE001 - the test looks at whatever it was
            results[number] = error

    threads = [threading.Thread(target=run, args=item) for item in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_an_unused_slot_counts_no_longer_than_it_can_be_used(desk, admin):
    """Given 20 slots whose time to upload is over, when another is asked for, then it is given."""
    for resume_id in [desk.slot() for _ in range(limits.RESUMES_PER_USER)]:
        age(admin, resume_id, 2 * limits.UPLOAD_SECONDS + 1)
    assert desk.slot()


def test_an_unused_slot_is_dropped_after_a_day(desk, admin):
    unused, used = desk.slot(), desk.ready()
    for resume_id in (unused, used):
        age(admin, resume_id, limits.SLOT_LIFETIME_SECONDS + 1)
    desk.slot()
    assert desk.resumes.get(desk.user_id, unused) is None
    assert desk.resumes.get(desk.user_id, used).status == ResumeStatus.READY


def test_a_late_event_of_an_expired_slot_is_still_read(desk, admin):
    """Given an upload in the last second whose event comes late, then the file is read."""
    resume_id = desk.slot()
    age(admin, resume_id, 3600)
    assert desk.resumes.begin_parsing(desk.user_id, resume_id, "v1", sequencer="01")


# ---------------------------------------------------------------- events


def test_the_same_event_twice_is_one_reading(desk, admin):
    """Given an event that was handled, when it comes again, then there is nothing to do and the chunks stay."""
    resume_id = desk.ready()
    before = chunks_of(admin, resume_id)
    assert not desk.resumes.begin_parsing(desk.user_id, resume_id, "v1", sequencer="01")
    assert chunks_of(admin, resume_id) == before


def test_the_same_event_to_two_at_once_is_one_reading(make_database, user_id):
    """Given one event, when four readers get it at once, then one of them reads."""
    desks = [Desk(make_database(), user_id) for _ in range(4)]
    resume_id = desks[0].slot()
    begun = at_once(
        [lambda desk=desk: desk.resumes.begin_parsing(user_id, resume_id, "v1", sequencer="01") for desk in desks]
    )
    assert sorted(begun) == [False, False, False, True]


def test_a_reader_that_was_killed_is_followed_by_its_repetition(desk, admin):
    """Given a reader that died, when Lambda repeats the event a minute later, then it is read."""
    resume_id = desk.parsing()
    assert not desk.resumes.begin_parsing(desk.user_id, resume_id, "v1", sequencer="01")
    age(admin, resume_id, CLAIM_SECONDS + 1)
    assert desk.resumes.begin_parsing(desk.user_id, resume_id, "v1", sequencer="01")


@pytest.mark.parametrize(
    ("older", "newer"),
    [("0055AED6DCD90281E5", "0055AED6DCD90281E6"), ("00AF", "00AF01"), ("00af", "00B0"), ("", "01")],
)
def test_the_newer_version_wins_in_any_order(desk, older, newer):
    """Given two versions of one key, whichever event comes first, then the newer one is what is stored."""
    in_order, reversed_order = desk.slot(), desk.slot()
    begin = desk.resumes.begin_parsing
    assert begin(desk.user_id, in_order, "v1", sequencer=older)
    assert begin(desk.user_id, in_order, "v2", sequencer=newer)
    assert not desk.save(in_order, make_document(), version="v1")
    assert desk.save(in_order, make_document(), version="v2")
    assert begin(desk.user_id, reversed_order, "v2", sequencer=newer)
    assert desk.save(reversed_order, make_document(), version="v2")
    assert not begin(desk.user_id, reversed_order, "v1", sequencer=older)
    assert desk.resumes.get(desk.user_id, reversed_order).status == ResumeStatus.READY


def test_a_new_version_replaces_the_chunks_of_the_old(desk, admin):
    """Given a resume with three chunks, when a version with one is stored, then there is one."""
    resume_id = desk.ready()
    assert desk.resumes.begin_parsing(desk.user_id, resume_id, "v2", sequencer="02")
    assert desk.save(resume_id, make_document(["Now a pastry chef"]), version="v2")
    assert chunks_of(admin, resume_id) == ["Now a pastry chef"]


def test_a_store_without_an_order_of_versions_takes_the_one_heard_last(desk):
    """Given events that all carry the same sequencer, when another version comes, then it is read."""
    resume_id = desk.ready()
    assert desk.resumes.begin_parsing(desk.user_id, resume_id, "v2", sequencer="01")


def test_an_event_for_no_row_is_nothing_to_do(desk):
    assert not desk.resumes.begin_parsing(desk.user_id, str(uuid.uuid4()), "v1", sequencer="01")


# ---------------------------------------------------------------- storing


def test_what_was_read_comes_back_as_it_was(desk):
    """Given a document, when it is stored and read, then contact, lines, sections and report are equal."""
    document = make_document()
    row = desk.resumes.get(desk.user_id, desk.ready(document))
    assert row.status == ResumeStatus.READY
    assert (row.sha256, row.language, row.content_type) == ("ab" * 32, "en", "application/pdf")
    assert (row.contact, row.lines, row.sections) == (document.contact, document.lines, document.sections)
    assert row.report == document.report


def test_the_same_file_twice_is_two_resumes(desk):
    """Given a file that is ready, when it is uploaded again, then both are there."""
    assert desk.ready() != desk.ready()


def test_characters_that_postgresql_refuses_do_not_stop_a_resume(desk, admin):
    """Given U+0000 and a lone surrogate in every text, when it is stored, then they are gone and the rest stays."""
    resume_id = desk.ready(make_document(["Baked\x00 bread\ud800 nightly"]), vectors=[random_vector(1)])
    assert chunks_of(admin, resume_id) == ["Baked bread nightly"]


def test_a_crash_in_the_middle_stores_nothing(desk, admin):
    """Given 12 chunks of which the 8th is refused, when they are stored, then there are 0; after a retry, 12."""
    resume_id = desk.parsing()
    good = make_document([f"Baked bread number {number}" for number in range(12)])
    refused = Chunk(7, SectionKind.OTHER, "", 9, 9, "x" * 30_000)
    bad = msgspec.structs.replace(good, chunks=[*good.chunks[:7], refused, *good.chunks[8:]])
    with pytest.raises(StorageError):
        desk.save(resume_id, bad)
    assert chunks_of(admin, resume_id) == []
    assert desk.resumes.get(desk.user_id, resume_id).status == ResumeStatus.PARSING
    assert desk.save(resume_id, good)
    assert len(chunks_of(admin, resume_id)) == 12


@pytest.mark.parametrize(
    "spoil",
    [
        lambda vectors: vectors[:-1],
        lambda vectors: [*vectors, vectors[0]],
        lambda vectors: [vectors[0][:-1], *vectors[1:]],
        lambda vectors: [[float("nan")] * 384, *vectors[1:]],
        lambda vectors: [[float("inf")] * 384, *vectors[1:]],
        lambda vectors: [[0.0] * 384, *vectors[1:]],
    ],
    ids=["one too few", "one too many", "383 numbers", "NaN", "infinity", "all zero"],
)
def test_vectors_that_fit_no_chunk_are_refused(desk, admin, spoil):
    """Given a wrong answer of the embedder, when it is stored, then it is refused and nothing is kept."""
    resume_id = desk.parsing()
    vectors = spoil([random_vector(number) for number in range(3)])
    with pytest.raises(ModelError) as refusal:
        desk.resumes.save_parsed(desk.user_id, resume_id, "v1", make_document(), vectors, MODEL)
    assert refusal.value.code == Code.EMBEDDING_INVALID
    assert chunks_of(admin, resume_id) == []


def test_a_resume_deleted_while_it_is_read_stays_deleted(desk, admin):
    """Given a reading under way, when the resume is deleted and the reading ends, then there is no row of either."""
    resume_id = desk.parsing()
    desk.resumes.delete(desk.user_id, resume_id)
    assert not desk.save(resume_id, make_document())
    assert desk.resumes.get(desk.user_id, resume_id) is None
    assert chunks_of(admin, resume_id) == []


def test_a_failure_is_kept_with_its_code(desk):
    resume_id = desk.parsing()
    assert desk.resumes.mark_failed(desk.user_id, resume_id, "v1", Code.NO_TEXT)
    row = desk.resumes.get(desk.user_id, resume_id)
    assert (row.status, row.error_code) == (ResumeStatus.FAILED, "no_text")


def test_a_failed_version_leaves_no_chunks_of_an_earlier_one(desk, admin):
    resume_id = desk.ready()
    desk.resumes.begin_parsing(desk.user_id, resume_id, "v2", sequencer="02")
    desk.resumes.mark_failed(desk.user_id, resume_id, "v2", Code.CORRUPT)
    assert chunks_of(admin, resume_id) == []


def test_the_failure_of_an_old_version_does_not_touch_the_new(desk):
    """Given version 2 under way, when version 1 reports its failure late, then it is ignored."""
    resume_id = desk.parsing()
    desk.resumes.begin_parsing(desk.user_id, resume_id, "v2", sequencer="02")
    assert not desk.resumes.mark_failed(desk.user_id, resume_id, "v1", Code.CORRUPT)
    assert desk.save(resume_id, make_document(), version="v2")


def test_a_ready_resume_cannot_fail(desk):
    resume_id = desk.ready()
    assert not desk.resumes.mark_failed(desk.user_id, resume_id, "v1", Code.INTERNAL)


def test_a_reading_that_nobody_ends_fails_by_itself(desk, admin):
    """Given a reader that died for good, when its owner looks much later, then the resume has failed."""
    looked_at, listed = desk.parsing(), desk.parsing()
    for resume_id in (looked_at, listed):
        age(admin, resume_id, PARSING_LIFETIME_SECONDS + 1)
    assert desk.resumes.get(desk.user_id, looked_at).error_code == "internal"
    assert {row.status for row in desk.resumes.list(desk.user_id)[0]} == {ResumeStatus.FAILED}


# ---------------------------------------------------------------- reading


def test_the_newest_ready_resume_is_taken(desk, admin):
    """Given a ready one, a newer ready one and a still newer unread one, then the second is the newest ready."""
    older, newer, unread = desk.ready(), desk.ready(), desk.parsing()
    for seconds, resume_id in enumerate([unread, newer, older]):
        age(admin, resume_id, seconds)
    assert desk.resumes.newest_ready(desk.user_id).resume_id == newer


def test_without_a_ready_resume_there_is_none_to_take(desk):
    desk.parsing()
    assert desk.resumes.newest_ready(desk.user_id) is None


def test_pages_hold_every_resume_once_newest_first(desk, admin):
    """Given seven resumes, two of one moment, when they are read by threes, then each comes once, in order."""
    made = [desk.ready() for _ in range(7)]
    for seconds, resume_id in enumerate(made):
        age(admin, resume_id, seconds * 10)
    admin.execute(
        "update resumes set created_at = (select created_at from resumes where id = %s) where id = %s",
        [made[3], made[2]],
    )
    seen, cursor, sizes = [], None, []
    while True:
        page, cursor = desk.resumes.list(desk.user_id, cursor, 3)
        seen += [row.resume_id for row in page]
        sizes.append(len(page))
        if cursor is None:
            break
    assert sizes == [3, 3, 1]
    assert sorted(seen) == sorted(made)
    assert seen[:2] == made[:2]
    assert seen[4:] == made[4:]


def test_a_page_is_not_shifted_by_what_comes_and_goes(desk, admin):
    """Given the first page, when a resume is added and a shown one deleted, then the second page is as it was."""
    made = [desk.ready() for _ in range(4)]
    for seconds, resume_id in enumerate(made):
        age(admin, resume_id, seconds * 10)
    first, cursor = desk.resumes.list(desk.user_id, None, 2)
    desk.ready()
    desk.resumes.delete(desk.user_id, first[0].resume_id)
    second, last = desk.resumes.list(desk.user_id, cursor, 2)
    assert [row.resume_id for row in second] == made[2:]
    assert last is None


def test_slots_that_were_not_used_in_time_are_not_listed(desk, admin):
    fresh, stale = desk.slot(), desk.slot()
    age(admin, stale, 2 * limits.UPLOAD_SECONDS + 1)
    assert [row.resume_id for row in desk.resumes.list(desk.user_id)[0]] == [fresh]


@pytest.mark.parametrize("cursor", ["", "nonsense", "Zm9v", "' or true --", "é", "MjAyNi0xMS0yMQ"])
def test_a_cursor_of_somebody_elses_making_is_refused(desk, cursor):
    with pytest.raises(RequestError) as refusal:
        desk.resumes.list(desk.user_id, cursor)
    assert refusal.value.code == Code.INVALID_FIELD


def test_an_id_that_is_none_is_nobodys(desk):
    with pytest.raises(RequestError) as refusal:
        desk.resumes.get(desk.user_id, "../../etc")
    assert refusal.value.code == Code.NOT_FOUND


@pytest.mark.parametrize(("code", "again"), [(Code.EMBEDDING_UNAVAILABLE, True), (Code.CORRUPT, False)])
def test_a_version_is_read_again_only_after_a_failure_that_was_not_the_files(desk, *, code: Code, again: bool):
    resume_id = desk.slot()
    assert desk.resumes.begin_parsing(desk.user_id, resume_id, "v1", sequencer="01")
    assert desk.resumes.mark_failed(desk.user_id, resume_id, "v1", code)
    assert desk.resumes.begin_parsing(desk.user_id, resume_id, "v1", sequencer="01") is again
