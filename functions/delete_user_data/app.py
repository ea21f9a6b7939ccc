"""Erases a resume, a letter or the whole account, and answers with a receipt; operators ask beside the socket."""

from resumate import wiring
from resumate.gateway.entrypoint import Entrypoint
from resumate.gateway.messages import DeleteAccount, DeleteLetter, DeleteResume
from resumate.gateway.operators import EraseAccount, LetterStates, OperatorDoor, ReplayErasures

wiring.warm_up("delete_resume", "delete_letter", "delete_account")
socket = Entrypoint(push=wiring.push_to_connection)
socket.on(DeleteResume)(wiring.delete_resume)
socket.on(DeleteLetter)(wiring.delete_letter)
socket.on(DeleteAccount)(wiring.delete_account)
lambda_handler = OperatorDoor(
    socket,
    {
        "erase_account": (EraseAccount, wiring.erase_account),
        "replay_erasures": (ReplayErasures, wiring.replay_erasures),
        "letter_states": (LetterStates, wiring.letter_states),
    },
)
