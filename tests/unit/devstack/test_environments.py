from pathlib import Path

import pytest

from devstack.environments import aws_client, child_environment, tool_environment
from devstack.settings import Layout

USER = {
    "HOME": "/home/user",
    "AWS_PROFILE": "production",
    "AWS_ACCESS_KEY_ID": "AKIAREAL",
    "AWS_SECRET_ACCESS_KEY": "real",
    "AWS_SESSION_TOKEN": "real",
    "AWS_ENDPOINT_URL_S3": "https://example.com",
    "PYTHONPATH": "/elsewhere",
    "NO_PROXY": "intranet",
    "PIP_FIND_LINKS": "/wheels",
    "LLM_BASE_URL": "http://localhost:11434/v1",
}


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    return Layout(tmp_path, tmp_path / "home")


def test_nothing_of_a_real_aws_account_reaches_a_child(layout: Layout):
    environment = child_environment(layout, USER)
    assert "production" not in environment.values()
    assert "AKIAREAL" not in environment.values()
    assert "real" not in environment.values()
    assert "https://example.com" not in environment.values()
    assert Path(environment["AWS_SHARED_CREDENTIALS_FILE"]).is_relative_to(layout.home)


def test_what_the_user_set_for_pip_and_for_the_writer_reaches_a_child(layout: Layout):
    environment = child_environment(layout, USER)
    assert environment["PIP_FIND_LINKS"] == "/wheels"
    assert environment["LLM_BASE_URL"] == "http://localhost:11434/v1"
    assert "PYTHONPATH" not in environment


def test_a_proxy_is_never_used_for_loopback(layout: Layout):
    assert child_environment(layout, USER)["NO_PROXY"] == "intranet,localhost,127.0.0.1,::1"


def test_the_sam_cli_reports_nothing_home_and_deploys_to_the_address_given(layout: Layout):
    assert tool_environment(layout)["SAM_CLI_TELEMETRY"] == "0"
    assert "AWS_ENDPOINT_URL" not in tool_environment(layout)
    assert tool_environment(layout, "http://127.0.0.1:1")["AWS_ENDPOINT_URL"] == "http://127.0.0.1:1"


def test_a_client_of_the_embedded_aws_ignores_the_users_settings(monkeypatch: pytest.MonkeyPatch):
    for name, value in USER.items():
        monkeypatch.setenv(name, value)
    client = aws_client("s3", "http://127.0.0.1:4566")
    assert client.meta.endpoint_url == "http://127.0.0.1:4566"
    assert client._request_signer._credentials.access_key == "000000000000"
