"""Finds the evidence for a job and queues the letter; cancels one."""

from resumate import wiring
from resumate.gateway.entrypoint import Entrypoint
from resumate.gateway.messages import CancelLetter, CreateLetter

wiring.warm_up("create_letter", "cancel_letter")
lambda_handler = Entrypoint(push=wiring.push_to_connection)
lambda_handler.on(CreateLetter)(wiring.create_letter)
lambda_handler.on(CancelLetter)(wiring.cancel_letter)
