"""The cases of the page's logic in the browser itself: the engine that will run them."""

from pathlib import Path

from playwright.sync_api import Route

ROOT = Path(__file__).resolve().parents[2]
TYPES = {".mjs": "text/javascript", ".js": "text/javascript"}


def test_every_case_of_the_logic_holds_in_chromium(browser) -> None:
    """The same cases as under Node, each one sentence in tests/unit/web/cases.mjs."""

    def serve(route: Route) -> None:
        path = ROOT / route.request.url.removeprefix("https://checkout.example/")
        if path.is_file():
            route.fulfill(body=path.read_text(encoding="utf-8"), content_type=TYPES.get(path.suffix, "text/plain"))
        else:
            route.fulfill(body="<!doctype html>", content_type="text/html")

    page = browser.new_page()
    page.route("https://checkout.example/**", serve)
    page.goto("https://checkout.example/")
    failed, held = page.evaluate(
        """async () => {
            const { CASES } = await import("/tests/unit/web/cases.mjs");
            const failed = [];
            for (const [sentence, run] of Object.entries(CASES)) {
                try { run(); } catch (error) { failed.push(`${sentence}: ${error.message}`); }
            }
            return [failed, Object.keys(CASES).length - failed.length];
        }"""
    )
    page.close()
    assert failed == []
    assert held > 30
