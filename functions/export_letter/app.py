"""Hands out finished letters as PDF and DOCX files."""

from resumate import wiring
from resumate.gateway.entrypoint import Entrypoint
from resumate.gateway.messages import ExportLetter

wiring.warm_up("export_letter")
lambda_handler = Entrypoint(push=wiring.push_to_connection)
lambda_handler.on(ExportLetter)(wiring.export_letter)
