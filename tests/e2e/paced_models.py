"""Hands on the model host: stop it, start it, or serve its port with a language model that pauses in mid-letter.

Run as a program (``python -m tests.e2e.paced_models PORT CACHE PIECES``) it is that host: a process of its own, so
that stopping it really cuts every connection. It obeys lines of its standard input and writes one per answer begun.
"""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from devstack.model_endpoints import Endpoint, make_composer, make_embedder
from devstack.processes import ProcessRecord, stop_all
from devstack.sagemaker import EMBEDDER, LANGUAGE_MODEL, SageMakerHost
from devstack.services import models_service
from devstack.settings import Settings
from devstack.state import RunningStack

PIECES: Final = 60
"""How many pieces of an answer come before the pause: some 300 characters, in more than a second."""
PIECE_SECONDS: Final = 0.02
PAUSE_SECONDS: Final = 25.0
"""A pause ends by itself before the consumer takes the model for dead."""
BEGUN: Final = "an answer begins"
READY: Final = "ready"


class PausingModel:
    """A language model that writes slowly up to a point, and there waits until it is told to go on.

    Args:
        model: writes.
        pieces: how many pieces of each answer come before the pause.
    """

    def __init__(self, model: Endpoint, pieces: int) -> None:
        self._model = model
        self._pieces = pieces
        self.go_on = threading.Event()

    def invoke(self, body: bytes, content_type: str, accept: str) -> Iterator[bytes]:
        """Yield the pieces of the answer."""
        print(BEGUN, flush=True)
        for number, piece in enumerate(self._model.invoke(body, content_type, accept)):
            if number == self._pieces:
                self.go_on.wait(PAUSE_SECONDS)
            elif number < self._pieces:
                time.sleep(PIECE_SECONDS)
            yield piece


class PausedModels:
    """The host with the pausing model, seen from the tests."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.calls = 0
        assert process.stdout is not None
        assert process.stdout.readline().strip() == READY
        threading.Thread(target=self._count, daemon=True).start()

    def go_on(self) -> None:
        """End the pause; later answers have none."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    def break_off(self) -> None:
        """End the process, and with it every answer under way."""
        self._process.kill()
        self._process.wait()

    def _count(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.calls += line.strip() == BEGUN


class ModelHost:
    """The model host of a running stack.

    Args:
        settings: the stack's.
        running: the stack.
        at_the_end: stops what is started here, before the stack itself is stopped.
    """

    def __init__(self, settings: Settings, running: RunningStack, at_the_end: ExitStack) -> None:
        self._settings = settings
        self._port = urlsplit(running.addresses["models"]).port or 0
        self._at_the_end = at_the_end
        self._record: ProcessRecord = next(item for item in running.processes if item.name == "model host")

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Be without it for a while: calls find a closed port."""
        stop_all([self._record])
        try:
            yield
        finally:
            service = models_service(self._settings, self._port)
            self._record = service.start()
            self._at_the_end.callback(service.stop)
            service.wait()

    @contextmanager
    def pausing(self) -> Iterator[PausedModels]:
        """Serve its port for a while with a composer that pauses."""
        command = [sys.executable, "-m", __name__, str(self._port), str(self._settings.layout.models)]
        with self.stopped():
            process = subprocess.Popen(
                command, cwd=self._settings.checkout, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            with process:
                try:
                    yield PausedModels(process)
                finally:
                    process.kill()


def main() -> None:
    """Serve; a line of input ends the pause, the end of input the process."""
    port, cache = int(sys.argv[1]), Path(sys.argv[2])
    model = PausingModel(make_composer(cache), PIECES)
    SageMakerHost(cache, port, endpoints={EMBEDDER: make_embedder(cache), LANGUAGE_MODEL: model}).start()
    print(READY, flush=True)
    for _ in sys.stdin:
        model.go_on.set()


if __name__ == "__main__":
    main()
