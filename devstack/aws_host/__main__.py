"""`python -m devstack.aws_host`: serves the embedded AWS on ``BIND_HOST``:``GATEWAY_PORT`` until SIGTERM.

All settings are MiniStack's own environment variables, set by `devstack.embedded_aws`, plus
``RESUMATE_FUNCTION_LOGS`` and ``RESUMATE_UNPACKED_CODE``, two folders. ``POST /_resumate/save`` saves all state at once and
answers when it is on disk. ``POST /_resumate/minute`` lets a minute pass for metrics and alarms, and answers when they
have been evaluated.
"""

import asyncio
import contextlib
import os
import signal
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from devstack.aws_host.alarms import evaluate_as_cloudwatch
from devstack.aws_host.closed_sockets import close_deleted_connections
from devstack.aws_host.function_logs import FunctionLogs, keep_function_logs
from devstack.aws_host.kept_resources import keep_what_outlives_its_stack
from devstack.aws_host.metric_clock import MetricClock
from devstack.aws_host.metrics import MetricStore, keep_metrics
from devstack.aws_host.prompt_queue import serve_queues_at_once
from devstack.aws_host.saving import StateSaver
from devstack.aws_host.sign_up import run_sign_up_trigger
from devstack.aws_host.socket_answers import answer_as_api_gateway
from devstack.aws_host.socket_authorizer import run_socket_authorizer
from devstack.aws_host.text_frames import push_text_frames
from devstack.aws_host.unpacked_code import share_unpacked_code
from devstack.aws_host.unread_events import keep_unread_events
from devstack.aws_host.user_names import remove_users_by_sub

SAVE_PATH = "/_resumate/save"
MINUTE_PATH = "/_resumate/minute"

Application = Callable[[MutableMapping[str, Any], Any, Any], Awaitable[None]]


def with_own_paths(application: Application, orders: Mapping[str, Callable[[], object]]) -> Application:
    """Return `application` with a POST to each of these paths answered by carrying out its order."""

    async def serve(scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        order = orders.get(scope["path"]) if scope["type"] == "http" and scope["method"] == "POST" else None
        if order is None:
            await application(scope, receive, send)
            return
        order()
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    return serve


def apply_adapters(function_logs: Path, unpacked_code: Path) -> Callable[[], None]:
    """Close the gaps between MiniStack and AWS; the state of the services is loaded here, once.

    Returns what lets a minute pass for metrics and alarms.
    """
    clock = MetricClock()
    metrics = MetricStore(clock)
    keep_function_logs(FunctionLogs(function_logs), metrics.take_line)
    share_unpacked_code(unpacked_code)
    run_socket_authorizer()
    answer_as_api_gateway()
    run_sign_up_trigger()
    remove_users_by_sub()
    push_text_frames()
    close_deleted_connections()
    serve_queues_at_once()
    keep_unread_events()
    keep_what_outlives_its_stack()
    return keep_metrics(metrics, evaluate_as_cloudwatch(clock))


async def serve(host: str, port: int, application: Application, saver: StateSaver) -> None:
    """Serve until SIGTERM or SIGINT; MiniStack saves its state as it stops, then the functions are ended."""
    from hypercorn.asyncio import serve as serve_asgi
    from hypercorn.config import Config
    from ministack.core import lambda_runtime

    config = Config()
    config.bind = [f"{host}:{port}"]
    config.keep_alive_timeout = 75
    config.graceful_timeout = 1.0
    config.loglevel = "WARNING"
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    saving = asyncio.create_task(saver.run())
    try:
        await serve_asgi(application, config, shutdown_trigger=stop.wait)  # type: ignore[arg-type]
    finally:
        saving.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await saving
        # A function in the middle of a letter would go on alone, for minutes, without a database.
        lambda_runtime.reset()


def main() -> None:
    """Read the environment, load MiniStack, serve."""
    logs, code = Path(os.environ["RESUMATE_FUNCTION_LOGS"]), Path(os.environ["RESUMATE_UNPACKED_CODE"])
    pass_minute = apply_adapters(logs, code)
    from ministack import app as ministack
    from ministack.core import persistence

    # MiniStack has read it; functions would inherit it, and leave out of their logs what they write on AWS.
    os.environ.pop("LOG_LEVEL", None)
    saver = StateSaver(ministack._build_persistence_save_dict, persistence.save_state, persistence._json_default)
    application = with_own_paths(ministack.app, {SAVE_PATH: saver.save_all, MINUTE_PATH: pass_minute})
    asyncio.run(serve(os.environ["BIND_HOST"], int(os.environ["GATEWAY_PORT"]), application, saver))


if __name__ == "__main__":
    main()
