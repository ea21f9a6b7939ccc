"""The composition root as handlers see it: each use case with everything it needs handed in.

Imports stand inside the functions: a handler loads only what its own use case needs, which is most of its cold
start (`user_auth` never loads the database driver). `warm_up` lets a handler pay for them while it starts. What is
handed in is made, once a process, by `collaborators`.
"""

# ruff: noqa: PLC0415 - imports inside functions are this module's purpose, see above

import importlib
import time
from typing import TYPE_CHECKING, Any

from resumate import collaborators, config
from resumate.collaborators import push_to_connection

if TYPE_CHECKING:
    from resumate.actions.letter_states import LetterState
    from resumate.actions.replay_erasures import Replay
    from resumate.gateway import messages
    from resumate.gateway.caller import Caller, Connection
    from resumate.gateway.operators import EraseAccount, LetterStates, ReplayErasures
    from resumate.gateway.uploads import Uploaded
    from resumate.identity import Identity

__all__ = ["push_to_connection"]


def warm_up(*use_cases: str) -> None:
    """Import the modules of these use cases now, while Lambda starts the function at full speed."""
    for name in use_cases:
        importlib.import_module(f"resumate.actions.{name}")


def verify_token(token: str) -> "Identity":
    """Verify an access token of the user pool; raises `IdentityError`."""
    from resumate.identity import verify_access_token

    pool = collaborators.settings(config.IdentitySettings)
    return verify_access_token(token, collaborators.token_keys(), pool.issuer, pool.user_pool_client_id, time.time)


def allowed_origins() -> frozenset[str]:
    """Return the origins whose pages may open a socket."""
    origins = collaborators.settings(config.IdentitySettings).allowed_origins.split(",")
    return frozenset(origin.strip() for origin in origins if origin.strip())


def accept_sign_up(event: dict[str, Any]) -> dict[str, Any]:
    """Decide about a sign-up; raises `IdentityError`."""
    from resumate.actions.accept_sign_up import accept_sign_up as use_case

    return use_case(event, collaborators.settings(config.SignUpSettings))


def remember_connection(connection: "Connection") -> None:
    """Note that a socket of a user opened."""
    collaborators.connections().remember(connection.user_id, connection.connection_id)


def forget_connection(connection: "Connection") -> None:
    """Note that a socket of a user closed."""
    collaborators.connections().forget(connection.user_id, connection.connection_id)


def create_upload(message: "messages.CreateUpload", caller: "Caller") -> "messages.Event":
    """Hand out a place to upload one resume."""
    from resumate.actions.create_upload import create_upload as use_case

    return use_case(message, caller, collaborators.resumes(), collaborators.objects(), collaborators.new_id)


def retry_resume(message: "messages.RetryResume", caller: "Caller") -> "messages.Event":
    """Read an uploaded file again."""
    from resumate.actions.retry_resume import retry_resume as use_case

    return use_case(message, caller, collaborators.resumes(), collaborators.objects())


def read_resume(uploaded: "Uploaded") -> None:
    """Bring one uploaded file to ready or failed."""
    from resumate.actions.read_resume import read_resume as use_case
    from resumate.documents.cage import read_in_child

    model = collaborators.settings(config.EmbedderSettings).embedder_model
    use_case(
        uploaded,
        collaborators.resumes(),
        collaborators.objects(),
        collaborators.embedder(),
        model,
        collaborators.user_push(),
        read_in_child,
    )


def create_letter(message: "messages.CreateLetter", caller: "Caller") -> None:
    """Queue a letter."""
    from resumate.actions.create_letter import create_letter as use_case

    use_case(message, caller, collaborators.letter_desk(caller))


def cancel_letter(message: "messages.CancelLetter", caller: "Caller") -> None:
    """Stop a letter that is not finished."""
    from resumate.actions.cancel_letter import cancel_letter as use_case

    use_case(message, caller, collaborators.letters(), collaborators.user_push())


def write_queued_letter(body: str, receives: int) -> None:
    """Write the letter of one queue message."""
    from resumate.actions.write_queued_letter import write_queued_letter as use_case

    use_case(body, receives, collaborators.writing_desk())


def return_to_queue(receipt_handle: str, seconds: int) -> None:
    """Make a message that failed visible again after so many seconds."""
    collaborators.queue().return_after(receipt_handle, seconds)


def list_resumes(message: "messages.ListResumes", caller: "Caller") -> "messages.Event":
    """Return a page of the caller's resumes."""
    from resumate.actions.list_resumes import list_resumes as use_case

    return use_case(message, caller, collaborators.resumes())


def get_resume(message: "messages.GetResume", caller: "Caller") -> "messages.Event":
    """Return one resume as it was read."""
    from resumate.actions.get_resume import get_resume as use_case

    return use_case(message, caller, collaborators.resumes())


def list_letters(message: "messages.ListLetters", caller: "Caller") -> "messages.Event":
    """Return a page of the caller's letters."""
    from resumate.actions.list_letters import list_letters as use_case

    return use_case(message, caller, collaborators.letters())


def get_letter(message: "messages.GetLetter", caller: "Caller") -> "messages.Event":
    """Return one letter, finished or as far as it is."""
    from resumate.actions.get_letter import get_letter as use_case

    return use_case(message, caller, collaborators.letters())


def check_sentences(message: "messages.CheckSentences", caller: "Caller") -> "messages.Event":
    """Say what the gate says of an edited letter."""
    from resumate.actions.check_sentences import check_sentences as use_case

    return use_case(message, caller, collaborators.editing_desk())


def save_letter(message: "messages.SaveLetter", caller: "Caller") -> "messages.Event":
    """Store an edited letter as its newest version."""
    from resumate.actions.save_letter import save_letter as use_case

    return use_case(message, caller, collaborators.editing_desk())


def restore_version(message: "messages.RestoreVersion", caller: "Caller") -> "messages.Event":
    """Make an earlier version of a letter the newest again."""
    from resumate.actions.restore_version import restore_version as use_case

    return use_case(message, caller, collaborators.letters(), collaborators.versions())


def list_versions(message: "messages.ListVersions", caller: "Caller") -> "messages.Event":
    """Return which versions a letter has."""
    from resumate.actions.list_versions import list_versions as use_case

    return use_case(message, caller, collaborators.versions())


def get_version(message: "messages.GetVersion", caller: "Caller") -> "messages.Event":
    """Return one version of a letter."""
    from resumate.actions.get_version import get_version as use_case

    return use_case(message, caller, collaborators.versions())


def get_interview_sheet(message: "messages.GetInterviewSheet", caller: "Caller") -> "messages.Event":
    """Return what an interviewer is likely to ask about a letter."""
    from resumate.actions.get_interview_sheet import get_interview_sheet as use_case

    return use_case(message, caller, collaborators.letters())


def export_letter(message: "messages.ExportLetter", caller: "Caller") -> "messages.Event":
    """Hand out a letter as a file."""
    from resumate.actions.export_letter import export_letter as use_case

    return use_case(message, caller, collaborators.export_desk())


def delete_resume(message: "messages.DeleteResume", caller: "Caller") -> "messages.Event":
    """Erase one resume."""
    from resumate.actions.delete_resume import delete_resume as use_case
    from resumate.actions.note_erasure import note_erasure
    from resumate.storage.erasure_log import RESUME

    resumes, user_id, resume_id = collaborators.resumes(), caller.user_id, message.resume_id
    return note_erasure(
        collaborators.erasure_log(),
        user_id,
        RESUME,
        resume_id,
        lambda: resumes.get(user_id, resume_id) is not None,
        lambda: use_case(message, caller, resumes, collaborators.objects()),
    )


def delete_letter(message: "messages.DeleteLetter", caller: "Caller") -> "messages.Event":
    """Erase one letter."""
    from resumate.actions.delete_letter import delete_letter as use_case
    from resumate.actions.note_erasure import note_erasure
    from resumate.storage.erasure_log import LETTER

    letters, user_id, letter_id = collaborators.letters(), caller.user_id, message.letter_id
    return note_erasure(
        collaborators.erasure_log(),
        user_id,
        LETTER,
        letter_id,
        lambda: letters.get(user_id, letter_id) is not None,
        lambda: use_case(message, caller, letters, collaborators.objects()),
    )


def delete_account(message: "messages.DeleteAccount", caller: "Caller") -> "messages.Event":
    """Erase everything of the caller's."""
    from resumate.actions.delete_account import delete_account as use_case
    from resumate.actions.note_erasure import note_erasure
    from resumate.storage.erasure_log import ACCOUNT

    return note_erasure(
        collaborators.erasure_log(),
        caller.user_id,
        ACCOUNT,
        "",
        lambda: True,
        lambda: use_case(
            message,
            caller,
            collaborators.database(),
            collaborators.objects(),
            collaborators.sign_ins(),
            collaborators.user_push(),
        ),
    )


def erase_account(wanted: "EraseAccount") -> "messages.Event":
    """Erase somebody for an operator, as the person would."""
    from resumate.gateway.caller import Caller
    from resumate.gateway.messages import DeleteAccount

    person = Caller(wanted.user_id, connection_id="", correlation_id="", expires_at=0, domain="")
    return delete_account(DeleteAccount(request_id="operator"), person)


def replay_erasures(wanted: "ReplayErasures") -> "Replay":
    """Erase once more what the next part of the erasure log names."""
    from resumate.actions.replay_erasures import replay_erasures as use_case

    return use_case(wanted.after, collaborators.replay_desk(), time.monotonic)


def letter_states(wanted: "LetterStates") -> "list[LetterState]":
    """Return what becomes of the messages of these letters."""
    from resumate.actions.letter_states import letter_states as use_case

    return use_case(wanted.letters, collaborators.letters())
