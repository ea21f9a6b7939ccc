"""Reads uploaded resumes: parse, section, chunk, embed, store."""

from typing import Any

from resumate import wiring
from resumate.gateway.uploads import uploads_of
from resumate.observability import observed

wiring.warm_up("read_resume")


@observed
def lambda_handler(event: dict[str, Any], context: object) -> dict[str, int]:
    """Handle each upload of the event; raises only when the database is out of reach, so that Lambda tries again."""
    uploads = uploads_of(event)
    for uploaded in uploads:
        wiring.read_resume(uploaded)
    return {"uploads": len(uploads)}
