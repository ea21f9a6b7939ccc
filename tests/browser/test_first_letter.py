"""A person's whole way through the page, against the real local stack: from signing up to leaving without a trace."""

from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

OWN_WORD = "I have climbed Mont Blanc twice."


def test_from_signing_up_to_deleting_everything(visitor, resume_pdf: Path) -> None:
    """Sign up, upload, look at the report, get a letter, ask a sentence for its proof, change it, take it along, delete everything."""
    page = visitor.page
    visitor.sign_up()
    visitor.add_resume(resume_pdf)

    page.get_by_role("link", name=f"How {resume_pdf.name} was read").click()
    page.locator("resume-picture .line").first.wait_for()
    drawn = page.locator("resume-picture .line > text:not(.warning-mark)").all_text_contents()
    assert "Rebuilt the berth report in Python and cut its run from 3 hours to 20 minutes." in " ".join(drawn)
    assert page.locator("resume-picture .line").count() >= 14
    page.get_by_role("button", name="Experience").focus()
    assert page.locator("resume-picture .line.lit").count() >= 4
    page.get_by_role("link", name="Write a letter with it").click()

    visitor.take_example_job()
    visitor.write_letter()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Senior Data Engineer")
    assert page.locator("requirement-ledger li").count() >= 5
    assert "Noor Vandersteen" in page.locator("letter-sheet").inner_text()

    sentence = page.locator("a.sentence.supported", has_text="20 minutes").first
    sentence.focus()
    assert "3 hours to 20 minutes" in page.locator("#proof .quotes").inner_text()
    lit = page.locator("#proof .line.lit > text").all_text_contents()
    assert any("20 minutes" in line for line in lit)
    assert not any("Leie Textiles" in line for line in lit)

    add_own_word(page)
    expect(page.locator("a.sentence.asserted")).to_contain_text(OWN_WORD)
    expect(page.locator(".summary")).to_contain_text("1 on your word · version 2")

    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download PDF").click()
    assert downloading.value.suggested_filename.endswith(".pdf")
    text = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(downloading.value.path()).pages).split())
    assert OWN_WORD in text
    assert "from 3 hours to 20 minutes" in text
    assert "noor.vandersteen@example.com" in text
    assert text.endswith("Noor Vandersteen")

    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("button", name="Delete it").click()
    page.locator(".notice.good", has_text="A second look found nothing left.").wait_for()
    assert page.locator(".rows-list", has_text="No letter yet").is_visible()

    page.get_by_role("link", name="Resumes").click()
    page.get_by_role("button", name=f"Delete {resume_pdf.name}").click()
    page.get_by_role("button", name="Delete it").click()
    page.locator(".notice.good", has_text="Erased: 1 resume").wait_for()

    page.get_by_role("link", name="Privacy").click()
    page.get_by_role("button", name="Delete my account and everything in it").click()
    page.get_by_role("button", name="Delete everything").click()
    page.locator("account-view .notice.good", has_text="Erased").wait_for()


def add_own_word(page: Page) -> None:
    """Put a paragraph that no resume proves behind the salutation, and store it."""
    page.get_by_role("button", name="Edit", exact=True).click()
    field = page.get_by_label("The letter", exact=True)
    field.fill(field.input_value().replace("\n\n", f"\n\n{OWN_WORD}\n\n", 1))
    expect(page.locator(".editor-own")).to_contain_text(OWN_WORD)
    page.get_by_role("button", name="Save as version 2").click()


def test_a_hover_lights_the_proof_and_a_click_keeps_it(visitor, resume_pdf: Path) -> None:
    """What is clicked stays lit when the pointer goes on; Escape lets go of it."""
    page = visitor.page
    visitor.sign_up()
    visitor.add_resume(resume_pdf)
    visitor.take_example_job()
    visitor.write_letter()
    first, last = page.locator("a.sentence.supported").first, page.locator("a.sentence.supported").last
    first.hover()
    hovered = page.locator("#proof .quotes").inner_text()
    last.click()
    clicked = page.locator("#proof .quotes").inner_text()
    assert hovered != clicked
    page.get_by_role("heading", level=1).hover()
    assert page.locator("#proof .quotes").inner_text() == clicked
    page.keyboard.press("Escape")
    assert page.locator("#proof .line.lit").count() == 0


def test_the_letter_is_copied_as_it_was_finished(make_visitor, resume_pdf: Path) -> None:
    """The clipboard gets the text of the letter, without what was left out."""
    visitor = make_visitor(permissions=["clipboard-read", "clipboard-write"])
    page = visitor.page
    visitor.sign_up()
    visitor.add_resume(resume_pdf)
    visitor.take_example_job()
    visitor.write_letter()
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Dear ")
    assert copied.rstrip().endswith("Noor Vandersteen")


def test_a_reload_keeps_the_sign_in_and_what_was_typed(visitor) -> None:
    """The refresh token and the form are in the tab; a sign-out removes both."""
    page = visitor.page
    visitor.sign_up()
    page.locator("#job").fill("A job that was pasted and not sent yet")
    page.reload()
    page.locator(".connection[data-state=open]").wait_for()
    assert page.locator("#job").input_value() == "A job that was pasted and not sent yet"
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="Sign in").wait_for()
    assert page.evaluate("sessionStorage.length") == 0


def test_a_wrong_password_is_said_at_the_form(visitor) -> None:
    """The words say what to do, and tell nobody whether there is such an account."""
    visitor.open()
    visitor.page.get_by_label("E-mail address").fill("nobody@letters.example")
    visitor.page.get_by_label("Password").fill(visitor.password)
    visitor.page.get_by_role("button", name="Sign in", exact=True).click()
    visitor.page.get_by_role("alert").get_by_text("The e-mail address or the password is wrong.").wait_for()
    # Chromium notes every refused request in its console; this one was meant.
    visitor.complaints = [complaint for complaint in visitor.complaints if "400" not in complaint]


def test_a_simple_password_is_refused_before_it_is_sent(visitor) -> None:
    """The rule is said, the field is marked, and nothing leaves the page."""
    sent: list[str] = []
    visitor.open()
    visitor.page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    visitor.page.get_by_role("button", name="Make an account").click()
    visitor.page.get_by_label("E-mail address").fill(visitor.email)
    visitor.page.get_by_label("Password").fill("simple")
    visitor.page.get_by_role("button", name="Make the account").click()
    visitor.page.get_by_role("alert").get_by_text("too simple").wait_for()
    assert visitor.page.get_by_label("Password").get_attribute("aria-invalid") == "true"
    assert sent == []


def test_a_file_of_another_kind_is_refused_before_it_is_sent(visitor, tmp_path: Path) -> None:
    """A picture is no resume; the words name what is."""
    picture = tmp_path / "me.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    visitor.sign_up()
    visitor.page.set_input_files("#resume-file", str(picture))
    visitor.page.get_by_role("alert").get_by_text("not a PDF, DOCX, TXT or Markdown file").wait_for()


def test_a_file_that_cannot_be_read_says_why(visitor, tmp_path: Path) -> None:
    """The server's own sentence is shown where the file was dropped."""
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nthis is no document\n%%EOF\n")
    visitor.sign_up()
    visitor.page.set_input_files("#resume-file", str(broken))
    visitor.page.locator("resume-drop").get_by_role("alert").wait_for()
    assert "damaged" in visitor.page.locator("resume-drop").get_by_role("alert").inner_text()


def test_a_job_that_is_too_long_is_told_before_it_is_sent(visitor, resume_pdf: Path) -> None:
    """The counter and the words come while typing; the button sends nothing."""
    visitor.sign_up()
    visitor.add_resume(resume_pdf)
    visitor.page.locator("#job").fill("word " * 5000)
    assert "too long" in visitor.page.locator("#job-problem").inner_text()
    visitor.page.get_by_role("button", name="Write the letter").click()
    assert visitor.page.locator("new-letter-view").is_visible()
    assert visitor.page.locator("#job").evaluate("element => element === document.activeElement")


def test_two_tabs_see_the_same_letter(visitor, resume_pdf: Path) -> None:
    """A letter asked for in one tab appears in the other's list, and is the same there."""
    visitor.sign_up()
    other = visitor.watch(visitor.context.new_page())
    visitor.sign_in(other)
    other.get_by_role("link", name="Letters", exact=True).click()
    other.locator(".rows-list", has_text="No letter yet").wait_for()
    visitor.add_resume(resume_pdf)
    visitor.take_example_job()
    visitor.write_letter()
    other.get_by_role("link", name="Senior Data Engineer").click()
    other.locator("a.sentence.supported").first.wait_for()
    assert other.locator("letter-sheet").inner_text() == visitor.page.locator("letter-sheet").inner_text()


def test_two_tabs_that_change_one_letter_lose_nothing(visitor, resume_pdf: Path) -> None:
    """The tab that saves second is told, keeps its text, and both are in the list of versions."""
    visitor.sign_up()
    visitor.add_resume(resume_pdf)
    visitor.take_example_job()
    visitor.write_letter()
    other = visitor.watch(visitor.context.new_page())
    visitor.sign_in(other)
    other.goto(visitor.page.url)
    other.get_by_role("button", name="Edit", exact=True).click()
    theirs = other.get_by_label("The letter", exact=True)
    theirs.fill(theirs.input_value().replace("Kind regards", "Best wishes"))
    add_own_word(visitor.page)
    visitor.page.locator("a.sentence.asserted").wait_for()
    other.get_by_role("button", name="Save as version 2").click()
    other.get_by_role("alert").filter(has_text="Another tab saved version 2 first").wait_for()
    other.get_by_role("button", name="Save mine as version 3").click()
    other.get_by_role("link", name="Versions (3)").click()
    expect(other.locator(".versions-list li")).to_have_count(3)
    other.get_by_role("button", name="Restore version 2").click()
    other.get_by_text("Version 2 is the newest again, as version 4.").wait_for()
    other.get_by_role("link", name="The letter").click()
    expect(other.locator("a.sentence.asserted")).to_contain_text(OWN_WORD)


def test_a_letter_written_anew_and_the_one_before_know_each_other(visitor, resume_pdf: Path) -> None:
    """The same job with another tone is another letter; each links to the other, and the first is as it was."""
    page = visitor.page
    visitor.sign_up()
    visitor.add_resume(resume_pdf)
    visitor.take_example_job()
    visitor.write_letter()
    first = page.locator("letter-sheet").inner_text()
    page.get_by_role("button", name="Write it anew").click()
    page.get_by_text("Formal").click()
    visitor.write_letter()
    page.get_by_role("link", name="The letter before this one").click()
    page.get_by_role("link", name="The letter written after it").wait_for()
    assert page.locator("letter-sheet").inner_text() == first


def test_the_interview_sheet_and_the_word_file_come_from_the_server(visitor, resume_pdf: Path) -> None:
    """Each claim has a question; the file is a DOCX."""
    page = visitor.page
    visitor.sign_up()
    visitor.add_resume(resume_pdf)
    visitor.take_example_job()
    visitor.write_letter()
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download Word").click()
    assert downloading.value.suggested_filename.endswith(".docx")
    assert Path(downloading.value.path()).read_bytes()[:2] == b"PK"
    page.get_by_role("link", name="Interview sheet").click()
    page.locator(".claim").first.wait_for()
    assert page.locator(".claim").count() >= 3
    assert page.locator(".claim-questions li").count() >= page.locator(".claim").count()
    assert "20 minutes" in page.locator("interview-view").inner_text()


def test_letters_are_found_by_job_and_text(visitor, resume_pdf: Path) -> None:
    """The search narrows the list and says when it finds nothing."""
    visitor.sign_up()
    visitor.add_resume(resume_pdf)
    visitor.take_example_job()
    visitor.write_letter()
    visitor.page.get_by_role("link", name="Letters", exact=True).click()
    search = visitor.page.get_by_label("Search")
    search.fill("senior data")
    visitor.page.get_by_text("1 letter found").wait_for()
    search.fill("BERTH REPORT")
    visitor.page.get_by_text("1 letter found").wait_for()
    search.fill("zeppelin")
    visitor.page.get_by_text("No letter has these words").wait_for()
