"""Changing a finished letter, played by a scripted server: checked while one types, stored as versions, never lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.script import LETTER, LETTER_ID, SOCKET, Script

LIE = "I led twelve people."
OTHER_ID = "1c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f"
NEWER_ID = "2c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f"


@pytest.fixture
def page(visitor, script: Script) -> Page:
    """A finished letter of one version."""
    script.finish()
    visitor.context.route_web_socket(SOCKET, script.meet)
    visitor.sign_up()
    visitor.open(f"#/letters/{LETTER_ID}")
    visitor.page.locator("a.sentence.supported").wait_for()
    return visitor.page


def change(page: Page, text: str = LIE) -> None:
    """Open the editor and put a sentence in place of the one about ports."""
    page.get_by_role("button", name="Edit", exact=True).click()
    page.get_by_label("The letter", exact=True).fill(LETTER.replace("I like ports.", text))


def test_an_edited_sentence_is_checked_after_a_pause(page: Page, script: Script) -> None:
    """Only the paragraph that changed is sent; what is not proven is marked as the user's word, with the reason."""
    change(page)
    expect(page.locator(".editor-own")).to_contain_text("No twelve in the resume.")
    expect(page.locator(".editor-layer .mark.asserted")).to_have_text(LIE)
    expect(page.locator(".editor-layer .mark.supported")).to_have_text("I cut the report.")
    expect(page.locator(".editor-said")).to_have_text("1 sentence proven · 1 on your word")
    (asked,) = script.asked_for("check_sentences")
    assert asked["sentences"] == [{"text": f"I cut the report. {LIE}", "paragraph": 0}]


def test_a_sentence_is_edited_by_a_double_click_and_by_a_key(page: Page) -> None:
    """The caret stands where the sentence begins."""
    page.locator("a.sentence.supported").dblclick()
    field = page.get_by_label("The letter", exact=True)
    expect(field).to_be_focused()
    assert field.evaluate("field => field.selectionStart") == LETTER.index("I cut")
    page.get_by_role("button", name="Done").click()
    page.locator("a.sentence.supported").focus()
    page.keyboard.press("e")
    expect(field).to_be_focused()


def test_saving_makes_a_new_version_that_shows_whose_word_it_is(page: Page, script: Script) -> None:
    """The letter shows the sentence as the user's own, and why; the whole text went, with the version it began from."""
    change(page)
    page.get_by_role("button", name="Save as version 2").click()
    own = page.locator("a.sentence.asserted")
    expect(own).to_contain_text(LIE)
    own.focus()
    expect(page.locator("#proof .quote.asserted")).to_contain_text("No twelve in the resume.")
    expect(page.locator(".summary")).to_contain_text("1 on your word · version 2")
    (saved,) = script.asked_for("save_letter")
    assert saved["base_version"] == 1
    assert [item["paragraph"] for item in saved["sentences"]] == [0, 1, 2]
    assert saved["sentences"][2]["text"] == "Kind regards,\nAda Example"


def test_undo_is_the_keyboards_own(page: Page) -> None:
    """What was typed goes back with Ctrl+Z, and its mark with it."""
    page.get_by_role("button", name="Edit", exact=True).click()
    page.get_by_label("The letter", exact=True).press("Control+End")
    page.keyboard.type(" twelve")
    expect(page.locator(".mark.asserted")).to_have_count(1)
    for _ in range(7):
        page.keyboard.press("Control+z")
    expect(page.get_by_label("The letter", exact=True)).to_have_value(LETTER)
    expect(page.locator(".mark.asserted")).to_have_count(0)


def test_unsaved_changes_survive_a_reload(page: Page) -> None:
    """They are kept in the tab; the browser asks before it goes."""
    change(page)
    asked: list[str] = []

    def accept(dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    page.get_by_label("The letter", exact=True).press("End")
    page.reload()
    expect(page.get_by_label("The letter", exact=True)).to_have_value(LETTER.replace("I like ports.", LIE))
    expect(page.get_by_text("These are the changes you had not saved.")).to_be_visible()
    assert asked == ["beforeunload"]


def test_unsaved_changes_survive_a_lost_connection(page: Page, script: Script) -> None:
    """What was typed while nobody was there is checked when the connection is back."""
    page.get_by_role("button", name="Edit", exact=True).click()
    script.cut()
    page.get_by_label("The letter", exact=True).fill(LETTER.replace("I like ports.", LIE))
    expect(page.locator(".editor-own")).to_contain_text("No twelve in the resume.")
    expect(page.locator(".connection")).to_contain_text("Connected")


def test_who_leaves_with_unsaved_changes_is_asked(page: Page, script: Script) -> None:
    """Staying stays, leaving keeps the changes in the tab, saving stores them."""
    change(page)
    page.get_by_role("link", name="Resumes").click()
    page.get_by_role("button", name="Stay here").click()
    expect(page.locator("letter-editor")).to_be_visible()
    page.wait_for_url(f"**#/letters/{LETTER_ID}")
    page.get_by_role("link", name="Resumes").click()
    page.get_by_role("button", name="Leave without saving").click()
    page.get_by_role("heading", name="Resumes", level=1).wait_for()
    page.go_back()
    expect(page.get_by_label("The letter", exact=True)).to_have_value(LETTER.replace("I like ports.", LIE))
    page.get_by_role("link", name="Resumes").click()
    page.get_by_role("button", name="Save and leave").click()
    page.get_by_role("heading", name="Resumes", level=1).wait_for()
    assert LIE in script.versions[-1]["text"]


def test_changes_can_be_discarded(page: Page, script: Script) -> None:
    """The letter is what it was, and nothing is asked on leaving."""
    change(page)
    page.get_by_role("button", name="Discard").click()
    expect(page.locator("letter-sheet")).to_contain_text("I like ports.")
    assert script.asked_for("save_letter") == []
    page.reload()
    page.locator("a.sentence.supported").wait_for()
    expect(page.locator("letter-editor")).to_have_count(0)


def test_two_tabs_that_save_keep_both_texts(visitor, page: Page, script: Script) -> None:
    """The second is told in words, sees both texts, and chooses; every version stays."""
    change(page)
    script.store(LETTER.replace("I like ports.", "I like ships."), [], "edited")
    page.get_by_role("button", name="Save as version 2").click()
    conflict = page.get_by_role("alert").filter(has_text="Another tab saved version 2 first")
    conflict.wait_for()
    expect(page.locator("text-diff .diff-narrow del")).to_contain_text("like ships")
    expect(page.locator("text-diff .diff-narrow ins")).to_contain_text("led twelve people")
    expect(page.get_by_label("The letter", exact=True)).to_have_value(LETTER.replace("I like ports.", LIE))
    page.get_by_role("button", name="Save mine as version 3").click()
    expect(page.locator("a.sentence.asserted")).to_contain_text(LIE)
    assert ["ships" in item["text"] for item in script.versions] == [False, True, False]


def test_a_save_whose_answer_was_lost_is_one_version(page: Page, script: Script) -> None:
    """The same text that was stored already is no conflict."""
    change(page)
    changed = LETTER.replace("I like ports.", LIE)
    script.store(changed, [], "edited")
    page.get_by_role("button", name="Save as version 2").click()
    expect(page.locator("letter-editor")).to_have_count(0)
    assert len(script.versions) == 2


def test_a_letter_that_is_too_long_is_told_while_typing(page: Page, script: Script) -> None:
    """The words name the limit; nothing is sent."""
    page.get_by_role("button", name="Edit", exact=True).click()
    page.get_by_label("The letter", exact=True).fill("I sail. " * 81)
    page.get_by_role("alert").filter(has_text="A letter may have 80 sentences; this one has 81.").wait_for()
    page.get_by_role("button", name="Save as version 2").click()
    page.wait_for_timeout(200)
    assert script.asked_for("save_letter") == []


def test_versions_are_compared_and_restored(page: Page, script: Script) -> None:
    """The newest is shown against the one before; an old one comes back as a new version, and none is lost."""
    change(page)
    page.get_by_role("button", name="Save as version 2").click()
    page.get_by_role("link", name="Versions (2)").click()
    page.get_by_role("heading", name="Versions").wait_for()
    expect(page.locator(".diff-wide del")).to_contain_text("like ports")
    expect(page.locator(".diff-wide ins")).to_contain_text("led twelve people")
    expect(page.get_by_text("3 words added, 2 words removed.")).to_be_visible()
    page.get_by_role("button", name="Restore version 1").click()
    page.get_by_text("Version 1 is the newest again, as version 3.").wait_for()
    expect(page.locator(".versions-list li")).to_have_count(3)
    expect(page.locator(".versions-list li").first).to_contain_text("Brought back")
    page.get_by_role("link", name="The letter").click()
    expect(page.locator("letter-sheet")).to_contain_text("I like ports.")
    assert [item["origin"] for item in script.versions] == ["written", "edited", "restored"]


def test_versions_are_compared_in_one_text_where_there_is_little_room(page: Page) -> None:
    """Narrow shows what went and what came in place."""
    change(page)
    page.get_by_role("button", name="Save as version 2").click()
    page.get_by_role("link", name="Versions (2)").click()
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator(".diff-narrow del")).to_be_visible()
    expect(page.locator(".diff-wide")).to_be_hidden()


def test_a_letter_is_written_anew_with_the_same_choices(page: Page, script: Script) -> None:
    """The form has the job and the options, the request names the letter it is written in place of, and that stays."""
    page.get_by_role("button", name="Write it anew").click()
    page.get_by_role("heading", name="Write it anew").wait_for()
    assert page.locator("#job").input_value() == script.letter()["job_description"]
    expect(page.get_by_label("Warm")).to_be_checked()
    expect(page.get_by_label("Short")).to_be_checked()
    expect(page.locator(".view-head")).to_contain_text("Data Engineer stays as it is.")
    page.get_by_text("Formal").click()
    page.get_by_role("button", name="Write the letter").click()
    page.locator("letter-view").wait_for()
    (asked,) = script.asked_for("create_letter")
    assert asked["regenerated_from"] == LETTER_ID
    assert asked["options"] == {"tone": "formal", "length": "short"}


def test_letters_that_replace_each_other_are_linked_both_ways_and_after_a_reload(page: Page, script: Script) -> None:
    """From what the server has stored, in the letter as in the list."""
    script.relatives = {"regenerated_from": OTHER_ID, "regenerated_as": [NEWER_ID]}
    page.reload()
    links = page.locator(".letter-origin a")
    expect(links).to_have_text(["The letter before this one", "The letter written after it"])
    expect(links.last).to_have_attribute("href", f"#/letters/{NEWER_ID}")
    page.get_by_role("link", name="Letters", exact=True).first.click()
    expect(page.get_by_role("link", name="written anew")).to_have_attribute("href", f"#/letters/{NEWER_ID}")
    expect(page.get_by_role("link", name="the one before")).to_have_attribute("href", f"#/letters/{OTHER_ID}")


def test_what_a_letter_took_stands_quietly_under_it(page: Page) -> None:
    """Drafts, time, tokens and cost, below the text, so that nothing moves when they come; not on paper."""
    took = page.locator(".letter-usage")
    expect(took).to_have_text("1 draft · 3.4 seconds · 4,812 tokens read, 390 written · cost: 0.0042 US dollars")
    sheet, line = page.locator("letter-sheet").bounding_box(), took.bounding_box()
    assert sheet
    assert line
    assert line["y"] >= sheet["y"] + sheet["height"]
    page.emulate_media(media="print")
    expect(took).to_be_hidden()


def test_a_job_that_was_pasted_comes_back_after_another_was_written_anew(page: Page) -> None:
    """The form of the letter written anew is another one; what was typed before is not lost to it."""
    page.get_by_role("link", name="New letter").click()
    page.locator("#job").fill("Another job, pasted and not sent yet.")
    page.go_back()
    page.get_by_role("button", name="Write it anew").click()
    page.get_by_role("button", name="Ask for a letter of its own instead").click()
    page.get_by_role("heading", name="New letter").wait_for()
    expect(page.locator("#job")).to_have_value("Another job, pasted and not sent yet.")


def test_the_interview_sheet_has_each_claim_with_its_line_and_question(page: Page) -> None:
    """And what the resume does not show."""
    page.get_by_role("link", name="Interview sheet").click()
    page.get_by_role("heading", name="Interview sheet").wait_for()
    expect(page.locator(".claim").first).to_contain_text("Cut the nightly report from 3 hours to 20 minutes")
    expect(page.locator(".claim").first).to_contain_text("How did you cut the report?")
    expect(page.locator(".claim").last).to_contain_text("Kafka in production")


def test_only_the_letter_is_printed(page: Page) -> None:
    """Paper gets neither buttons nor marks nor what was left out."""
    page.emulate_media(media="print")
    expect(page.locator("letter-sheet")).to_be_visible()
    for part in ("app-header", "letter-tools", "requirement-ledger", "evidence-pane", ".letter-head"):
        expect(page.locator(part)).to_be_hidden()
    assert page.locator("a.sentence.supported").evaluate("link => getComputedStyle(link).textDecorationLine") == "none"


def test_letters_are_searched_by_the_server_after_a_pause(page: Page, script: Script) -> None:
    """One question for the whole word, not one for each letter typed; what is found is counted."""
    script.found = {"zeppelin": [], "report": [{"letter_id": LETTER_ID, "status": "completed", "created_at": "x"}]}
    page.get_by_role("link", name="Letters", exact=True).first.click()
    page.get_by_label("Search").press_sequentially("report", delay=20)
    expect(page.get_by_text("1 letter found")).to_be_visible()
    page.get_by_label("Search").fill("zeppelin")
    expect(page.get_by_text("No letter has these words")).to_be_visible()
    assert [message["search"] for message in script.asked_for("list_letters") if "search" in message] == [
        "report",
        "zeppelin",
    ]
    page.get_by_label("Search").fill("")
    expect(page.locator(".row-item")).to_have_count(1)
