"""Erases a resume, a letter or the whole account, and answers with a receipt."""

from resumate import wiring
from resumate.gateway.entrypoint import Entrypoint
from resumate.gateway.messages import DeleteAccount, DeleteLetter, DeleteResume

wiring.warm_up("delete_resume", "delete_letter", "delete_account")
lambda_handler = Entrypoint(push=wiring.push_to_connection)
lambda_handler.on(DeleteResume)(wiring.delete_resume)
lambda_handler.on(DeleteLetter)(wiring.delete_letter)
lambda_handler.on(DeleteAccount)(wiring.delete_account)
