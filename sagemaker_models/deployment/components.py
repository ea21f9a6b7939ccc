"""The inference component of the language model: created, updated copy by copy, woken and deleted.

An endpoint may have no machine only when its model is an inference component. How many copies there are, down to none,
is Application Auto Scaling's affair, which `stacks/models.yaml` sets up once the component exists.
"""

from dataclasses import dataclass, field
from typing import Any

from sagemaker_models.deployment.problems import failure, translated
from sagemaker_models.deployment.spec import VARIANT, Place, Version
from sagemaker_models.deployment.waiting import Clock, Say
from sagemaker_models.deployment.watched import Watched


@dataclass(frozen=True, slots=True)
class ComponentDeployer:
    """Deploys inference components.

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
        """Bring the component of an endpoint to a version; return the model that served before, None when new."""
        name = version.component_name
        wanted = {**(version.component or {}), "ModelName": version.model_name}
        found = self._watched(name).find()
        if found is not None and found["InferenceComponentStatus"] not in {"InService", "Failed"}:
            found = self._watched(name).settle()
        if found is not None and found["InferenceComponentStatus"] == "Failed":
            self.say(f"  {name}: has failed; removing it")
            self.delete(version)
            found = None
        if found is None:
            self._create(version, wanted)
            return None
        before = str(found["Specification"].get("ModelName"))
        if before == version.model_name:
            self.say(f"  {name}: serves {before} already")
            return before
        self._update(name, wanted)
        self._check(self._watched(name).settle(), version.model_name, before)
        return before

    def restore(self, version: Version, model: str) -> None:
        """Put the model back that served before."""
        name = version.component_name
        self.say(f"  {name}: back to {model}")
        self._update(name, {**(version.component or {}), "ModelName": model})
        self._check(self._watched(name).settle(), model, model)

    def wake(self, version: Version) -> None:
        """Start a copy where there is none; scaling sends it away again. Machines take minutes."""
        name = version.component_name
        found = self._watched(name).find()
        if found is None or found.get("RuntimeConfig", {}).get("DesiredCopyCount", 1) > 0:
            return
        self.say(f"  {name}: asleep; waking it")
        with translated(f"waking the component {name}"):
            self.client.update_inference_component_runtime_config(
                InferenceComponentName=name, DesiredRuntimeConfig={"CopyCount": 1}
            )
        self._watched(name).settle()

    def delete(self, version: Version) -> None:
        """Delete the component of an endpoint; what is not there is no error."""
        name = version.component_name
        if self._watched(name).find() is not None:
            self._watched(name).remove()

    def _create(self, version: Version, specification: dict[str, Any]) -> None:
        name = version.component_name
        with translated(f"creating the component {name}"):
            self.client.create_inference_component(
                InferenceComponentName=name,
                EndpointName=version.endpoint,
                VariantName=VARIANT,
                Specification=specification,
                RuntimeConfig={"CopyCount": 1},
            )
        self._check(self._watched(name).settle(), version.model_name, None)

    def _update(self, name: str, specification: dict[str, Any]) -> None:
        # One copy at a time; with one copy, the new one starts on a second machine before the old one goes.
        rolling = {"MaximumBatchSize": {"Type": "COPY_COUNT", "Value": 1}, "WaitIntervalInSeconds": 120}
        deployment: dict[str, Any] = {"RollingUpdatePolicy": rolling}
        if self.place.alarms:
            deployment["AutoRollbackConfiguration"] = {"Alarms": [{"AlarmName": alarm} for alarm in self.place.alarms]}
        with translated(f"updating the component {name}"):
            self.client.update_inference_component(
                InferenceComponentName=name, Specification=specification, DeploymentConfig=deployment
            )

    def _check(self, found: dict[str, Any], wanted: str, before: str | None) -> None:
        name, model = str(found["InferenceComponentName"]), found["Specification"].get("ModelName")
        if found["InferenceComponentStatus"] == "InService" and model == wanted:
            return
        serving = "The version before it serves." if before else "Nothing serves yet."
        raise failure(name, str(found.get("FailureReason") or "the new version was turned back"), serving)

    def _watched(self, name: str) -> Watched:
        return Watched(
            "component",
            name,
            "InferenceComponentStatus",
            lambda: dict(self.client.describe_inference_component(InferenceComponentName=name)),
            lambda: self.client.delete_inference_component(InferenceComponentName=name),
            self.say,
            self.clock,
        )
