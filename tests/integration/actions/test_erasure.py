"""A person is erased whole, with a receipt, and a second time nothing is left to do."""

from resumate.actions.delete_account import delete_account
from resumate.actions.delete_letter import delete_letter
from resumate.gateway.messages import DeleteAccount, DeleteLetter, LetterQueued
from resumate.storage.connections import ConnectionStore

from .conftest import Office
from .test_letters import ask


class Pool:
    """A user pool that knows some people."""

    def __init__(self, *people: str) -> None:
        self.people = set(people)

    def remove(self, user_id: str) -> int:
        known = user_id in self.people
        self.people.discard(user_id)
        return int(known)


def erase(office: Office, pool: Pool):
    return delete_account(DeleteAccount(request_id="r"), office.caller, office.database, office.files, pool)


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
    receipt = delete_letter(DeleteLetter(request_id="r", letter_id=letter_id), office.caller, office.letters)
    assert receipt.removed == {"letters": 1}
    assert not any(receipt.remaining.values())
