"""Nothing is public: who reaches what, and through which door."""

import json

import pytest

from .permissions import as_list, on_aws
from .reading import Template, Templates, in_all, of_type, properties


def test_nothing_is_public(templates: Templates):
    for name, bucket in in_all(templates, "AWS::S3::Bucket").items():
        assert all(bucket["Properties"]["PublicAccessBlockConfiguration"].values()), name
        assert len(bucket["Properties"]["PublicAccessBlockConfiguration"]) == 4, name
    for name, instance in in_all(templates, "AWS::RDS::DBInstance").items():
        assert instance["Properties"]["PubliclyAccessible"] is False, name
    for name, subnet in in_all(templates, "AWS::EC2::Subnet").items():
        assert subnet["Properties"].get("MapPublicIpOnLaunch", False) is False, name
    for name, group in in_all(templates, "AWS::EC2::SecurityGroup").items():
        for rule in group["Properties"].get("SecurityGroupIngress", []):
            assert "SourceSecurityGroupId" in rule, name
    for name, rule in in_all(templates, "AWS::EC2::SecurityGroupIngress").items():
        assert "SourceSecurityGroupId" in rule["Properties"], name


def test_functions_that_touch_data_or_models_are_in_the_private_network_and_the_others_are_not(application: Template):
    outside = set()
    for name, function in properties(application, "AWS::Lambda::Function").items():
        network = on_aws(function.get("VpcConfig"))
        if network is None:
            outside.add(name)
            assert not {"DATABASE_SECRET_ARN", "EMBEDDER_ENDPOINT"} & set(function["Environment"]["Variables"])
            continue
        assert network["SubnetIds"] == {"Fn::Split": [",", {"Fn::GetAtt": ["Network", "Outputs.PrivateSubnetIds"]}]}
        assert network["SecurityGroupIds"] == [{"Fn::GetAtt": ["Network", "Outputs.FunctionsGroupId"]}]
    assert outside == {"UserAuthFunction", "VerifyUserFunction"}


def test_the_network_spans_two_zones_and_the_database_has_no_way_out(stacks: Templates):
    network = stacks["network"]["Resources"]
    zones = {
        json.dumps(item["Properties"]["AvailabilityZone"])
        for item in of_type(stacks["network"], "AWS::EC2::Subnet").values()
    }
    assert len(zones) == 2
    out = [item["Properties"]["RouteTableId"]["Ref"] for item in of_type(stacks["network"], "AWS::EC2::Route").values()]
    assert sorted(out) == ["PrivateRoutesOne", "PrivateRoutesTwo", "PublicRoutes"]
    for subnet in ("DatabaseSubnetOneRoutes", "DatabaseSubnetTwoRoutes"):
        assert network[subnet]["Properties"]["RouteTableId"] == {"Ref": "DatabaseRoutes"}
    assert network["NatGatewayTwo"]["Condition"] == "NatInEachZone"
    assert network["FlowLog"]["Properties"]["TrafficType"] == "ALL"


@pytest.mark.parametrize(
    ("service", "kind"),
    [
        ("s3", "Gateway"),
        ("sqs", "Interface"),
        ("secretsmanager", "Interface"),
        ("sagemaker.runtime", "Interface"),
        ("bedrock-runtime", "Interface"),
    ],
)
def test_services_are_reached_inside_the_network_by_this_account_alone(service: str, kind: str, stacks: Templates):
    name = {"Fn::Sub": f"com.amazonaws.${{AWS::Region}}.{service}"}
    endpoints = properties(stacks["network"], "AWS::EC2::VPCEndpoint").values()
    (endpoint,) = [item for item in endpoints if item["ServiceName"] == name]
    assert endpoint["VpcEndpointType"] == kind
    if kind == "Interface":
        assert endpoint["PrivateDnsEnabled"] is True
        assert len(endpoint["SubnetIds"]) == 2
    for statement in endpoint["PolicyDocument"]["Statement"]:
        if statement["Sid"] != "AnswerToCloudFormation":  # signed by CloudFormation, not by this account
            assert statement["Condition"] == {"StringEquals": {"aws:PrincipalAccount": {"Ref": "AWS::AccountId"}}}
        assert not [action for action in as_list(statement["Action"]) if action.endswith(":*")]


def test_a_migration_can_answer_cloudformation_from_inside_the_network(stacks: Templates):
    policy = stacks["network"]["Resources"]["StorageEndpoint"]["Properties"]["PolicyDocument"]
    assert "cloudformation-custom-resource-response-*" in json.dumps(policy)


def test_the_page_is_read_through_cloudfront_alone(stacks: Templates):
    web = stacks["web"]["Resources"]
    allowed = [
        statement
        for statement in web["PageBucketForCloudFrontAlone"]["Properties"]["PolicyDocument"]["Statement"]
        if statement["Effect"] == "Allow"
    ]
    assert [statement["Principal"] for statement in allowed] == [{"Service": "cloudfront.amazonaws.com"}]
    assert "AWS:SourceArn".lower() in json.dumps(allowed[0]["Condition"]).lower()
    chosen = web["Distribution"]["Properties"]["DistributionConfig"]
    assert chosen["DefaultCacheBehavior"]["ViewerProtocolPolicy"] == "redirect-to-https"
    assert chosen["Origins"][0]["OriginAccessControlId"] == {"Fn::GetAtt": ["OriginAccess", "Id"]}
    assert web["OriginAccess"]["Properties"]["OriginAccessControlConfig"]["SigningBehavior"] == "always"
    assert "Logging" in chosen
    assert {"WebACLId", "Aliases"} <= set(chosen)
