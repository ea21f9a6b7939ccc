"""Every function has a role of its own that allows what docs/operations.md says, and nothing else."""

import re
from collections import Counter
from typing import Any

import pytest

from .permissions import as_list, branches, own_statements, roles_of_functions, rows_of_document, rows_of_template


def test_the_table_of_permissions_says_what_the_roles_allow(application: dict[str, Any]):
    expected = rows_of_template(application)
    assert rows_of_document() == expected, "docs/operations.md, Permissions, has to be:\n" + "\n".join(expected)


def test_no_two_functions_share_a_role(application: dict[str, Any]):
    roles = Counter(role for _, role in roles_of_functions(application["Resources"]))
    assert len(roles) == sum(roles.values())


def test_no_statement_allows_every_action_of_a_service(templates: dict[str, dict[str, Any]]):
    for statement in all_statements(templates):
        assert not [action for action in as_list(statement["Action"]) if action.endswith("*")], statement


def test_what_a_function_alone_may_do_is_on_named_resources(application: dict[str, Any]):
    resources = application["Resources"]
    for function, role in roles_of_functions(resources):
        assert all(statement["Resource"] != "*" for statement in own_statements(resources, role)), function


@pytest.mark.parametrize(
    ("action", "named"),
    [
        ("s3:", r"resumes|exports|ResumeBucket"),
        ("sagemaker:", r"(endpoint|inference-component)/\$\{AWS::StackName\}-(embedder|llm)"),
        ("execute-api:", r":\$\{SocketApi\}/\$\{Stage\}/(POST|DELETE)/@connections/\*$"),
        ("sqs:", r"PromptQueue|UnreadUploads"),
        ("cognito-idp:", r"UserPool"),
        ("secretsmanager:", r"Database"),
        ("kms:", r"DataKey"),
    ],
)
def test_actions_of_a_service_are_on_what_belongs_to_the_application(
    action: str, named: str, application: dict[str, Any]
):
    resources = application["Resources"]
    met = 0
    for _, role in roles_of_functions(resources):
        for statement in own_statements(resources, role):
            if as_list(statement["Action"])[0].startswith(action):
                for resource in as_list(statement["Resource"]):
                    met += 1
                    assert re.search(named, text_of(resource)), (role, resource)
    assert met


def test_listing_the_bucket_stays_inside_the_prefixes_of_people(application: dict[str, Any]):
    resources = application["Resources"]
    for _, role in roles_of_functions(resources):
        for statement in own_statements(resources, role):
            if "s3:ListBucket" in as_list(statement["Action"]):
                prefixes = as_list(statement["Condition"]["StringLike"]["s3:prefix"])
                assert all(re.fullmatch(r"[a-z]+/\*", prefix) for prefix in prefixes), role


def test_a_service_may_invoke_a_function_only_for_this_stack(application: dict[str, Any]):
    for name, item in application["Resources"].items():
        if item["Type"] == "AWS::Lambda::Permission":
            assert "SourceArn" in item["Properties"] or "SourceAccount" in item["Properties"], name


def test_a_service_that_takes_a_role_takes_it_for_this_account_alone(stacks: dict[str, dict[str, Any]]):
    for stack in stacks.values():
        for name, item in stack["Resources"].items():
            if item["Type"] == "AWS::IAM::Role":
                for statement in item["Properties"]["AssumeRolePolicyDocument"]["Statement"]:
                    assert statement["Condition"]["StringEquals"]["aws:SourceAccount"] == {"Ref": "AWS::AccountId"}, (
                        name
                    )


def test_whatever_may_be_done_to_everything_has_its_reason_beside_it(stacks: dict[str, dict[str, Any]]):
    # Describing, signing in to a registry and putting metrics: AWS knows no narrower resource for them.
    known = {"ecr:GetAuthorizationToken", "cloudwatch:PutMetricData"}
    for stack in stacks.values():
        for statement in all_statements({"stack": stack}):
            if statement["Resource"] == "*":
                assert all(action in known or ":Describe" in action for action in as_list(statement["Action"]))


def all_statements(templates: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The statements of all roles and shared policies, not those of resources' own policies."""
    found = []
    for template in templates.values():
        for item in template["Resources"].values():
            if item["Type"] == "AWS::IAM::Role":
                documents = [policy["PolicyDocument"] for policy in item["Properties"].get("Policies", [])]
            elif item["Type"] == "AWS::IAM::ManagedPolicy":
                documents = [item["Properties"]["PolicyDocument"]]
            else:
                continue
            found += [kept for document in documents for one in document["Statement"] for kept in branches(one)]
    return [statement for statement in found if "Action" in statement]


def text_of(value: Any) -> str:
    """All strings of a value, in one."""
    if isinstance(value, dict):
        return " ".join(text_of(part) for part in value.values())
    if isinstance(value, list):
        return " ".join(text_of(part) for part in value)
    return str(value)
