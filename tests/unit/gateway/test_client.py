"""The management client is set up so that `Push` alone decides what is tried again."""

import importlib

import boto3
import pytest
from botocore.awsrequest import AWSResponse

import resumate.gateway.client as client_module
from resumate.gateway.client import make_management_client
from resumate.gateway.messages import Pong
from resumate.gateway.push import Push


@pytest.fixture
def client(monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    return make_management_client("https://a1b2c3d4e5.execute-api.eu-north-1.amazonaws.com/live", "eu-north-1")


def answering(client, status: int, log: list[str]) -> None:
    def answer(request, **_):
        log.append(f"{request.method} {request.url}")
        error = {"x-amzn-errortype": {410: "GoneException", 429: "LimitExceededException"}.get(status, "")}

        class Raw:
            def stream(self, *_args, **_options):
                yield b"{}"

        return AWSResponse(request.url, status, error if status >= 400 else {}, Raw())

    client.meta.events.register("before-send.apigatewaymanagementapi.*", answer)


def test_a_post_goes_to_the_stage_s_own_address(client):
    log: list[str] = []
    answering(client, 200, log)
    assert Push(client).to_connection("Zx9kPeVBliMCJqw=", Pong()) is True
    address = "https://a1b2c3d4e5.execute-api.eu-north-1.amazonaws.com/live/@connections/Zx9kPeVBliMCJqw%3D"
    assert log == [f"POST {address}"]


@pytest.mark.parametrize(("status", "posts"), [(410, 1), (403, 1), (500, 1), (429, 5)])
def test_botocore_itself_tries_nothing_again(client, status, posts, seen):
    log: list[str] = []
    answering(client, status, log)
    push = Push(client, sleep=lambda _seconds: None)
    assert push.to_connection("c1", Pong()) is False
    assert len(log) == posts
    assert (("push_gone" if status == 410 else "push_failed"), {}) in seen.counts


def test_time_limits_are_short_and_connections_are_kept(client):
    config = client.meta.config
    assert (config.connect_timeout, config.read_timeout, config.tcp_keepalive) == (2, 5, True)
    assert config.retries["total_max_attempts"] == 1
    assert config.max_pool_connections == 10


def test_importing_the_module_makes_no_client(monkeypatch):
    monkeypatch.setattr(boto3, "client", lambda *_args, **_options: pytest.fail("a client was made"))
    importlib.reload(client_module)
