"""The providers of language models by name: the one place that a new one is added to.

A provider is one file with a class that is a `letters.model.LanguageModel`, and one line in `PROVIDERS`.
`wiring` asks for the one that the setting `LLM_PROVIDER` names.
"""

from collections.abc import Callable
from typing import Final

from resumate.errors import ConfigurationError
from resumate.inference.client import make_runtime_client
from resumate.inference.language_model import SageMakerLanguageModel
from resumate.letters.model import LanguageModel

Factory = Callable[[str, str], LanguageModel]
"""Takes the endpoint's name and the region."""


def _sagemaker(endpoint: str, region: str) -> LanguageModel:
    """``endpoint`` or ``endpoint/component`` for a component that scales to zero inside its endpoint."""
    name, _, component = endpoint.partition("/")
    return SageMakerLanguageModel(make_runtime_client(region), name, inference_component=component or None)


def _bedrock(endpoint: str, region: str) -> LanguageModel:
    """``endpoint`` is the id of a model or of an inference profile."""
    from resumate.inference.bedrock import (  # noqa: PLC0415 - the functions that use SageMaker do not pay for it
        BedrockLanguageModel,
        make_bedrock_client,
    )

    return BedrockLanguageModel(make_bedrock_client(region), endpoint)


PROVIDERS: Final[dict[str, Factory]] = {"sagemaker": _sagemaker, "bedrock": _bedrock}


def make_language_model(provider: str, endpoint: str, region: str) -> LanguageModel:
    """Return the language model of a provider.

    Args:
        provider: a name in `PROVIDERS`.
        endpoint: what the provider calls the model by.
        region: the AWS region.

    Raises:
        ConfigurationError: there is no such provider.
    """
    factory = PROVIDERS.get(provider)
    if factory is None:
        raise ConfigurationError(message=f"LLM_PROVIDER is {provider!r}; it must be one of {', '.join(PROVIDERS)}.")
    return factory(endpoint, region)
