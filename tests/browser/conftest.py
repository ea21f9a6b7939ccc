"""What the tests of the page stand on: the system's Chromium, a deployed local stack with the page on it, and people.

Without a Chromium the whole group is skipped by name; RESUMATE_NEEDS_BROWSER=1 makes that an error, for CI.
RESUMATE_TEST_HOME names the state folder of a stack that runs already and is used instead of a new one.
"""

import os
import re
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from fpdf import FPDF
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from devstack.page import publish_page
from devstack.progress import Progress
from devstack.settings import read_settings
from devstack.stack import Stack, read_running
from devstack.state import RunningStack
from tests.browser.script import Script

HERE = Path(__file__).parent
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MILLISECONDS = 30_000
RESUME = [
    "Noor Vandersteen",
    "noor.vandersteen@example.com | +32 470 00 00 00 | Ghent, Belgium",
    "Summary",
    "Data analyst who likes plain questions and plain answers. Six years with SQL and Python.",
    "Experience",
    "Senior Data Analyst, Brugge Harbour Services, Bruges March 2021 - Present",
    "- Rebuilt the berth report in Python and cut its run from 3 hours to 20 minutes.",
    "- Modelled 60 tables of port data in PostgreSQL and dbt.",
    "Data Analyst, Leie Textiles, Kortrijk August 2018 - February 2021",
    "- Wrote SQL reports on orders for 25 buyers and trained them in reading them.",
    "Education",
    "MSc Statistics, Ghent University, Ghent 2016 - 2018",
    "Skills",
    "Python, SQL, PostgreSQL, dbt, Airflow",
    "Languages",
    "Dutch (native), English (fluent)",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip this folder's tests where there is no Chromium, saying so."""
    if Path(CHROMIUM).exists():
        return
    if os.environ.get("RESUMATE_NEEDS_BROWSER") == "1":
        raise pytest.UsageError(f"The tests of the page need a Chromium; there is none at {CHROMIUM}.")
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=f"tests/browser: no Chromium at {CHROMIUM}"))


@pytest.fixture(scope="session")
def page_stack() -> Iterator[RunningStack]:
    """A deployed stack, on a free port and in a state folder of its own."""
    running_home = os.environ.get("RESUMATE_TEST_HOME")
    if running_home:
        running = read_running(read_settings({"RESUMATE_HOME": running_home}))
        assert running is not None, f"no stack runs in {running_home}"
        yield running
        return
    home = Path(tempfile.mkdtemp(prefix="resumate-page-"))
    stack = Stack(read_settings({"RESUMATE_HOME": str(home), "RESUMATE_PORT": "0"}), Progress())
    try:
        yield stack.start()
    finally:
        stack.stop()
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def address(page_stack: RunningStack) -> str:
    """The page's address; what is in the checkout now is published there."""
    return publish_page(read_settings({}).layout, page_stack.addresses["aws"], page_stack.outputs)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    # A function's first call on a busy machine takes longer than the five seconds that are the default.
    expect.set_options(timeout=MILLISECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """Somebody at the page, in a browser profile of their own.

    Attributes:
        context: the profile; a second page in it is a second tab.
        page: the first tab.
        address: of the page.
        complaints: errors of the console and of scripts, violations of the policy among them.
    """

    context: BrowserContext
    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    email: str = field(default_factory=lambda: f"page-{secrets.token_hex(6)}@letters.example")
    password: str = "Correct-Horse-9"

    def watch(self, page: Page) -> Page:
        """Note what goes wrong in a tab."""
        page.set_default_timeout(MILLISECONDS)
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def open(self, path: str = "") -> None:
        """Go to a view."""
        self.page.goto(f"{self.address}{path}")

    def sign_up(self) -> None:
        """Make an account through the page."""
        self.open()
        self.page.get_by_role("button", name="Make an account").click()
        self.page.get_by_label("E-mail address").fill(self.email)
        self.page.get_by_label("Password").fill(self.password)
        self.page.get_by_role("button", name="Make the account").click()
        self.page.locator(".connection[data-state=open]").wait_for()

    def sign_in(self, page: Page) -> None:
        """Sign in through the page in another tab."""
        page.goto(self.address)
        page.get_by_label("E-mail address").fill(self.email)
        page.get_by_label("Password").fill(self.password)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.locator(".connection[data-state=open]").wait_for()

    def add_resume(self, path: Path) -> None:
        """Upload a resume on the view of new letters and wait until it is chosen."""
        self.page.set_input_files("#resume-file", str(path))
        self.page.locator(".choice input:checked").wait_for()

    def take_example_job(self, name: str = "Data engineer") -> None:
        """Paste an example job."""
        self.page.get_by_role("button", name=name).click()
        expect(self.page.locator("#job")).to_have_value(re.compile(".{20}"))

    def write_letter(self) -> None:
        """Ask for the letter and wait until it is finished."""
        self.page.get_by_role("button", name="Write the letter").click()
        self.page.locator("a.sentence.supported").first.wait_for(timeout=2 * MILLISECONDS)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)


@pytest.fixture
def make_visitor(browser: Browser, address: str) -> Iterator[Callable[..., Visitor]]:
    """Make visitors; at the end of the test none of their pages may have complained."""
    made: list[Visitor] = []

    def make(**options: object) -> Visitor:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "en-GB", **options})
        visitor = Visitor(context, context.new_page(), address)
        visitor.watch(visitor.page)
        made.append(visitor)
        return visitor

    yield make
    for visitor in made:
        visitor.context.close()
    assert [complaint for visitor in made for complaint in visitor.complaints] == []


@pytest.fixture
def visitor(make_visitor: Callable[..., Visitor]) -> Visitor:
    """Somebody at the page."""
    return make_visitor()


@pytest.fixture
def script() -> Script:
    """A scripted server, for cases that have to be exactly the one that is meant."""
    return Script()


@pytest.fixture(scope="session")
def resume_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A resume of somebody who does not exist, as a PDF."""
    path = tmp_path_factory.mktemp("resume") / "noor-vandersteen.pdf"
    document = FPDF(format="A4")
    document.add_page()
    for line in RESUME:
        heading = len(line) < 20 and "," not in line
        document.set_font("Helvetica", "B" if heading else "", (18 if line is RESUME[0] else 13) if heading else 10)
        document.cell(0, 8 if heading else 6, line, new_x="LMARGIN", new_y="NEXT")
    document.output(str(path))
    return path
