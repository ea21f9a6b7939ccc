"""Starts the embedded AWS as a child process and asks it to save.

The server is `devstack.aws_host`; this side gives it its folders and its port and waits until it answers.
"""

import os
import shutil
import time
import urllib.error
import urllib.request
from typing import Final

from devstack.environments import child_environment
from devstack.machine import LOOPBACK
from devstack.problems import Problem, ProblemCode
from devstack.processes import Child
from devstack.settings import ACCOUNT_ID, REGION, Layout

START_SECONDS: Final = 60.0
EVENT_RETRY_SECONDS: Final = 61
EVENT_RETRY_VARIABLE: Final = "RESUMATE_EVENT_RETRY_SECONDS"
"""By it a test does not wait for minutes."""
_POLL_SECONDS: Final = 0.05


def aws_url(port: int) -> str:
    """Return the address of the embedded AWS."""
    return f"http://{LOOPBACK}:{port}"


def start_aws(layout: Layout, port: int) -> Child:
    """Start the embedded AWS; it restores what it saved. Returns at once, see `wait_until_answering`."""
    for folder in (layout.aws_state, layout.aws_objects, layout.scratch):
        folder.mkdir(parents=True, exist_ok=True)
    environment = child_environment(layout) | {
        "GATEWAY_PORT": str(port),
        "BIND_HOST": LOOPBACK,
        "PERSIST_STATE": "1",
        "STATE_DIR": str(layout.aws_state),
        "S3_PERSIST": "1",
        "S3_DATA_DIR": str(layout.aws_objects),
        "MINISTACK_ACCOUNT_ID": ACCOUNT_ID,
        "MINISTACK_REGION": REGION,
        "LAMBDA_EXECUTOR": "local",
        "LAMBDA_STATE_TRANSITION_SECONDS": "0",
        # An event that a function failed on comes again after this and after twice this, on AWS after one minute and two. The
        # application relies on the first: until then its own claim on a file keeps a doubled event from reading it twice.
        "LAMBDA_ASYNC_RETRY_BASE_SECONDS": os.environ.get(EVENT_RETRY_VARIABLE, str(EVENT_RETRY_SECONDS)),
        "LAMBDA_ASYNC_RETRY_MAX_SECONDS": str(2 * EVENT_RETRY_SECONDS),
        "COGNITO_EMAIL_ENABLED": "false",
        # Listeners that nothing here uses and that would need ports of their own.
        "SFTP_ENABLED": "0",
        "IOT_MTLS_ENABLED": "0",
        "LOG_LEVEL": "WARNING",
        "RESUMATE_FUNCTION_LOGS": str(layout.function_logs),
        "RESUMATE_UNPACKED_CODE": str(layout.aws / "unpacked"),
    }
    return Child(
        "embedded AWS",
        ["devstack.aws_host"],
        environment=environment,
        folder=layout.checkout,
        log=layout.logs / "aws.log",
    )


def save_now(port: int) -> None:
    """Have all state written to disk; raises `Problem` when that fails."""
    try:
        _order(port, "save")
    except OSError as error:
        raise Problem(
            ProblemCode.START_FAILED,
            "The embedded AWS could not save its state.",
            "See logs/aws.log in the state folder.",
        ) from error


def pass_minutes(port: int, count: int = 1) -> None:
    """Let minutes pass for metrics and alarms, which are evaluated after each; raises `OSError`."""
    for _ in range(count):
        _order(port, "minute")


def wait_until_answering(child: Child, url: str, seconds: float = START_SECONDS) -> None:
    """Wait until a child answers at `url`; raises `Problem` when it ends or takes too long."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        child.ensure_running()
        if is_answering(url):
            return
        time.sleep(_POLL_SECONDS)
    raise Problem(
        ProblemCode.START_FAILED,
        f"The {child.name} did not answer within {seconds:.0f} seconds.",
        f"See {child.log}; run `make run` again when the machine is less busy.",
    )


def is_answering(url: str) -> bool:
    """Return whether a server answers at `url`, whatever it says."""
    try:
        with _opener().open(url, timeout=2):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def forget_unpacked_code(layout: Layout) -> None:
    """Remove unpacked layers; they are unpacked again when a function starts."""
    shutil.rmtree(layout.aws / "unpacked", ignore_errors=True)


def _order(port: int, name: str) -> None:
    request = urllib.request.Request(f"{aws_url(port)}/_resumate/{name}", method="POST")  # noqa: S310  # loopback
    with _opener().open(request, timeout=60):
        pass


def _opener() -> urllib.request.OpenerDirector:
    # A proxy named in the environment is not for loopback.
    return urllib.request.build_opener(urllib.request.ProxyHandler({}))
