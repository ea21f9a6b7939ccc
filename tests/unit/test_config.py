"""Settings are read once, typed, and a missing one is named."""

import pytest

from resumate.config import IdentitySettings, LanguageModelSettings, QueueSettings, SignUpSettings, read_settings
from resumate.errors import ConfigurationError


def test_a_missing_variable_is_named() -> None:
    with pytest.raises(ConfigurationError, match="PROMPT_QUEUE_URL"):
        read_settings(QueueSettings, {})


def test_an_empty_variable_counts_as_missing() -> None:
    with pytest.raises(ConfigurationError, match="PROMPT_QUEUE_URL"):
        read_settings(QueueSettings, {"PROMPT_QUEUE_URL": " "})


def test_defaults_and_types_apply() -> None:
    settings = read_settings(LanguageModelSettings, {"LLM_ENDPOINT": "e", "LLM_PROMPT_PRICE": "0.25"})
    assert (settings.llm_provider, settings.llm_prompt_price) == ("sagemaker", 0.25)


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False)])
def test_yes_and_no_are_read_as_the_template_writes_them(text: str, value: bool) -> None:  # noqa: FBT001 - the parameter under test
    assert read_settings(SignUpSettings, {"CONFIRM_BY_EMAIL": text}).confirm_by_email is value


def test_a_wrong_value_names_the_kind_of_settings() -> None:
    with pytest.raises(ConfigurationError, match="SignUpSettings"):
        read_settings(SignUpSettings, {"CONFIRM_BY_EMAIL": "perhaps"})


def test_other_variables_do_not_matter() -> None:
    environment = {"ISSUER": "i", "JWKS_URL": "j", "USER_POOL_CLIENT_ID": "c", "PATH": "/bin"}
    assert read_settings(IdentitySettings, environment).allowed_origins == ""
