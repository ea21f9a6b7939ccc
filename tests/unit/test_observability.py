"""Logs and metrics: what operators see, and nothing that a user wrote (CASES O02)."""

import io
import json
import logging
import re
import subprocess
import sys

import pytest
from aws_lambda_powertools import Logger

from resumate import observability
from resumate.errors import Code, DocumentError, ResumateError, StorageError
from resumate.gateway import strict_json
from resumate.observability import correlated, count, log, log_error, measure, observed, safe_log_fields, where

CANARIES = [
    "Ada Example",
    "ada@letters.example",
    "+45 12 34 56 78",
    "Led a team of five.",
    "eyJhbGciOiJSUzI1NiJ9." + "e30" * 100,
    "Grace\nHopper",
    "日本語",
    "arn:aws:s3:::x y",
]


@pytest.fixture
def lines(monkeypatch):
    """The log as Lambda would take it: what is written, line by line, parsed."""
    stream = io.StringIO()
    logger = Logger(service="test_observability", use_rfc3339=True, utc=True, location=None, stream=stream)
    monkeypatch.setattr(logger.handlers[0], "stream", stream)
    monkeypatch.setattr(observability, "_logger", lambda: logger)
    return lambda: [json.loads(line) for line in stream.getvalue().splitlines()]


def metrics(capsys) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_line_is_json_with_its_fields_and_the_correlation_id(lines):
    with correlated("Zx9kdH0hFiMFbZw="):
        log("letter queued", letter_id="7c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f", bytes=120, retryable=False)
    (line,) = lines()
    assert (line["level"], line["message"], line["correlation_id"]) == ("INFO", "letter queued", "Zx9kdH0hFiMFbZw=")
    assert (line["letter_id"], line["bytes"], line["retryable"]) == ("7c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f", 120, False)


def test_a_field_that_is_not_on_the_list_is_dropped(lines):
    log("letter queued", text="Ada Example", email="ada@letters.example", body={"a": 1}, letter_id="l-1")
    (line,) = lines()
    assert line["letter_id"] == "l-1"
    assert {"text", "email", "body"}.isdisjoint(line)


@pytest.mark.parametrize("canary", CANARIES)
@pytest.mark.parametrize("field", ["code", "reason", "user_id", "where"])
def test_what_a_user_wrote_is_withheld_even_under_a_listed_name(lines, field, canary):
    log("anything", **{field: canary})
    assert lines()[0][field] == "withheld"


@pytest.mark.parametrize("value", [["a"], {"a": "b"}, b"bytes", object()])
def test_what_is_neither_number_nor_word_is_withheld(value):
    assert safe_log_fields({"code": value}) == {"code": "withheld"}


def test_a_code_is_logged_as_its_word_and_none_not_at_all():
    assert safe_log_fields({"code": Code.NO_TEXT, "reason": None}) == {"code": "no_text"}


@pytest.mark.parametrize("identifier", ["", "a b", "x" * 201, "a\nb", "Ada@x"])
def test_a_correlation_id_that_looks_like_none_is_dropped(lines, identifier):
    with correlated(identifier):
        log("anything")
    assert "correlation_id" not in lines()[0]


def test_the_correlation_id_of_one_record_does_not_stick_to_the_next(lines):
    with correlated("outer"):
        with correlated("inner"):
            log("one")
        log("two")
    log("three")
    assert [line.get("correlation_id") for line in lines()] == ["inner", "outer", None]


def test_an_error_is_logged_by_class_code_and_place_without_its_text(lines):
    with pytest.raises(DocumentError) as caught:
        raise DocumentError(Code.CORRUPT, "PRIVATE") from ValueError("PRIVATE")
    log_error("reading failed", caught.value, resume_id="r-1")
    (line,) = lines()
    assert (line["level"], line["error_class"], line["code"], line["resume_id"]) == (
        "ERROR", "DocumentError", "corrupt", "r-1",
    )  # fmt: skip
    assert re.fullmatch(r"[\w.]*test_observability:\d+", line["where"])
    assert "PRIVATE" not in json.dumps(line)


def test_the_place_is_where_it_was_raised_and_which_lines_of_ours_led_there():
    with pytest.raises(ValueError, match="deeply") as caught:
        strict_json.decode("[[[", depth=1)
    assert re.fullmatch(r"resumate\.gateway\.strict_json:\d+", where(caught.value))
    with pytest.raises(json.JSONDecodeError) as caught:
        strict_json.decode("[", depth=1)
    assert re.fullmatch(r"json\.\w+:\d+<resumate\.gateway\.strict_json:\d+", where(caught.value))
    assert where(ValueError()) == ""


def test_a_count_is_an_embedded_metric_over_all_and_by_dimension(capsys):
    with correlated("c-1"):
        count("letters_failed", 2, code=Code.DEAD_LETTER)
    (metric,) = metrics(capsys)
    (definition,) = metric["_aws"]["CloudWatchMetrics"]
    assert definition["Namespace"] == "ResuMate"
    assert definition["Dimensions"] == [[], ["code"]]
    assert definition["Metrics"] == [{"Name": "letters_failed", "Unit": "Count"}]
    assert (metric["letters_failed"], metric["code"], metric["correlation_id"]) == ([2.0], "dead_letter", "c-1")


def test_one_metric_does_not_leak_into_the_next(capsys):
    count("one", code="a")
    count("two")
    first, second = metrics(capsys)
    assert "two" not in first
    assert "one" not in second
    assert second["_aws"]["CloudWatchMetrics"][0]["Dimensions"] == [[]]


def test_a_metric_goes_to_the_namespace_of_its_stack(capsys, monkeypatch):
    monkeypatch.setenv("POWERTOOLS_METRICS_NAMESPACE", "ResuMate/resumate-dev")
    count("one")
    assert metrics(capsys)[0]["_aws"]["CloudWatchMetrics"][0]["Namespace"] == "ResuMate/resumate-dev"


def test_the_environment_adds_no_dimension(capsys, monkeypatch):
    monkeypatch.setenv("POWERTOOLS_SERVICE_NAME", "resumate")
    count("one")
    assert metrics(capsys)[0]["_aws"]["CloudWatchMetrics"][0]["Dimensions"] == [[]]


def test_a_dimension_that_looks_like_text_is_withheld(capsys):
    count("one", code="Ada Example")
    assert metrics(capsys)[0]["code"] == "withheld"


def test_a_measured_value_has_its_unit(capsys):
    measure("parse", 12.5, "Milliseconds", engine="pypdfium2")
    (metric,) = metrics(capsys)
    described = metric["_aws"]["CloudWatchMetrics"][0]
    assert described["Metrics"] == [{"Name": "parse", "Unit": "Milliseconds"}]
    assert described["Dimensions"] == [[], ["engine"]]
    assert metric["parse"] == [12.5]


class Context:
    aws_request_id = "8f14e45f-ceea-467f-a9d3-6d2f2f5f7a11"


def test_an_observed_handler_returns_what_it_returns_under_the_invocation_s_id(lines):
    @observed
    def lambda_handler(event, context):
        log("handled")
        return {"seen": event["n"]}

    assert lambda_handler({"n": 1}, Context()) == {"seen": 1}
    assert lines()[0]["correlation_id"] == Context.aws_request_id


def test_what_an_observed_handler_raises_leaves_it_without_a_vendor_s_text(lines):
    @observed
    def lambda_handler(event, context):
        raise StorageError(message="PRIVATE", retryable=True) from ValueError("PRIVATE line of a resume")

    with pytest.raises(StorageError) as raised:
        lambda_handler({}, Context())
    assert raised.value.retryable
    assert "PRIVATE" not in str(raised.value)
    assert raised.value.__suppress_context__, "Lambda would print the cause as well"
    assert lines()[0]["error_class"] == "StorageError"


def test_a_defect_in_an_observed_handler_is_raised_as_our_own_error(lines):
    @observed
    def lambda_handler(event, context):
        raise KeyError("PRIVATE")

    with pytest.raises(ResumateError) as raised:
        lambda_handler({}, None)
    assert raised.value.code is Code.INTERNAL
    assert "PRIVATE" not in str(raised.value)
    assert lines()[0]["error_class"] == "KeyError"


def test_no_field_is_called_like_an_attribute_of_a_log_record():
    record = logging.makeLogRecord({})
    assert not [name for name in observability.FIELDS if hasattr(record, name)]
    assert {"message", "asctime", "level"}.isdisjoint(observability.FIELDS)


def loaded_by(statements: str) -> set[str]:
    """Run the statements in a fresh interpreter and return the top-level packages it has loaded."""
    code = f"{statements}; import sys; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "module",
    ["resumate.observability", "resumate.identity", "resumate.gateway.authorizer", "resumate.gateway.entrypoint"],
)
def test_importing_loads_neither_the_logging_library_nor_an_aws_client(module):
    assert {"aws_lambda_powertools", "aws_xray_sdk", "boto3"}.isdisjoint(loaded_by(f"import {module}"))


def test_the_tracing_library_is_never_loaded():
    loaded = loaded_by("from resumate.observability import log, count; log('x'); count('y')")
    assert "aws_lambda_powertools" in loaded
    assert "aws_xray_sdk" not in loaded
