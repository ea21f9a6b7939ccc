"""What comes in is bounded, and what cannot be handled is put aside."""

import json
import re

from .permissions import on_aws
from .reading import Template, properties


def test_the_queue_outlasts_its_consumer_and_dead_letters_outlast_the_queue(application: Template):
    queues = properties(application, "AWS::SQS::Queue")
    consumer = application["Resources"]["ProcessAndRespondFunction"]["Properties"]
    (source,) = properties(application, "AWS::Lambda::EventSourceMapping").values()
    assert queues["PromptQueue"]["VisibilityTimeout"] >= 6 * consumer["Timeout"]
    assert queues["PromptQueue"]["RedrivePolicy"]["maxReceiveCount"] >= 5
    assert queues["DeadLetterQueue"]["MessageRetentionPeriod"] > queues["PromptQueue"]["MessageRetentionPeriod"]
    assert source["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert source["BatchSize"] == 1
    assert source["ScalingConfig"]["MaximumConcurrency"] == {"Ref": "ConsumerConcurrency"}


def test_an_upload_that_cannot_be_read_is_put_aside(application: Template):
    reader = application["Resources"]["UserInitFunction"]["Properties"]
    assert reader["DeadLetterConfig"]["TargetArn"] == {"Fn::GetAtt": ["UnreadUploads", "Arn"]}


def test_concurrency_is_kept_for_who_opens_the_door_and_bounded_for_who_fills_the_database(application: Template):
    for name, parameter in (("UserAuthFunction", "AuthorizerConcurrency"), ("UserInitFunction", "ReaderConcurrency")):
        reserved = application["Resources"][name]["Properties"]["ReservedConcurrentExecutions"]
        assert reserved == {"Fn::If": ["ReservesConcurrency", {"Ref": parameter}, {"Ref": "AWS::NoValue"}]}


def test_the_socket_is_throttled_and_its_log_never_holds_a_token(application: Template):
    stage = application["Resources"]["SocketStage"]["Properties"]
    assert stage["DefaultRouteSettings"]["ThrottlingRateLimit"] > 0
    fields = json.loads(on_aws(stage["AccessLogSettings"])["Format"])
    assert all(re.fullmatch(r"\$context\.[\w.]+", value) for value in fields.values())
    assert not re.search("(?i)query|path|uri|header|protocol", json.dumps(fields))


def test_every_function_is_traced(application: Template):
    for name, function in properties(application, "AWS::Lambda::Function").items():
        assert function["TracingConfig"] == {"Mode": "Active"}, name
