"""Nobody types a password, nobody sees one, and they do not stay the same."""

import json
import re

from .reading import Template, Templates, of_type, properties


def test_no_secret_is_in_an_environment_and_nobody_has_typed_one(templates: Templates):
    for name, function in properties(templates["template"], "AWS::Lambda::Function").items():
        for variable in function["Environment"]["Variables"]:
            assert not re.search("PASSWORD|TOKEN|API_KEY|SECRET(?!_ARN)", variable), (name, variable)
    for template in templates.values():
        for name in template.get("Parameters", {}):
            assert not re.search("(?i)password|token|secret(?!arn)", name), name
    database = templates["database"]["Resources"]
    for name in ("Instance", "Cluster"):
        assert database[name]["Properties"]["ManageMasterUserPassword"] is True
        assert "MasterUserPassword" not in database[name]["Properties"]
    assert database["ApplicationSecret"]["Properties"]["GenerateSecretString"]["PasswordLength"] >= 32


def test_the_text_of_the_secret_never_changes_for_that_would_make_a_new_password(stacks: Templates):
    text = stacks["database"]["Resources"]["ApplicationSecret"]["Properties"]["GenerateSecretString"][
        "SecretStringTemplate"
    ]
    assert set(re.findall(r"\$\{(\w+)\}", text["Fn::Sub"])) == {"ApplicationName"}
    fields = json.loads(text["Fn::Sub"].replace("${ApplicationName}", "resumate"))
    assert fields["username"] == "resumate_app"
    zone = stacks["database"]["Resources"]
    assert (
        zone["DatabaseName"]["Properties"]["Name"]["Fn::Sub"].replace("${ApplicationName}", "resumate")
        == fields["host"]
    )
    assert (
        zone["DirectName"]["Properties"]["Name"]["Fn::Sub"].replace("${ApplicationName}", "resumate")
        == fields["direct_host"]
    )


def test_the_password_rotates_by_the_function_that_knows_how(application: Template):
    rotation = application["Resources"]["PasswordRotation"]
    assert rotation["Properties"]["RotationLambdaARN"] == {"Fn::GetAtt": ["MigrateDatabaseFunction", "Arn"]}
    assert rotation["Properties"]["RotationRules"]["AutomaticallyAfterDays"] <= 90
    assert "Migration" in rotation["DependsOn"]
    permission = application["Resources"]["PasswordRotationPermission"]["Properties"]
    assert permission["Principal"] == "secretsmanager.amazonaws.com"
    assert permission["FunctionName"] == {"Ref": "MigrateDatabaseFunction"}


def test_a_deploy_migrates_and_does_not_wait_for_ever(application: Template):
    migration = application["Resources"]["Migration"]["Properties"]
    timeout = application["Resources"]["MigrateDatabaseFunction"]["Properties"]["Timeout"]
    assert timeout < int(migration["ServiceTimeout"]) <= 2 * timeout
    assert "CodeVersion" in migration


def test_new_code_that_uses_the_database_waits_for_its_migration(application: Template):
    functions = of_type(application, "AWS::Lambda::Function")
    users = {
        name
        for name, item in functions.items()
        if "DATABASE_SECRET_ARN" in item["Properties"]["Environment"]["Variables"]
    } - {"MigrateDatabaseFunction"}
    assert len(users) >= 9
    for name in users:
        assert "Migration" in functions[name]["DependsOn"], name
