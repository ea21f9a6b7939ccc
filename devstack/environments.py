"""The environments of child processes, and clients of the embedded AWS.

Children get a short list of the user's variables and never the AWS ones: a real profile, key or region must not
reach a tool that we start, so that nothing here can ever touch a real account.
"""

import os
from collections.abc import Mapping
from typing import Any, Final

import boto3
import botocore.session
from botocore.config import Config
from botocore.configprovider import ConstantProvider

from devstack.machine import tool_path
from devstack.settings import ACCOUNT_ID, REGION, Layout

_PASSED_ON: Final = frozenset(
    {"HOME", "USER", "LOGNAME", "SHELL", "LANG", "TZ", "TERM", "XDG_CACHE_HOME", "NO_COLOR"}
    | {"SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"}
    | {"HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"}
)
_PASSED_ON_PREFIXES: Final = ("LC_", "PIP_", "UV_", "LLM_")
_LOOPBACK_NAMES: Final = "localhost,127.0.0.1,::1"


def child_environment(layout: Layout, source: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return what every child gets: the user's harmless variables and harmless AWS settings."""
    kept = {name: value for name, value in source.items() if name in _PASSED_ON or name.startswith(_PASSED_ON_PREFIXES)}
    bypass = source.get("NO_PROXY") or source.get("no_proxy")
    no_proxy = f"{bypass},{_LOOPBACK_NAMES}" if bypass else _LOOPBACK_NAMES
    return kept | {
        "PATH": tool_path(),
        "TMPDIR": str(layout.scratch),
        "NO_PROXY": no_proxy,
        "no_proxy": no_proxy,
        "PYTHONUNBUFFERED": "1",
        "PYTHONNOUSERSITE": "1",
        "AWS_CONFIG_FILE": str(layout.aws / "config"),
        "AWS_SHARED_CREDENTIALS_FILE": str(layout.aws / "credentials"),
        "AWS_ACCESS_KEY_ID": ACCOUNT_ID,
        "AWS_SECRET_ACCESS_KEY": "local",
        "AWS_DEFAULT_REGION": REGION,
        "AWS_EC2_METADATA_DISABLED": "true",
    }


def tool_environment(layout: Layout, aws_url: str | None = None) -> dict[str, str]:
    """Return the environment of the SAM CLI; without an address it can build and not deploy."""
    environment = child_environment(layout) | {"SAM_CLI_TELEMETRY": "0", "SAM_CLI_POLL_DELAY": "0.2"}
    return environment | ({"AWS_ENDPOINT_URL": aws_url} if aws_url else {})


def aws_client(service: str, aws_url: str) -> Any:  # noqa: ANN401  # boto3 makes its classes at run time
    """Return a boto3 client of the embedded AWS that ignores every AWS setting of the user."""
    session: Any = boto3.session.Session(
        aws_access_key_id=ACCOUNT_ID,
        aws_secret_access_key="local",  # noqa: S106  # the embedded AWS asks for one and checks none
        region_name=REGION,
        botocore_session=_session_without_files(),
    )
    config = Config(retries={"max_attempts": 2}, connect_timeout=5, read_timeout=60, proxies={})
    return session.client(service, endpoint_url=aws_url, config=config)


def _session_without_files() -> Any:  # noqa: ANN401  # botocore has no types
    """Return a session that asks for no profile: an AWS_PROFILE of the user must neither be used nor be missed."""
    session = botocore.session.get_session()
    settings = session.get_component("config_store")
    settings.set_config_provider("profile", ConstantProvider(None))
    for name in ("config_file", "credentials_file"):
        settings.set_config_provider(name, ConstantProvider(os.devnull))
    return session
