"""The embedder: what it sends, what it refuses to believe, and how long it is patient."""

import json
import math
from pathlib import Path

import pytest
from botocore.exceptions import ConnectTimeoutError, EndpointConnectionError, ReadTimeoutError, ResponseStreamingError

from resumate.errors import Code, ModelError
from resumate.inference.back_off import BackOff
from resumate.inference.embedder import PAYLOAD_BYTES, SageMakerEmbedder
from resumate.inference.endpoint_errors import Fault

CONTRACTS = Path(__file__).parents[2] / "contracts"


def vector(number):
    """A vector of length 1 that is told apart by its first two numbers."""
    return [math.cos(number), math.sin(number), *([0.0] * 382)]


def answer(*vectors, **more):
    return json.dumps({"embeddings": list(vectors), "model": "all-MiniLM-L6-v2", "dimension": 384, **more}).encode()


def honest(request):
    """Answer each text "7" with vector 7."""
    return answer(*(vector(int(text)) for text in json.loads(request["Body"])["inputs"]))


@pytest.fixture
def embedder_of(fake_time):
    def make(runtime, **options):
        def back_off():
            return BackOff(fake_time.sleep, fake_time.clock, lambda: 0.5)

        return SageMakerEmbedder(runtime, "an-endpoint", make_back_off=back_off, **options)

    return make


def test_the_contract_request_is_sent_and_the_contract_answer_is_read(fake_runtime, embedder_of):
    """`tests/unit/embedding` holds the model to the same two files."""
    request = json.loads((CONTRACTS / "embedding_request.json").read_bytes())
    sample = (CONTRACTS / "embedding_answer.json").read_bytes()
    runtime = fake_runtime(sample)
    vectors = embedder_of(runtime, model="all-MiniLM-L6-v2").embed(request["inputs"])
    assert json.loads(runtime.calls[0]["Body"]) == request
    assert runtime.calls[0]["EndpointName"] == "an-endpoint"
    assert runtime.calls[0]["ContentType"] == "application/json"
    assert vectors == json.loads(sample)["embeddings"]


def test_no_texts_cost_no_call(fake_runtime, embedder_of):
    runtime = fake_runtime(b"")
    assert embedder_of(runtime).embed([]) == []
    assert runtime.calls == []


def test_200_texts_go_in_batches_of_64_and_come_back_in_order(fake_runtime, embedder_of):
    runtime = fake_runtime(honest)
    vectors = embedder_of(runtime).embed([str(number) for number in range(200)])
    assert [len(json.loads(call["Body"])["inputs"]) for call in runtime.calls] == [64, 64, 64, 8]
    assert vectors == [vector(number) for number in range(200)]


def test_no_request_is_larger_than_a_serverless_endpoint_takes(fake_runtime, embedder_of):
    """Forty texts of 400 kB, of characters that JSON doubles, are 32 MB."""
    runtime = fake_runtime(lambda request: answer(*(vector(1) for _ in json.loads(request["Body"])["inputs"])))
    assert len(embedder_of(runtime).embed(['"\n' * 200_000] * 40)) == 40
    assert max(len(call["Body"]) for call in runtime.calls) < 4_000_000


@pytest.mark.parametrize("text", ["x" * (PAYLOAD_BYTES + 1), "\ud800"], ids=["too long", "a lone surrogate"])
def test_a_text_that_no_request_can_hold_is_refused_without_a_call(fake_runtime, embedder_of, text):
    runtime = fake_runtime(honest)
    with pytest.raises(ModelError) as refused:
        embedder_of(runtime).embed([text])
    assert refused.value.code is Code.EMBEDDING_INVALID
    assert runtime.calls == []


WRONG_ANSWERS = {
    "a dimension of 383": answer(vector(1)[:-1], vector(2)),
    "one vector too few": answer(vector(1)),
    "one vector too many": answer(vector(1), vector(2), vector(3)),
    "NaN": answer(vector(1), [math.nan] * 384),
    "Infinity": answer(vector(1), [math.inf] + [0.0] * 383),
    "a number beyond floats": answer(vector(1), vector(2)).replace(b"0.0", b"1e999", 1),
    "null": answer(vector(1), [None] * 384),
    "a null vector": answer(vector(1), None),
    "zeros": answer(vector(1), [0.0] * 384),
    "strings": answer(vector(1), ["0.1"] * 384),
    "HTML": b"<html><body>504 Gateway Time-out</body></html>",
    "truncated JSON": answer(vector(1), vector(2))[:-40],
    "nothing": b"",
    "a list": b"[]",
    "another object": b'{"error":"no"}',
    "not UTF-8": b'{"embeddings":[],"model":"\xff"}',
}


@pytest.mark.parametrize("wrong", WRONG_ANSWERS.values(), ids=WRONG_ANSWERS.keys())
def test_a_wrong_answer_is_never_believed_nor_asked_for_again(fake_runtime, embedder_of, wrong):
    runtime = fake_runtime(wrong)
    with pytest.raises(ModelError) as refused:
        embedder_of(runtime).embed(["a", "b"])
    assert refused.value.code is Code.EMBEDDING_INVALID
    assert not refused.value.retryable
    assert len(runtime.calls) == 1


def test_a_wrong_second_batch_leaves_nothing_of_the_first(fake_runtime, embedder_of):
    runtime = fake_runtime(honest, answer(vector(1)))
    with pytest.raises(ModelError):
        embedder_of(runtime).embed([str(number) for number in range(70)])


def test_vectors_of_another_model_than_the_stored_ones_are_refused(fake_runtime, embedder_of):
    runtime = fake_runtime(answer(vector(1), model="another-model"))
    with pytest.raises(ModelError) as refused:
        embedder_of(runtime, model="all-MiniLM-L6-v2").embed(["a"])
    assert refused.value.code is Code.EMBEDDING_INVALID
    assert "another-model" in str(refused.value.__cause__)


@pytest.mark.parametrize("scale", [5.0, 1e300, 1e-200])
def test_a_vector_of_another_length_is_brought_to_length_1(fake_runtime, embedder_of, scale):
    runtime = fake_runtime(answer([scale * number for number in vector(1)]))
    assert embedder_of(runtime).embed(["a"])[0] == pytest.approx(vector(1))


def test_a_failure_of_the_model_is_tried_once_more_after_a_pause(fake_runtime, embedder_of, fake_time, say):
    runtime = fake_runtime(say.api_error("ModelError", 424, 500), honest)
    assert embedder_of(runtime).embed(["3"]) == [vector(3)]
    assert len(runtime.calls) == 2
    assert 0 < sum(fake_time.sleeps) < 1


def test_a_second_failure_in_a_row_is_the_last(fake_runtime, embedder_of, say):
    runtime = fake_runtime(say.api_error("ModelError", 424, 503))
    with pytest.raises(ModelError) as failed:
        embedder_of(runtime).embed(["a"])
    assert failed.value.code is Code.EMBEDDING_UNAVAILABLE
    assert failed.value.retryable
    assert len(runtime.calls) == 2


def test_a_request_that_the_model_refuses_is_not_tried_again(fake_runtime, embedder_of, fake_time, say):
    runtime = fake_runtime(say.api_error("ModelError", 424, 400))
    with pytest.raises(ModelError) as refused:
        embedder_of(runtime).embed(["a"])
    assert refused.value.code is Code.EMBEDDING_INVALID
    assert not refused.value.retryable
    assert len(runtime.calls) == 1
    assert fake_time.sleeps == []


THROTTLES = [
    ("ThrottlingException", 400, None),
    ("ModelNotReadyException", 429, None),
    ("ServiceUnavailable", 503, None),
    ("Unheard-of", 429, None),
    ("ModelError", 424, 429),
]


@pytest.mark.parametrize("throttle", THROTTLES, ids=lambda throttle: f"{throttle[0]} {throttle[1]}")
def test_30_seconds_of_throttling_are_waited_out(fake_runtime, embedder_of, fake_time, say, throttle):
    def busy_for_30_seconds(request):
        if fake_time.now < 1030:
            raise say.api_error(*throttle)
        return honest(request)

    runtime = fake_runtime(busy_for_30_seconds)
    assert embedder_of(runtime).embed(["4"]) == [vector(4)]
    assert len(runtime.calls) < 12


def test_throttling_without_end_is_given_up_within_the_patience(fake_runtime, embedder_of, fake_time, say):
    """The bound is on the whole operation: a second batch has no patience of its own."""
    runtime = fake_runtime(honest, say.api_error("ThrottlingException", 400))
    with pytest.raises(ModelError) as failed:
        embedder_of(runtime).embed([str(number) for number in range(100)])
    assert failed.value.code is Code.EMBEDDING_UNAVAILABLE
    assert failed.value.retryable
    assert 30 < sum(fake_time.sleeps) <= 45
    assert len(runtime.calls) <= 15


def test_clients_that_failed_together_do_not_come_back_together(fake_time):
    def first_wait(chance):
        back_off = BackOff(fake_time.sleep, fake_time.clock, lambda: chance)
        fake_time.sleeps.clear()
        assert back_off.wait(Fault.THROTTLED)
        return fake_time.sleeps[0]

    assert first_wait(0.0) < first_wait(0.5) < first_wait(1.0)


UNREACHABLE = {
    "no answer": ReadTimeoutError(endpoint_url="http://endpoint"),
    "no connection": EndpointConnectionError(endpoint_url="http://endpoint"),
    "a slow connection": ConnectTimeoutError(endpoint_url="http://endpoint"),
    "a reset": ConnectionResetError(),
}


@pytest.mark.parametrize("error", UNREACHABLE.values(), ids=UNREACHABLE.keys())
def test_an_endpoint_out_of_reach_is_told_at_once_and_may_be_tried_later(fake_runtime, embedder_of, error):
    """A read that timed out took 70 seconds; a second one would not fit into the function's time."""
    runtime = fake_runtime(error)
    with pytest.raises(ModelError) as failed:
        embedder_of(runtime).embed(["a"])
    assert failed.value.code is Code.EMBEDDING_UNAVAILABLE
    assert failed.value.retryable
    assert len(runtime.calls) == 1


@pytest.mark.parametrize("code", ["ValidationError", "AccessDeniedException"])
def test_a_missing_endpoint_may_be_tried_later(fake_runtime, embedder_of, say, code):
    with pytest.raises(ModelError) as failed:
        embedder_of(fake_runtime(say.api_error(code, 400))).embed(["a"])
    assert failed.value.code is Code.EMBEDDING_UNAVAILABLE
    assert failed.value.retryable


def test_an_answer_that_breaks_off_while_it_is_read_counts_as_none(fake_runtime, embedder_of):
    class BrokenBody:
        def read(self):
            raise ResponseStreamingError(error="broken")

    with pytest.raises(ModelError) as failed:
        embedder_of(fake_runtime(BrokenBody())).embed(["a"])
    assert failed.value.code is Code.EMBEDDING_UNAVAILABLE


def test_texts_that_the_model_cut_are_counted_in_the_log_and_not_quoted(fake_runtime, embedder_of, caplog):
    runtime = fake_runtime(answer(vector(1), vector(2), truncated=[1]))
    embedder_of(runtime).embed(["short secret", "long secret"])
    record = caplog.records[-1]
    assert (record.getMessage(), record.count, record.chunks) == ("texts truncated", 1, 2)
    assert "secret" not in str(vars(record))
