"""Takes a picture of every view of the page, light and dark, narrow and wide, from the running stack.

`make screenshots` puts them into `screenshots/`, which git ignores; with ``ARGS=--readme`` it makes the README's pictures in
`docs/images/` anew instead. The resume and the job are the samples; an account is made for it and deleted at the end.
"""

import os
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, Final, Literal

from devstack.page import publish_page
from devstack.problems import Problem, ProblemCode
from devstack.settings import Settings, read_settings
from devstack.stack import read_running

Scheme = Literal["light", "dark"]
Shoot = Callable[[str], None]

CHROMIUM: Final = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SIZES: Final = {"wide": (1440, 900), "narrow": (360, 740)}
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
README_PICTURES: Final = {
    "letter": ("6-proof", "wide", "light"),
    "resume": ("4-resume", "wide", "light"),
    "edit": ("7-edit", "wide", "dark"),
}
_README_SCALE: Final = 1.0
_WEBP_QUALITY: Final = 82
_ARGUMENTS: Final = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
_SAMPLES: Final = Path(__file__).resolve().parent / "samples"
_OWN_WORD: Final = "I also sail in winter, and I have never missed a watch."


def main() -> int:
    """Take all pictures, or those of the README; return the exit code."""
    settings = read_settings(os.environ)
    try:
        if sys.argv[1:] == ["--readme"]:
            folder = settings.checkout / "docs" / "images"
            take_for_readme(_publish(settings), folder)
        else:
            folder = settings.checkout / "screenshots"
            take(_publish(settings), folder)
    except Problem as problem:
        print(f"{problem.message} {problem.remedy}", file=sys.stderr)
        return problem.exit_code
    print(f"{len([*folder.glob('*.png'), *folder.glob('*.webp')])} pictures in {folder}")
    return 0


def _publish(settings: Settings) -> str:
    """Return the address of the page of the running stack; raises `Problem` when there is no stack or no browser."""
    running = read_running(settings)
    if running is None:
        raise Problem(ProblemCode.CONNECTION, "No stack is running.", "Start one with `make run`, then try again.")
    if not Path(CHROMIUM).exists():
        raise Problem(ProblemCode.CONNECTION, f"There is no Chromium at {CHROMIUM}.", "Name one with CHROMIUM.")
    return publish_page(settings.layout, running.addresses["aws"], running.outputs)


def take(address: str, folder: Path) -> None:
    """Walk through the page once for every size and scheme."""
    folder.mkdir(exist_ok=True)
    with _browser() as browser:
        for size in SIZES:
            for scheme in SCHEMES:
                page = _page(browser, size, scheme, 2)

                def shoot(view: str, page: Any = page, tag: str = f"{size}-{scheme}") -> None:  # noqa: ANN401  # as in _walk
                    page.wait_for_timeout(400)  # fonts and transitions
                    page.screenshot(path=folder / f"{view}-{tag}.png")

                _walk(page, address, shoot)
                page.close()


def take_for_readme(address: str, folder: Path) -> None:
    """Take the three pictures of the README, small enough to be kept in the repository."""
    # A test's dependency, as the browser is.
    from PIL import Image  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    names = {place: name for name, place in README_PICTURES.items()}

    def shoot(page: Any, size: str, scheme: str, view: str) -> None:  # noqa: ANN401  # as in _walk
        if name := names.get((view, size, scheme)):
            page.wait_for_timeout(400)
            picture = Image.open(BytesIO(page.screenshot()))
            picture.save(folder / f"{name}.webp", quality=_WEBP_QUALITY, method=6)

    with _browser() as browser:
        for size, scheme in sorted({(size, scheme) for _, size, scheme in README_PICTURES.values()}):
            page = _page(browser, size, scheme, _README_SCALE)
            _walk(page, address, partial(shoot, page, size, scheme))
            page.close()


@contextmanager
def _browser() -> Iterator[Any]:
    # Only tests and this command need a browser: the laptop home is installed without it.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        yield browser
        browser.close()


def _page(browser: Any, size: str, scheme: str, scale: float) -> Any:  # noqa: ANN401  # as in _walk
    width, height = SIZES[size]
    viewport = {"width": width, "height": height}
    return browser.new_page(viewport=viewport, color_scheme=scheme, device_scale_factor=scale, locale="en-GB")


def _walk(page: Any, address: str, shoot: Shoot) -> None:  # noqa: ANN401  # playwright is not installed everywhere
    _sign_up(page, address, shoot)
    page.set_input_files("#resume-file", str(_SAMPLES / "resume.pdf"))
    page.locator(".choice input:checked").wait_for()
    page.get_by_role("button", name="Data engineer").click()
    shoot("3-new-letter")
    page.locator(".choice-more").click()
    page.locator("resume-picture .line").first.wait_for()
    shoot("4-resume")
    page.go_back()
    _write(page, shoot)
    _lists(page, shoot)
    _leave(page, shoot)


def _sign_up(page: Any, address: str, shoot: Shoot) -> None:  # noqa: ANN401  # as in _walk
    page.goto(address)
    page.get_by_role("heading", name="Sign in").wait_for()
    shoot("1-sign-in")
    page.get_by_role("button", name="Make an account").click()
    page.get_by_label("E-mail address").fill(f"screenshots-{secrets.token_hex(4)}@letters.example")
    page.get_by_label("Password").fill(f"Shot-{secrets.token_hex(8)}-1")
    page.get_by_role("button", name="Make the account").click()
    page.locator(".connection[data-state=open]").wait_for()
    shoot("2-first-time")


def _write(page: Any, shoot: Shoot) -> None:  # noqa: ANN401  # as in _walk
    page.get_by_role("button", name="Write the letter").click()
    page.locator("a.sentence.supported").first.wait_for()
    shoot("5-letter")
    page.locator("a.sentence.supported").nth(2).click()
    shoot("6-proof")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Edit", exact=True).click()
    field = page.get_by_label("The letter", exact=True)
    letter = field.input_value()
    opening, body, rest = letter.split("\n\n", 2)
    field.fill("\n\n".join([opening, f"{body} {_OWN_WORD}", rest]))
    page.locator(".mark.asserted").wait_for()
    page.evaluate("() => window.scrollTo(0, 0)")
    shoot("7-edit")
    page.get_by_role("button", name="Save as version 2").click()
    page.get_by_role("link", name="Versions (2)").click()
    page.locator("text-diff ins:visible").first.wait_for()
    shoot("8-versions")
    page.get_by_role("link", name="The letter").click()
    page.get_by_role("link", name="Interview sheet").click()
    page.locator(".claim").first.wait_for()
    shoot("9-interview")
    page.get_by_role("link", name="The letter").click()
    page.get_by_role("button", name="Write it anew").click()
    page.get_by_role("heading", name="Write it anew").wait_for()
    shoot("10-anew")


def _lists(page: Any, shoot: Shoot) -> None:  # noqa: ANN401  # as in _walk
    page.get_by_role("link", name="Letters", exact=True).first.click()
    page.locator(".row-item").wait_for()
    shoot("11-letters")
    page.get_by_role("link", name="Resumes").click()
    page.locator(".row-item").wait_for()
    shoot("12-resumes")


def _leave(page: Any, shoot: Shoot) -> None:  # noqa: ANN401  # as in _walk
    page.get_by_role("link", name="Privacy").click()
    page.get_by_role("heading", name="Leave without a trace").wait_for()
    shoot("13-privacy")
    page.get_by_role("button", name="Delete my account and everything in it").click()
    shoot("14-asking")
    page.get_by_role("button", name="Delete everything").click()
    page.locator("account-view .notice:not([hidden])").wait_for()


if __name__ == "__main__":
    sys.exit(main())
