"""What each endpoint shall be: read from the two `endpoint.json` files, which pin image, model revision and machine.

A `Version` is one state an endpoint can be in. Its name holds a digest of everything that decides how it behaves, so
that deploying the same twice finds everything there and changes nothing.
"""

import hashlib
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from sagemaker_models.deployment.contents import MODELS
from sagemaker_models.deployment.problems import DeploymentError

VARIANT: Final = "main"
"""The same in every version: a blue/green update needs it."""

_CHINA: Final = "amazonaws.com.cn"


@dataclass(frozen=True, slots=True)
class Place:
    """Where endpoints run.

    Attributes:
        region: as eu-central-1.
        role: the ARN of the execution role.
        subnets: private subnets, none for an endpoint outside a VPC; serverless endpoints cannot be in one.
        security_groups: of the endpoints' network interfaces.
        kms_key: encrypts what instances store; none where the instance's own storage is encrypted by hardware.
        alarms: names of alarms that turn an update back.
    """

    region: str
    role: str
    subnets: tuple[str, ...] = ()
    security_groups: tuple[str, ...] = ()
    kms_key: str | None = None
    alarms: tuple[str, ...] = ()

    def with_alarms_of(self, part: str) -> "Place":
        """Return the same place with the alarms whose names speak of this model: another's must not turn it back."""
        return replace(self, alarms=tuple(name for name in self.alarms if part in name))


@dataclass(frozen=True, slots=True)
class Version:
    """One state of an endpoint.

    Attributes:
        endpoint: its name.
        model: the parameters of `CreateModel`, without the name.
        variant: the one production variant, without model and name.
        config: further parameters of `CreateEndpointConfig`.
        component: the specification of the inference component without the model; none where the variant has the model.
    """

    endpoint: str
    model: dict[str, Any]
    variant: dict[str, Any]
    config: dict[str, Any] = field(default_factory=dict)
    component: dict[str, Any] | None = None

    @property
    def model_name(self) -> str:
        """The model of this version."""
        return f"{self.endpoint}-{_digest(self.model)}"

    @property
    def config_name(self) -> str:
        """The endpoint configuration of this version; a component's model is not a part of it."""
        model = None if self.component is not None else self.model_name
        return f"{self.endpoint}-{_digest([model, self.variant, self.config])}"

    @property
    def component_name(self) -> str:
        """The one inference component of this endpoint; versions follow each other in it."""
        return f"{self.endpoint}-component"

    @property
    def is_serverless(self) -> bool:
        """Whether it runs without instances."""
        return "ServerlessConfig" in self.variant


def read_spec(name: str) -> dict[str, Any]:
    """Return `sagemaker_models/{name}/endpoint.json`; raises `DeploymentError`."""
    path = MODELS / name / "endpoint.json"
    try:
        spec: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DeploymentError(f"{path} cannot be read: {error}", "Restore it from the repository.") from error
    return spec


def registries() -> dict[str, Any]:
    """Return which account holds AWS's images in which region."""
    path = Path(__file__).with_name("registries.json")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def image_uri(image: dict[str, str], region: str) -> str:
    """Return the address of an image in a region; raises `DeploymentError` for a region that has none."""
    known = registries()
    account = known["regions"].get(region) or (image["account"] if region in known["regions_of_default"] else None)
    if account is None:
        raise DeploymentError(
            f"AWS's containers are not known to be in {region}.",
            "Choose another region, or add it to sagemaker_models/deployment/registries.json from AWS's list.",
        )
    domain = _CHINA if region.startswith("cn-") else "amazonaws.com"
    return f"{account}.dkr.ecr.{region}.{domain}/{image['repository']}:{image['tag']}"


def embedder_version(endpoint: str, archive_url: str, place: Place) -> Version:
    """Return the embedder: serverless, so that nothing is paid while nobody uploads."""
    spec = read_spec("embedding")
    container = {
        "Image": image_uri(spec["image"], place.region),
        "ModelDataUrl": archive_url,
        "Environment": {**spec["environment"], "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code"},
    }
    serverless = {"MemorySizeInMB": spec["memory_mb"], "MaxConcurrency": spec["concurrency_most"]}
    return Version(
        endpoint,
        model={"PrimaryContainer": container, "ExecutionRoleArn": place.role},
        variant={"ServerlessConfig": serverless},
    )


def llm_version(endpoint: str, archive_url: str, place: Place, weights: str | None = None) -> Version:
    """Return the language model: one GPU, in an inference component, which can have no copy at all.

    With `weights`, an S3 prefix that holds the model's files, the container needs no way to the internet and is
    isolated from the network; else it fetches them from the model hub at every start.
    """
    spec = read_spec("llm")
    config: dict[str, Any] = {"ExecutionRoleArn": place.role, "EnableNetworkIsolation": weights is not None}
    if place.subnets:
        config["VpcConfig"] = {"Subnets": list(place.subnets), "SecurityGroupIds": list(place.security_groups)}
    if place.kms_key and not has_own_storage(spec["instance_type"]):
        config["KmsKeyId"] = place.kms_key
    model: dict[str, Any] = {
        "PrimaryContainer": _llm_container(spec, archive_url, place, weights),
        "ExecutionRoleArn": place.role,
    }
    scaling = {
        "Status": "ENABLED",
        # No copy, no machine; that a copy stays is the scaling's affair, see stacks/models.yaml.
        "MinInstanceCount": 0,
        "MaxInstanceCount": spec["instances_most"],
    }
    variant = {
        "InstanceType": spec["instance_type"],
        "InitialInstanceCount": 1,
        "ManagedInstanceScaling": scaling,
        "RoutingConfig": {"RoutingStrategy": "LEAST_OUTSTANDING_REQUESTS"},
        "ContainerStartupHealthCheckTimeoutInSeconds": spec["startup_seconds"],
    }
    component = {
        "ComputeResourceRequirements": {
            "NumberOfAcceleratorDevicesRequired": spec["accelerators"],
            "MinMemoryRequiredInMb": spec["memory_mb"],
        },
        "StartupParameters": {"ContainerStartupHealthCheckTimeoutInSeconds": spec["startup_seconds"]},
    }
    return Version(endpoint, model, variant, config, component)


def has_own_storage(instance_type: str) -> bool:
    """Tell whether a machine has local disks: its hardware encrypts these, and SageMaker refuses a key for them."""
    family = instance_type.split(".")[1]
    return family.startswith(("g4dn", "g5", "g6", "g7", "p4", "p5", "p6")) or family.endswith("d")


def _llm_container(spec: dict[str, Any], archive_url: str, place: Place, weights: str | None) -> dict[str, Any]:
    image = image_uri(spec["image"], place.region)
    environment = dict(spec["environment"])
    if weights is None:
        pinned = {"HF_MODEL_ID": spec["model"]["id"], "OPTION_REVISION": spec["model"]["revision"]}
        return {"Image": image, "ModelDataUrl": archive_url, "Environment": {**environment, **pinned}}
    source = {"S3Uri": weights.rstrip("/") + "/", "S3DataType": "S3Prefix", "CompressionType": "None"}
    return {
        "Image": image,
        "ModelDataSource": {"S3DataSource": source},
        "Environment": {**environment, "HF_MODEL_ID": "/opt/ml/model", **serving_options()},
    }


def serving_options() -> dict[str, str]:
    """Return `serving.properties` as environment variables: the container reads either, and weights leave no room."""
    text = (MODELS / "llm" / "serving.properties").read_text(encoding="utf-8")
    pairs = [line.split("=", 1) for line in text.splitlines() if line and not line.startswith("#")]
    return {f"OPTION_{name.removeprefix('option.').upper()}": value.strip() for name, value in pairs}


def _digest(what: Any) -> str:  # noqa: ANN401 - anything that JSON can spell
    return hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()[:12]
