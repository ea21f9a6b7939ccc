"""Who may sign up, and who is confirmed at once."""

from typing import Any

import pytest

from resumate.actions.accept_sign_up import accept_sign_up
from resumate.config import SignUpSettings
from resumate.errors import IdentityError


def event(email: str, source: str = "PreSignUp_SignUp") -> dict[str, Any]:
    return {"triggerSource": source, "request": {"userAttributes": {"email": email}}, "response": {}}


def test_a_sign_up_waits_for_its_code_unless_e_mail_is_switched_off() -> None:
    decided = accept_sign_up(event("a@example.com"), SignUpSettings())
    assert decided["response"]["autoConfirmUser"] is False


def test_without_e_mail_a_sign_up_is_confirmed_at_once() -> None:
    decided = accept_sign_up(event("a@example.com"), SignUpSettings(confirm_by_email=False))
    assert decided["response"] == {"autoConfirmUser": True, "autoVerifyEmail": True, "autoVerifyPhone": False}


def test_a_sign_in_by_another_provider_is_never_confirmed_here() -> None:
    decided = accept_sign_up(
        event("a@example.com", "PreSignUp_ExternalProvider"), SignUpSettings(confirm_by_email=False)
    )
    assert decided["response"]["autoConfirmUser"] is False


@pytest.mark.parametrize("email", ["a@example.org", "a@sub.example.com", "a@example.com.evil.org", "", "example.com"])
def test_a_domain_that_is_not_allowed_is_refused(email: str) -> None:
    with pytest.raises(IdentityError):
        accept_sign_up(event(email), SignUpSettings(allowed_email_domains="example.com"))


def test_an_allowed_domain_is_allowed_in_any_case() -> None:
    decided = accept_sign_up(event("A@Example.COM"), SignUpSettings(allowed_email_domains="other.org, example.com"))
    assert "response" in decided
