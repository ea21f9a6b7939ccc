"""Brings an endpoint to a version without a moment in which nothing serves.

A version is a new model and a new configuration beside the old ones; `UpdateEndpoint` moves the traffic blue/green
and turns back by itself when an alarm rings; the old version stays until the next deploy, for `rollback`. What is
there already is found by its name and left alone, so a run that was interrupted is simply run again.

boto3's own calls are used, not the resource classes of the SDK: those wait for a status alone (see `waiting`), take
a new configuration from an attribute of an object that was read before, and check nothing more than botocore does.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from botocore.exceptions import ClientError

from sagemaker_models.deployment.problems import DeploymentError, is_missing, translated
from sagemaker_models.deployment.spec import VARIANT, Place, Version
from sagemaker_models.deployment.waiting import Clock, Say, check_outcome
from sagemaker_models.deployment.watched import Watched

KEPT: Final = 2
"""How many configurations of an endpoint stay: the one that serves and the one before."""

_TAGS: Final = [{"Key": "application", "Value": "resumate"}]


@dataclass(frozen=True, slots=True)
class Deployer:
    """Deploys endpoints.

    Attributes:
        client: boto3's sagemaker client.
        place: where.
        say: told of every step.
        clock: the time.
    """

    client: Any
    place: Place
    say: Say
    clock: Clock = field(default_factory=Clock)

    def bring(self, version: Version) -> str | None:
        """Bring an endpoint to a version; return the configuration that served before, None when it was created.

        Raises `DeploymentError`; whatever served before still serves, unless the message says otherwise.
        """
        self._ensure(
            "model",
            version.model_name,
            lambda: self.client.describe_model(ModelName=version.model_name),
            lambda: self.client.create_model(ModelName=version.model_name, Tags=_TAGS, **version.model),
        )
        self._ensure_config(version)
        found = self._settled(version.endpoint)
        if found is None or found["EndpointStatus"] == "Failed":
            self._create(version.endpoint, version.config_name, found)
            return None
        before = str(found["EndpointConfigName"])
        if before == version.config_name and found["EndpointStatus"] == "InService":
            self.say(f"  {version.endpoint}: serves {version.config_name} already")
            return before
        self.say(f"  {version.endpoint}: from {before} to {version.config_name}")
        self._update(version.endpoint, version.config_name, before, self._guard(version))
        return before

    def rollback(self, endpoint: str) -> str:
        """Bring an endpoint back to the configuration before the one that serves; return it."""
        current = self._settled(endpoint)
        if current is None:
            raise DeploymentError(f"There is no endpoint {endpoint}.", "Deploy it first.")
        others = [name for name in self._configs(endpoint) if name != current["EndpointConfigName"]]
        if not others:
            raise DeploymentError(
                f"{endpoint} has no version before this one.", "Deploy an older commit of endpoint.json instead."
            )
        self.restore(endpoint, others[0])
        return others[0]

    def restore(self, endpoint: str, config: str) -> None:
        """Put a configuration back at once, without guard: what serves now is known to be wrong."""
        self.say(f"  {endpoint}: back to {config}")
        found = self._settled(endpoint)
        if found is None or found["EndpointStatus"] == "Failed":
            self._create(endpoint, config, found)
        else:
            self._update(endpoint, config, str(found["EndpointConfigName"]), None)

    def delete(self, endpoint: str) -> None:
        """Delete an endpoint with all its versions; what is not there is no error."""
        configs = self._configs(endpoint)
        if self._watched(endpoint).find() is not None:
            self._watched(endpoint).remove()
        self._remove(configs, self._models(endpoint))
        self.say(f"  {endpoint}: deleted with {len(configs)} configurations")

    def tidy(self, version: Version, before: str | None) -> None:
        """Delete versions older than the one before; a failure to do so is told and nothing more."""
        kept = {version.config_name, before}
        old = [name for name in self._configs(version.endpoint) if name not in kept][KEPT - len(kept - {None}) :]
        models = {self._model_of(name) for name in kept if name} | {version.model_name}
        spare = [name for name in self._models(version.endpoint) if name not in models]
        # A component's earlier models belong to no configuration: the newest of them is what a rollback needs.
        spare = spare[1:] if version.component is not None else spare
        try:
            self._remove(old, spare)
        except DeploymentError as error:
            self.say(f"  {version.endpoint}: old versions stay ({error.message})")

    # ------------------------------------------------------------------ steps

    def _ensure(self, kind: str, name: str, describe: Callable[[], Any], create: Callable[[], Any]) -> None:
        with translated(f"looking for the {kind} {name}"):
            try:
                describe()
            except ClientError as error:
                if not is_missing(error):
                    raise
            else:
                return
        with translated(f"creating the {kind} {name}"):
            create()
        self.say(f"  {kind} {name}: created")

    def _ensure_config(self, version: Version) -> None:
        variant: dict[str, Any] = {"VariantName": VARIANT, **version.variant}
        if version.component is None:
            variant |= {"ModelName": version.model_name}
        name = version.config_name
        self._ensure(
            "configuration",
            name,
            lambda: self.client.describe_endpoint_config(EndpointConfigName=name),
            lambda: self.client.create_endpoint_config(
                EndpointConfigName=name, ProductionVariants=[variant], Tags=_TAGS, **version.config
            ),
        )

    def _create(self, endpoint: str, config: str, failed: dict[str, Any] | None) -> None:
        """Create an endpoint; one that has failed can only be deleted first, and serves nobody any more."""
        if failed is not None:
            self.say(f"  {endpoint}: has failed; removing it")
            self._watched(endpoint).remove()
        with translated(f"creating the endpoint {endpoint}"):
            self.client.create_endpoint(EndpointName=endpoint, EndpointConfigName=config, Tags=_TAGS)
        check_outcome(self._watched(endpoint).settle(), config, None)

    def _update(self, endpoint: str, config: str, before: str, guard: dict[str, Any] | None) -> None:
        options = {"DeploymentConfig": guard} if guard else {}
        with translated(f"updating the endpoint {endpoint}"):
            self.client.update_endpoint(EndpointName=endpoint, EndpointConfigName=config, **options)
        check_outcome(self._watched(endpoint).settle(), config, before)

    def _guard(self, version: Version) -> dict[str, Any] | None:
        """Return how traffic moves: all at once, the old version kept until the new one has served for a while.

        An endpoint of components has no model in its configuration; its components are guarded instead.
        """
        if version.component is not None:
            return None
        routing = {"Type": "ALL_AT_ONCE", "WaitIntervalInSeconds": 300 if self.place.alarms else 0}
        policy = {
            "TrafficRoutingConfiguration": routing,
            "TerminationWaitInSeconds": 0 if version.is_serverless else 60,
        }
        guard: dict[str, Any] = {"BlueGreenUpdatePolicy": policy}
        if self.place.alarms:
            guard["AutoRollbackConfiguration"] = {"Alarms": [{"AlarmName": name} for name in self.place.alarms]}
        return guard

    def _settled(self, endpoint: str) -> dict[str, Any] | None:
        """Return the endpoint once nothing moves any more; another deploy may be under way."""
        watched = self._watched(endpoint)
        return None if watched.find() is None else watched.settle()

    def _watched(self, endpoint: str) -> Watched:
        return Watched(
            "endpoint",
            endpoint,
            "EndpointStatus",
            lambda: dict(self.client.describe_endpoint(EndpointName=endpoint)),
            lambda: self.client.delete_endpoint(EndpointName=endpoint),
            self.say,
            self.clock,
        )

    # ------------------------------------------------------------------ versions

    def _configs(self, endpoint: str) -> list[str]:
        """Return the configurations of an endpoint, newest first."""
        return self._names("list_endpoint_configs", "EndpointConfigs", "EndpointConfigName", endpoint)

    def _models(self, endpoint: str) -> list[str]:
        return self._names("list_models", "Models", "ModelName", endpoint)

    def _names(self, operation: str, items: str, key: str, endpoint: str) -> list[str]:
        with translated(f"listing the versions of {endpoint}"):
            pages = self.client.get_paginator(operation).paginate(
                NameContains=endpoint, SortBy="CreationTime", SortOrder="Descending"
            )
            names = [str(item[key]) for page in pages for item in page[items]]
        # NameContains finds "resumate-embedder-2" as well; a version is the name and twelve hexadecimal digits.
        return [name for name in names if name[:-13] == endpoint and name[-13] == "-"]

    def _model_of(self, config: str) -> str | None:
        with translated(f"looking at {config}"):
            try:
                variants = self.client.describe_endpoint_config(EndpointConfigName=config)["ProductionVariants"]
            except ClientError as error:
                if is_missing(error):
                    return None
                raise
        return str(variants[0]["ModelName"]) if "ModelName" in variants[0] else None

    def _remove(self, configs: list[str], models: list[str]) -> None:
        with translated("deleting old versions"):
            for name in configs:
                self.client.delete_endpoint_config(EndpointConfigName=name)
            for name in models:
                self.client.delete_model(ModelName=name)
