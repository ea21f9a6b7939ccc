"""The endpoints that the model host serves: the scripts of `sagemaker_models`, loaded as SageMaker loads them.

An endpoint takes the body of an invocation and gives the pieces of its answer; `sagemaker` wraps them in HTTP, and
`model_proxy` is the endpoint that passes on to a server of the user's.
"""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Final, Protocol

from devstack.problems import Problem, ProblemCode

MODELS_FOLDER: Final = Path(__file__).resolve().parent.parent / "sagemaker_models"
THREADS_MOST: Final = 4
"""Texts embedded at once; more would only take the processor away from the rest of the stack."""


class InvocationError(Exception):
    """An invocation that failed, as the SageMaker runtime API reports it.

    Args:
        code: the API's error, "ModelError" for example.
        status: the HTTP status of the API's answer.
        message: what went wrong; never a text of the request.
        original_status: for a ``ModelError``, what the model's server answered.
    """

    def __init__(self, code: str, status: int, message: str, original_status: int | None = None) -> None:
        self.code = code
        self.status = status
        self.message = message
        self.original_status = original_status
        super().__init__(f"{code} ({original_status or status}): {message}")


def model_error(original_status: int, message: str) -> InvocationError:
    """Return the error of a model's server that answered with this status."""
    return InvocationError("ModelError", 424, message, original_status)


class Endpoint(Protocol):
    """What the host serves under a name; called by many threads at once."""

    def invoke(self, body: bytes, content_type: str, accept: str) -> Iterator[bytes]:
        """Yield the answer in pieces; raises `InvocationError`, also in the middle."""
        ...


class ScriptEndpoint:
    """Serves a script with SageMaker's four functions; loads its model at once.

    Args:
        script: the path of the script; its folder goes on the module search path, as in the container.
        model_folder: what `model_fn` gets.
    """

    def __init__(self, script: Path, model_folder: Path) -> None:
        self._script = _load(script)
        self._model = self._script.model_fn(str(model_folder))

    def invoke(self, body: bytes, content_type: str, accept: str) -> Iterator[bytes]:
        """Yield what the script answers, piece by piece if it gives an iterator."""
        try:
            yield from _pieces(self._answer(body, content_type, accept))
        except Exception as error:
            raise _translated(error) from error

    def _answer(self, body: bytes, content_type: str, accept: str) -> Any:  # noqa: ANN401 - the script's choice
        request = self._script.input_fn(body, content_type)
        return self._script.output_fn(self._script.predict_fn(request, self._model), accept)


def make_embedder(cache: Path) -> ScriptEndpoint:
    """Return the embedding endpoint; its model is built into a folder of `cache` unless it is there already.

    Raises:
        Problem: the weights are missing or are not the known ones.
    """
    folder = MODELS_FOLDER / "embedding"
    target = cache / "embedding"
    # In a process of its own: what building needs is ten times what serving needs, and goes back with it.
    command = [sys.executable, str(folder / "build_model.py"), str(target)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    if built.returncode:
        lines = built.stderr.strip().splitlines() or ["It gave no reason."]
        raise Problem(ProblemCode.START_FAILED, "The embedding model could not be built.", lines[-1])
    os.environ.setdefault("EMBEDDING_THREADS", str(min(THREADS_MOST, os.cpu_count() or 1)))
    return ScriptEndpoint(folder / "code" / "inference.py", target)


def make_composer(cache: Path) -> ScriptEndpoint:
    """Return the language model that needs no weights."""
    return ScriptEndpoint(MODELS_FOLDER / "composer" / "code" / "inference.py", cache)


def _load(script: Path) -> ModuleType:
    """Load a script under a name of its own: each of them is called inference.py."""
    name = f"{script.parent.parent.name}_{script.stem}"
    spec = importlib.util.spec_from_file_location(name, script)
    if spec is None or spec.loader is None:
        raise ImportError(f"{script} is no Python module")
    if str(script.parent) not in sys.path:
        sys.path.append(str(script.parent))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _pieces(answer: Any) -> Iterable[bytes]:  # noqa: ANN401 - any form that SageMaker's containers accept
    if isinstance(answer, tuple):
        answer = answer[0]
    if isinstance(answer, str):
        answer = answer.encode()
    return [answer] if isinstance(answer, bytes) else answer


def _translated(error: Exception) -> InvocationError:
    """Return a script's exception as the container reports it: its own status, 400 for a wrong value, else 500."""
    status = getattr(error, "status_code", 400 if isinstance(error, ValueError) else 500)
    return model_error(status, str(error) if status < 500 else type(error).__name__)
