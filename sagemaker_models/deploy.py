"""`python -m sagemaker_models.deploy`: the model endpoints of a deployed stack.

`pack` writes the archives, in the environment of `make setup`, which has what the embedder is built with. The others
run in the one of `make operators`, which has the SDK: `up` uploads, creates or updates, waits, asks the samples of
`tests/contracts`, and turns back what does not answer as it should; `test`, `rollback`, `down` and `check` are its
parts. Each may be run again at any time. Imports nothing of the application; where the endpoints go is read from the
outputs of the stack.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sagemaker_models.deployment import contents, session, smoke, spec
from sagemaker_models.deployment.archive import Archive, read_archive
from sagemaker_models.deployment.components import ComponentDeployer
from sagemaker_models.deployment.endpoints import Deployer
from sagemaker_models.deployment.logs import end_logs
from sagemaker_models.deployment.problems import DeploymentError
from sagemaker_models.deployment.waiting import Clock, Say

ARCHIVES: Final = Path(__file__).resolve().parent.parent / ".aws-sam" / "models"
EMBEDDER: Final = "embedder"
LANGUAGE_MODEL: Final = "llm"
ALARMS: Final = {EMBEDDER: "embedder", LANGUAGE_MODEL: "language-model"}
"""What the names of a model's alarms have in them, see stacks/monitoring.yaml."""


@dataclass(frozen=True, slots=True)
class Work:
    """What one run works with.

    Attributes:
        clients: of the account.
        place: where endpoints run.
        bucket: of the archives.
        names: the endpoint of each model, by `EMBEDDER` and `LANGUAGE_MODEL`.
        weights: an S3 prefix with the language model's weights, if they are there.
        log_days: how long the containers' logs are kept.
        say: told of every step.
        clock: the time.
    """

    clients: session.Clients
    place: spec.Place
    bucket: str
    names: dict[str, str]
    weights: str | None
    log_days: int
    say: Say
    clock: Clock

    def endpoints(self, model: str) -> Deployer:
        """Return what deploys the endpoint of a model."""
        place = self.place.with_alarms_of(ALARMS[model])
        return Deployer(self.clients.sagemaker, place, self.say, self.clock)

    @property
    def components(self) -> ComponentDeployer:
        """Deploys the language model's inference component."""
        place = self.place.with_alarms_of(ALARMS[LANGUAGE_MODEL])
        return ComponentDeployer(self.clients.sagemaker, place, self.say, self.clock)


def up_embedder(work: Work, archive: Archive) -> None:
    """Bring the embedder up; raises `DeploymentError`, and what served before serves again."""
    version = spec.embedder_version(work.names[EMBEDDER], _uploaded(work, archive), work.place)
    end_logs(work.clients.logs, version, work.log_days)
    before = work.endpoints(EMBEDDER).bring(version)
    try:
        work.say(f"  {version.endpoint}: {smoke.ask_embedder(work.clients.runtime, version.endpoint)}")
    except DeploymentError:
        if before not in {None, version.config_name}:
            work.endpoints(EMBEDDER).restore(version.endpoint, str(before))
        raise
    work.endpoints(EMBEDDER).tidy(version, before)


def up_llm(work: Work, archive: Archive) -> None:
    """Bring the language model up; raises `DeploymentError`, and what served before serves again."""
    version = spec.llm_version(work.names[LANGUAGE_MODEL], _uploaded(work, archive), work.place, work.weights)
    end_logs(work.clients.logs, version, work.log_days)
    config_before = work.endpoints(LANGUAGE_MODEL).bring(version)
    before = work.components.bring(version)
    work.components.wake(version)
    try:
        found = smoke.ask_language_model(work.clients.runtime, version.endpoint, version.component_name)
        work.say(f"  {version.endpoint}: {found}")
    except DeploymentError:
        if before not in {None, version.model_name}:
            work.components.restore(version, str(before))
        raise
    work.endpoints(LANGUAGE_MODEL).tidy(version, config_before)


def down(work: Work, models: Sequence[str]) -> None:
    """Delete the endpoints, the component before its endpoint."""
    for model in models:
        name = work.names[model]
        if model == LANGUAGE_MODEL:
            work.components.delete(spec.llm_version(name, "", work.place))
        work.endpoints(model).delete(name)


def test(work: Work, models: Sequence[str]) -> None:
    """Ask the endpoints the samples of the contracts."""
    if EMBEDDER in models:
        work.say(f"  embedder: {smoke.ask_embedder(work.clients.runtime, work.names[EMBEDDER])}")
    if LANGUAGE_MODEL in models:
        version = spec.llm_version(work.names[LANGUAGE_MODEL], "", work.place)
        work.components.wake(version)
        found = smoke.ask_language_model(work.clients.runtime, version.endpoint, version.component_name)
        work.say(f"  llm: {found}")


def pack(folder: Path, say: Say) -> None:
    """Write all archives into a folder; raises `DeploymentError`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="resumate-models-") as workplace:
        built, wheels = Path(workplace, "embedding"), Path(workplace, "wheels")
        contents.build_embedding(built)
        libraries = contents.download_wheels(wheels, spec.read_spec("embedding")["python"])
        archives = [contents.pack_embedding(built, libraries), contents.pack_llm(), contents.pack_composer()]
    for archive in archives:
        (folder / f"{archive.name}.tar.gz").write_bytes(archive.content)
        say(f"  {archive.name}.tar.gz  {len(archive.content):>12,} bytes  {archive.sha256}")


def packed(name: str, folder: Path) -> Archive:
    """Return an archive that `pack` wrote; raises `DeploymentError`."""
    try:
        return read_archive(name, folder / f"{name}.tar.gz")
    except (OSError, EOFError) as error:
        raise DeploymentError(f"{folder} holds no whole {name}.tar.gz.", "Run `make models` first.") from error


def check(say: Say) -> None:
    """Compare the pinned registries with those of the installed SDK; raises `DeploymentError`."""
    known = spec.registries()
    wrong = []
    for region in [*known["regions_of_default"], *known["regions"]]:
        account = known["regions"].get(region, known["default"])
        try:
            found = session.sdk_images(region)
        except (ValueError, KeyError) as error:
            say(f"  {region}: the SDK has no images there ({error})"[:110])
            continue
        wrong += [f"{region}: {name} is in {other}" for name, other in found.items() if other != account]
    if wrong:
        raise DeploymentError("; ".join(wrong), "Correct sagemaker_models/deployment/registries.json.")
    say(f"  {len(known['regions_of_default']) + len(known['regions'])} regions agree with the SDK")


def _uploaded(work: Work, archive: Archive) -> str:
    address, is_new = session.upload(work.clients.s3, work.bucket, archive)
    megabytes = len(archive.content) / 1_000_000
    work.say(f"  {archive.name}: {megabytes:.1f} MB, {'uploaded' if is_new else 'in the bucket already'}")
    return address


def _work(arguments: argparse.Namespace, say: Say) -> Work:
    clients, region = session.open_clients(arguments.region, arguments.profile)
    outputs = session.stack_outputs(clients.cloudformation, arguments.stack_name)
    bucket = arguments.bucket or outputs.get("ModelBucket")
    if not bucket:
        raise DeploymentError(f"{arguments.stack_name} has no output ModelBucket.", "Name a bucket with --bucket.")
    names = {
        EMBEDDER: outputs.get("EmbedderEndpointName", "resumate-embedder"),
        LANGUAGE_MODEL: outputs.get("LanguageModelEndpointName", "resumate-llm"),
    }
    place = session.place_of(outputs, region, arguments.stack_name)
    return Work(clients, place, bucket, names, arguments.weights, session.log_days_of(outputs), say, Clock())


def up(work: Work, models: Sequence[str], folder: Path) -> None:
    """Bring endpoints up from the archives in a folder; raises `DeploymentError` at the first that fails."""
    raisers: dict[str, tuple[str, Callable[[Work, Archive], None]]] = {
        EMBEDDER: ("embedding", up_embedder),
        LANGUAGE_MODEL: ("llm", up_llm),
    }
    for model in models:
        name, bring_up = raisers[model]
        archive = packed(name, folder)
        work.say(f"{model}:")
        bring_up(work, archive)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(prog="python -m sagemaker_models.deploy", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    helps = {
        "up": "create or update the endpoints, test them, turn back what is wrong",
        "test": "ask the endpoints the samples of tests/contracts",
        "rollback": "bring the embedder back to the version before",
        "down": "delete the endpoints",
    }
    for name, text in helps.items():
        command = commands.add_parser(name, help=text, description=text)
        command.add_argument("--stack-name", required=True, help="the deployed application")
        command.add_argument("--region")
        command.add_argument("--profile")
        command.add_argument("--bucket", help="of the archives; the stack's own unless given")
        command.add_argument("--weights", metavar="S3-PREFIX", help="the language model's files, for a closed network")
        command.add_argument("--only", choices=(EMBEDDER, LANGUAGE_MODEL))
    packing = commands.add_parser("pack", help="write the archives")
    for command in (packing, commands.choices["up"]):
        command.add_argument("--archives", type=Path, default=ARCHIVES, help="the folder of the archives")
    commands.add_parser("check", help="compare the pinned registries with the installed SDK")
    return top


def run(arguments: argparse.Namespace, say: Say) -> None:
    """Run one command; raises `DeploymentError`."""
    only = getattr(arguments, "only", None)
    models = [only] if only else [EMBEDDER, LANGUAGE_MODEL]
    if arguments.command == "check":
        check(say)
    elif arguments.command == "pack":
        pack(arguments.archives, say)
    elif arguments.command == "up":
        up(_work(arguments, say), models, arguments.archives)
    elif arguments.command == "down":
        down(_work(arguments, say), models)
    elif arguments.command == "test":
        test(_work(arguments, say), models)
    else:
        work = _work(arguments, say)
        work.endpoints(EMBEDDER).rollback(work.names[EMBEDDER])


def main() -> int:
    """Run the command line; 1 with a message when something is wrong."""

    def say(text: str) -> None:
        print(text, flush=True)

    try:
        run(parser().parse_args(), say)
    except DeploymentError as error:
        print(f"\n{error.message}\n{error.remedy}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
