"""Keeps what functions write to their logs, one file a function, as it is written.

MiniStack drops the log of a function that a socket called and shows the others late. `resumate logs` reads these
files.
"""

import logging
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any, Final

FILE_BYTES: Final = 5_000_000
"""Two files of this size are kept for each function."""


class FunctionLogs:
    """Opens the log files on first use.

    Args:
        folder: where the files are; made when missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loggers: dict[str, logging.Logger] = {}

    def write(self, function_name: str, line: str) -> None:
        """Append one line to the log of a function."""
        self._logger(function_name).info("%s", line)

    def _logger(self, function_name: str) -> logging.Logger:
        logger = self._loggers.get(function_name)
        if logger is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                self._folder / f"{function_name}.log", maxBytes=FILE_BYTES, backupCount=1, encoding="utf-8"
            )
            handler.setFormatter(logging.Formatter("%(message)s"))
            # Not from the registry: these are files of others, and the root logger must not see them.
            logger = logging.Logger(  # noqa: LOG001  # see above
                f"function.{function_name}", logging.INFO
            )
            logger.addHandler(handler)
            self._loggers[function_name] = logger
        return logger


def keep_function_logs(logs: FunctionLogs, take_line: Callable[[Any, str], None]) -> None:
    """Write every line that a function prints to `logs`, and leave it to MiniStack as before.

    Args:
        logs: the files.
        take_line: is given MiniStack's worker of the function and each line, for what else is to be had from it.
    """
    from ministack.core import lambda_runtime

    def read_stderr(worker: Any) -> None:
        for line in worker._proc.stderr:
            text = line.rstrip("\n")
            logs.write(worker.func_name, text)
            worker._stderr_queue.put(text)
            take_line(worker, text)

    original = lambda_runtime.Worker._spawn

    def spawn(worker: Any) -> None:
        try:
            original(worker)
        except Exception as error:
            # A function that cannot even be imported has no log of its own to say so in.
            logs.write(worker.func_name, f"the function could not start: {error}")
            raise

    lambda_runtime.Worker._read_stderr = read_stderr
    lambda_runtime.Worker._spawn = spawn
