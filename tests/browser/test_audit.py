"""Each view under the automated audit: light and dark, narrow and wide, with none of its violations."""

from collections.abc import Callable
from typing import Final, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.audit import violations
from tests.browser.script import (
    LETTER,
    LETTER_ID,
    RESUME_ID,
    SOCKET,
    Script,
    completed,
    delta,
    evidence,
    judged,
    sentence,
)

SIZES: Final = {"narrow": {"width": 360, "height": 740}, "wide": {"width": 1440, "height": 900}}
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")


def sign_in(page: Page, _script: Script) -> None:
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="Sign in").wait_for()


def sign_up(page: Page, script: Script) -> None:
    sign_in(page, script)
    page.get_by_role("button", name="Make an account").click()
    page.get_by_role("button", name="Make the account").click()
    page.get_by_role("alert").wait_for()


def new_letter(page: Page, _script: Script) -> None:
    page.get_by_role("button", name="Data engineer").click()
    page.locator(".choice input:checked").wait_for()


def resumes(page: Page, script: Script) -> None:
    failed = {**script.resumes[0], "resume_id": LETTER_ID, "status": "failed", "code": "internal", "message": "Sorry."}
    script.resumes.append(failed)
    show(page, "resumes", ".is-failed")


def resume(page: Page, _script: Script) -> None:
    show(page, f"resumes/{RESUME_ID}", "resume-picture .line")


def letter_under_way(page: Page, script: Script) -> None:
    show(page, f"letters/{LETTER_ID}", "letter-sheet")
    requirement = {"text": "Reports", "must": True, "status": "met", "evidence": [evidence(4)]}
    script.say(
        {"type": "letter.matches", "requirements": [requirement], "job_title": None, "company": None},
        delta(1, "I cut the report. I led twelve people."),
        {
            "type": "letter.review",
            "draft": 1,
            "findings": [{"sentence": "I led twelve people.", "code": "x", "explanation": "No twelve."}],
        },
    )
    page.locator(".sentence.flagged").wait_for()


def questions(page: Page, script: Script) -> None:
    script.snapshot = {"status": "needs_input", "questions": ["Do you hold a driving licence?"]}
    show(page, f"letters/{LETTER_ID}", ".questions")


def failure(page: Page, script: Script) -> None:
    script.snapshot = {"status": "failed", "code": "internal", "message": "Something went wrong."}
    show(page, f"letters/{LETTER_ID}", ".ending-card")


def proof(page: Page, script: Script) -> None:
    show(page, f"letters/{LETTER_ID}", "letter-sheet")
    script.say(
        completed(
            [
                sentence("I cut the report.", "supported", 0, [3, 4]),
                sentence("I led twelve.", "removed", reason="No."),
                sentence("I sail.", "asserted", reason="The resume shows no boats."),
            ]
        )
    )
    page.locator("a.sentence.supported").click()
    page.locator("#proof .quote").wait_for()


def editing(page: Page, script: Script) -> None:
    script.finish()
    show(page, f"letters/{LETTER_ID}", "a.sentence")
    page.get_by_role("button", name="Edit", exact=True).click()
    page.get_by_label("The letter", exact=True).fill(LETTER.replace("I like ports.", "I led twelve people."))
    expect(page.locator(".editor-own")).to_contain_text("No twelve")


def conflict(page: Page, script: Script) -> None:
    editing(page, script)
    script.store(LETTER.replace("ports", "ships"), judged([]), "edited")
    page.get_by_role("button", name="Save as version 2").click()
    page.locator(".conflict").wait_for()


def versions(page: Page, script: Script) -> None:
    script.finish()
    script.store(LETTER.replace("ports", "ships"), judged([]), "edited")
    show(page, f"letters/{LETTER_ID}/versions", "text-diff p:visible")


def interview(page: Page, script: Script) -> None:
    script.finish()
    show(page, f"letters/{LETTER_ID}/interview", ".claim")


def letters(page: Page, script: Script) -> None:
    script.finish()
    show(page, "letters", ".row-item")


def privacy(page: Page, _script: Script) -> None:
    show(page, "privacy", ".erasing")


def question_before_erasing(page: Page, script: Script) -> None:
    privacy(page, script)
    page.get_by_role("button", name="Delete my account and everything in it").click()
    page.locator("dialog").wait_for()


VIEWS: Final[dict[str, Callable[[Page, Script], None]]] = {
    view.__name__: view
    for view in (
        new_letter,
        resumes,
        resume,
        letter_under_way,
        questions,
        failure,
        proof,
        editing,
        conflict,
        versions,
        interview,
        letters,
        privacy,
        question_before_erasing,
        sign_up,
        sign_in,
    )
}


def show(page: Page, path: str, wanted: str) -> None:
    """Go to a view and wait for what is in it."""
    page.evaluate("path => { location.hash = `#/${path}` }", path)
    page.locator(wanted).first.wait_for()


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_has_a_violation(visitor, script: Script, view: str) -> None:
    """Whatever the audit can find, in the state of the view that has most to show."""
    page = visitor.page
    page.route_web_socket(SOCKET, script.meet)
    visitor.sign_up()
    VIEWS[view](page, script)
    for size, viewport in SIZES.items():
        page.set_viewport_size(viewport)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == [], f"{view}, {size}, {scheme}"


def test_the_audit_finds_what_is_wrong(visitor) -> None:
    """A button without a name is a violation: the audit is not asleep."""
    visitor.open()
    visitor.page.get_by_role("heading", name="Sign in").wait_for()
    visitor.page.evaluate("() => document.querySelector('main').append(document.createElement('button'))")
    assert any(found.startswith("button-name") for found in violations(visitor.page))
