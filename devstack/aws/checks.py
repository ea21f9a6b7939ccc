"""What has to be in place before a deploy to AWS: one function a check, each with its remedy.

A check returns findings; what it cannot find out, because the role may not look, is a finding too, and fails: an
unknown quota is what a deploy fails on after half an hour.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from botocore.exceptions import ClientError

from devstack.aws.quotas import CONSOLE, needs, read_quotas
from devstack.aws.target import Clients, aws_problems
from devstack.findings import Finding
from devstack.problems import Problem
from sagemaker_models.deployment.problems import DeploymentError
from sagemaker_models.deployment.spec import image_uri, read_spec

ENGINE_MAJORS: Final = ("17", "18")
RESERVED: Final = {"user-auth": 20, "user-init": 20}
"""What the template reserves of the account's concurrency, by function."""
LEFT_TO_OTHERS: Final = 100
WISHED_AT_ONCE: Final = 1000
# What a deploy does, one action of each service that it cannot do without.
ACTIONS: Final = (
    "cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet", "s3:PutObject", "iam:CreateRole", "iam:PassRole",
    "lambda:CreateFunction", "lambda:PublishLayerVersion", "apigateway:POST", "sqs:CreateQueue", "s3:CreateBucket",
    "cognito-idp:CreateUserPool", "ec2:CreateVpc", "ec2:CreateNatGateway", "ec2:CreateVpcEndpoint", "rds:CreateDBInstance",
    "rds:CreateDBProxy", "secretsmanager:CreateSecret", "kms:CreateKey", "cloudwatch:PutMetricAlarm", "sns:CreateTopic",
    "cloudfront:CreateDistribution", "sagemaker:CreateEndpoint", "sagemaker:CreateInferenceComponent",
    "sagemaker:InvokeEndpoint", "cloudfront:CreateInvalidation", "cognito-idp:AdminCreateUser", "lambda:InvokeFunction",
    "application-autoscaling:RegisterScalableTarget",
    "budgets:ModifyBudget",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be deployed.

    Attributes:
        region: where.
        provider: `sagemaker` or `bedrock`.
        bedrock_model: with `bedrock`, the model's id.
        stack: the name of the stack.
        reserves: whether concurrency is reserved, as the template's `ReserveConcurrency` says.
    """

    region: str
    provider: str = "sagemaker"
    bedrock_model: str = ""
    stack: str = "resumate"
    reserves: bool = True


Check = Callable[[Clients, Plan], Iterator[Finding]]


def check_account(clients: Clients, plan: Plan) -> list[Finding]:
    """Run every check; one that fails does not keep the others from running."""
    findings: list[Finding] = []
    for name, check in CHECKS.items():
        try:
            with aws_problems(f"checking {name}"):
                findings += check(clients, plan)
        except Problem as problem:
            findings.append(Finding(name, ok=False, message=problem.message, remedy=problem.remedy))
    return findings


def _identity(clients: Clients, plan: Plan) -> Iterator[Finding]:
    who = clients("sts").get_caller_identity()
    yield Finding("account", ok=True, message=f"{who['Account']} in {plan.region} as {who['Arn']}")
    if who["Arn"].endswith(":root"):
        yield Finding("account", ok=False, message="This is the root user.", remedy="Deploy with a role of its own.")


def _region(clients: Clients, plan: Plan) -> Iterator[Finding]:
    zones = [
        zone["ZoneName"]
        for zone in clients("ec2").describe_availability_zones()["AvailabilityZones"]
        if zone["State"] == "available" and zone.get("ZoneType", "availability-zone") == "availability-zone"
    ]
    enough = len(zones) >= 2
    remedy = "" if enough else "The network needs two zones: choose another region."
    yield Finding("region", ok=enough, message=f"{plan.region} has {len(zones)} zones", remedy=remedy)


def _quotas(clients: Clients, plan: Plan) -> Iterator[Finding]:
    machine = str(read_spec("llm")["instance_type"])
    for quota in read_quotas(clients, needs(machine, own_model=plan.provider == "sagemaker")):
        need, name = quota.need, f"quota {quota.need.service}"
        if quota.value is None:
            yield Finding(
                name, ok=False, message=f"“{need.name}” is not listed here.", remedy="Is the service in this region?"
            )
            continue
        shown = f"{need.name}: {quota.value:,.0f}" + (f", {quota.used} used" if quota.used else "")
        more = f"Ask for {need.wish:,.0f}: {CONSOLE}. It is for: {need.why}."
        ok = quota.left >= need.least
        yield Finding(name, ok=ok, message=shown, remedy="" if ok and quota.left >= need.wish else more)


def _concurrency(clients: Clients, plan: Plan) -> Iterator[Finding]:
    """Lambda refuses a reservation that leaves less than a hundred to all the other functions of the account."""
    functions = clients("lambda")
    limit = functions.get_account_settings()["AccountLimit"]
    together, free = limit["ConcurrentExecutions"], limit["UnreservedConcurrentExecutions"]
    own = sum(_reserved(functions, f"{plan.stack}-{name}") for name in RESERVED)
    wanted = sum(RESERVED.values())
    ask = f"Ask for {WISHED_AT_ONCE:,}: {CONSOLE} (Lambda, “Concurrent executions”)."
    shown = f"{together:,} functions may run at once, {together - free:,} of them reserved"
    if not plan.reserves:
        yield Finding("concurrency", ok=True, message=shown, remedy="" if together >= WISHED_AT_ONCE else ask)
        return
    enough = free + own >= wanted + LEFT_TO_OTHERS
    if not enough:
        shown += f"; the template reserves {wanted}, and AWS wants {LEFT_TO_OTHERS} left to all others"
        ask += " Until then deploy with ReserveConcurrency=false, and look again with --unreserved."
    remedy = "" if enough and together >= WISHED_AT_ONCE else ask
    yield Finding("concurrency", ok=enough, message=shown, remedy=remedy)


def _reserved(functions: Any, name: str) -> int:  # noqa: ANN401 - a boto3 client
    try:
        return int(functions.get_function_concurrency(FunctionName=name).get("ReservedConcurrentExecutions", 0))
    except ClientError as error:
        if error.response["Error"]["Code"] != "ResourceNotFoundException":
            raise
        return 0  # no stack of this name yet


def _permissions(clients: Clients, _plan: Plan) -> Iterator[Finding]:
    arn = _role_arn(clients("sts").get_caller_identity()["Arn"])
    denied: list[str] = []
    for page in (
        clients("iam")
        .get_paginator("simulate_principal_policy")
        .paginate(PolicySourceArn=arn, ActionNames=list(ACTIONS))
    ):
        denied += [one["EvalActionName"] for one in page["EvaluationResults"] if one["EvalDecision"] != "allowed"]
    yield Finding(
        "permissions",
        ok=not denied,
        message=f"{len(ACTIONS) - len(denied)} of {len(ACTIONS)} actions of a deploy are allowed"
        + (f"; not {', '.join(sorted(denied))}" if denied else ""),
        remedy="Give the role these actions; docs/operations.md says what for. (A resource policy or an organisation's "
        "limit may say otherwise than this simulation.)"
        if denied
        else "",
    )


def _role_arn(arn: str) -> str:
    """Return the ARN of the role behind a session, which is what policies hang on."""
    if ":assumed-role/" not in arn:
        return arn
    head, _, rest = arn.replace(":sts:", ":iam:").partition(":assumed-role/")
    return f"{head}:role/{rest.split('/')[0]}"


def _database(clients: Clients, _plan: Plan) -> Iterator[Finding]:
    versions = [
        item["EngineVersion"]
        for page in clients("rds").get_paginator("describe_db_engine_versions").paginate(Engine="postgres")
        for item in page["DBEngineVersions"]
    ]
    fit = [version for version in versions if version.split(".")[0] in ENGINE_MAJORS]
    yield Finding(
        "database",
        ok=bool(fit),
        # RDS has had pgvector 0.8 in every minor version of these.
        message=f"PostgreSQL with pgvector: {', '.join(fit[-3:]) if fit else 'none'}",
        remedy="" if fit else f"PostgreSQL {' or '.join(ENGINE_MAJORS)} is needed: choose another region.",
    )


def _images(clients: Clients, plan: Plan) -> Iterator[Finding]:
    for model in ("embedding", "llm") if plan.provider == "sagemaker" else ("embedding",):
        image = read_spec(model)["image"]
        try:
            address = image_uri(image, plan.region)
        except DeploymentError as error:
            yield Finding("image", ok=False, message=error.message, remedy=error.remedy)
            continue
        try:
            clients("ecr").batch_get_image(
                registryId=address.partition(".")[0],
                repositoryName=image["repository"],
                imageIds=[{"imageTag": image["tag"]}],
            )["images"][0]
            yield Finding("image", ok=True, message=address)
        except (ClientError, IndexError) as error:
            why = error.response["Error"]["Code"] if isinstance(error, ClientError) else "there is no such tag"
            yield Finding(
                "image",
                ok=False,
                message=f"{address} cannot be read: {why}",
                remedy=f"Allow ecr:BatchGetImage, or correct image.tag in sagemaker_models/{model}/endpoint.json.",
            )


def _bedrock(clients: Clients, plan: Plan) -> Iterator[Finding]:
    if plan.provider != "bedrock":
        return
    models = clients("bedrock").list_foundation_models()["modelSummaries"]
    known = {model["modelId"] for model in models}
    if not plan.bedrock_model:
        yield Finding("bedrock", ok=False, message="No model is named.", remedy="Name it with --bedrock-model.")
    elif plan.bedrock_model not in known:
        found = ", ".join(sorted(known)[:5])
        yield Finding(
            "bedrock",
            ok=False,
            message=f"{plan.bedrock_model} is not in {plan.region}.",
            remedy=f"There are: {found}, …",
        )
    else:
        access = clients("bedrock").get_foundation_model_availability(modelId=plan.bedrock_model)
        granted = access["authorizationStatus"] == "AUTHORIZED" and access["entitlementAvailability"] == "AVAILABLE"
        remedy = "" if granted else "Ask for access to it: Bedrock in the console, Model access."
        yield Finding(
            "bedrock",
            ok=granted,
            message=f"{plan.bedrock_model}: {access['authorizationStatus'].lower()}",
            remedy=remedy,
        )


def _mail(clients: Clients, _plan: Plan) -> Iterator[Finding]:
    account = clients("sesv2").get_account()
    is_sandbox = not account.get("ProductionAccessEnabled", False)
    # Advice, no failure: Cognito's own sender works from the first day, for so many a day.
    yield Finding(
        "e-mail",
        ok=True,
        message="Cognito's own sender mails 50 codes a day"
        + ("; SES is in its sandbox" if is_sandbox else "; SES may send"),
        remedy="For more sign-ups a day verify a domain in SES, leave its sandbox and give it to the user pool.",
    )


def _leftovers(clients: Clients, plan: Plan) -> Iterator[Finding]:
    """A bucket that an earlier stack kept would fail a new one of the same name, where names are fixed."""
    account = clients("sts").get_caller_identity()["Account"]
    stacks = clients("cloudformation").get_paginator("describe_stacks").paginate()
    stuck = [
        stack["StackName"]
        for page in stacks
        for stack in page["Stacks"]
        if stack["StackName"] == plan.stack
        and stack["StackStatus"] in {"ROLLBACK_COMPLETE", "DELETE_FAILED", "CREATE_FAILED"}
    ]
    remedy = f"Delete it first: aws cloudformation delete-stack --stack-name {plan.stack}" if stuck else ""
    shown = f"{plan.stack} is in a state that cannot be updated" if stuck else f"nothing in {account} stands in the way"
    yield Finding("stack", ok=not stuck, message=shown, remedy=remedy)


CHECKS: Final[dict[str, Check]] = {
    "account": _identity,
    "region": _region,
    "permissions": _permissions,
    "quotas": _quotas,
    "concurrency": _concurrency,
    "database": _database,
    "image": _images,
    "bedrock": _bedrock,
    "e-mail": _mail,
    "stack": _leftovers,
}
