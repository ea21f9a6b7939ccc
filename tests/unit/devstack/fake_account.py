"""An AWS account in which everything is ready for a deploy, and which tests then spoil; calls are checked by botocore."""

# ruff: noqa: N803 - the parameters are named as boto3 names them

import io
import json
from collections.abc import Callable
from typing import Any

from devstack.aws.quotas import needs
from tests.unit.deployment.fake_sagemaker import Checked, refused


class Account:
    """What the services know.

    Attributes:
        arn: who asks.
        zones: availability zones.
        at_once: how many functions may run at once.
        reserved: how many of those are reserved, by function.
        quotas: values by name; a name that is missing is not listed.
        denied: actions that the role may not do.
        engines: versions of PostgreSQL.
        images: tags that ECR has.
        models: Bedrock's models, and whether access to them was granted.
        stack: the status of the stack that is there.
        refuse: operations that are refused, by boto3's name, with the code.
    """

    def __init__(self) -> None:
        self.arn = "arn:aws:sts::123456789012:assumed-role/deploy/session"
        self.zones = ["a", "b", "c"]
        self.at_once = 1000
        self.reserved: dict[str, int] = {}
        self.quotas = {need.name: need.wish for need in needs("ml.g6.xlarge", own_model=True)}
        self.denied: set[str] = set()
        self.engines = ["16.9", "17.5", "17.6", "18.1"]
        self.images = {"0.36.0-lmi28.0.0-cu130", "2.6.0-cpu-py312-ubuntu22.04-sagemaker"}
        self.models = {"amazon.nova-lite-v1:0": True, "other": False}
        self.stack: str | None = None
        self.refuse: dict[str, str] = {}
        self.made: dict[str, Service] = {}

    def client(self, name: str) -> "Service":
        """Return a client."""
        return self.made.setdefault(name, Service(name, self))


class Service(Checked):
    """One service of the account."""

    def __init__(self, name: str, account: Account) -> None:
        super().__init__(name)
        self._account = account

    def __getattr__(self, name: str) -> Callable[..., dict[str, Any]]:
        if name in self._account.refuse:

            def refuse(**_: Any) -> dict[str, Any]:
                raise refused(name, self._account.refuse[name], "You may not do this.")

            return refuse
        return super().__getattr__(name)

    def on_get_caller_identity(self) -> dict[str, Any]:
        return {"Account": "123456789012", "Arn": self._account.arn}

    def on_describe_availability_zones(self) -> dict[str, Any]:
        zones = [{"ZoneName": f"eu-central-1{zone}", "State": "available"} for zone in self._account.zones]
        return {"AvailabilityZones": [*zones, {"ZoneName": "local", "State": "available", "ZoneType": "local-zone"}]}

    def on_describe_vpcs(self) -> dict[str, Any]:
        return {"Vpcs": [{"VpcId": "vpc-1"}]}

    def on_describe_addresses(self) -> dict[str, Any]:
        return {"Addresses": []}

    def on_list_aws_default_service_quotas(self, ServiceCode: str) -> dict[str, Any]:
        return {"Quotas": [{"ServiceCode": ServiceCode, "QuotaName": "VPCs per Region", "Value": 5.0}]}

    def on_list_service_quotas(self, ServiceCode: str) -> dict[str, Any]:
        wanted = [need for need in needs("ml.g6.xlarge", own_model=True) if need.service == ServiceCode]
        return {
            "Quotas": [
                {"QuotaName": need.name, "Value": self._account.quotas[need.name]}
                for need in wanted
                if need.name in self._account.quotas
            ]
        }

    def on_get_account_settings(self) -> dict[str, Any]:
        free = self._account.at_once - sum(self._account.reserved.values())
        limit = {"ConcurrentExecutions": self._account.at_once, "UnreservedConcurrentExecutions": free}
        return {"AccountLimit": limit}

    def on_get_function_concurrency(self, FunctionName: str) -> dict[str, Any]:
        if self._account.stack is None:
            raise refused("GetFunctionConcurrency", "ResourceNotFoundException", "Function not found")
        reserved = self._account.reserved.get(FunctionName)
        return {} if reserved is None else {"ReservedConcurrentExecutions": reserved}

    def on_simulate_principal_policy(self, PolicySourceArn: str, ActionNames: list[str]) -> dict[str, Any]:
        assert PolicySourceArn == "arn:aws:iam::123456789012:role/deploy"
        verdicts = {True: "implicitDeny", False: "allowed"}
        return {
            "EvaluationResults": [
                {"EvalActionName": name, "EvalDecision": verdicts[name in self._account.denied]} for name in ActionNames
            ]
        }

    def on_describe_db_engine_versions(self, Engine: str) -> dict[str, Any]:
        assert Engine == "postgres"
        return {"DBEngineVersions": [{"EngineVersion": version} for version in self._account.engines]}

    def on_batch_get_image(
        self, registryId: str, repositoryName: str, imageIds: list[dict[str, str]]
    ) -> dict[str, Any]:
        found = [image for image in imageIds if image["imageTag"] in self._account.images]
        return {"images": [{"repositoryName": repositoryName, "registryId": registryId} for _ in found], "failures": []}

    def on_list_foundation_models(self) -> dict[str, Any]:
        return {"modelSummaries": [{"modelId": name} for name in self._account.models]}

    def on_get_foundation_model_availability(self, modelId: str) -> dict[str, Any]:
        granted = self._account.models[modelId]
        return {
            "modelId": modelId,
            "authorizationStatus": "AUTHORIZED" if granted else "NOT_AUTHORIZED",
            "entitlementAvailability": "AVAILABLE" if granted else "NOT_AVAILABLE",
        }

    def on_get_account(self) -> dict[str, Any]:
        return {"ProductionAccessEnabled": False}

    def on_describe_stacks(self, StackName: str | None = None) -> dict[str, Any]:
        if self._account.stack is None and StackName is None:
            return {"Stacks": []}
        outputs = [{"OutputKey": name, "OutputValue": value} for name, value in OUTPUTS.items()]
        return {"Stacks": [{"StackName": "resumate", "StackStatus": self._account.stack or "x", "Outputs": outputs}]}

    def on_get_cost_and_usage(self, **_: Any) -> dict[str, Any]:
        groups = [
            {"Keys": ["Amazon SageMaker"], "Metrics": {"UnblendedCost": {"Amount": "12.5", "Unit": "USD"}}},
            {"Keys": ["AWS Lambda"], "Metrics": {"UnblendedCost": {"Amount": "0.5", "Unit": "USD"}}},
        ]
        return {"ResultsByTime": [{"Groups": groups}, {"Groups": groups}]}

    def on_invoke(self, FunctionName: str, Payload: bytes) -> dict[str, Any]:
        return {
            "Payload": io.BytesIO(json.dumps({"errorMessage": "The database is out of reach."}).encode()),
            "FunctionError": "Unhandled",
        }


OUTPUTS = {
    "SocketUrl": "wss://abc.execute-api.eu-central-1.amazonaws.com/live",
    "CognitoUrl": "https://cognito-idp.eu-central-1.amazonaws.com",
    "UserPoolClientId": "client",
    "UserPoolId": "pool",
    "UploadOrigin": "https://resumes.s3.eu-central-1.amazonaws.com",
    "PageBucket": "page",
    "PageDistributionId": "E1",
    "PageUrl": "https://letters.example",
}
