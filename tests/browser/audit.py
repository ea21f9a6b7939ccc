"""The automated audit: axe-core's rules for WCAG 2.2 AA and its best practices, none of which a view may break."""

from functools import cache
from typing import Any, Final

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN: Final = "tags => axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })"


def violations(page: Page) -> list[str]:
    """Return what breaks a rule, one line for each place: the rule, the place, and why."""
    page.wait_for_timeout(300)  # transitions of colours
    if page.evaluate("typeof axe") == "undefined":
        # Handed over by the browser's own tools, past the page's policy, which lets no such script in.
        page.evaluate(_script())
    found: dict[str, Any] = page.evaluate(_RUN, RULES)
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@cache
def _script() -> str:
    return f"() => {{ {AXE_SCRIPT} }}"
