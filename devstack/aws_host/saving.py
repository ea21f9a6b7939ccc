"""Saves the embedded AWS's state while it runs, so that a killed process loses seconds and not everything.

MiniStack writes its state only when it stops cleanly. `StateSaver` calls the same functions on a timer; objects in
buckets are written through by MiniStack itself.
"""

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable, Mapping
from typing import Any, Final

logger = logging.getLogger(__name__)

INTERVAL_SECONDS: Final = 10.0
"""The promise is 30 seconds at most; a save of what changes takes a few milliseconds."""

ON_DEMAND: Final = frozenset({"lambda", "cloudwatch_logs", "cloudwatch"})
"""Saved by `save_all` alone: the code of functions changes only with a deploy, and is large; logs are kept in files;
metrics change all the time, and are of use for hours alone."""

_ATTEMPTS: Final = 5

GetState = Callable[[], Mapping[str, Any]]


class StateSaver:
    """Writes the state of services that changed.

    Args:
        services: gives the services in use, each with the function that copies its state.
        write: writes one service's state to its file.
        encode: turns values JSON does not know into JSON, as `write` does.
    """

    def __init__(
        self,
        services: Callable[[], Mapping[str, GetState]],
        write: Callable[[str, Mapping[str, Any]], None],
        encode: Callable[[Any], Any],
    ) -> None:
        self._services = services
        self._write = write
        self._encode = encode
        self._written: dict[str, bytes] = {}

    def save_changed(self) -> list[str]:
        """Write what changed since the last time; return the names of the services written."""
        return [name for name, state in self._states(skip=ON_DEMAND) if self._save_if_changed(name, state)]

    def save_all(self) -> list[str]:
        """Write everything; return the names of the services written."""
        states = list(self._states(skip=frozenset()))
        for name, state in states:
            self._write(name, state)
        return [name for name, _ in states]

    async def run(self) -> None:
        """Save every `INTERVAL_SECONDS` until cancelled."""
        while True:
            await asyncio.sleep(INTERVAL_SECONDS)
            self.save_changed()

    def _states(self, skip: frozenset[str]) -> list[tuple[str, Mapping[str, Any]]]:
        states = []
        for name, get_state in self._services().items():
            if name not in skip and (state := _copy(name, get_state)) is not None:
                states.append((name, state))
        return states

    def _save_if_changed(self, name: str, state: Mapping[str, Any]) -> bool:
        digest = hashlib.sha256(json.dumps(state, default=self._encode).encode()).digest()
        if self._written.get(name) == digest:
            return False
        self._write(name, state)
        self._written[name] = digest
        return True


def _copy(name: str, get_state: GetState) -> Mapping[str, Any] | None:
    """Copy one service's state; a handler's thread may change a dictionary under way, then try again."""
    for _ in range(_ATTEMPTS):
        try:
            return get_state()
        except RuntimeError as error:
            logger.debug("the state of %s changed while it was copied: %s", name, error)
    logger.warning("the state of %s could not be copied; the next save tries again", name)
    return None
