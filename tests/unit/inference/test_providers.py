"""The registry of providers, and the client they share."""

import pytest

from resumate import limits
from resumate.errors import ConfigurationError
from resumate.inference.bedrock import BedrockLanguageModel
from resumate.inference.client import make_runtime_client
from resumate.inference.language_model import SageMakerLanguageModel
from resumate.inference.providers import PROVIDERS, make_language_model

KINDS = {"sagemaker": SageMakerLanguageModel, "bedrock": BedrockLanguageModel}


@pytest.mark.parametrize("provider", PROVIDERS)
def test_every_provider_makes_its_language_model_without_a_call(provider):
    model = make_language_model(provider, "an-endpoint", "eu-central-1")
    assert isinstance(model, KINDS[provider])


def test_an_unknown_provider_is_answered_with_the_known_ones():
    with pytest.raises(ConfigurationError, match=r"LLM_PROVIDER is 'other'.*sagemaker, bedrock"):
        make_language_model("other", "an-endpoint", "eu-central-1")


def test_an_endpoint_with_a_slash_names_a_component():
    model = make_language_model("sagemaker", "an-endpoint/writer", "eu-central-1")
    assert model._target == {"EndpointName": "an-endpoint", "InferenceComponentName": "writer"}


def test_the_client_makes_one_attempt_and_waits_no_longer_than_the_limit():
    """botocore would retry four times on its own, and each attempt would be a letter."""
    config = make_runtime_client("eu-central-1", "http://localhost:1").meta.config
    assert config.retries["total_max_attempts"] == 1
    assert config.read_timeout == limits.MODEL_READ_SECONDS == 70
    assert config.connect_timeout <= 10


def test_the_laptop_s_address_is_taken_from_the_environment(monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME", "http://localhost:4242")
    assert make_runtime_client("eu-central-1").meta.endpoint_url == "http://localhost:4242"
