"""Decide about a sign-up: Cognito's pre-sign-up trigger."""

from typing import Any

from resumate.config import SignUpSettings
from resumate.errors import Code, IdentityError


def accept_sign_up(event: dict[str, Any], settings: SignUpSettings) -> dict[str, Any]:
    """Return the trigger's event with the decision in it; raises `IdentityError` for a domain that may not sign up.

    Only a plain sign-up is ever confirmed here, and only where no e-mail could bring a code.
    """
    email = str(event["request"]["userAttributes"].get("email", ""))
    allowed = {domain.strip().lower() for domain in settings.allowed_email_domains.split(",") if domain.strip()}
    _, at, domain = email.rpartition("@")
    if allowed and not (at and domain.lower() in allowed):
        raise IdentityError(Code.UNAUTHORIZED, "Sign-ups from this e-mail domain are not allowed.")
    confirmed = not settings.confirm_by_email and event.get("triggerSource") == "PreSignUp_SignUp"
    event["response"] = {"autoConfirmUser": confirmed, "autoVerifyEmail": confirmed, "autoVerifyPhone": False}
    return event
