"""Erase once more what was erased since a backup, from the erasure log; called by an operator after a restore.

Works through the log in parts, because a function has seconds: the caller goes on after `next` until there is none.
A second replay finds nothing to do.
"""

from collections import Counter
from collections.abc import Callable

from msgspec import Struct

from resumate.actions.delete_account import delete_account
from resumate.actions.delete_letter import delete_letter
from resumate.actions.delete_resume import delete_resume
from resumate.errors import RequestError
from resumate.gateway.caller import Caller
from resumate.gateway.messages import DeleteAccount, DeleteLetter, DeleteResume, Receipt
from resumate.gateway.push import UserPush
from resumate.storage.database import Database
from resumate.storage.erased_users import erased_users
from resumate.storage.erasure_log import ACCOUNT, LETTER, RESUME, ErasureLog, Tombstone, hash_of
from resumate.storage.letters import LetterStore
from resumate.storage.objects import ObjectStore
from resumate.storage.resumes import ResumeStore
from resumate.storage.sign_ins import SignIns

TOMBSTONES_MOST = 500
PART_SECONDS = 12.0
"""After so long a part ends with the person at hand; the function has 29 seconds, and finding people takes its share."""


class ReplayDesk(Struct, frozen=True):
    """What a replay works with."""

    log: ErasureLog
    database: Database
    objects: ObjectStore
    sign_ins: SignIns
    resumes: ResumeStore
    letters: LetterStore
    push: UserPush


class Replay(Struct, frozen=True):
    """What one part of a replay did.

    Attributes:
        tombstones: how many were looked at.
        people: of how many of these there were rows.
        removed: what was removed, counted by kind.
        remaining: what a second look still found, counted by kind; all 0.
        next: where to go on, None at the end of the log.
    """

    tombstones: int
    people: int
    removed: dict[str, int]
    remaining: dict[str, int]
    next: str | None


def replay_erasures(after: str | None, desk: ReplayDesk, now: Callable[[], float]) -> Replay:
    """Erase what the next part of the log names; raises `StorageError`, and may then simply be called again.

    Args:
        after: where an earlier part ended; None begins.
        desk: what to work with.
        now: seconds that only grow.
    """
    tombstones = desk.log.read(after, TOMBSTONES_MOST)
    found = {
        hash_of(user_id): user_id for user_id in erased_users(desk.database, {one.user_hash for one in tombstones})
    }
    removed, remaining, people = Counter[str](), Counter[str](), set[str]()
    begun, done = now(), 0
    for tombstone in tombstones:
        if now() - begun > PART_SECONDS:
            break
        done += 1
        user_id = found.get(tombstone.user_hash)
        if user_id is None:
            continue
        people.add(user_id)
        receipt = _erase_again(user_id, tombstone, desk)
        removed.update(receipt.removed if receipt else {})
        remaining.update(receipt.remaining if receipt else {})
    is_end = done == len(tombstones) < TOMBSTONES_MOST
    following = None if is_end else tombstones[done - 1].key if done else after
    return Replay(done, len(people), dict(removed), dict(remaining), following)


def _erase_again(user_id: str, tombstone: Tombstone, desk: ReplayDesk) -> Receipt | None:
    """Return the receipt; None when this resume or letter is not in the backup."""
    person = Caller(user_id, connection_id="", correlation_id="", expires_at=0, domain="")
    try:
        return _AGAIN[tombstone.what](person, tombstone.identifier, desk)
    except RequestError:
        return None


def _account(person: Caller, _identifier: str, desk: ReplayDesk) -> Receipt:
    message = DeleteAccount(request_id="replay")
    return delete_account(message, person, desk.database, desk.objects, desk.sign_ins, desk.push)


def _resume(person: Caller, resume_id: str, desk: ReplayDesk) -> Receipt:
    return delete_resume(DeleteResume(request_id="replay", resume_id=resume_id), person, desk.resumes, desk.objects)


def _letter(person: Caller, letter_id: str, desk: ReplayDesk) -> Receipt:
    return delete_letter(DeleteLetter(request_id="replay", letter_id=letter_id), person, desk.letters, desk.objects)


_AGAIN: dict[str, Callable[[Caller, str, ReplayDesk], Receipt]] = {ACCOUNT: _account, RESUME: _resume, LETTER: _letter}
