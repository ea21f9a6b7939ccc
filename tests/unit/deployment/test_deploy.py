"""Endpoints are brought up, changed, turned back and taken down, and at every step something serves."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from devstack.translated import read_yaml
from sagemaker_models import deploy
from sagemaker_models.deployment import session, spec
from sagemaker_models.deployment.archive import pack
from sagemaker_models.deployment.problems import DeploymentError
from sagemaker_models.deployment.session import Clients
from sagemaker_models.deployment.waiting import Clock

from .fake_runtime import FakeLogs, FakeRuntime, FakeS3
from .fake_sagemaker import FakeSageMaker

TEMPLATE = Path(__file__).parents[3] / "template.yaml"

PLACE = spec.Place(
    "eu-central-1",
    "arn:aws:iam::123456789012:role/models",
    ("subnet-1", "subnet-2"),
    ("sg-1",),
    "arn:aws:kms:eu-central-1:123456789012:key/1",
    ("resumate-embedder-errors", "resumate-language-model-errors"),
)


class Bench:
    """A deploy against fakes; time passes by waiting alone."""

    def __init__(self) -> None:
        self.sagemaker = FakeSageMaker()
        self.runtime = FakeRuntime()
        self.s3 = FakeS3()
        self.said: list[str] = []
        self.seconds = 0.0
        names = {deploy.EMBEDDER: "r-embedder", deploy.LANGUAGE_MODEL: "r-llm"}
        self.logs = FakeLogs()
        clients = Clients(self.sagemaker, self.runtime, self.s3, None, self.logs)
        clock = Clock(lambda: self.seconds, self._sleep)
        self.work = deploy.Work(clients, PLACE, "bucket", names, None, 30, self.said.append, clock)

    def _sleep(self, seconds: float) -> None:
        self.seconds += seconds

    def embedder(self, content: bytes = b"1") -> None:
        deploy.up_embedder(self.work, pack("embedding", {"model.onnx": content}))

    def llm(self, content: bytes = b"1") -> None:
        deploy.up_llm(self.work, pack("llm", {"serving.properties": content}))

    def serving(self, name: str = "r-embedder") -> str:
        return str(self.sagemaker.endpoints[name]["config"])

    def model(self) -> str:
        return str(self.sagemaker.components["r-llm-component"]["config"]["ModelName"])


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_the_embedder_comes_up_serverless_and_is_asked_the_samples(bench: Bench) -> None:
    bench.embedder()
    config = bench.sagemaker.configs[bench.serving()]["ProductionVariants"][0]
    assert config["ServerlessConfig"] == {"MemorySizeInMB": 3072, "MaxConcurrency": 10}
    assert "InstanceType" not in config
    assert bench.runtime.asked == ["r-embedder"]
    assert any("least closeness" in line for line in bench.said)


def test_the_logs_of_the_containers_have_an_end_before_the_first_line(bench: Bench) -> None:
    bench.logs.groups["/aws/sagemaker/Endpoints/r-llm"] = None  # made by SageMaker, before there was this
    bench.sagemaker.refuse["CreateEndpointConfig"] = ("ValidationException", "No.")
    for bring_up in (bench.embedder, bench.llm):
        with pytest.raises(DeploymentError):
            bring_up()
    assert bench.logs.groups == {
        "/aws/sagemaker/Endpoints/r-embedder": 30,
        "/aws/sagemaker/Endpoints/r-llm": 30,
        "/aws/sagemaker/InferenceComponents/r-llm-component": 30,
    }


def test_how_long_logs_are_kept_is_read_from_the_stack() -> None:
    assert session.log_days_of({"LogRetentionDays": "14"}) == 14
    assert session.log_days_of({}) == read_yaml(TEMPLATE)["Parameters"]["LogRetentionDays"]["Default"]


def test_the_second_time_changes_nothing(bench: Bench) -> None:
    bench.embedder()
    bench.llm()
    done = len(bench.sagemaker.operations())
    bench.embedder()
    bench.llm()
    assert bench.sagemaker.operations()[done:] == []
    assert bench.s3.uploads == 2


def test_another_archive_is_moved_to_blue_green_with_the_alarms_that_turn_back(bench: Bench) -> None:
    bench.embedder()
    first = bench.serving()
    bench.embedder(b"2")
    assert bench.serving() != first
    update = dict(bench.sagemaker.calls)["UpdateEndpoint"]
    assert update["DeploymentConfig"]["AutoRollbackConfiguration"] == {
        "Alarms": [{"AlarmName": "resumate-embedder-errors"}]
    }
    assert update["DeploymentConfig"]["BlueGreenUpdatePolicy"]["TrafficRoutingConfiguration"]["Type"] == "ALL_AT_ONCE"
    assert first in bench.sagemaker.configs, "the version before stays for a rollback"


def test_an_update_that_is_turned_back_is_an_error_and_the_version_before_serves(bench: Bench) -> None:
    """InService with the old configuration is no success."""
    bench.embedder()
    first = bench.serving()
    bench.sagemaker.fail = "Alarm resumate-embedder-errors went off"
    with pytest.raises(DeploymentError, match="The version before it serves") as caught:
        bench.embedder(b"2")
    assert bench.serving() == first
    assert "alarm" in caught.value.remedy


@pytest.mark.parametrize(
    ("reason", "advice"),
    [
        ("Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error", "ml.g5.xlarge"),
        ("CannotPullContainerError: manifest unknown", "image.tag"),
        ("The primary container did not pass the ping health check", "never answered"),
        ("Account-level service limit exceeded", "Service Quotas"),
        ("something new", "Look at the log"),
    ],
)
def test_an_endpoint_that_fails_at_first_says_what_to_do(bench: Bench, reason: str, advice: str) -> None:
    bench.sagemaker.fail = reason
    with pytest.raises(DeploymentError, match="Nothing serves yet") as caught:
        bench.llm()
    assert advice in caught.value.remedy
    assert reason in caught.value.message


def test_what_failed_at_first_is_removed_and_made_anew(bench: Bench) -> None:
    bench.sagemaker.fail = "no capacity"
    with pytest.raises(DeploymentError):
        bench.llm()
    bench.llm()
    assert bench.sagemaker.endpoints["r-llm"]["status"] == "InService"


def test_an_endpoint_that_failed_later_is_made_anew_by_the_next_run_and_by_a_rollback(bench: Bench) -> None:
    bench.embedder()
    first = bench.serving()
    bench.embedder(b"2")
    bench.sagemaker.endpoints["r-embedder"]["status"] = "Failed"
    bench.work.endpoints(deploy.EMBEDDER).rollback("r-embedder")
    assert (bench.serving(), bench.sagemaker.endpoints["r-embedder"]["status"]) == (first, "InService")
    bench.sagemaker.endpoints["r-embedder"]["status"] = "Failed"
    bench.embedder(b"2")
    assert bench.sagemaker.endpoints["r-embedder"]["status"] == "InService"


def test_a_component_that_failed_is_made_anew(bench: Bench) -> None:
    bench.llm()
    bench.sagemaker.components["r-llm-component"]["status"] = "Failed"
    bench.llm()
    assert bench.sagemaker.components["r-llm-component"]["status"] == "InService"


@pytest.mark.parametrize(
    ("operation", "code", "message", "advice"),
    [
        ("CreateEndpoint", "ResourceLimitExceeded", "limit of 0 for ml.g6.xlarge", "for endpoint usage"),
        ("CreateModel", "AccessDeniedException", "not authorized", "role that deploys"),
        ("CreateModel", "ValidationException", "Requested image x not found in ECR repository", "image.tag"),
        ("CreateModel", "ValidationException", "Could not assume role", "ModelRoleArn"),
    ],
)
def test_a_refusal_says_what_to_do(bench: Bench, operation: str, code: str, message: str, advice: str) -> None:
    bench.sagemaker.refuse[operation] = (code, message)
    with pytest.raises(DeploymentError) as caught:
        bench.llm()
    assert message in caught.value.message
    assert advice in caught.value.remedy


def test_a_version_that_answers_wrong_is_turned_back(bench: Bench) -> None:
    bench.embedder()
    first = bench.serving()
    bench.runtime.spoil(lambda answer: {**answer, "dimension": 383})
    with pytest.raises(DeploymentError, match="383 numbers"):
        bench.embedder(b"2")
    assert bench.serving() == first


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (lambda a: {**a, "embeddings": [[-x for x in v] for v in a["embeddings"]]}, "close to the contract"),
        (lambda a: {**a, "truncated": []}, "cuts other texts"),
        (lambda _: {"vectors": []}, "another form"),
        (lambda a: {**a, "embeddings": a["embeddings"][1:]}, "another form"),
    ],
)
def test_each_wrong_answer_of_the_embedder_is_found(
    bench: Bench, spoil: Callable[[dict[str, Any]], dict[str, Any]], found: str
) -> None:
    bench.runtime.spoil(spoil)
    with pytest.raises(DeploymentError, match=found):
        bench.embedder()


def test_the_language_model_runs_in_a_component_that_may_have_no_copy(bench: Bench) -> None:
    bench.llm()
    config = bench.sagemaker.configs[bench.serving("r-llm")]
    assert config["ProductionVariants"][0]["ManagedInstanceScaling"]["MinInstanceCount"] == 0
    assert config["VpcConfig"] == {"Subnets": ["subnet-1", "subnet-2"], "SecurityGroupIds": ["sg-1"]}
    assert "KmsKeyId" not in config, "a machine with disks of its own takes no key"
    container = bench.sagemaker.models[bench.model()]["PrimaryContainer"]
    assert container["Environment"]["OPTION_REVISION"] == spec.read_spec("llm")["model"]["revision"]
    assert bench.runtime.asked == ["r-llm/r-llm-component"]


def test_another_model_goes_into_the_same_component_and_leaves_the_endpoint_alone(bench: Bench) -> None:
    bench.llm()
    endpoint, model = bench.serving("r-llm"), bench.model()
    bench.llm(b"2")
    assert bench.serving("r-llm") == endpoint
    assert bench.model() != model
    update = dict(bench.sagemaker.calls)["UpdateInferenceComponent"]
    guard = update["DeploymentConfig"]
    assert guard["RollingUpdatePolicy"]["MaximumBatchSize"] == {"Type": "COPY_COUNT", "Value": 1}
    assert guard["AutoRollbackConfiguration"] == {"Alarms": [{"AlarmName": "resumate-language-model-errors"}]}


@pytest.mark.parametrize("text", ["", "I led a team of nine. " * 20])
def test_a_language_model_that_writes_nothing_or_cites_nothing_is_turned_back(bench: Bench, text: str) -> None:
    bench.llm()
    model = bench.model()
    bench.runtime.letter = text
    with pytest.raises(DeploymentError):
        bench.llm(b"2")
    assert bench.model() == model


def test_a_sleeping_component_is_woken_before_it_is_asked(bench: Bench) -> None:
    bench.llm()
    bench.sagemaker.components["r-llm-component"]["copies"] = 0
    deploy.test(bench.work, [deploy.LANGUAGE_MODEL])
    assert bench.sagemaker.components["r-llm-component"]["copies"] == 1


def test_weights_in_the_bucket_need_no_network(bench: Bench) -> None:
    version = spec.llm_version("r-llm", "s3://b/k", PLACE, "s3://weights/qwen")
    container = version.model["PrimaryContainer"]
    assert version.config["EnableNetworkIsolation"] is True
    assert container["ModelDataSource"]["S3DataSource"]["S3Uri"] == "s3://weights/qwen/"
    assert container["Environment"]["OPTION_MAX_MODEL_LEN"] == "8192"
    assert container["Environment"]["HF_MODEL_ID"] == "/opt/ml/model"


def test_a_rollback_brings_the_version_before_back(bench: Bench) -> None:
    bench.embedder()
    first = bench.serving()
    bench.embedder(b"2")
    assert bench.work.endpoints(deploy.EMBEDDER).rollback("r-embedder") == first
    assert bench.serving() == first


def test_a_rollback_without_a_version_before_says_so(bench: Bench) -> None:
    bench.embedder()
    with pytest.raises(DeploymentError, match="no version before"):
        bench.work.endpoints(deploy.EMBEDDER).rollback("r-embedder")


def test_only_the_version_before_is_kept(bench: Bench) -> None:
    for content in (b"1", b"2", b"3", b"4"):
        bench.embedder(content)
        bench.llm(content)
    assert len([name for name in bench.sagemaker.configs if name.startswith("r-embedder-")]) == 2
    assert len([name for name in bench.sagemaker.models if name.startswith("r-embedder-")]) == 2
    assert len([name for name in bench.sagemaker.models if name.startswith("r-llm-")]) == 2


def test_another_endpoint_whose_name_begins_alike_is_left_alone(bench: Bench) -> None:
    bench.sagemaker.models["r-embedder-two-0123456789ab"] = {}
    for content in (b"1", b"2", b"3"):
        bench.embedder(content)
    deploy.down(bench.work, [deploy.EMBEDDER])
    assert list(bench.sagemaker.models) == ["r-embedder-two-0123456789ab"]


def test_down_leaves_nothing_and_twice_is_no_error(bench: Bench) -> None:
    bench.embedder()
    bench.llm()
    for _ in range(2):
        deploy.down(bench.work, [deploy.LANGUAGE_MODEL, deploy.EMBEDDER])
    fake = bench.sagemaker
    assert (fake.endpoints, fake.components, fake.configs, fake.models) == ({}, {}, {}, {})
    assert fake.operations().index("DeleteInferenceComponent") < fake.operations().index("DeleteEndpoint")


def test_waiting_says_each_status_once_and_ends(bench: Bench) -> None:
    bench.embedder()
    bench.embedder(b"2")
    statuses = [line.split(": ")[1].split(" (")[0] for line in bench.said if " s)" in line]
    assert statuses == ["Creating", "InService", "InService", "Updating", "InService"]
    bench.sagemaker.endpoints["r-embedder"]["steps"] = [("Updating", bench.serving())] * 1000
    with pytest.raises(DeploymentError, match="after 60 minutes"):
        bench.embedder(b"3")


def test_a_key_is_given_only_where_the_machine_has_no_disks_of_its_own() -> None:
    assert [spec.has_own_storage(kind) for kind in ("ml.g6.xlarge", "ml.g5.2xlarge", "ml.m5d.large")] == [True] * 3
    assert not spec.has_own_storage("ml.m6i.large")


def test_a_region_without_containers_is_refused() -> None:
    with pytest.raises(DeploymentError, match="mars-north-1"):
        spec.image_uri(spec.read_spec("llm")["image"], "mars-north-1")
    assert spec.image_uri(spec.read_spec("llm")["image"], "eu-south-1").startswith("692866216735.dkr.ecr.eu-south-1.")


def test_the_model_is_pinned_by_a_whole_commit_and_the_image_by_a_whole_tag() -> None:
    llm = spec.read_spec("llm")
    assert len(llm["model"]["revision"]) == 40
    assert llm["model"]["licence"] == "Apache-2.0"
    assert all(spec.read_spec(name)["image"]["tag"].count(".") >= 2 for name in ("llm", "embedding"))


def test_names_fit_into_what_sagemaker_takes() -> None:
    version = spec.llm_version("resumate-production-language-model", "s3://b/k", PLACE)
    for name in (version.model_name, version.config_name, version.component_name):
        assert len(name) <= 63, json.dumps(name)


OUTPUTS = {
    "ModelRoleArn": "arn:aws:iam::123456789012:role/models",
    "ModelSubnetIds": "subnet-1,subnet-2",
    "ModelSecurityGroupId": "sg-1",
    "ModelAlarmNames": "resumate-embedder-errors,resumate-language-model-errors",
}


def test_where_models_go_is_read_from_the_stack() -> None:
    place = session.place_of(OUTPUTS, "eu-central-1", "resumate")
    assert (place.subnets, place.security_groups, place.kms_key) == (("subnet-1", "subnet-2"), ("sg-1",), None)
    assert place.with_alarms_of("embedder").alarms == ("resumate-embedder-errors",)
    with pytest.raises(DeploymentError, match="ModelRoleArn"):
        session.place_of({}, "eu-central-1", "resumate")


def test_both_models_come_up_from_the_packed_archives_and_a_missing_one_is_told_before_anything_is_made(
    bench: Bench, tmp_path: Path
) -> None:
    with pytest.raises(DeploymentError, match=r"embedding\.tar\.gz"):
        deploy.up(bench.work, [deploy.EMBEDDER, deploy.LANGUAGE_MODEL], tmp_path)
    assert bench.sagemaker.calls == []
    for name in ("embedding", "llm"):
        (tmp_path / f"{name}.tar.gz").write_bytes(pack(name, {"a": b"b"}).content)
    deploy.up(bench.work, [deploy.EMBEDDER, deploy.LANGUAGE_MODEL], tmp_path)
    assert {name: item["status"] for name, item in bench.sagemaker.endpoints.items()} == {
        "r-embedder": "InService",
        "r-llm": "InService",
    }


def test_the_command_line_knows_each_command() -> None:
    parser = deploy.parser()
    for command in ("up", "test", "rollback", "down"):
        found = parser.parse_args([command, "--stack-name", "resumate"])
        assert (found.command, found.only, found.weights) == (command, None, None)
    assert parser.parse_args(["pack"]).archives == deploy.ARCHIVES
    assert parser.parse_args(["check"]).command == "check"
