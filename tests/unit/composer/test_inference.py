"""The four functions a model host calls, behind the OpenAI chat schema."""

import json
from collections.abc import Iterator

import inference
import pytest
from letter_prompt import PromptError

from tests.unit.composer.people import nurse

MESSAGES = nurse().messages()


def ask(**fields):
    return inference.predict_fn({"messages": MESSAGES, **fields}, inference.model_fn("/nowhere"))


def chunks(**fields):
    events = [event.decode() for event in ask(stream=True, **fields)]
    assert events.pop() == "data: [DONE]\n\n"
    return [json.loads(event.removeprefix("data: ")) for event in events]


def test_without_stream_the_answer_is_one_body_of_bytes():
    answer = json.loads(ask())
    assert answer["object"] == "chat.completion"
    assert answer["model"] == "resumate-composer-1"
    assert answer["choices"][0]["finish_reason"] == "stop"
    assert answer["choices"][0]["message"]["role"] == "assistant"


def test_with_stream_the_answer_is_an_iterator_of_small_pieces():
    answer = ask(stream=True)
    assert isinstance(answer, Iterator)
    assert not isinstance(answer, bytes)
    contents = [choice["delta"].get("content", "") for chunk in chunks() for choice in chunk["choices"]]
    assert "".join(contents) == json.loads(ask())["choices"][0]["message"]["content"]
    assert max(len(content.split()) for content in contents) <= 4


def test_every_piece_of_a_stream_has_the_same_id_and_names_the_model():
    pieces = chunks()
    assert {piece["id"] for piece in pieces} == {json.loads(ask())["id"]}
    assert {piece["model"] for piece in pieces} == {"resumate-composer-1"}


def test_the_usage_comes_last_and_only_when_it_is_asked_for():
    assert not any("usage" in piece for piece in chunks())
    last = chunks(stream_options={"include_usage": True})[-1]
    assert last["choices"] == []
    assert last["usage"] == json.loads(ask())["usage"]


def test_tokens_are_words_times_four_thirds():
    answer = json.loads(ask())
    words = len(answer["choices"][0]["message"]["content"].split())
    assert answer["usage"]["completion_tokens"] == -(-words * 4 // 3)
    assert answer["usage"]["total_tokens"] == answer["usage"]["prompt_tokens"] + answer["usage"]["completion_tokens"]


def test_max_tokens_cuts_the_letter_and_says_so():
    answer = json.loads(ask(max_tokens=40))
    assert answer["choices"][0]["finish_reason"] == "length"
    assert answer["usage"]["completion_tokens"] <= 40


def test_the_same_request_gives_the_same_answer():
    first, second = json.loads(ask()), json.loads(ask())
    assert first | {"created": 0} == second | {"created": 0}


def test_temperature_and_seed_change_nothing():
    content = json.loads(ask(temperature=1, seed=3))["choices"][0]["message"]["content"]
    assert content == json.loads(ask())["choices"][0]["message"]["content"]


@pytest.mark.parametrize("body", [b"", b"no json", b"[]", b"{}", b'{"messages": "text"}', b'{"messages": ["text"]}'])
def test_a_body_without_messages_is_a_value_error(body):
    with pytest.raises(PromptError):
        inference.input_fn(body)
    assert issubclass(PromptError, ValueError)


def test_another_content_type_is_refused():
    with pytest.raises(PromptError, match="content type"):
        inference.input_fn(b'{"messages": []}', "text/csv")


def test_a_body_is_read_from_bytes_and_text():
    body = json.dumps({"messages": MESSAGES})
    assert inference.input_fn(body)["messages"] == inference.input_fn(body.encode())["messages"] == MESSAGES


def test_a_conversation_without_a_prompt_fails_before_the_first_byte():
    with pytest.raises(PromptError, match="evidence"):
        inference.predict_fn({"messages": [{"role": "user", "content": "Hello"}], "stream": True}, "")


def test_the_content_type_of_the_output_follows_the_form():
    assert inference.output_fn(b"{}")[1] == "application/json"
    assert inference.output_fn(iter([b""]))[1] == "text/event-stream"
