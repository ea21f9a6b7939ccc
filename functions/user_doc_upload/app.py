"""Hands out a place to upload one resume, and has a failed one read again."""

from resumate import wiring
from resumate.gateway.entrypoint import Entrypoint
from resumate.gateway.messages import CreateUpload, RetryResume

wiring.warm_up("create_upload", "retry_resume")
lambda_handler = Entrypoint(push=wiring.push_to_connection)
lambda_handler.on(CreateUpload)(wiring.create_upload)
lambda_handler.on(RetryResume)(wiring.retry_resume)
