"""The SageMaker runtime API on loopback: boto3 and the functions cannot tell it from the service.

``POST /endpoints/{name}/invocations`` and ``…/invocations-response-stream``, as the API Reference has them, over
the endpoints of `model_endpoints` (`invocations` is the HTTP of it); ``GET /ping`` answers 200 once all are
loaded. A thread per connection: the work is done by native code or by another server, and a hundred connections
are a hundred small stacks. Run by the stack as ``python -m devstack.sagemaker --port N --model-cache DIR``.
"""

import argparse
import logging
import os
import signal
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from devstack.invocations import InvocationHandler, InvocationServer
from devstack.model_endpoints import Endpoint, make_composer, make_embedder
from devstack.model_proxy import ProxyEndpoint
from devstack.problems import Problem, ProblemCode

LOOPBACK: Final = "127.0.0.1"
EMBEDDER: Final = "resumate-embedder"
LANGUAGE_MODEL: Final = "resumate-llm"
POLL_SECONDS: Final = 0.1
"""How soon `stop` is noticed; connections never wait for it."""


class SageMakerHost:
    """The host as an object; `start`, use `url`, `stop`.

    Args:
        model_cache: where derived model files are kept between starts.
        port: 0 chooses a free one.
        llm_base_url: with it, the language model is this server's `llm_model` instead of the composer.
        llm_model: see there.
        llm_api_key: sent to that server as a bearer token.
        endpoints: served instead of the product's own (tests script theirs).
    """

    def __init__(
        self,
        model_cache: Path,
        port: int = 0,
        llm_base_url: str | None = None,
        llm_model: str | None = None,
        llm_api_key: str | None = None,
        *,
        endpoints: Mapping[str, Endpoint] | None = None,
    ) -> None:
        if llm_base_url and not llm_model:
            raise Problem(
                ProblemCode.USAGE,
                "LLM_BASE_URL is set and LLM_MODEL is not.",
                "Set LLM_MODEL to the model's name there.",
            )
        self._model_cache = model_cache
        self._port = port
        self._llm = (llm_base_url, llm_model, llm_api_key)
        self._endpoints = endpoints
        self._server: InvocationServer | None = None

    @property
    def url(self) -> str:
        """The address for `AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME`."""
        return f"http://{LOOPBACK}:{self._server.server_port if self._server else self._port}"

    def start(self) -> None:
        """Listen, then load the models; returns when they answer. Raises `Problem`."""
        try:
            self._server = InvocationServer((LOOPBACK, self._port), InvocationHandler)
        except OSError as error:
            raise Problem(
                ProblemCode.PORT_TAKEN, f"Port {self._port} is taken.", "Stop what uses it, or choose another port."
            ) from error
        serve = self._server.serve_forever
        threading.Thread(target=serve, args=(POLL_SECONDS,), name="model-host", daemon=True).start()
        try:
            self._server.endpoints = self._endpoints if self._endpoints is not None else self._load()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop listening; answers under way are cut off."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def _load(self) -> dict[str, Endpoint]:
        base_url, model, api_key = self._llm
        language_model: Endpoint = (
            ProxyEndpoint(base_url, model, api_key) if base_url and model else make_composer(self._model_cache)
        )
        return {EMBEDDER: make_embedder(self._model_cache), LANGUAGE_MODEL: language_model}


def main() -> None:
    """Serve until SIGTERM or Ctrl-C."""
    parser = argparse.ArgumentParser(description="The SageMaker runtime API on this machine.")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--model-cache", type=Path, required=True)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # it would write each address, which may hold a key
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    settings = (os.environ.get(name) or None for name in ("LLM_BASE_URL", "LLM_MODEL", "LLM_API_KEY"))
    try:
        host = SageMakerHost(arguments.model_cache, arguments.port, *settings)
        host.start()
    except Problem as problem:
        sys.exit(f"{problem.message} {problem.remedy}")
    print(f"model host ready at {host.url}", flush=True)
    stopped.wait()
    host.stop()


if __name__ == "__main__":
    main()
