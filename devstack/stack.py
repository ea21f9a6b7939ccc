"""Starts the laptop home, keeps it running, and stops it: the composition root of this package.

Order of a start: the lock, what an earlier run left behind, ports, the keeper, the build, the three services side by
side, the schema, the secrets, the deploy. Everything started is recorded before the next thing starts, so that the
keeper or the next start can stop it.
"""

import os
import secrets
import shutil
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from psycopg.conninfo import conninfo_to_dict

from devstack.build import build, build_lock
from devstack.deploy import Deployment, deploy, put_secret, remember
from devstack.embedded_aws import aws_url, save_now
from devstack.environments import aws_client, child_environment
from devstack.machine import check_disk, check_folder, check_python, choose_port, free_port, is_port_free, runtime
from devstack.page import publish_page
from devstack.postgres import PostgresHost
from devstack.problems import Problem, ProblemCode
from devstack.processes import Child, ProcessRecord, stop_all
from devstack.progress import Progress
from devstack.services import PostgresService, Service, aws_service, models_service
from devstack.settings import Settings
from devstack.state import HomeLock, RunningStack, read_json

_WATCH_SECONDS: Final = 0.5
_RESTARTS: Final = 3
_RESTART_WINDOW_SECONDS: Final = 60.0


class Stack:
    """The laptop home as one thing.

    Args:
        settings: where and on which ports.
        progress: told of every step.
    """

    def __init__(self, settings: Settings, progress: Progress) -> None:
        self.settings = settings
        self.running = RunningStack(run=secrets.token_hex(8), pid=os.getpid())
        self._layout = settings.layout
        self._progress = progress
        self._lock = HomeLock(self._layout.lock)
        self._services: dict[str, Service] = {}
        self._records: dict[str, ProcessRecord] = {}
        self._keeper_pipe: int | None = None

    def start(self) -> RunningStack:
        """Start everything; raises `Problem`, having stopped what it started. Blocks until the stack can be used."""
        self._prepare()
        try:
            self._open()
        except BaseException:
            self.stop()
            raise
        return self.running

    def watch(self, until: Callable[[], bool] = lambda: False) -> None:
        """Start again what ends by itself, until told to stop; raises `Problem` when it keeps ending."""
        restarts: list[float] = []
        while not until():
            time.sleep(_WATCH_SECONDS)
            for name, service in self._services.items():
                if service.is_running():
                    continue
                restarts = [moment for moment in restarts if time.monotonic() - moment < _RESTART_WINDOW_SECONDS]
                if len(restarts) >= _RESTARTS:
                    raise Problem(
                        ProblemCode.CHILD_DIED,
                        f"The {name} keeps ending.",
                        f"See the logs in {self._layout.logs}; `resumate doctor` checks the machine.",
                    )
                restarts.append(time.monotonic())
                with self._progress.step(f"The {name} ended unexpectedly; starting it again"):
                    self._start_service(service)
                    service.wait()

    def stop(self) -> None:
        """Stop everything that was started, in order; never raises for what has ended already."""
        for service in self._services.values():
            service.stop()
        self._services.clear()
        self._records.clear()
        self._layout.running.unlink(missing_ok=True)
        if self._keeper_pipe is not None:
            os.close(self._keeper_pipe)
            self._keeper_pipe = None
        self._lock.release()

    def _prepare(self) -> None:
        check_python()
        check_folder(self._layout.home)
        check_folder(self._layout.build.parent, "Make it writable: the application is built there.")
        self._lock.acquire()
        try:
            check_disk(self._layout.home)
            self._recover()
            shutil.rmtree(self._layout.scratch, ignore_errors=True)
            self._layout.scratch.mkdir(parents=True)
        except BaseException:
            self._lock.release()
            raise

    def _recover(self) -> None:
        """Stop what a killed run left running."""
        previous = RunningStack.read(self._layout.running)
        if previous is not None:
            stopped = stop_all(previous.processes)
            if stopped:
                self._progress.say(f"  An earlier run was killed; stopped its {', '.join(stopped)}.")
            self._layout.running.unlink(missing_ok=True)

    def _open(self) -> None:
        aws_port, models_port = self._choose_ports()
        self._start_keeper()
        with self._progress.step("Building the application (sam build)"), build_lock(self._layout):
            build(self._layout)
        database = PostgresHost(self._layout.postgres)
        self._services = {
            "embedded AWS": aws_service(self._layout, aws_port),
            "model host": models_service(self.settings, models_port),
            "PostgreSQL": PostgresService(database, self._layout.postgres),
        }
        with self._progress.step("Starting PostgreSQL, the embedded AWS and the model host"):
            self._start_services()
        self.running.addresses = {"aws": aws_url(aws_port), "models": aws_url(models_port)}
        deployment = self._deploy(database, aws_port)
        self.running.outputs = deployment.outputs
        self.running.addresses["socket"] = deployment.outputs["SocketUrl"].replace("http", "ws", 1)
        if (self._layout.checkout / "web" / "index.html").is_file():
            with self._progress.step("Publishing the page"):
                self.running.addresses["page"] = publish_page(self._layout, aws_url(aws_port), deployment.outputs)
        self.running.ready = True
        self._write_state()

    def _choose_ports(self) -> tuple[int, int]:
        """The address of the embedded AWS is the user's; the model host keeps its last port while that is free."""
        aws_port = choose_port(self.settings.port, "RESUMATE_PORT")
        parameters = read_json(self._layout.deployed).get("parameters", {})
        last = str(parameters.get("SageMakerUrl", "")).rpartition(":")[2]
        models_port = int(last) if last.isdigit() and is_port_free(int(last)) else free_port()
        return aws_port, models_port

    def _start_keeper(self) -> None:
        self._write_state()
        read_end, self._keeper_pipe = os.pipe()
        try:
            Child(
                "keeper",
                ["devstack.keeper", str(self._layout.running), self.running.run],
                environment=child_environment(self._layout),
                folder=self._layout.checkout,
                log=self._layout.logs / "keeper.log",
                stdin=read_end,
            )
        finally:
            os.close(read_end)

    def _start_services(self) -> None:
        with ThreadPoolExecutor(max_workers=len(self._services)) as pool:
            # Records are written as each service starts; waiting for all of them goes on side by side.
            started = [pool.submit(self._start_service, service) for service in self._services.values()]
            for future in started:
                future.result()
            for future in [pool.submit(service.wait) for service in self._services.values()]:
                future.result()

    def _start_service(self, service: Service) -> None:
        self._records[service.name] = service.start()
        self.running.processes = [self._records[name] for name in self._services if name in self._records]
        self._write_state()

    def _deploy(self, database: PostgresHost, aws_port: int) -> Deployment:
        address = aws_url(aws_port)
        with self._progress.step("Bringing the database schema up to date"):
            arns = self._prepare_database(database, address)
        parameters = {
            "Home": "local",
            "Runtime": runtime(),
            "ConfirmByEmail": "false",
            "AllowedOrigins": "*",
            "AwsUrl": address,
            "SageMakerUrl": self.running.addresses["models"],
            **arns,
        }
        with self._progress.step("Deploying to the embedded AWS (sam deploy)"), build_lock(self._layout):
            # Built once more when a source changed meanwhile; else this costs the reading of the sources.
            fingerprint = build(self._layout)
            deployment = deploy(self._layout, address, fingerprint, parameters)
            if deployment.changed:
                save_now(aws_port)
                remember(self._layout, address, fingerprint, parameters)
        return deployment

    def _prepare_database(self, database: PostgresHost, address: str) -> dict[str, str]:
        """Migrate and store both sign-ins as secrets; return the template parameters that name them."""
        database.migrate()
        admin: dict[str, Any] = conninfo_to_dict(database.admin_dsn)
        common = {"host": admin["host"], "port": int(admin["port"]), "dbname": admin["dbname"]}
        client = aws_client("secretsmanager", address)
        application = {**common, "username": "resumate_app", "password": database.app_password}
        owner = {**common, "username": admin["user"], "password": admin["password"]}
        return {
            "DatabaseSecretArn": put_secret(client, "resumate/database", application),
            "MigrationSecretArn": put_secret(client, "resumate/migration", owner),
        }

    def _write_state(self) -> None:
        self.running.write(self._layout.running)


def read_running(settings: Settings) -> RunningStack | None:
    """Return the stack that runs and can be used, if there is one."""
    running = RunningStack.read(settings.layout.running)
    # Not its processes: one that has just ended is being started again by the command that holds the lock.
    return running if running is not None and running.ready and HomeLock(settings.layout.lock).is_held() else None
