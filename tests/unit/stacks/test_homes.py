"""One template, two homes: what AWS alone has is behind one condition, and the stacks fit together."""

import json
import re

from sagemaker_models.deployment.spec import MODELS, VARIANT, Version

from .permissions import branches
from .reading import Template, Templates, properties


def test_on_the_laptop_there_is_nothing_that_only_aws_has(application: Template):
    only_aws = {"AWS::CloudFormation::Stack", "AWS::SecretsManager::RotationSchedule", "AWS::ApiGateway::Account"}
    for name, item in application["Resources"].items():
        if item["Type"] in only_aws:
            assert item.get("Condition") == "IsOnAws", name


def test_the_application_has_its_five_stacks(application: Template, stacks: Templates):
    nested = properties(application, "AWS::CloudFormation::Stack")
    assert {item["TemplateURL"] for item in nested.values()} == {f"stacks/{name}.yaml" for name in stacks}
    assert set(stacks) == {"network", "database", "models", "web", "monitoring"}


def test_every_stack_is_given_what_it_asks_for_and_no_more(application: Template, stacks: Templates):
    for item in properties(application, "AWS::CloudFormation::Stack").values():
        asked = stacks[item["TemplateURL"].removeprefix("stacks/").removesuffix(".yaml")]["Parameters"]
        needed = {name for name, parameter in asked.items() if "Default" not in parameter}
        assert needed <= set(item["Parameters"]) <= set(asked), item["TemplateURL"]


def test_every_output_that_is_used_is_one_that_a_stack_has(application: Template, stacks: Templates):
    urls = {name: item["TemplateURL"] for name, item in properties(application, "AWS::CloudFormation::Stack").items()}
    used = set(re.findall(r'"Fn::GetAtt": \["(\w+)", "Outputs\.(\w+)"\]', json.dumps(application)))
    assert len(used) > 10
    for logical, output in used:
        assert output in stacks[urls[logical].removeprefix("stacks/").removesuffix(".yaml")]["Outputs"], (
            logical,
            output,
        )


def test_the_language_model_scales_to_none_and_wakes_when_it_is_wanted(stacks: Templates):
    models = stacks["models"]["Resources"]
    copies = models["Copies"]["Properties"]
    assert copies["MinCapacity"] == {"Fn::If": ["ScalesToZero", 0, 1]}
    assert copies["ScalableDimension"] == "sagemaker:inference-component:DesiredCopyCount"
    assert models["WantedAlarm"]["Properties"]["MetricName"] == "NoCapacityInvocationFailures"
    assert models["WantedAlarm"]["Properties"]["AlarmActions"] == [{"Ref": "FirstCopy"}]
    assert (
        models["FirstCopy"]["Properties"]["StepScalingPolicyConfiguration"]["StepAdjustments"][0]["ScalingAdjustment"]
        == 1
    )


def test_functions_scaling_and_alarms_name_the_same_component(application: Template, stacks: Templates):
    called = application["Resources"]["ProcessAndRespondFunction"]["Properties"]["Environment"]["Variables"][
        "LLM_ENDPOINT"
    ]
    first, second = next(branches(called))["Fn::Sub"].split("/")
    assert (first, second) == ("${AWS::StackName}-llm", "${AWS::StackName}-llm-component")
    assert stacks["models"]["Resources"]["Copies"]["Properties"]["ResourceId"] == {
        "Fn::Sub": "inference-component/${LanguageModelEndpoint}-component"
    }
    monitored = stacks["monitoring"]["Resources"]
    for name in ("LanguageModelErrorsAlarm", "LanguageModelSlowAlarm"):
        dimension = monitored[name]["Properties"]["Dimensions"][0]
        assert dimension["Value"] == {"Fn::Sub": "${LanguageModelEndpoint}-component"}
    assert Version("resumate-llm", {}, {}).component_name == "resumate-llm-component"
    assert monitored["EmbedderErrorsAlarm"]["Properties"]["Dimensions"][1]["Value"] == VARIANT


def test_what_brings_models_up_finds_what_it_asks_for(application: Template):
    read = set(
        re.findall(
            r'outputs\.get\("(\w+)"',
            (MODELS / "deploy.py").read_text() + (MODELS / "deployment" / "session.py").read_text(),
        )
    )
    assert len(read) > 3
    assert read <= set(application["Outputs"])


def test_the_bucket_is_called_by_one_name_wherever_it_has_to_be_written_out(application: Template):
    resources = application["Resources"]
    name = resources["ResumeBucket"]["Properties"]["BucketName"]
    assert resources["UserInitFunction"]["Properties"]["Environment"]["Variables"]["RESUME_BUCKET"] == name
    assert resources["Network"]["Properties"]["Parameters"]["ResumeBucket"] == name
    given = {
        json.dumps(resources[stack]["Properties"]["Parameters"][parameter])
        for stack, parameter in (("Network", "ModelBucket"), ("Models", "ModelBucketName"))
    }
    assert given == {json.dumps(application["Outputs"]["ModelBucket"]["Value"])}
    own = json.dumps(resources["UserInitRole"])
    assert json.dumps(name["Fn::Sub"][0] + "/resumes/*").strip('"') in own
