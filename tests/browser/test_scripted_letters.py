"""What the page does with every kind of letter, played by a scripted server in place of the socket.

The account is real; only the socket's frames are the script's, so that each case is exactly the one that is meant.
"""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.script import JOB, LETTER_ID, RESUME_ID, SOCKET, Script, completed, delta, evidence, sentence


@pytest.fixture
def page(visitor, script: Script) -> Page:
    """A letter that was just asked for and of which nothing has come yet."""
    visitor.page.route_web_socket(SOCKET, script.meet)
    visitor.sign_up()
    visitor.page.locator("#job").fill(JOB)
    visitor.page.get_by_role("button", name="Write the letter").click()
    visitor.page.locator("letter-view").wait_for()
    expect(visitor.page.locator(".letter-status")).to_have_text("Writing")
    return visitor.page


def test_a_draft_grows_and_its_sentences_turn_to_checked_or_flagged(page: Page, script: Script) -> None:
    """Text is a draft until the review; then what was refused is flagged with the reason, the rest is checked."""
    script.say(
        {"type": "letter.progress", "stage": "writing"},
        delta(1, "I cut the report. "),
        delta(2, "I led twelve people."),
    )
    expect(page.locator(".sentence.draft")).to_have_count(2)
    script.say(
        {
            "type": "letter.review",
            "draft": 1,
            "findings": [
                {"sentence": "I led twelve people.", "code": "number", "explanation": "No twelve in the resume."}
            ],
        }
    )
    expect(page.locator(".sentence.flagged")).to_have_text("I led twelve people.")
    assert page.locator(".sentence.flagged").get_attribute("title") == "No twelve in the resume."
    expect(page.locator(".sentence.checked")).to_have_count(1)


def test_a_new_draft_replaces_the_text_and_the_paper_does_not_shrink(page: Page, script: Script) -> None:
    """Nothing jumps: the paper keeps the height it had."""
    script.say(delta(1, "A long draft.\n\n" * 40))
    expect(page.locator("letter-sheet p")).to_have_count(40)
    before = page.locator(".sheet-body").bounding_box()
    script.say(delta(2, "A short one.", draft=2))
    expect(page.locator("letter-sheet p")).to_have_count(1)
    after = page.locator(".sheet-body").bounding_box()
    assert before
    assert after
    assert after["height"] >= before["height"]
    expect(page.locator(".letter-status")).to_contain_text("draft 2")


def test_a_lost_frame_is_made_good_by_a_snapshot(page: Page, script: Script) -> None:
    """A gap in the numbers makes the page ask, and the text is whole with nothing twice."""
    asked = len(script.asked_for("get_letter"))
    script.snapshot = {"status": "writing", "seq": 2, "draft": 1, "text": "One. Two. "}
    script.say(delta(1, "One. "), delta(3, "Three."), delta(3, "Three."))
    expect(page.locator("letter-sheet p")).to_have_text("One. Two. Three.")
    assert len(script.asked_for("get_letter")) == asked + 1


def test_a_message_in_parts_is_one_message(page: Page, script: Script) -> None:
    """A letter too large for one frame comes in pieces, in any order."""
    whole = json.dumps(
        {"letter_id": LETTER_ID, **completed([sentence("I cut the report. " + "é" * 50_000, "supported", 0, [4])])}
    )
    pieces = [whole[start : start + 20_000] for start in range(0, len(whole), 20_000)]
    parts = [
        {"type": "part", "part_id": "p", "index": index, "total": len(pieces), "text": text}
        for index, text in enumerate(pieces)
    ]
    script.say(*reversed(parts))
    page.locator("a.sentence.supported").wait_for()
    assert page.locator("a.sentence.supported").inner_text().count("é") == 50_000


def test_what_was_left_out_is_struck_with_the_reason(page: Page, script: Script) -> None:
    """A removed sentence stands where it stood, struck, and the reason beside it."""
    script.say(
        completed(
            [
                sentence("I cut the report.", "supported", 0, [3, 4]),
                sentence("I led twelve people.", "removed", reason="The resume does not say so."),
            ]
        )
    )
    removed = page.locator(".sentence.removed")
    expect(removed.locator("del")).to_have_text("I led twelve people.")
    expect(removed.locator(".reason")).to_contain_text("The resume does not say so.")
    page.locator("a.sentence.supported").focus()
    assert page.locator("#proof .line.lit").evaluate_all("rows => rows.map((row) => row.dataset.line)") == ["3", "4"]
    expect(page.locator("#proof .quote-place")).to_have_text("Page 1, lines 3–4")


def test_requirements_show_their_lines(page: Page, script: Script) -> None:
    """Met and close rows light up their lines; a gap has none to show."""
    rows = [("met", [4]), ("adjacent", [3]), ("gap", [])]
    requirements = [
        {
            "text": f"It asks for {status}",
            "must": True,
            "status": status,
            "evidence": [evidence(number) for number in proof],
        }
        for status, proof in rows
    ]
    script.say(
        {
            "type": "letter.matches",
            "requirements": requirements,
            "job_title": "Data Engineer",
            "company": "Example Toys",
        }
    )
    expect(page.get_by_role("heading", level=1)).to_have_text("Data Engineer, Example Toys")
    expect(page.locator("requirement-ledger li")).to_have_count(3)
    page.locator("requirement-ledger li.adjacent button").click()
    assert page.locator("#proof .line.lit").evaluate_all("rows => rows.map((row) => row.dataset.line)") == ["3"]
    expect(page.locator("requirement-ledger li.gap button")).to_have_count(0)


def test_questions_are_answered_in_place(page: Page, script: Script) -> None:
    """The answers go with the same job and resume into a new letter, under a new request."""
    first = script.asked_for("create_letter")[0]
    script.say(
        {
            "type": "letter.needs_input",
            "questions": ["The job asks for a driving licence. Do you hold one?", "How long?"],
        }
    )
    page.get_by_role("button", name="Write it with these answers").click()
    page.get_by_role("alert").get_by_text("Answer at least one question").wait_for()
    page.get_by_label("The job asks for a driving licence.").fill("I hold a driving licence.")
    page.get_by_role("button", name="Write it with these answers").click()
    page.wait_for_timeout(300)
    second = script.asked_for("create_letter")[1]
    assert second["options"]["answers"] == ["I hold a driving licence."]
    assert second["job_description"] == first["job_description"]
    assert second["resume_id"] == RESUME_ID
    assert second["request_id"] != first["request_id"]


def test_a_letter_can_be_cancelled(page: Page, script: Script) -> None:
    """The button stops it, the page says so, and offers to try again."""
    script.say(delta(1, "Dear Team,"))
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator(".letter-status")).to_have_text("Cancelled")
    assert script.asked_for("cancel_letter")[0]["letter_id"] == LETTER_ID
    expect(page.get_by_role("button", name="Try again")).to_be_visible()


def test_a_failure_is_said_in_the_servers_words(page: Page, script: Script) -> None:
    """What to do stands where the letter would have been."""
    script.say(
        {
            "type": "letter.failed",
            "code": "generation_unavailable",
            "message": "The language model is out of reach. Try again in a few minutes.",
        }
    )
    expect(page.locator(".ending-card")).to_contain_text(
        "The language model is out of reach. Try again in a few minutes."
    )


@pytest.mark.parametrize(
    "text",
    [
        "<script>window.owned = true</script>",
        '<img src="https://elsewhere.example/x.png" onerror="window.owned = true">',
        "![picture](https://elsewhere.example/x.png) [link](javascript:window.owned=true)",
        "<style>body{display:none}</style><a href=javascript:window.owned=true>go</a>",
    ],
)
def test_markup_in_a_letter_is_text(page: Page, script: Script, text: str) -> None:
    """Whatever a model writes or a job asks is shown as it stands: nothing runs, nothing is fetched."""
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    requirement = {"text": text, "must": True, "status": "met", "evidence": [{**evidence(4), "quote": text}]}
    script.say({"type": "letter.matches", "requirements": [requirement], "job_title": text, "company": None})
    script.say(
        delta(1, text),
        {"type": "letter.review", "draft": 1, "findings": [{"sentence": text, "code": "x", "explanation": text}]},
    )
    expect(page.locator("letter-sheet")).to_contain_text(text)
    script.say(
        completed(
            [
                {**sentence(text, "supported", 0, [4]), "evidence": requirement["evidence"]},
                sentence(text, "removed", reason=text),
            ]
        )
    )
    page.locator("a.sentence.supported").click()
    expect(page.locator("a.sentence.supported")).to_have_text(text)
    expect(page.locator("#proof q")).to_have_text(text)
    assert page.evaluate("window.owned") is None
    assert page.locator("main img, main script, main style, main a[href^=javascript]").count() == 0
    assert not [url for url in fetched if "elsewhere" in url]


def test_a_frame_that_is_wrong_is_left_out(page: Page, script: Script) -> None:
    """A message of a wrong form or an unknown type changes nothing, and the next one is understood."""
    script.say(
        {"type": "letter.delta", "draft": 1, "seq": "one", "text": "wrong"}, {"type": "letter.sung"}, delta(1, "Right.")
    )
    expect(page.locator("letter-sheet p")).to_have_text("Right.")


def test_a_server_that_cannot_start_says_so_at_once(page: Page, script: Script) -> None:
    """The gateway's own error names no request; what waits is told to try again instead of waiting in silence."""
    script.answers = False
    page.get_by_role("button", name="Cancel").click()
    page.wait_for_timeout(200)
    script.say({"message": "Internal server error", "connectionId": "c", "requestId": "r"})
    page.get_by_role("alert").get_by_text("Something went wrong on our side. Try again in a minute.").wait_for()


def test_a_model_that_sleeps_is_said_to_wake_in_minutes(page: Page, script: Script) -> None:
    """The wait is named, nobody has to stay for it, and the letter goes on by itself."""
    script.say({"type": "letter.progress", "stage": "waking", "wait_seconds": 230})
    expect(page.locator(".letter-status")).to_contain_text("The writer is waking up: about 4 minutes.")
    script.say({"type": "letter.progress", "stage": "writing"}, delta(1, "Dear Team,"))
    expect(page.locator(".letter-status")).to_have_text("Writing")
    expect(page.locator("letter-sheet p")).to_have_text("Dear Team,")


def test_a_limit_is_said_in_the_servers_words(visitor, script: Script) -> None:
    """What refuses a letter names the limit, where the button is; nothing that was typed is lost."""
    script.refusals["create_letter"] = ("quota_letters", "10 of your letters are being written already.")
    visitor.page.route_web_socket(SOCKET, script.meet)
    visitor.sign_up()
    visitor.page.locator("#job").fill(JOB)
    visitor.page.get_by_role("button", name="Write the letter").click()
    visitor.page.get_by_role("alert").get_by_text("10 of your letters are being written already.").wait_for()
    expect(visitor.page.locator("#job")).to_have_value(JOB)
