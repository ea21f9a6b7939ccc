"""The page and its connection: cut in mid-stream, refused, expired, offline; nothing is lost and all of it is said."""

import json
import re
from pathlib import Path

from playwright.sync_api import Route, WebSocketRoute, expect

SOCKET = re.compile(r"/_aws/execute-api/")


def test_a_letter_survives_a_socket_that_is_cut_in_mid_stream(visitor, resume_pdf: Path) -> None:
    """After the first words the connection goes and every later frame with it; the page says so, returns, and shows the whole letter once."""
    cut: list[str] = []

    def meet(route: WebSocketRoute) -> None:
        server = route.connect_to_server()

        def pass_on(frame: str | bytes) -> None:
            if cut == ["now"]:
                return
            route.send(frame)
            if not cut and json.loads(frame)["type"] == "letter.delta":
                cut.append("now")
                server.close()
                route.close(code=1001)

        server.on_message(pass_on)
        if cut == ["now"]:
            cut.append("over")

    visitor.page.route_web_socket(SOCKET, meet)
    visitor.sign_up()
    visitor.add_resume(resume_pdf)
    visitor.take_example_job()
    visitor.page.evaluate(
        """() => {
            window.states = [];
            const button = document.querySelector(".connection");
            new MutationObserver(() => window.states.push(button.dataset.state)).observe(button, { attributes: true });
        }"""
    )
    visitor.write_letter()
    assert cut == ["now", "over"]
    assert {"waiting", "open"} <= set(visitor.page.evaluate("window.states"))
    text = visitor.page.locator("letter-sheet").inner_text()
    sentences = visitor.page.locator("a.sentence").all_inner_texts()
    assert sentences
    assert all(text.count(sentence) == 1 for sentence in sentences)


def test_an_upload_survives_a_socket_that_is_cut_while_the_file_is_read(visitor, resume_pdf: Path) -> None:
    """The step that was missed is asked for after the reconnect."""
    cut: list[str] = []

    def meet(route: WebSocketRoute) -> None:
        server = route.connect_to_server()

        def pass_on(frame: str | bytes) -> None:
            if not cut and json.loads(frame)["type"] == "resume.parsing":
                cut.append("cut")
                server.close()
                route.close(code=1001)
            else:
                route.send(frame)

        server.on_message(pass_on)

    visitor.page.route_web_socket(SOCKET, meet)
    visitor.sign_up()
    visitor.add_resume(resume_pdf)
    assert cut == ["cut"]


def test_offline_is_shown_and_ends_by_itself(visitor) -> None:
    """The state of the connection is always in sight."""
    visitor.sign_up()
    visitor.context.set_offline(True)
    expect(visitor.page.locator(".connection")).to_contain_text("Offline")
    visitor.context.set_offline(False)
    expect(visitor.page.locator(".connection")).to_contain_text("Connected")


def test_a_sign_in_that_ended_says_so_and_keeps_what_was_typed(visitor) -> None:
    """A refresh token that is refused leads to the form, not to an error, and the pasted job is still there afterwards."""
    page = visitor.page
    visitor.sign_up()
    page.locator("#job").fill("A job that must not be lost")

    def refuse(route: Route) -> None:
        if "REFRESH_TOKEN_AUTH" in (route.request.post_data or ""):
            refusal = {"__type": "NotAuthorizedException", "message": "Refresh Token has expired"}
            route.fulfill(status=400, json=refusal)
        else:
            route.continue_()

    page.route("**/", refuse)
    page.reload()
    page.get_by_text("Your sign-in has ended. Sign in again; nothing is lost.").wait_for()
    page.get_by_label("E-mail address").fill(visitor.email)
    page.get_by_label("Password").fill(visitor.password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator("#job")).to_have_value("A job that must not be lost")
    # Chromium notes the refused renewal in its console; it was meant.
    visitor.complaints = [complaint for complaint in visitor.complaints if "400" not in complaint]


def test_a_socket_closed_over_its_size_explains_and_does_not_loop(visitor, resume_pdf: Path) -> None:
    """Close code 1009 fails the request that was under way; it is not sent again and again."""
    asked: list[str] = []

    def meet(route: WebSocketRoute) -> None:
        server = route.connect_to_server()

        def pass_on(frame: str | bytes) -> None:
            if json.loads(frame)["action"] == "create_letter":
                asked.append("letter")
                server.close()
                route.close(code=1009)
            else:
                server.send(frame)

        route.on_message(pass_on)

    visitor.page.route_web_socket(SOCKET, meet)
    visitor.sign_up()
    visitor.add_resume(resume_pdf)
    visitor.take_example_job()
    visitor.page.get_by_role("button", name="Write the letter").click()
    visitor.page.get_by_role("alert").get_by_text("too long").wait_for()
    expect(visitor.page.locator(".connection")).to_contain_text("Connected")
    assert asked == ["letter"]


def test_the_token_is_renewed_and_the_socket_moves_without_a_gap(visitor) -> None:
    """A renewal opens a new connection before the old one is closed; the page stays connected."""
    opened: list[str] = []
    visitor.page.on("websocket", lambda socket: opened.append(socket.url))
    visitor.page.clock.install()
    visitor.sign_up()
    assert len(opened) == 1
    visitor.page.clock.fast_forward("59:00")
    visitor.page.wait_for_timeout(1500)
    expect(visitor.page.locator(".connection")).to_contain_text("Connected")
    assert len(opened) >= 2
    assert opened[0] != opened[-1]
