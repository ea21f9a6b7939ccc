"""Cognito's pre-sign-up trigger: who may sign up, and whether a code by e-mail confirms them."""

from typing import Any

from resumate import wiring


def lambda_handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Return the event with the decision; an exception refuses the sign-up with its message."""
    return wiring.accept_sign_up(event)
