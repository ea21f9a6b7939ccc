"""Writes, verifies and streams the letters that wait in the queue."""

from typing import Any

from resumate import wiring
from resumate.gateway.batch import process_batch
from resumate.observability import observed

wiring.warm_up("write_queued_letter")


@observed
def lambda_handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Return the items that have to come again; each has been given a short wait."""
    return process_batch(event, wiring.write_queued_letter, wiring.return_to_queue)
