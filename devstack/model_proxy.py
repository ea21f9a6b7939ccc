"""An endpoint that passes on to any server of the OpenAI chat schema: Ollama, llama.cpp, vLLM, LM Studio, a service.

Used by `sagemaker` in the composer's place when ``LLM_BASE_URL`` is set. The functions notice nothing: requests,
streams and errors have the forms of a SageMaker endpoint.
"""

import json
from collections.abc import Iterator
from typing import Final

import httpx

from devstack.model_endpoints import InvocationError, model_error

CONNECT_SECONDS: Final = 5
READ_SECONDS: Final = 600
"""A model on a laptop's processor may think for minutes; whoever calls the host has limits of its own."""
CONNECTIONS_MOST: Final = 100


class ProxyEndpoint:
    """Passes invocations on.

    Args:
        base_url: up to and without ``/chat/completions``, for example ``http://localhost:11434/v1``.
        model: the name that the server knows the model by.
        api_key: sent as a bearer token if given.
    """

    def __init__(self, base_url: str, model: str, api_key: str | None = None) -> None:
        self._url = f"{base_url.rstrip('/')}/chat/completions"
        self._model = model
        self._client = httpx.Client(
            headers={"Authorization": f"Bearer {api_key}"} if api_key else {},
            timeout=httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
            limits=httpx.Limits(max_connections=CONNECTIONS_MOST),
        )

    def invoke(self, body: bytes, content_type: str, accept: str) -> Iterator[bytes]:  # noqa: ARG002 - always JSON
        """Yield the server's answer as it comes."""
        request = self._request(body)
        try:
            with self._client.stream("POST", self._url, json=request) as response:
                if response.is_error:
                    raise _refusal(response.status_code)
                yield from response.iter_bytes()
        except httpx.HTTPError as error:
            raise model_error(503, f"the server of LLM_BASE_URL did not answer ({type(error).__name__})") from error

    def _request(self, body: bytes) -> dict[str, object]:
        """Return the request with the server's model name in it."""
        try:
            request = json.loads(body)
        except ValueError as error:
            raise model_error(400, "the body is not JSON") from error
        if not isinstance(request, dict):
            raise model_error(400, "the body is not a JSON object")
        return {**request, "model": self._model}


def _refusal(status: int) -> InvocationError:
    """Return what SageMaker would say of this status; the server's own text stays out, it may repeat the prompt."""
    if status == 429:
        return InvocationError("ThrottlingException", 429, "the server of LLM_BASE_URL is over its limit")
    return model_error(status, f"the server of LLM_BASE_URL answered {status}")
