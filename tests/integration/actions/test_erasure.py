"""A person is erased whole, with a receipt, and a second time nothing is left to do."""

import pytest

from resumate.actions.delete_account import delete_account
from resumate.actions.delete_letter import delete_letter
from resumate.actions.delete_resume import delete_resume
from resumate.actions.export_letter import export_letter
from resumate.errors import Code, RequestError
from resumate.exports.model import ExportFormat
from resumate.gateway.messages import DeleteAccount, DeleteLetter, DeleteResume, ExportLetter, LetterQueued
from resumate.storage.connections import ConnectionStore

from .conftest import Office, ScriptedModel
from .test_letters import ask, draft_from, letter_id_of, write


class Pool:
    """A user pool that knows some people."""

    def __init__(self, *people: str) -> None:
        self.people = set(people)

    def remove(self, user_id: str) -> int:
        known = user_id in self.people
        self.people.discard(user_id)
        return int(known)


def erase(office: Office, pool: Pool):
    return delete_account(
        DeleteAccount(request_id="r"), office.caller, office.database, office.files, pool, office.sockets
    )


def test_an_account_goes_with_everything_and_a_second_call_finds_nothing(office: Office) -> None:
    office.add_resume()
    ask(office)
    ConnectionStore(office.database).remember(office.user_id, f"c-{office.user_id}")
    pool = Pool(office.user_id)
    receipt = erase(office, pool)
    assert {kind: receipt.removed[kind] for kind in ("resumes", "letters", "connections", "files", "sign_ins")} == {
        "resumes": 1,
        "letters": 1,
        "connections": 1,
        "files": 1,
        "sign_ins": 1,
    }
    assert not any(receipt.remaining.values())
    assert not any(erase(office, pool).removed.values())
    assert office.files.content == {}


def test_a_letter_goes_at_whatever_stage(office: Office) -> None:
    office.add_resume()
    ask(office)
    letter_id = office.sockets.of(LetterQueued)[0].letter_id
    message = DeleteLetter(request_id="r", letter_id=letter_id)
    receipt = delete_letter(message, office.caller, office.letters, office.files)
    assert receipt.removed == {"letters": 1, "letter_versions": 0, "exports": 0}
    assert not any(receipt.remaining.values())


def finished(office: Office) -> str:
    """Write a letter and export it twice; return its id."""
    office.add_resume()
    ask(office)
    write(office, ScriptedModel(draft_from(office)))
    letter_id = letter_id_of(office)
    for kind in ExportFormat:
        export_letter(ExportLetter("r", letter_id, kind), office.caller, office.export_desk)
    return letter_id


def exports(office: Office) -> list[str]:
    return [key for key in office.files.content if key.startswith("exports/")]


def test_a_finished_letter_goes_with_its_versions_and_files(office: Office) -> None:
    letter_id = finished(office)
    others = f"exports/somebody-else/{letter_id}/1.pdf"
    office.files.content[others] = b"%PDF"
    message = DeleteLetter(request_id="r", letter_id=letter_id)
    receipt = delete_letter(message, office.caller, office.letters, office.files)
    assert receipt.removed == {"letters": 1, "letter_versions": 1, "exports": 2}
    assert not any(receipt.remaining.values())
    assert exports(office) == [others]


def test_the_letter_of_another_is_not_found_and_its_files_stay(office: Office, other_user_id: str) -> None:
    letter_id = finished(office)
    stranger = Office(office.database, other_user_id)
    stranger.files = office.files
    message = DeleteLetter(request_id="r", letter_id=letter_id)
    with pytest.raises(RequestError) as refused:
        delete_letter(message, stranger.caller, stranger.letters, stranger.files)
    assert refused.value.code is Code.NOT_FOUND
    assert len(exports(office)) == 2


def test_a_deleted_resume_takes_the_files_along_that_bear_its_contact_details(office: Office) -> None:
    finished(office)
    (resume,) = office.resumes.list(office.user_id)[0]
    message = DeleteResume(request_id="r", resume_id=resume.resume_id)
    receipt = delete_resume(message, office.caller, office.resumes, office.files)
    assert (receipt.removed["exports"], receipt.remaining["exports"]) == (2, 0)
    assert exports(office) == []


def test_a_deleted_account_takes_its_exports_and_closes_the_other_windows_alone(office: Office) -> None:
    finished(office)
    office.sockets.open = ["tab-1", office.caller.connection_id, "tab-2"]
    receipt = erase(office, Pool(office.user_id))
    assert (receipt.removed["exports"], receipt.removed["letter_versions"]) == (2, 1)
    assert office.files.content == {}
    assert office.sockets.closed == ["tab-1", "tab-2"]


def test_a_window_of_an_erased_account_can_bring_nothing_back(office: Office) -> None:
    """Given an account that was just erased, when its open socket asks for a letter, then it is refused."""
    office.add_resume()
    erase(office, Pool(office.user_id))
    with pytest.raises(RequestError) as refused:
        office.add_resume()
    assert refused.value.code is Code.UNAUTHORIZED
