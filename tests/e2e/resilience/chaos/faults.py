"""What breaks: processes are killed, connections of the database are ended, messages are doubled and poisoned.

`Time` is the other half: what would come back after a lease, a visibility timeout or an hour comes back in seconds.
"""

import json
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, Final

import psutil
import psycopg

from devstack.embedded_aws import save_now
from devstack.environments import aws_client
from devstack.postgres import PostgresHost
from devstack.settings import Settings
from devstack.state import RunningStack
from tests.e2e.test_faults import command_of, found_messages

POISON: Final = ("not JSON", "{}", '{"version":99}')
SERVICES: Final = ("embedded AWS", "model host", "PostgreSQL")
SERVICE_SECONDS: Final = 22.0
"""The stack starts a part again three times a minute, and then says that it keeps ending."""
IDLE_SECONDS: Final = 8.0
"""After so long without a change a letter that is being written has lost its writer: a draft takes less."""


class Faults:
    """Everything that can be broken on one stack.

    Args:
        settings: the stack's.
        running: the stack.
        chance: decides what is hit.
    """

    def __init__(self, settings: Settings, running: RunningStack, chance: random.Random) -> None:
        self.done: Counter[str] = Counter()
        self.poisoned = 0
        self._settings = settings
        self._running = running
        self._random = chance
        self._next_service = 0.0
        self.kinds: dict[str, Callable[[], bool]] = {
            "consumer killed": lambda: self._kill(self.functions("process-and-respond")),
            "function killed": lambda: self._kill(self.functions("")),
            "child of a function killed": lambda: self._kill(self.parsers()),
            "database connection ended": self._end_connection,
            "database process killed": lambda: self._kill(self._backends()),
            "message doubled": self._double,
            "message poisoned": self._poison,
            **{f"{name} killed": lambda name=name: self._kill_service(name) for name in SERVICES},
        }

    def strike(self, kind: str) -> bool:
        """Break one thing; return whether there was one."""
        with suppress(psutil.Error, psycopg.Error):
            if self.kinds[kind]():
                self.done[kind] += 1
                return True
        return False

    def functions(self, name: str) -> list[psutil.Process]:
        """The processes of functions whose name begins so."""
        marker = f"ministack-lambda-resumate-{name}"
        return [child for child in self._below("embedded AWS") if marker in " ".join(command_of(child))]

    def parsers(self) -> list[psutil.Process]:
        """The processes that functions started: the readers of documents."""
        return [child for function in self.functions("") for child in function.children(recursive=True)]

    def strays(self) -> list[psutil.Process]:
        """The readers of documents that nobody keeps: each function's process has one ready for the next document."""
        kept = {function.pid for function in self.functions("")}
        strays = []
        for reader in psutil.process_iter():
            command = " ".join(command_of(reader))
            if "resumate.documents.child" not in command or str(self._settings.layout.scratch) not in command:
                continue
            with suppress(psutil.NoSuchProcess):  # it has ended meanwhile
                keeper = reader.ppid()
                strays += [] if keeper in kept else [reader]
                kept.discard(keeper)
        return strays

    def _backends(self) -> list[psutil.Process]:
        return [child for child in self._below("PostgreSQL") if "resumate_app" in " ".join(command_of(child))]

    def _below(self, service: str) -> list[psutil.Process]:
        record = next((item for item in self._running.processes if item.name == service), None)
        parent = record and record.find()
        return parent.children(recursive=True) if parent else []

    def _kill(self, processes: list[psutil.Process]) -> bool:
        if not processes:
            return False
        self._random.choice(processes).kill()
        return True

    def _kill_service(self, name: str) -> bool:
        if time.monotonic() < self._next_service:
            return False
        record = next(item for item in self._running.processes if item.name == name)
        process = record.find()
        if process is None:
            return False
        self._next_service = time.monotonic() + SERVICE_SECONDS
        process.kill()
        return True

    def _end_connection(self) -> bool:
        with psycopg.connect(PostgresHost(self._settings.layout.postgres).admin_dsn, autocommit=True) as connection:
            found = connection.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'resumate_app' limit 1"
            ).fetchall()
        return bool(found)

    def _double(self) -> bool:
        messages = list(messages_of(self._settings, self._running))
        return bool(messages) and self._send(self._random.choice(messages)[0])

    def _poison(self) -> bool:
        return self._send(self._random.choice(POISON))

    def _send(self, body: str) -> bool:
        queue = aws_client("sqs", self._running.addresses["aws"])
        with suppress(Exception):  # an AWS that is away takes no message
            queue.send_message(QueueUrl=self._running.outputs["PromptQueueUrl"], MessageBody=body)
            self.poisoned += body in POISON  # whether it was made or doubled
            return True
        return False


class Time(threading.Thread):
    """Lets pass, in seconds, the time that a queue and a lease wait for a writer that is gone.

    Args:
        settings: the stack's.
        running: the stack.
    """

    def __init__(self, settings: Settings, running: RunningStack) -> None:
        super().__init__(name="time", daemon=True)
        self._settings = settings
        self._running = running
        self._over = threading.Event()

    def run(self) -> None:
        """Go on until stopped."""
        while not self._over.wait(2.0):
            with suppress(Exception):  # whatever is away now is asked again in two seconds
                self.pass_by()

    def stop(self) -> None:
        """Stop."""
        self._over.set()
        self.join()

    def pass_by(self) -> None:
        """End the leases of writers that are gone, hand their messages out again, and let what was lost grow old."""
        self._read_again()
        messages = list(messages_of(self._settings, self._running))
        with psycopg.connect(PostgresHost(self._settings.layout.postgres).admin_dsn, autocommit=True) as connection:
            connection.execute(
                "update letters set lease_until = now() - interval '1 second' where status = 'writing' "
                "and lease_until > now() and updated_at < now() - make_interval(secs => %s)",
                [IDLE_SECONDS],
            )
            waiting = connection.execute(
                "select id::text from letters where status = 'queued' or (status = 'writing' and lease_until < now())"
            ).fetchall()
            # A killed embedded AWS forgets what it was sent in its last seconds: after an hour the letter expires.
            lost = [letter for (letter,) in waiting if not any(letter in body for body, _ in messages)]
            connection.execute(
                "update letters set updated_at = now() - interval '2 hours' where id::text = any(%s) "
                "and updated_at < now() - interval '30 seconds'",
                [lost],
            )
        queue = aws_client("sqs", self._running.addresses["aws"])
        for body, receipt in messages:
            if receipt and (body in POISON or any(letter in body for (letter,) in waiting)):
                with suppress(Exception):  # taken or done meanwhile
                    queue.change_message_visibility(
                        QueueUrl=self._running.outputs["PromptQueueUrl"], ReceiptHandle=receipt, VisibilityTimeout=0
                    )

    def _read_again(self) -> None:
        """Do what docs/operations.md tells operators to do with uploads that nobody could read."""
        address = self._running.addresses["aws"]
        queues, functions = aws_client("sqs", address), aws_client("lambda", address)
        queue = queues.get_queue_url(QueueName="resumate-unread-uploads")["QueueUrl"]
        for message in queues.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", []):
            functions.invoke(
                FunctionName="resumate-user-init", InvocationType="Event", Payload=message["Body"].encode()
            )
            queues.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])


def messages_of(settings: Settings, running: RunningStack, queue: str = "prompts") -> Iterator[tuple[str, str]]:
    """The bodies and receipt handles of the messages of a queue."""
    save_now(int(running.addresses["aws"].rpartition(":")[2]))
    saved: Any = json.loads((settings.layout.aws_state / "sqs.json").read_text())
    for found in queues_in(saved, f"resumate-{queue}"):
        yield from found_messages(found, "")


def queues_in(saved: Any, name: str) -> Iterator[Any]:
    """The queues of a name in what the embedded AWS saved, however deep it keeps them."""
    if isinstance(saved, dict) and saved.get("name") == name and "messages" in saved:
        yield saved
    for value in saved.values() if isinstance(saved, dict) else saved if isinstance(saved, list) else ():
        yield from queues_in(value, name)
