"""One person never sees, changes or learns of another's data; and what a person erases is gone, with a receipt."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import uuid4

import msgspec
import psycopg
import pytest

from devstack.accounts import sign_in
from devstack.client import SocketClient, new_request_id, post_upload
from devstack.environments import aws_client
from devstack.postgres import PostgresHost
from devstack.problems import Problem
from devstack.settings import Settings
from devstack.state import RunningStack
from resumate.exports.model import ExportFormat
from resumate.gateway.messages import (
    ACTIONS,
    Action,
    CancelLetter,
    CheckSentences,
    CreateLetter,
    DeleteAccount,
    DeleteLetter,
    DeleteResume,
    EditedSentence,
    ErrorEvent,
    Event,
    ExportLetter,
    GetInterviewSheet,
    GetLetter,
    GetResume,
    GetVersion,
    Letters,
    ListLetters,
    ListResumes,
    ListVersions,
    Receipt,
    RestoreVersion,
    Resumes,
    RetryResume,
    SaveLetter,
    UploadCreated,
)
from tests.documents.people import NURSE
from tests.e2e import journey
from tests.e2e.conftest import Person

EDITED = [EditedSentence("I bake.", 0)]
ASKING: dict[str, Callable[[str, str], Action]] = {
    "get_resume": lambda resume, _: GetResume(request_id=new_request_id(), resume_id=resume),
    "retry_resume": lambda resume, _: RetryResume(request_id=new_request_id(), resume_id=resume),
    "delete_resume": lambda resume, _: DeleteResume(request_id=new_request_id(), resume_id=resume),
    "create_letter": lambda resume, _: CreateLetter(
        request_id=new_request_id(), job_description=journey.JOB, resume_id=resume
    ),
    "get_letter": lambda _, letter: GetLetter(request_id=new_request_id(), letter_id=letter),
    "cancel_letter": lambda _, letter: CancelLetter(request_id=new_request_id(), letter_id=letter),
    "delete_letter": lambda _, letter: DeleteLetter(request_id=new_request_id(), letter_id=letter),
    "check_sentences": lambda _, letter: CheckSentences(new_request_id(), letter, EDITED),
    "save_letter": lambda _, letter: SaveLetter(new_request_id(), letter, 1, EDITED),
    "list_versions": lambda _, letter: ListVersions(new_request_id(), letter),
    "get_version": lambda _, letter: GetVersion(new_request_id(), letter, 1),
    "restore_version": lambda _, letter: RestoreVersion(new_request_id(), letter, 1, 1),
    "export_letter": lambda _, letter: ExportLetter(new_request_id(), letter, ExportFormat.PDF),
    "get_interview_sheet": lambda _, letter: GetInterviewSheet(new_request_id(), letter),
}


@dataclass
class Owner:
    """Somebody with a resume and a finished letter."""

    client: SocketClient
    resume_id: str
    letter_id: str


@pytest.fixture
def owner(make_person: Callable[[], Person]) -> Owner:
    client = make_person().connect()
    resume_id = journey.ready_resume(client)
    return Owner(client, resume_id, journey.write(client).completed.letter_id)


@pytest.fixture
def stranger(make_person: Callable[[], Person]) -> SocketClient:
    return make_person().connect()


def test_what_is_anothers_is_answered_like_what_does_not_exist(owner: Owner, stranger: SocketClient):
    before = (journey.get_resume(owner.client, owner.resume_id), journey.get_letter(owner.client, owner.letter_id))
    for name, ask in ASKING.items():
        foreign = stranger.ask(ask(owner.resume_id, owner.letter_id))
        absent = stranger.ask(ask(str(uuid4()), str(uuid4())))
        assert isinstance(foreign, ErrorEvent), name
        assert isinstance(absent, ErrorEvent), name
        assert (foreign.code, foreign.message) == (absent.code, absent.message) == ("not_found", absent.message), name
    after = (journey.get_resume(owner.client, owner.resume_id), journey.get_letter(owner.client, owner.letter_id))
    assert without_ids(before) == without_ids(after)


def test_every_action_that_names_a_thing_is_among_those_tried():
    naming = [
        action.__struct_config__.tag
        for action in ACTIONS
        if {"resume_id", "letter_id"} & {field.name for field in msgspec.structs.fields(action)}
    ]
    assert sorted(naming) == sorted(ASKING)


def test_a_letter_is_not_made_anew_from_anothers(owner: Owner, stranger: SocketClient):
    journey.ready_resume(stranger, content=journey.pdf_of(NURSE))
    for letter_id in (owner.letter_id, str(uuid4())):
        action = CreateLetter(new_request_id(), journey.JOB, regenerated_from=letter_id)
        assert journey.error_of(stranger, action) == "not_found"


def without_ids(events: Sequence[Event]) -> list[Event]:
    """The events without the ids of the requests they answer."""
    return [msgspec.structs.replace(event, request_id=None) for event in events]


def test_lists_hold_ones_own_alone(owner: Owner, stranger: SocketClient):
    own = journey.ready_resume(stranger, content=journey.pdf_of(NURSE))
    resumes = stranger.ask_for(ListResumes(request_id=new_request_id()), Resumes)
    letters = stranger.ask_for(ListLetters(request_id=new_request_id()), Letters)
    assert [item.resume_id for item in resumes.items] == [own]
    assert letters.items == []


@pytest.mark.parametrize("field", ["userId", "user_id", "sub", "connectionId", "connection_id", "requestContext"])
def test_who_asks_is_told_by_the_token_and_never_by_a_field(owner: Owner, stranger: SocketClient, field: str):
    victim = user_of(owner.client)
    value: object = {"authorizer": {"user_id": victim}} if field == "requestContext" else victim
    stranger.send_text(json.dumps({"action": "list_letters", "request_id": "r", field: value}))
    assert stranger.wait_for(Letters, seconds=20).items == []


def user_of(client: SocketClient) -> str:
    """A person's user id, as the key of an upload shows it to them."""
    created = journey.ask_for_slot(client, "x.pdf", 10)
    assert isinstance(created, UploadCreated)
    return created.fields["key"].split("/")[1]


def test_nothing_of_another_persons_letter_is_pushed_to_ones_sockets(owner: Owner, stranger: SocketClient):
    journey.write(owner.client)
    assert journey.drained(stranger, 1.0) == []


def test_two_people_with_the_same_text_are_told_apart(owner: Owner, stranger: SocketClient):
    resume_id = journey.ready_resume(stranger)
    letter = journey.write(stranger).completed
    named = {evidence.resume_id for sentence in letter.sentences for evidence in sentence.evidence}
    assert named == {resume_id}


# ---------------------------------------------------------------- erasure


def test_deleting_a_letter_leaves_nothing_and_a_second_time_finds_nothing(owner: Owner):
    receipt = owner.client.ask_for(DeleteLetter(request_id=new_request_id(), letter_id=owner.letter_id), Receipt)
    assert (receipt.what, receipt.id, receipt.removed["letters"]) == ("letter", owner.letter_id, 1)
    assert not any(receipt.remaining.values())
    for ask in (ASKING["get_letter"], ASKING["delete_letter"]):
        assert journey.error_of(owner.client, ask("", owner.letter_id)) == "not_found"


def test_deleting_a_resume_takes_its_file_and_leaves_the_finished_letter(
    owner: Owner, stack: RunningStack, settings: Settings
):
    key = f"resumes/{user_of(owner.client)}/{owner.resume_id}"
    assert versions(stack, key)
    receipt = owner.client.ask_for(DeleteResume(request_id=new_request_id(), resume_id=owner.resume_id), Receipt)
    assert receipt.removed["resumes"] == 1
    assert receipt.removed["chunks"] > 5
    assert receipt.removed["files"] >= 1
    assert not any(receipt.remaining.values())
    assert versions(stack, key) == []
    for ask in (ASKING["get_resume"], ASKING["delete_resume"]):
        assert journey.error_of(owner.client, ask(owner.resume_id, "")) == "not_found"
    assert journey.get_letter(owner.client, owner.letter_id).status == "completed"
    action = CreateLetter(request_id=new_request_id(), job_description=journey.JOB)
    assert journey.error_of(owner.client, action) == "resume_missing"


def test_a_form_that_outlives_its_resume_brings_nothing_back(person: Person, stack: RunningStack):
    client = person.connect()
    created = journey.ask_for_slot(client, "late.pdf", len(journey.pdf_of()))
    assert isinstance(created, UploadCreated)
    client.ask_for(DeleteResume(request_id=new_request_id(), resume_id=created.resume_id), Receipt)
    assert post_upload(created, "late.pdf", journey.pdf_of()) < 300
    assert journey.drained(client, 2.0) == []
    assert versions(stack, created.fields["key"]) == []


def test_deleting_an_account_leaves_nothing_anywhere_and_a_second_time_finds_nothing(
    person: Person, stack: RunningStack, settings: Settings
):
    client = person.connect()
    journey.ready_resume(client)
    journey.write(client)
    user_id = user_of(client)
    receipt = client.ask_for(DeleteAccount(request_id=new_request_id()), Receipt)
    assert (receipt.what, receipt.id) == ("account", user_id)
    assert (receipt.removed["resumes"], receipt.removed["letters"], receipt.removed["sign_ins"]) == (2, 1, 1)
    assert not any(receipt.remaining.values())
    assert versions(stack, f"resumes/{user_id}/") == []
    assert rows_of(settings, user_id) == 0
    with pytest.raises(Problem, match="could not sign in"):
        sign_in_again(stack, person)
    again = client.ask(DeleteAccount(request_id=new_request_id()))
    assert isinstance(again, Receipt), again
    assert not any(again.removed.values())


def test_an_erased_account_has_no_open_window_left_and_brings_nothing_back(person: Person, stack: RunningStack):
    """Given two windows, when one erases the account, then the other is closed, and neither token nor socket goes on."""
    client, other, token = person.connect(), person.connect(), person.token()
    client.ask_for(DeleteAccount(request_id=new_request_id()), Receipt)
    with pytest.raises(Problem, match="closed"):
        other.receive(10)
    assert journey.error_of(client, CreateLetter(request_id=new_request_id(), job_description=journey.JOB)) in (
        "resume_missing",
        "unauthorized",
    )
    slot = journey.ask_for_slot(client, "late.pdf", 1000)
    assert isinstance(slot, ErrorEvent)
    assert slot.code == "unauthorized"
    with pytest.raises(Problem, match="refused"):
        SocketClient.open(stack.addresses["socket"], token)


def sign_in_again(stack: RunningStack, person: Person) -> None:
    cognito = aws_client("cognito-idp", stack.addresses["aws"])
    sign_in(cognito, stack.outputs["UserPoolClientId"], person.email, person.password)


def versions(stack: RunningStack, prefix: str) -> list[str]:
    """What the bucket holds under a prefix: versions and delete markers."""
    bucket = next(value for name, value in stack.outputs.items() if "Bucket" in name)
    found = aws_client("s3", stack.addresses["aws"]).list_object_versions(Bucket=bucket, Prefix=prefix)
    return [item["Key"] for kind in ("Versions", "DeleteMarkers") for item in found.get(kind, [])]


def rows_of(settings: Settings, user_id: str) -> int:
    """How many rows of all tables name a person, as the owner of the schema sees them."""
    tables = ("resumes", "chunks", "letters", "letter_versions", "connections")
    with psycopg.connect(PostgresHost(settings.layout.postgres).admin_dsn) as connection:
        counts = [
            connection.execute(f"select count(*) from {table} where user_id = %s", [user_id]).fetchone()  # noqa: S608
            for table in tables
        ]
    return sum(row[0] for row in counts if row)
