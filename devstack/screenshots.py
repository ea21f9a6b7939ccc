"""Takes a picture of every view of the page, light and dark, narrow and wide, from the running stack.

`make screenshots` puts them into `screenshots/`, which git ignores. An account is made for it and deleted at the end.
"""

import os
import secrets
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal

from devstack.page import publish_page
from devstack.problems import Problem, ProblemCode
from devstack.settings import Settings, read_settings
from devstack.stack import read_running

CHROMIUM: Final = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SIZES: Final = {"wide": (1440, 900), "narrow": (360, 740)}
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
_ARGUMENTS: Final = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
_SAMPLES: Final = Path(__file__).resolve().parent / "samples"


def main() -> int:
    """Take all pictures; return the exit code."""
    settings = read_settings(os.environ)
    folder = settings.checkout / "screenshots"
    try:
        take(_publish(settings), folder)
    except Problem as problem:
        print(f"{problem.message} {problem.remedy}", file=sys.stderr)
        return problem.exit_code
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
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
    # Only tests and this command need a browser: the laptop home is installed without it.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    folder.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        for size, (width, height) in SIZES.items():
            for scheme in SCHEMES:
                page = browser.new_page(
                    viewport={"width": width, "height": height},
                    color_scheme=scheme,
                    device_scale_factor=2,
                    locale="en-GB",
                )
                _walk(page, address, partial(_shoot, page, folder, f"{size}-{scheme}"))
                page.close()
        browser.close()


def _shoot(page: Any, folder: Path, tag: str, view: str) -> None:  # noqa: ANN401  # playwright is not installed everywhere
    page.wait_for_timeout(400)  # fonts and transitions
    page.screenshot(path=folder / f"{view}-{tag}.png")


def _walk(page: Any, address: str, shoot: Callable[[str], None]) -> None:  # noqa: ANN401  # as above
    page.goto(address)
    page.get_by_role("heading", name="Sign in").wait_for()
    shoot("1-sign-in")
    page.get_by_role("button", name="Make an account").click()
    page.get_by_label("E-mail address").fill(f"screenshots-{secrets.token_hex(4)}@letters.example")
    page.get_by_label("Password").fill(f"Shot-{secrets.token_hex(8)}-1")
    page.get_by_role("button", name="Make the account").click()
    page.locator(".connection[data-state=open]").wait_for()
    shoot("2-first-time")
    page.set_input_files("#resume-file", str(_SAMPLES / "resume.pdf"))
    page.locator(".choice input:checked").wait_for()
    page.get_by_role("button", name="Data engineer").click()
    shoot("3-new-letter")
    page.locator(".choice-more").click()
    page.locator("resume-picture .line").first.wait_for()
    shoot("4-resume")
    page.go_back()
    page.get_by_role("button", name="Write the letter").click()
    page.locator("a.sentence.supported").first.wait_for()
    shoot("5-letter")
    page.locator("a.sentence.supported").nth(2).click()
    shoot("6-proof")
    page.get_by_role("link", name="Letters", exact=True).first.click()
    page.locator(".row-item").wait_for()
    shoot("7-letters")
    page.get_by_role("link", name="Resumes").click()
    page.locator(".row-item").wait_for()
    shoot("8-resumes")
    page.get_by_role("link", name="Privacy").click()
    page.get_by_role("heading", name="Leave without a trace").wait_for()
    shoot("9-privacy")
    page.get_by_role("button", name="Delete my account and everything in it").click()
    shoot("10-asking")
    page.get_by_role("button", name="Delete everything").click()
    page.locator(".notice:not([hidden])").wait_for()


if __name__ == "__main__":
    sys.exit(main())
