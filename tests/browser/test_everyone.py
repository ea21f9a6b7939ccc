"""The page for everyone: by keyboard alone at 360 px, readable in light and dark, named for screen readers, light to load."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

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


def test_a_letter_by_keyboard_alone_at_360_pixels(make_visitor) -> None:
    """From the first view to the proof of a sentence without a pointer, on the narrowest screen."""
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
    keyboard.press("resume-drop .link-button")
    page.locator(".choice input:checked").wait_for()
    keyboard.press(".chip")
    expect(page.locator("#job")).not_to_have_value("")
    keyboard.press("button[type=submit]")
    page.locator("a.sentence.supported").first.wait_for()
    keyboard.go_to("a.sentence.supported")
    expect(page.locator("#proof .quote").first).to_be_visible()
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
