"""The page for everyone: by keyboard alone at 360 px, readable in light and dark, named for screen readers, light to load."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.script import LETTER, LETTER_ID, SOCKET, Script, delta

NARROW = {"width": 360, "height": 740}
FIRST_VIEW_BYTES = 100_000

# Contrast of every visible text with the ground it stands on, as WCAG counts it; 4.5, or 3 for large text.
CONTRAST = """() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgba = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
    };
    const over = ([r, g, b, a], below) => [r, g, b].map((value, index) => value * a + below[index] * (1 - a));
    const ground = (element) => {
        const chain = [];
        for (let at = element; at; at = at.parentElement) chain.unshift(at);
        return chain.reduce((below, at) => over(rgba(getComputedStyle(at).backgroundColor), below), [255, 255, 255]);
    };
    const light = (colour) => {
        const [r, g, b] = colour.map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const bad = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || element.closest("svg, script, noscript") || !element.checkVisibility({ visibilityProperty: true })) continue;
        const style = getComputedStyle(element);
        if (style.clipPath !== "none") continue;
        const below = ground(element);
        const [one, other] = [light(over(rgba(style.color), below)), light(below)];
        const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
        if (ratio < (large ? 3 : 4.5)) bad.push(`${ratio.toFixed(2)} ${walker.currentNode.data.trim().slice(0, 40)}`);
    }
    return bad;
}"""

# What a screen reader needs: names, one main heading, no id twice, targets of at least 24 px.
SEMANTICS = """() => {
    const bad = [];
    const visible = (element) => element.checkVisibility({ visibilityProperty: true });
    for (const input of document.querySelectorAll("input, textarea, select")) {
        if (input.type !== "hidden" && !(input.labels?.length || input.getAttribute("aria-label"))) bad.push(`no label: ${input.outerHTML.slice(0, 80)}`);
    }
    for (const control of document.querySelectorAll("button, a[href], summary")) {
        if (!visible(control)) continue;
        if (!(control.textContent.trim() || control.getAttribute("aria-label"))) bad.push(`no name: ${control.outerHTML.slice(0, 80)}`);
        const box = control.getBoundingClientRect();
        if (getComputedStyle(control).display !== "inline" && control.className !== "skip" && (box.height < 24 || box.width < 24)) bad.push(`small: ${control.outerHTML.slice(0, 80)}`);
    }
    if (document.querySelectorAll("h1").length !== 1) bad.push(`${document.querySelectorAll("h1").length} main headings`);
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) bad.push(`id twice: ${id}`);
    for (const element of document.querySelectorAll("[aria-describedby], [aria-labelledby], [aria-controls]")) {
        for (const name of ["aria-describedby", "aria-labelledby", "aria-controls"]) {
            for (const id of (element.getAttribute(name) ?? "").split(" ").filter(Boolean)) if (!document.getElementById(id)) bad.push(`${name} to nowhere: ${id}`);
        }
    }
    if (!document.querySelector("main") || !document.documentElement.lang || !document.title) bad.push("no main, language or title");
    return bad;
}"""


def assert_readable(page: Page, view: str) -> None:
    page.wait_for_timeout(250)  # transitions of colours
    assert page.evaluate(CONTRAST) == [], view
    assert page.evaluate(SEMANTICS) == [], view
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{view} scrolls sideways"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "viewport",
    [NARROW, {"width": 900, "height": 800}, {"width": 1440, "height": 900}],
    ids=lambda size: str(size["width"]),
)
def test_every_view_is_readable_and_named(
    make_visitor, resume_pdf: Path, scheme: str, viewport: dict[str, int]
) -> None:
    """Contrast, labels, names, headings, targets and width of every view, in light and dark, narrow and wide."""
    visitor = make_visitor(viewport=viewport, color_scheme=scheme)
    page = visitor.page
    visitor.open()
    page.get_by_role("heading", name="Sign in").wait_for()
    assert_readable(page, "sign in")
    visitor.sign_up()
    assert_readable(page, "new letter, first time")
    visitor.add_resume(resume_pdf)
    visitor.take_example_job()
    assert_readable(page, "new letter")
    page.get_by_role("link", name=f"How {resume_pdf.name} was read").click()
    page.locator("resume-picture .line").first.wait_for()
    assert_readable(page, "resume")
    page.go_back()
    visitor.write_letter()
    page.locator("a.sentence.supported").first.click()
    assert_readable(page, "letter")
    page.get_by_role("link", name="Letters", exact=True).first.click()
    page.locator(".row-item").wait_for()
    assert_readable(page, "letters")
    page.get_by_role("link", name="Resumes").click()
    page.locator(".row-item").wait_for()
    assert_readable(page, "resumes")
    page.get_by_role("link", name="Privacy").click()
    page.get_by_role("heading", name="Leave without a trace").wait_for()
    assert_readable(page, "privacy")


class Keyboard:
    """Goes through the page with the keyboard alone."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def go_to(self, selector: str, steps: int = 80) -> None:
        """Press Tab until an element has the focus; it has to be seen to have it."""
        for _ in range(steps):
            if self._page.evaluate("selector => document.activeElement.matches(selector)", selector):
                shows = "(element => getComputedStyle(element).outlineStyle !== 'none')(document.activeElement)"
                assert self._page.evaluate(shows) or selector.startswith("input"), f"{selector} hides its focus"
                return
            self._page.keyboard.press("Tab")
        raise AssertionError(f"{selector} is not reached by Tab")

    def press(self, selector: str, key: str = "Enter") -> None:
        """Go to an element and press a key on it."""
        self.go_to(selector)
        self._page.keyboard.press(key)


def test_a_letter_by_keyboard_alone_at_360_pixels(make_visitor, resume_pdf: Path) -> None:
    """From the first view to the last without a pointer, on the narrowest screen: upload, proof, a change, a file, deletion."""
    visitor = make_visitor(viewport=NARROW)
    page, keyboard = visitor.page, Keyboard(visitor.page)
    visitor.open()
    page.get_by_role("heading", name="Sign in").wait_for()
    keyboard.press(".others button:first-child")
    page.get_by_role("heading", name="Make an account").wait_for()
    keyboard.go_to("input[name=email]")
    page.keyboard.type(visitor.email)
    keyboard.go_to("input[name=password]")
    page.keyboard.type(visitor.password)
    page.keyboard.press("Enter")
    page.locator(".connection[data-state=open]").wait_for()
    with page.expect_file_chooser() as choosing:
        keyboard.press("#resume-file")
    choosing.value.set_files(str(resume_pdf))
    page.locator(".choice input:checked").wait_for()
    keyboard.press(".chip")
    expect(page.locator("#job")).not_to_have_value("")
    keyboard.press("button[type=submit]")
    page.locator("a.sentence.supported").first.wait_for()
    keyboard.go_to("a.sentence.supported")
    expect(page.locator("#proof .quote").first).to_be_visible()
    look_at_the_proof(page)
    change_by_keyboard(page)
    with page.expect_download() as downloading:
        keyboard.press("letter-tools .button:nth-child(3)")
    assert downloading.value.suggested_filename.endswith(".pdf")
    keyboard.press(".letter-actions button:last-child")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.locator(".notice.good", has_text="A second look found nothing left.").wait_for()


def look_at_the_proof(page: Page) -> None:
    first = page.locator("#proof .quotes").inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator("#proof .quotes").inner_text() != first
    sentence = page.evaluate("document.activeElement.getBoundingClientRect().top")
    proof = page.locator("#proof").bounding_box()
    assert proof
    assert 0 <= sentence < proof["y"], "the sentence and its proof are seen together"
    page.keyboard.press("Escape")
    expect(page.locator("#proof")).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('a.sentence')")


def change_by_keyboard(page: Page) -> None:
    page.keyboard.press("e")
    expect(page.get_by_label("The letter", exact=True)).to_be_focused()
    page.keyboard.type("I sail in winter. ")
    expect(page.locator(".editor-own")).to_contain_text("I sail in winter.")
    page.keyboard.press("Control+s")
    page.locator("a.sentence.asserted").wait_for()
    # The focus is where one goes on, not at the top of the page.
    assert page.evaluate("document.activeElement.matches('letter-tools button')")


@pytest.mark.parametrize("view", ["#/new", "#/letters", "#/resumes", "#/privacy"])
def test_the_page_at_double_size_needs_no_scrolling_sideways(make_visitor, view: str) -> None:
    """200 % zoom of a window of 1280 pixels, and 400 % of it, which is 320 pixels wide."""
    visitor = make_visitor(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    visitor.sign_up()
    visitor.open(view)
    visitor.page.locator("h1").wait_for()
    for width in (640, 320):
        visitor.page.set_viewport_size({"width": width, "height": 450})
        assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def test_letters_spaced_wide_are_not_cut_off(make_visitor, resume_pdf: Path) -> None:
    """The text spacing of WCAG 1.4.12 loses nothing: no button or field hides a part of its words."""
    visitor = make_visitor(viewport=NARROW, bypass_csp=True)
    visitor.sign_up()
    visitor.add_resume(resume_pdf)
    visitor.page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
    )
    cut = visitor.page.evaluate(
        """[...document.querySelectorAll("button, a, label, legend, h1, h2")]
            .filter((element) => element.checkVisibility() && getComputedStyle(element).overflowX !== "visible")
            .filter((element) => element.scrollWidth > element.clientWidth + 1)
            .map((element) => element.textContent)"""
    )
    assert cut == []
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_forced_colours_keep_what_is_told_by_colour(visitor, script: Script) -> None:
    """In the system's own colours the chosen option, the proven sentence and the user's own word are still told apart."""
    script.finish(LETTER.replace("I like ports.", "I led twelve people."))
    visitor.page.route_web_socket(SOCKET, script.meet)
    visitor.page.emulate_media(forced_colors="active")
    visitor.sign_up()
    style = "element => { const style = getComputedStyle(element); return `${style.textDecorationLine} ${style.textDecorationStyle}`; }"
    chosen = "element => getComputedStyle(element).outlineStyle + getComputedStyle(element).borderStyle"
    chosen_words = visitor.page.locator(".segments input:checked + label").first.evaluate(chosen)
    other_words = visitor.page.locator(".segments input:not(:checked) + label").first.evaluate(chosen)
    assert chosen_words != other_words
    visitor.open(f"#/letters/{LETTER_ID}")
    proven = visitor.page.locator("a.sentence.supported").evaluate(style)
    own = visitor.page.locator("a.sentence.asserted").evaluate(style)
    assert proven == "underline solid"
    assert own == "underline dashed"


def test_what_is_announced_is_announced_once(visitor, script: Script) -> None:
    """While text streams no live region holds it; the state of the letter is said when it changes, not with every word."""
    visitor.page.route_web_socket(SOCKET, script.meet)
    visitor.sign_up()
    visitor.open(f"#/letters/{LETTER_ID}")
    visitor.page.locator("letter-sheet").wait_for()
    expect(visitor.page.locator(".letter-status")).to_have_text("Writing")
    visitor.page.evaluate(
        """() => {
            window.announced = [];
            const live = document.querySelectorAll("[role=status], [role=alert], [aria-live]:not([aria-live=off])");
            for (const region of live) {
                new MutationObserver(() => window.announced.push(region.textContent)).observe(region, { childList: true, subtree: true, characterData: true });
            }
        }"""
    )
    script.say(*[delta(seq, f"Word {seq}. ") for seq in range(1, 40)])
    expect(visitor.page.locator("letter-sheet")).to_contain_text("Word 39.")
    assert visitor.page.evaluate("window.announced") == []
    script.say({"type": "letter.progress", "stage": "checking"}, {"type": "letter.progress", "stage": "checking"})
    visitor.page.wait_for_timeout(200)
    assert visitor.page.evaluate("window.announced") == ["Checking every sentence against your resume"]


def test_the_first_view_is_light(make_visitor) -> None:
    """Under 100 kB even without compression, and nothing from anybody else."""
    visitor = make_visitor()
    sizes: dict[str, int] = {}
    visitor.page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
    visitor.open()
    visitor.page.get_by_role("heading", name="Sign in").wait_for()
    visitor.page.wait_for_load_state("networkidle")
    assert sum(sizes.values()) < FIRST_VIEW_BYTES, sizes
    origin = visitor.address.split("/resumate-page")[0]
    assert all(url.startswith(origin) for url in sizes)


def test_the_policy_allows_no_inline_script_and_no_other_origin(visitor) -> None:
    """The page's own policy stops what a mistake in it would let in."""
    visitor.open()
    visitor.page.get_by_role("heading", name="Sign in").wait_for()
    visitor.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.owned = true";
            document.body.append(script);
        }"""
    )
    assert visitor.page.evaluate("window.owned") is None
    assert (
        visitor.page.evaluate("fetch('https://elsewhere.example/').then(() => 'reached', () => 'stopped')") == "stopped"
    )
    assert len(visitor.complaints) >= 2
    visitor.complaints.clear()


def test_less_motion_is_less_motion(make_visitor) -> None:
    """Who asks for reduced motion gets none that goes on."""
    visitor = make_visitor(reduced_motion="reduce")
    visitor.sign_up()
    durations = visitor.page.evaluate(
        "[...document.querySelectorAll('*')].map((element) => parseFloat(getComputedStyle(element).transitionDuration))"
    )
    assert max(durations) < 0.02
