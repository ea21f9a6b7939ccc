"""A small SageMaker with state: endpoints move through their statuses as the service's do, one step a look.

Every call is checked against botocore's own description of the API, parameters and answers both, so that a fake that
drifts from the service fails the test that uses it.
"""

# ruff: noqa: N803 - the parameters are named as boto3 names them

import functools
from collections.abc import Callable, Iterator
from typing import Any

import botocore.session
from botocore import xform_name
from botocore.exceptions import ClientError
from botocore.model import ServiceModel
from botocore.validate import ParamValidator

ARN = "arn:aws:sagemaker:eu-central-1:123456789012"


@functools.cache
def service(name: str = "sagemaker") -> ServiceModel:
    """The service as botocore knows it."""
    return botocore.session.get_session().get_service_model(name)


def refused(operation: str, code: str, message: str) -> ClientError:
    """The service's refusal."""
    return ClientError({"Error": {"Code": code, "Message": message}}, operation)


class Checked:
    """Calls `_Operation` of a subclass by boto3's name, with parameters and answer checked."""

    def __init__(self, name: str) -> None:
        self._service = service(name)
        self._operations = {xform_name(operation): operation for operation in self._service.operation_names}
        self.calls: list[tuple[str, dict[str, Any]]] = []

    def __getattr__(self, name: str) -> Callable[..., dict[str, Any]]:
        operation = self._operations.get(name)
        if operation is None or not hasattr(type(self), f"on_{name}"):
            raise AttributeError(name)

        def call(**parameters: Any) -> dict[str, Any]:
            model = self._service.operation_model(operation)
            report = ParamValidator().validate(parameters, model.input_shape)
            assert not report.has_errors(), f"{operation}: {report.generate_report()}"
            self.calls.append((operation, parameters))
            answer: dict[str, Any] = getattr(self, f"on_{name}")(**parameters) or {}
            known = set(model.output_shape.members) if model.output_shape else set()
            assert set(answer) <= known, f"{operation} answers no {set(answer) - known}"
            return answer

        return call

    def get_paginator(self, operation: str) -> Any:
        """One page, by the call of that name."""
        fake = self

        class Pages:
            def paginate(self, **parameters: Any) -> Iterator[dict[str, Any]]:
                yield getattr(fake, operation)(**parameters)

        return Pages()

    def operations(self) -> list[str]:
        """The names of the calls that change something, in order."""
        return [name for name, _ in self.calls if not name.startswith(("Describe", "List", "Head"))]


class FakeSageMaker(Checked):
    """The part of the API that deploys.

    Attributes:
        fail: what happens to the next endpoint or component that changes: its FailureReason, else it succeeds.
        refuse: operations that are refused, by name, with code and message.
    """

    def __init__(self) -> None:
        super().__init__("sagemaker")
        self.models: dict[str, dict[str, Any]] = {}
        self.configs: dict[str, dict[str, Any]] = {}
        self.endpoints: dict[str, dict[str, Any]] = {}
        self.components: dict[str, dict[str, Any]] = {}
        self.fail: str | None = None
        self.refuse: dict[str, tuple[str, str]] = {}

    def on_create_model(self, ModelName: str, **rest: Any) -> dict[str, Any]:
        self._may("CreateModel")
        rest.pop("Tags")
        self._new(self.models, ModelName, rest)
        return {"ModelArn": f"{ARN}:model/{ModelName}"}

    def on_describe_model(self, ModelName: str) -> dict[str, Any]:
        return {"ModelName": ModelName, **self._known(self.models, ModelName, "model")}

    def on_create_endpoint_config(self, EndpointConfigName: str, **rest: Any) -> dict[str, Any]:
        self._may("CreateEndpointConfig")
        for variant in rest["ProductionVariants"]:
            if "ModelName" in variant:
                self._known(self.models, variant["ModelName"], "model")
        self._new(self.configs, EndpointConfigName, rest)
        return {"EndpointConfigArn": f"{ARN}:endpoint-config/{EndpointConfigName}"}

    def on_describe_endpoint_config(self, EndpointConfigName: str) -> dict[str, Any]:
        found = self._known(self.configs, EndpointConfigName, "endpoint configuration")
        return {"EndpointConfigName": EndpointConfigName, "ProductionVariants": found["ProductionVariants"]}

    def on_create_endpoint(self, EndpointName: str, EndpointConfigName: str, **_: Any) -> dict[str, Any]:
        self._may("CreateEndpoint")
        self._known(self.configs, EndpointConfigName, "endpoint configuration")
        self._new(self.endpoints, EndpointName, {})
        self._move(self.endpoints[EndpointName], "Creating", None, EndpointConfigName)
        return {"EndpointArn": f"{ARN}:endpoint/{EndpointName}"}

    def on_update_endpoint(self, EndpointName: str, EndpointConfigName: str, **_: Any) -> dict[str, Any]:
        self._may("UpdateEndpoint")
        self._known(self.configs, EndpointConfigName, "endpoint configuration")
        endpoint = self._known(self.endpoints, EndpointName, "endpoint")
        # Of one that has failed the documentation says that it can be deleted and nothing else.
        if endpoint["status"] != "InService":
            raise refused("UpdateEndpoint", "ValidationException", f"Cannot update {endpoint['status']} endpoint")
        self._move(endpoint, "Updating", endpoint["config"], EndpointConfigName)
        return {"EndpointArn": f"{ARN}:endpoint/{EndpointName}"}

    def on_describe_endpoint(self, EndpointName: str) -> dict[str, Any]:
        endpoint = self._known(self.endpoints, EndpointName, "endpoint")
        self._step(endpoint)
        if endpoint["status"] == "gone":
            del self.endpoints[EndpointName]
            return self.on_describe_endpoint(EndpointName)
        answer = {
            "EndpointName": EndpointName,
            "EndpointStatus": endpoint["status"],
            "EndpointConfigName": endpoint["config"],
        }
        answer |= {"FailureReason": endpoint["reason"]} if endpoint["reason"] else {}
        return answer | ({"ProductionVariants": [{"VariantName": "main"}]} if endpoint["ran"] else {})

    def on_delete_endpoint(self, EndpointName: str) -> None:
        self._known(self.endpoints, EndpointName, "endpoint")["steps"] = [("Deleting", None), ("gone", None)]

    def on_create_inference_component(
        self, InferenceComponentName: str, EndpointName: str, **rest: Any
    ) -> dict[str, Any]:
        self._may("CreateInferenceComponent")
        self._known(self.endpoints, EndpointName, "endpoint")
        self._known(self.models, rest["Specification"]["ModelName"], "model")
        self._new(self.components, InferenceComponentName, {"copies": rest["RuntimeConfig"]["CopyCount"]})
        self._move(self.components[InferenceComponentName], "Creating", None, rest["Specification"])
        return {"InferenceComponentArn": f"{ARN}:inference-component/{InferenceComponentName}"}

    def on_update_inference_component(self, InferenceComponentName: str, **rest: Any) -> dict[str, Any]:
        self._may("UpdateInferenceComponent")
        component = self._known(self.components, InferenceComponentName, "inference component")
        self._move(component, "Updating", component["config"], rest["Specification"])
        return {"InferenceComponentArn": f"{ARN}:inference-component/{InferenceComponentName}"}

    def on_update_inference_component_runtime_config(
        self, InferenceComponentName: str, DesiredRuntimeConfig: dict[str, Any]
    ) -> dict[str, Any]:
        component = self._known(self.components, InferenceComponentName, "inference component")
        component["copies"] = DesiredRuntimeConfig["CopyCount"]
        component["steps"] = [("Updating", component["config"]), ("InService", component["config"])]
        return {"InferenceComponentArn": f"{ARN}:inference-component/{InferenceComponentName}"}

    def on_describe_inference_component(self, InferenceComponentName: str) -> dict[str, Any]:
        component = self._known(self.components, InferenceComponentName, "inference component")
        self._step(component)
        if component["status"] == "gone":
            del self.components[InferenceComponentName]
            return self.on_describe_inference_component(InferenceComponentName)
        answer = {
            "InferenceComponentName": InferenceComponentName,
            "InferenceComponentStatus": component["status"],
            "Specification": {"ModelName": component["config"]["ModelName"]},
            "RuntimeConfig": {"DesiredCopyCount": component["copies"], "CurrentCopyCount": component["copies"]},
        }
        return answer | ({"FailureReason": component["reason"]} if component["reason"] else {})

    def on_delete_inference_component(self, InferenceComponentName: str) -> None:
        found = self._known(self.components, InferenceComponentName, "inference component")
        found["steps"] = [("Deleting", found["config"]), ("gone", found["config"])]

    def on_delete_endpoint_config(self, EndpointConfigName: str) -> None:
        self._known(self.configs, EndpointConfigName, "endpoint configuration")
        assert all(endpoint["config"] != EndpointConfigName for endpoint in self.endpoints.values()), "it serves"
        del self.configs[EndpointConfigName]

    def on_delete_model(self, ModelName: str) -> None:
        self._known(self.models, ModelName, "model")
        del self.models[ModelName]

    def get_paginator(self, operation: str) -> Any:
        """Two a page, newest first."""
        items, key, of = {
            "list_models": ("Models", "ModelName", self.models),
            "list_endpoint_configs": ("EndpointConfigs", "EndpointConfigName", self.configs),
        }[operation]

        class Pages:
            def paginate(self, NameContains: str, SortBy: str, SortOrder: str) -> Iterator[dict[str, Any]]:
                assert (SortBy, SortOrder) == ("CreationTime", "Descending")
                names = [name for name in reversed(of) if NameContains in name]
                for first in range(0, len(names) or 1, 2):
                    yield {items: [{key: name} for name in names[first : first + 2]]}

        return Pages()

    # ------------------------------------------------------------------ how things move

    def _move(self, thing: dict[str, Any], through: str, before: Any, after: Any) -> None:
        """Plan the statuses of a change: it succeeds, or is turned back, or fails where there is nothing before."""
        reason, self.fail = self.fail, None
        end: tuple[str, Any, str | None] = ("InService", after, None)
        if reason:
            end = ("InService", before, reason) if before is not None else ("Failed", after, reason)
        thing.update(config=before if before is not None else after, reason=None, status=through)
        thing["steps"] = [(through, thing["config"]), *([("RollingBack", before)] if reason and before else []), end]
        thing.setdefault("ran", before is not None)

    def _step(self, thing: dict[str, Any]) -> None:
        if thing.get("steps"):
            status, config, *reason = thing["steps"].pop(0)
            thing.update(status=status, config=config, reason=reason[0] if reason else None)
            thing["ran"] = thing.get("ran", False) or status == "InService"

    def _may(self, operation: str) -> None:
        if operation in self.refuse:
            raise refused(operation, *self.refuse[operation])

    @staticmethod
    def _new(among: dict[str, dict[str, Any]], name: str, values: dict[str, Any]) -> None:
        if name in among:
            raise refused("Create", "ValidationException", f"Cannot create already existing {name}")
        among[name] = dict(values)

    @staticmethod
    def _known(among: dict[str, dict[str, Any]], name: str, kind: str) -> dict[str, Any]:
        if name not in among:
            raise refused("Describe", "ValidationException", f'Could not find {kind} "{ARN}:{kind}/{name}".')
        return among[name]
