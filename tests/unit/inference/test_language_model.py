"""The language model's client: one request, a stream that may be cut anywhere, and every way it can break."""

import contextlib
import itertools
import json
import threading

import pytest
from botocore.eventstream import ChecksumMismatch
from botocore.exceptions import EndpointConnectionError, ReadTimeoutError
from hypothesis import given
from hypothesis import strategies as st
from urllib3.exceptions import IncompleteRead, ProtocolError

from resumate.errors import Code, ModelError
from resumate.inference.chat_stream import chat_deltas
from resumate.inference.language_model import SageMakerLanguageModel
from resumate.letters.model import ChatMessage, Delta, Usage

MESSAGES = [ChatMessage("system", "the rules"), ChatMessage("user", "Grüße, 日本 ⟦name⟧")]


@pytest.fixture
def model_of(fake_time):
    def make(runtime, **options):
        return SageMakerLanguageModel(runtime, "an-endpoint", clock=fake_time.clock, **options)

    return make


def run(model):
    return list(model.stream(MESSAGES, max_tokens=1200))


def broken(model):
    """Return the text that came before the model broke, and how it broke."""
    deltas = []
    with pytest.raises(ModelError) as failed:
        deltas.extend(model.stream(MESSAGES, max_tokens=1200))
    return "".join(delta.text for delta in deltas), failed.value


def test_the_request_is_an_openai_chat_completion_that_streams(fake_runtime, model_of, say):
    runtime = fake_runtime(say.parts(say.whole_answer("Dear")))
    run(model_of(runtime))
    assert runtime.calls[0]["EndpointName"] == "an-endpoint"
    assert json.loads(runtime.calls[0]["Body"]) == {
        "messages": [
            {"role": "system", "content": "the rules"},
            {"role": "user", "content": "Grüße, 日本 ⟦name⟧"},
        ],
        "max_tokens": 1200,
        "temperature": 0,
        "seed": 7,
        "stream": True,
        "stream_options": {"include_usage": True},
    }


def test_an_endpoint_that_scales_to_zero_is_asked_by_its_component(fake_runtime, model_of, say):
    runtime = fake_runtime(say.parts(say.whole_answer("Dear")))
    run(model_of(runtime, inference_component="writer"))
    assert runtime.calls[0]["InferenceComponentName"] == "writer"


def test_text_comes_piece_by_piece_and_the_last_delta_tells_the_rest(fake_runtime, model_of, fake_time, say):
    content = say.whole_answer("Dear ", "team")
    runtime = fake_runtime([*say.parts(content, 400), lambda: fake_time.sleep(2.5)])
    *texts, last = run(model_of(runtime))
    assert texts == [Delta("Dear "), Delta("team")]
    assert last.finish_reason == "stop"
    assert last.model == "m1"
    assert last.usage.prompt_tokens == 11
    assert last.usage.completion_tokens == 5


def test_the_seconds_of_an_answer_are_counted_from_the_request(fake_runtime, model_of, fake_time, say):
    """The stream's first event is followed by 2.5 seconds before the rest."""
    content = say.whole_answer("Dear ")
    first, second = say.parts(content, 30)
    runtime = fake_runtime([first, lambda: fake_time.sleep(2.5), second])
    assert run(model_of(runtime))[-1].usage == Usage(prompt_tokens=11, completion_tokens=5, seconds=2.5)


@given(cuts=st.sets(st.integers(1, 2000)), text=st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_where_a_stream_is_cut_changes_nothing(cuts, text):
    """Cuts fall inside characters of two, three and four bytes, inside `data:`, inside JSON escapes."""
    body = {"choices": [{"index": 0, "delta": {"content": f"é日😀 {text}"}, "finish_reason": "stop"}]}
    content = b"data: " + json.dumps(body, ensure_ascii=len(text) % 2 == 0).encode() + b"\n\ndata: [DONE]\n\n"
    places = [0, *sorted(cut for cut in cuts if cut < len(content)), len(content)]
    pieces = [content[a:b] for a, b in itertools.pairwise(places)]
    assert list(chat_deltas(pieces)) == list(chat_deltas([content]))
    assert next(chat_deltas(pieces)).text == f"é日😀 {text}"


def test_a_stream_of_single_bytes_is_read_like_the_whole(fake_runtime, model_of, say):
    content = say.whole_answer("Sehr geehrte Frau Müller, ", "日本語 ", "😀")
    runtime = fake_runtime(say.parts(content, *range(1, len(content))))
    assert "".join(delta.text for delta in run(model_of(runtime))) == "Sehr geehrte Frau Müller, 日本語 😀"


def test_one_answer_is_one_request_however_it_ends(fake_runtime, model_of, say):
    for script in (say.parts(say.whole_answer("a")), say.api_error("ThrottlingException", 400), [], [OSError()]):
        runtime = fake_runtime(script)
        with contextlib.suppress(ModelError):
            run(model_of(runtime))
        assert len(runtime.calls) == 1


UNAVAILABLE = [
    (("ThrottlingException", 400), True),
    (("ModelNotReadyException", 429), True),
    (("ServiceUnavailable", 503), True),
    (("InternalFailure", 500), True),
    (("ModelError", 424, 500), True),
    (("ModelError", 424, 429), True),
    (("ValidationError", 400), True),
    (("ModelError", 424, 400), False),
]


@pytest.mark.parametrize(("error", "retryable"), UNAVAILABLE, ids=str)
def test_a_call_that_fails_before_the_answer_is_unavailable(fake_runtime, model_of, say, error, retryable):
    """Only a request that the model itself refused is not worth a second attempt."""
    _, failed = broken(model_of(fake_runtime(say.api_error(*error))))
    assert failed.code is Code.GENERATION_UNAVAILABLE
    assert failed.retryable is retryable


@pytest.mark.parametrize("error", [ReadTimeoutError(endpoint_url="x"), EndpointConnectionError(endpoint_url="x")])
def test_a_model_out_of_reach_is_unavailable(fake_runtime, model_of, error):
    _, failed = broken(model_of(fake_runtime(error)))
    assert failed.code is Code.GENERATION_UNAVAILABLE
    assert failed.retryable


BREAKS = {
    "the connection": lambda _: ProtocolError("broken"),
    "the chunked encoding": lambda _: IncompleteRead(1, 2),
    "the socket": lambda _: ConnectionResetError(),
    "a read that timed out": lambda _: ReadTimeoutError(endpoint_url="x"),
    "a frame's checksum": lambda _: ChecksumMismatch(1, 2),
    "the model": lambda say: say.stream_error("ModelStreamError"),
    "the service": lambda say: say.stream_error("InternalStreamFailure"),
    "an error as an event": lambda _: {"ModelStreamError": {"ErrorCode": "ModelInvocationTimeExceeded"}},
    "an error as a chunk": lambda say: say.parts(b'data: {"error":{"message":"out of memory"}}\n\n')[0],
    "no JSON": lambda say: say.parts(b"data: {oops\n\n")[0],
    "no UTF-8": lambda say: say.parts(b"data: \xff\n\n")[0],
    "half a surrogate": lambda say: say.parts(b'data: {"choices":[{"delta":{"content":"\\ud83d"}}]}\n\n')[0],
    "another schema": lambda say: say.parts(b'data: {"choices":"none"}\n\n')[0],
}


@pytest.mark.parametrize("break_of", BREAKS.values(), ids=BREAKS.keys())
def test_a_stream_that_breaks_gives_its_text_and_then_says_so(fake_runtime, model_of, say, break_of):
    runtime = fake_runtime([*say.parts(say.chunk("Dear ")), break_of(say), *say.parts(say.whole_answer("never seen"))])
    text, failed = broken(model_of(runtime))
    assert text == "Dear "
    assert failed.code is Code.GENERATION_INTERRUPTED
    assert failed.retryable


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_a_stream_that_ends_before_the_answer_does_is_interrupted(fake_runtime, model_of, say, kept):
    chunks = [say.chunk("Dear "), say.chunk("team")]
    _, failed = broken(model_of(fake_runtime(say.parts(b"".join(chunks[:kept])))))
    assert failed.code is Code.GENERATION_INTERRUPTED


def test_an_answer_cut_by_its_limit_is_whole_and_says_so(fake_runtime, model_of, say):
    runtime = fake_runtime(say.parts(say.chunk("Dear") + say.chunk(finish_reason="length") + b"data: [DONE]\n\n"))
    assert run(model_of(runtime))[-1].finish_reason == "length"


def test_a_server_that_counts_no_tokens_still_finishes(fake_runtime, model_of, say):
    runtime = fake_runtime(say.parts(say.chunk("Dear") + say.chunk(finish_reason="stop") + b"data: [DONE]\n\n"))
    assert run(model_of(runtime))[-1].usage == Usage()


def test_a_stream_that_goes_silent_is_interrupted_and_closed_once_it_wakes(fake_runtime, model_of, say):
    """Given a stream that hangs after its first event, the reader is told although the socket never says anything."""
    wakes = threading.Event()
    runtime = fake_runtime([*say.parts(say.chunk("Dear ")), wakes.wait])
    text, failed = broken(model_of(runtime, stall_seconds=0.05))
    assert text == "Dear "
    assert failed.code is Code.GENERATION_INTERRUPTED
    wakes.set()
    wait_until_closed(runtime.streams[0])


def test_an_answer_nobody_waits_for_is_closed(fake_runtime, model_of, say):
    runtime = fake_runtime(say.parts(say.whole_answer("Dear ", "team"), 200, 300, 400))
    stream = model_of(runtime).stream(MESSAGES, max_tokens=10)
    next(stream)
    stream.close()
    wait_until_closed(runtime.streams[0])


def wait_until_closed(stream):
    for thread in threading.enumerate():
        if thread.name == "model-stream":
            thread.join(timeout=5)
    assert stream.closed
