"""What is kept, for how long, and what is left of a deleted stack."""

from .reading import KEPT, Template, Templates, in_all, properties, suffix_in


def test_every_function_has_a_log_that_ends(application: Template, templates: Templates):
    for name, group in in_all(templates, "AWS::Logs::LogGroup").items():
        assert "RetentionInDays" in group["Properties"], name
    for name, function in properties(application, "AWS::Lambda::Function").items():
        group = function["LoggingConfig"]["LogGroup"]["Ref"]
        wanted = {"Fn::Sub": f"/aws/lambda/{function['FunctionName']['Fn::Sub']}"}
        assert application["Resources"][group]["Properties"]["LogGroupName"] == wanted, name


def test_what_people_gave_outlives_the_stack(templates: Templates):
    for name in ("ResumeBucket", "UserPool"):
        item = templates["template"]["Resources"][name]
        assert (item["DeletionPolicy"], item["UpdateReplacePolicy"]) == (KEPT, "Retain"), name
    for name in ("Instance", "Cluster"):
        item = templates["database"]["Resources"][name]
        assert (item["DeletionPolicy"], item["UpdateReplacePolicy"]) == ("Snapshot", "Snapshot"), name
        assert item["Properties"]["DeletionProtection"] == {"Ref": "DeletionProtection"}
        assert item["Properties"]["BackupRetentionPeriod"] == {"Ref": "BackupDays"}
    assert templates["template"]["Parameters"]["DatabaseDeletionProtection"]["Default"] == "true"


def test_what_is_kept_of_a_deleted_stack_is_not_in_the_way_of_the_next(templates: Templates):
    names = ("BucketName", "DBInstanceIdentifier", "DBClusterIdentifier", "DBProxyName")
    checked = 0
    for template in templates.values():
        for name, item in template["Resources"].items():
            if item["Type"] == "AWS::RDS::DBInstance" and "DBClusterIdentifier" in item["Properties"]:
                continue  # a member of the cluster, without a name of its own
            for key in names:
                if key in item["Properties"] and item["Type"] != "AWS::RDS::DBProxyTargetGroup":
                    chosen = item["Properties"][key]
                    assert suffix_in(chosen) or chosen == {"Ref": "ModelBucketName"}, name
                    checked += 1
    assert checked >= 7
    assert suffix_in(templates["template"]["Resources"]["Models"]["Properties"]["Parameters"]["ModelBucketName"])
