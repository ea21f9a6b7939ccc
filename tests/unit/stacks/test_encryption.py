"""Everything that keeps or carries what people gave is encrypted, by a key of the application's own."""

from .permissions import as_list
from .reading import KEPT, KEY, Template, Templates, in_all, properties


def test_everything_that_keeps_data_is_encrypted_with_the_applications_key(templates: Templates):
    application = templates["template"]
    for queue in properties(application, "AWS::SQS::Queue").values():
        assert queue["KmsMasterKeyId"] in KEY
    assert properties(application, "AWS::SNS::Topic")["AlarmTopic"]["KmsMasterKeyId"] in KEY
    for name, group in in_all(templates, "AWS::Logs::LogGroup").items():
        assert group["Properties"]["KmsKeyId"] in KEY, name
    for stack, bucket in (("template", "ResumeBucket"), ("models", "ModelBucket")):
        rules = properties(templates[stack], "AWS::S3::Bucket")[bucket]["BucketEncryption"]
        default = rules["ServerSideEncryptionConfiguration"][0]["ServerSideEncryptionByDefault"]
        assert default["SSEAlgorithm"] == "aws:kms"
        assert default["KMSMasterKeyID"] in KEY
    database = templates["database"]["Resources"]
    assert database["ApplicationSecret"]["Properties"]["KmsKeyId"] in KEY
    for name in ("Instance", "Cluster"):
        found = database[name]["Properties"]
        assert found["StorageEncrypted"] is True
        assert found["KmsKeyId"] in KEY
        assert found["MasterUserSecret"]["KmsKeyId"] in KEY


def test_the_key_rotates_and_outlives_what_it_opens(application: Template):
    key = application["Resources"]["DataKey"]
    assert key["Properties"]["EnableKeyRotation"] is True
    assert (key["DeletionPolicy"], key["UpdateReplacePolicy"]) == (KEPT, "Retain")


def test_who_speaks_to_a_bucket_a_queue_or_the_topic_speaks_tls(templates: Templates):
    policies = {
        **in_all(templates, "AWS::S3::BucketPolicy"),
        **in_all(templates, "AWS::SQS::QueuePolicy"),
        **in_all(templates, "AWS::SNS::TopicPolicy"),
    }
    covered = []
    for name, policy in policies.items():
        refusals = [
            statement
            for statement in policy["Properties"]["PolicyDocument"]["Statement"]
            if statement["Effect"] == "Deny" and statement["Principal"] == "*"
        ]
        assert refusals, name
        assert refusals[0]["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}, name
        found = policy["Properties"]
        covered += as_list(found.get("Bucket") or found.get("Queues") or found.get("Topics"))
    kinds = ("AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::SNS::Topic")
    there = {name for kind in kinds for name in in_all(templates, kind)}
    assert {item["Ref"] for item in covered} == there


def test_the_database_takes_tls_alone_and_logs_nothing_of_a_statement(stacks: Templates):
    database = stacks["database"]["Resources"]
    for group in ("InstanceParameters", "ClusterParameters"):
        chosen = database[group]["Properties"]["Parameters"]
        assert chosen["rds.force_ssl"] == "1"
        assert chosen["log_statement"] == "none"
        assert chosen["log_min_duration_statement"] == "-1"
        assert chosen["log_parameter_max_length_on_error"] == "0"
    assert database["Proxy"]["Properties"]["RequireTLS"] is True
    assert database["Proxy"]["Properties"]["DebugLogging"] is False
