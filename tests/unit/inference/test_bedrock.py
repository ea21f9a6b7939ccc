"""Bedrock's Converse stream: the same promises as the SageMaker client, another schema."""

import pytest

from resumate.errors import Code, ModelError
from resumate.inference.bedrock import BedrockLanguageModel
from resumate.letters.model import ChatMessage, Delta, Usage

CONVERSATION = [
    ChatMessage("system", "the rules"),
    ChatMessage("user", "the job"),
    ChatMessage("assistant", "a draft"),
    ChatMessage("user", "the findings"),
]


def text(piece):
    return {"contentBlockDelta": {"delta": {"text": piece}, "contentBlockIndex": 0}}


ANSWER = [
    {"messageStart": {"role": "assistant"}},
    text("Dear "),
    {"contentBlockDelta": {"delta": {"reasoningContent": {"text": "hm"}}, "contentBlockIndex": 0}},
    text("team"),
    {"contentBlockStop": {"contentBlockIndex": 0}},
    {"messageStop": {"stopReason": "end_turn"}},
    {"metadata": {"usage": {"inputTokens": 11, "outputTokens": 5, "totalTokens": 16}}},
]


@pytest.fixture
def model_of(fake_time):
    def make(runtime):
        return BedrockLanguageModel(runtime, "a-model", clock=fake_time.clock)

    return make


def run(model):
    return list(model.stream(CONVERSATION, max_tokens=1200))


def test_the_rules_go_apart_and_the_turns_in_order(fake_runtime, model_of):
    runtime = fake_runtime(ANSWER)
    run(model_of(runtime))
    assert runtime.calls == [
        {
            "modelId": "a-model",
            "system": [{"text": "the rules"}],
            "messages": [
                {"role": "user", "content": [{"text": "the job"}]},
                {"role": "assistant", "content": [{"text": "a draft"}]},
                {"role": "user", "content": [{"text": "the findings"}]},
            ],
            "inferenceConfig": {"maxTokens": 1200, "temperature": 0.0},
        }
    ]


def test_the_answer_has_the_same_deltas_as_every_provider(fake_runtime, model_of):
    assert run(model_of(fake_runtime(ANSWER))) == [
        Delta("Dear "),
        Delta("team"),
        Delta(finish_reason="stop", usage=Usage(prompt_tokens=11, completion_tokens=5), model="a-model"),
    ]


@pytest.mark.parametrize("reason", ["max_tokens", "guardrail_intervened"])
def test_another_end_than_the_model_s_own_is_told(fake_runtime, model_of, reason):
    answer = [event if "messageStop" not in event else {"messageStop": {"stopReason": reason}} for event in ANSWER]
    expected = {"max_tokens": "length"}.get(reason, reason)
    assert run(model_of(fake_runtime(answer)))[-1].finish_reason == expected


@pytest.mark.parametrize("code", ["ThrottlingException", "ModelNotReadyException", "ServiceUnavailableException"])
def test_a_throttled_call_may_be_tried_later(fake_runtime, model_of, say, code):
    with pytest.raises(ModelError) as failed:
        run(model_of(fake_runtime(say.api_error(code, 429))))
    assert failed.value.code is Code.GENERATION_UNAVAILABLE
    assert failed.value.retryable


@pytest.mark.parametrize("cut", [2, 5])
def test_a_stream_that_breaks_or_ends_early_is_interrupted(fake_runtime, model_of, say, cut):
    for script in ([*ANSWER[:cut], say.stream_error("modelStreamErrorException")], ANSWER[:cut]):
        with pytest.raises(ModelError) as failed:
            run(model_of(fake_runtime(script)))
        assert failed.value.code is Code.GENERATION_INTERRUPTED
        assert failed.value.retryable
