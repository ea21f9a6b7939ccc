"""The limits of an AWS account that a deploy meets first: what it needs of each, and how to get more.

Quotas are found by their codes where these are the same in every account, else by their names, which Service Quotas
lists a page at a time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from devstack.aws.target import Clients


@dataclass(frozen=True, slots=True)
class Need:
    """What a deploy needs of one quota.

    Attributes:
        service: as Service Quotas calls it.
        name: of the quota, as shown there.
        least: below it a deploy fails.
        wish: below it users notice.
        why: what it is for.
    """

    service: str
    name: str
    least: float
    wish: float
    why: str


def needs(instance_type: str, *, own_model: bool) -> list[Need]:
    """Return what is needed; a model of one's own needs its machine."""
    found = [
        Need(
            "sagemaker",
            "Maximum total concurrency that can be allocated across all serverless endpoints",
            10,
            20,
            "the embedder",
        ),
        Need("vpc", "VPCs per Region", 1, 5, "the private network"),
        Need("vpc", "NAT gateways per Availability Zone", 1, 5, "the way to the sockets"),
        Need("vpc", "Interface VPC endpoints per VPC", 4, 50, "queue, secrets, models"),
        Need("ec2", "EC2-VPC Elastic IPs", 1, 5, "the NAT gateway's address"),
        Need("apigateway", "Throttle rate", 500, 10_000, "new sockets and messages a second"),
        Need("rds", "DB instances", 1, 40, "the database"),
    ]
    if own_model:
        # A second machine for the time of an update, while the first still serves.
        found.append(Need("sagemaker", f"{instance_type} for endpoint usage", 1, 2, "the language model's machine"))
    return found


@dataclass(frozen=True, slots=True)
class Quota:
    """A quota of this account.

    Attributes:
        need: what it is compared with.
        value: what the account has; None when Service Quotas does not list it.
        used: how much of it is in use, where that could be counted.
    """

    need: Need
    value: float | None
    used: int = 0

    @property
    def left(self) -> float:
        """What is left of it."""
        return (self.value or 0.0) - self.used


def read_quotas(clients: Clients, wanted: list[Need]) -> list[Quota]:
    """Return the account's quotas; botocore's exceptions are the caller's."""
    values: dict[tuple[str, str], float] = {}
    quotas = clients("service-quotas")
    for service in sorted({need.service for need in wanted}):
        for operation in ("list_aws_default_service_quotas", "list_service_quotas"):
            # The account's own values come second and win; those that were never raised are among the defaults alone.
            for quota in _listed(quotas, operation, service):
                values[service, quota["QuotaName"]] = float(quota["Value"])
    return [Quota(need, values.get((need.service, need.name)), _used(clients, need)) for need in wanted]


def _listed(quotas: Any, operation: str, service: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - a boto3 client
    for page in quotas.get_paginator(operation).paginate(ServiceCode=service):
        yield from page["Quotas"]


def _used(clients: Clients, need: Need) -> int:
    if need.name == "VPCs per Region":
        return len(clients("ec2").describe_vpcs()["Vpcs"])
    if need.name == "EC2-VPC Elastic IPs":
        return len(clients("ec2").describe_addresses()["Addresses"])
    return 0


CONSOLE: Final = "Service Quotas in the console, or: aws service-quotas request-service-quota-increase"
