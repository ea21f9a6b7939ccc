"""Resumes on the page: dropped, failed and read again, and shown as the pages they are."""

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.script import LETTER_ID, RESUME_ID, SOCKET, Script

DROP = """([bytes, name]) => {
    const file = new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type: "application/pdf" });
    const transfer = new DataTransfer();
    transfer.items.add(file);
    const zone = document.querySelector(".zone");
    for (const type of ["dragenter", "dragover", "drop"]) {
        zone.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
}"""


def test_a_resume_is_dropped(visitor, resume_pdf: Path) -> None:
    """A file that is dropped on the zone is uploaded, read and chosen."""
    visitor.sign_up()
    visitor.page.evaluate(DROP, [base64.b64encode(resume_pdf.read_bytes()).decode(), resume_pdf.name])
    visitor.page.locator(".choice input:checked").wait_for()
    expect(visitor.page.locator(".choice-name")).to_have_text(resume_pdf.name)


def test_a_file_that_misses_the_zone_does_not_replace_the_page(visitor) -> None:
    """The browser would open it instead."""
    visitor.sign_up()
    stopped = visitor.page.evaluate(
        """() => {
            const event = new DragEvent("drop", { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true });
            document.querySelector("h1").dispatchEvent(event);
            return event.defaultPrevented;
        }"""
    )
    assert stopped


@pytest.fixture
def page(visitor, script: Script) -> Page:
    """The list of resumes: one that is ready, one that failed for a reason that may pass, one for a reason that stays."""
    reasons = {LETTER_ID: "embedding_unavailable", RESUME_ID.replace("0b", "1b"): "no_text"}
    script.resumes += [
        {**script.resumes[0], "resume_id": resume_id, "status": "failed", "code": code, "message": f"Words for {code}."}
        for resume_id, code in reasons.items()
    ]
    visitor.page.route_web_socket(SOCKET, script.meet)
    visitor.sign_up()
    visitor.page.get_by_role("link", name="Resumes").click()
    visitor.page.locator(".is-failed").first.wait_for()
    return visitor.page


def test_a_failed_resume_says_what_to_do_after_a_reload_too(page: Page) -> None:
    """The words come with the list, not only with the push that nobody may have seen."""
    expect(page.locator(".row-why").first).to_have_text("Words for embedding_unavailable.")
    page.reload()
    expect(page.locator(".row-why").last).to_have_text("Words for no_text.")


def test_a_resume_that_may_be_read_later_is_read_again(page: Page, script: Script) -> None:
    """The button is there where it can help, and nowhere else; the step is shown."""
    expect(page.get_by_role("button", name="Read again")).to_have_count(1)
    page.get_by_role("button", name="Read again").click()
    page.wait_for_timeout(300)
    assert [asked["resume_id"] for asked in script.asked_for("retry_resume")] == [LETTER_ID]


def test_the_picture_has_the_proportions_of_the_file(page: Page) -> None:
    """A page of 420 to 595 points is drawn as one."""
    page.get_by_role("link", name="ada.pdf").click()
    page.locator("resume-picture .line").first.wait_for()
    assert page.locator("resume-picture svg").get_attribute("viewBox") == "0 0 420 595"
