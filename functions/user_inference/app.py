"""Finds the evidence for a job and queues the letter; cancels one; proves what was edited in a finished one."""

from resumate import wiring
from resumate.gateway.entrypoint import Entrypoint
from resumate.gateway.messages import CancelLetter, CheckSentences, CreateLetter, RestoreVersion, SaveLetter

wiring.warm_up("create_letter", "cancel_letter", "check_sentences", "save_letter", "restore_version")
lambda_handler = Entrypoint(push=wiring.push_to_connection)
lambda_handler.on(CreateLetter)(wiring.create_letter)
lambda_handler.on(CancelLetter)(wiring.cancel_letter)
lambda_handler.on(CheckSentences)(wiring.check_sentences)
lambda_handler.on(SaveLetter)(wiring.save_letter)
lambda_handler.on(RestoreVersion)(wiring.restore_version)
