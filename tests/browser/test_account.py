"""Accounts whose way needs a code from an e-mail, played by a scripted user pool; signing in itself is tested on the real one."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

PASSWORD = "Correct-Horse-9"
CODE = "123456"


class UserPool:
    """A user pool that mails a code: it knows one account, which is confirmed or not."""

    def __init__(self) -> None:
        self.confirmed = False
        self.password = PASSWORD
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def answer(self, route: Route) -> None:
        operation = route.request.headers.get("x-amz-target", "").split(".")[-1]
        if not operation:
            route.continue_()
            return
        fields = json.loads(route.request.post_data or "{}")
        self.asked.append((operation, fields))
        status, body = getattr(self, f"_{operation}")(fields)
        route.fulfill(status=status, json=body)

    def operations(self) -> list[str]:
        """Return what was asked, by name, in order."""
        return [operation for operation, _ in self.asked]

    def _SignUp(self, _fields: dict[str, Any]) -> tuple[int, dict[str, Any]]:  # noqa: N802  # named as Cognito names it
        return 200, {"UserConfirmed": False}

    def _ConfirmSignUp(self, fields: dict[str, Any]) -> tuple[int, dict[str, Any]]:  # noqa: N802  # as above
        if fields["ConfirmationCode"] != CODE:
            return 400, {"__type": "CodeMismatchException"}
        self.confirmed = True
        return 200, {}

    def _ResendConfirmationCode(self, _fields: dict[str, Any]) -> tuple[int, dict[str, Any]]:  # noqa: N802  # as above
        return 200, {}

    def _ForgotPassword(self, _fields: dict[str, Any]) -> tuple[int, dict[str, Any]]:  # noqa: N802  # as above
        return 200, {}

    def _ConfirmForgotPassword(self, fields: dict[str, Any]) -> tuple[int, dict[str, Any]]:  # noqa: N802  # as above
        if fields["ConfirmationCode"] != CODE:
            return 400, {"__type": "ExpiredCodeException"}
        self.password = fields["Password"]
        self.confirmed = True
        return 200, {}

    def _InitiateAuth(self, fields: dict[str, Any]) -> tuple[int, dict[str, Any]]:  # noqa: N802  # as above
        if not self.confirmed:
            return 400, {"__type": "UserNotConfirmedException"}
        given = fields["AuthParameters"].get("PASSWORD")
        # The sign-in itself is the real pool's; that it was asked for with the right words is what counts here.
        return 400, {"__type": "NotAuthorizedException" if given != self.password else "LimitExceededException"}


@pytest.fixture
def pool() -> UserPool:
    """A user pool of which nobody has asked anything yet."""
    return UserPool()


@pytest.fixture
def page(visitor, pool: UserPool) -> Iterator[Page]:
    """The form to sign in, before a pool that mails codes."""
    visitor.page.route("**/", pool.answer)
    visitor.open()
    visitor.page.get_by_role("heading", name="Sign in").wait_for()
    yield visitor.page
    # Chromium notes every refused request in its console; these were meant.
    visitor.complaints = [complaint for complaint in visitor.complaints if "400" not in complaint]


def type_account(page: Page, button: str, password: str = PASSWORD) -> None:
    page.get_by_label("E-mail address").fill("ada@letters.example")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name=button, exact=True).click()


def test_a_new_account_is_confirmed_by_the_code_from_the_mail(page: Page, pool: UserPool) -> None:
    """A wrong code says so; the right one signs in with the password that was typed, without asking again."""
    page.get_by_role("button", name="Make an account").click()
    type_account(page, "Make the account")
    page.get_by_text("A code is on its way to you by e-mail.").wait_for()
    page.get_by_label("Code from the e-mail").fill("000000")
    page.get_by_role("button", name="Confirm").click()
    page.get_by_role("alert").get_by_text("This code is wrong.").wait_for()
    page.get_by_role("button", name="Send the code again").click()
    page.get_by_text("A new code is on its way to you.").wait_for()
    page.get_by_label("Code from the e-mail").fill(f" {CODE} ")
    page.get_by_role("button", name="Confirm").click()
    page.get_by_role("alert").get_by_text("Too many attempts.").wait_for()
    assert pool.confirmed
    assert pool.operations() == ["SignUp", "ConfirmSignUp", "ResendConfirmationCode", "ConfirmSignUp", "InitiateAuth"]
    assert pool.asked[-1][1]["AuthParameters"]["PASSWORD"] == PASSWORD


def test_who_signs_in_before_confirming_is_sent_a_new_code(page: Page, pool: UserPool) -> None:
    """The form for the code comes by itself."""
    type_account(page, "Sign in")
    page.get_by_text("This account is not confirmed yet. A new code is on its way to you.").wait_for()
    expect(page.get_by_label("Code from the e-mail")).to_be_visible()
    assert pool.operations() == ["InitiateAuth", "ResendConfirmationCode"]


def test_a_forgotten_password_is_set_anew_with_a_code(page: Page, pool: UserPool) -> None:
    """Nobody learns whether there is such an account; a code that ended says so; the new password signs in."""
    page.get_by_label("E-mail address").fill("ada@letters.example")
    page.get_by_role("button", name="Forgot the password?").click()
    expect(page.get_by_label("E-mail address")).to_have_value("ada@letters.example")
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_text("If there is an account with this address, a code is on its way to it.").wait_for()
    page.get_by_label("Code from the e-mail").fill("000000")
    page.get_by_label("New password").fill("Another-Horse-7")
    page.get_by_role("button", name="Set the password").click()
    page.get_by_role("alert").get_by_text("This code has ended.").wait_for()
    page.get_by_label("Code from the e-mail").fill(CODE)
    page.get_by_role("button", name="Set the password").click()
    page.get_by_role("alert").get_by_text("Too many attempts.").wait_for()
    assert pool.asked[-1][1]["AuthParameters"]["PASSWORD"] == "Another-Horse-7"


def test_a_field_that_is_empty_is_named_and_gets_the_focus(page: Page, pool: UserPool) -> None:
    """Nothing is sent; the reader hears which field it is."""
    page.get_by_label("E-mail address").fill("ada@letters.example")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("alert").get_by_text("Password: type it first.").wait_for()
    expect(page.get_by_label("Password")).to_be_focused()
    assert pool.asked == []
