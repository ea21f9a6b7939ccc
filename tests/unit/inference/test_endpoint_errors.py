"""What a vendor's exception says about trying again, and how long a model that sleeps takes to wake."""

import pytest
from botocore.exceptions import EndpointConnectionError

from resumate.errors import Code, ModelAsleepError, ModelError
from resumate.inference.bedrock import BedrockLanguageModel
from resumate.inference.endpoint_errors import LOADING_SECONDS, WAKING_SECONDS, Fault, fault_of, seconds_to_wake
from resumate.inference.language_model import SageMakerLanguageModel
from resumate.letters.model import ChatMessage

# What a component of which no copy runs answers.
NO_CAPACITY = "Inference Component has no capacity to process this request. ApplicationAutoScaling may be in-progress."
ASLEEP = [
    (("ValidationError", 400, None, NO_CAPACITY), WAKING_SECONDS),
    (("ValidationException", 400, None, "There is no running instance; zero copies of the component."), WAKING_SECONDS),
    (("ModelNotReadyException", 429), LOADING_SECONDS),
    (("ServiceUnavailable", 503), LOADING_SECONDS),
    (("ModelError", 424, 503), LOADING_SECONDS),
]
AWAKE = [
    ("ThrottlingException", 400),
    ("ModelError", 424, 400),
    ("ModelError", 424, 500),
    ("InternalFailure", 500),
    ("AccessDeniedException", 403),
    ("ValidationError", 400, None, "Endpoint writer of account 111122223333 not found."),
]


@pytest.mark.parametrize(("error", "seconds"), ASLEEP, ids=str)
def test_an_endpoint_that_sleeps_or_loads_says_how_long_it_takes(say, error, seconds):
    assert seconds_to_wake(say.api_error(*error)) == seconds


@pytest.mark.parametrize("error", AWAKE, ids=str)
def test_other_failures_are_no_sleep(say, error):
    assert seconds_to_wake(say.api_error(*error)) is None


def test_a_connection_that_fails_is_no_sleep():
    assert seconds_to_wake(EndpointConnectionError(endpoint_url="x")) is None


def test_missing_capacity_is_not_waited_for_inside_a_call(say):
    assert fault_of(say.api_error("ValidationError", 400, None, NO_CAPACITY)) is Fault.ASLEEP
    assert fault_of(say.api_error("ValidationError", 400)) is Fault.UNREACHABLE


@pytest.mark.parametrize("provider", [SageMakerLanguageModel, BedrockLanguageModel])
def test_both_providers_tell_sleep_from_failure_with_one_request(fake_runtime, say, provider):
    runtime = fake_runtime(say.api_error("ModelNotReadyException", 429))
    with pytest.raises(ModelAsleepError) as asleep:
        list(provider(runtime, "writer").stream([ChatMessage("user", "Write.")], max_tokens=10))
    assert (asleep.value.code, asleep.value.retryable) == (Code.GENERATION_UNAVAILABLE, True)
    assert asleep.value.wait_seconds == LOADING_SECONDS
    assert len(runtime.calls) == 1


def test_a_model_that_refuses_the_request_is_not_woken(fake_runtime, say):
    runtime = fake_runtime(say.api_error("ModelError", 424, 400))
    with pytest.raises(ModelError) as failed:
        list(SageMakerLanguageModel(runtime, "writer").stream([ChatMessage("user", "Write.")], max_tokens=10))
    assert not isinstance(failed.value, ModelAsleepError)
    assert not failed.value.retryable
