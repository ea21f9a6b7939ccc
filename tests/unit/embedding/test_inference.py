"""What the embedding endpoint answers, and what it refuses."""

import json
import math
from pathlib import Path

import numpy as np
import pytest

CONTRACTS = Path(__file__).parents[2] / "contracts"

TEXTS = [
    "Nurse, Example Hospital, March 2015 – present: Cared for up to six patients a shift in intensive care.",
    "Cut the monthly cloud bill from 42,000 to 17,500 dollars by moving batch jobs to spot instances.",
    "Führte ein Team von fünf Personen im Lager Hamburg.",
    "Skills: Python, Go, PostgreSQL, Kafka, Terraform, React",
    "BSc Mathematics, University of Leeds, 2009 – 2012, first class honours",
    "Must have: a clean driving licence and at least 2 years of experience in last-mile delivery.",
    "Wrote the quarterly VAT returns for 35 small businesses.",
    "Volunteer football coach, under-12s",
    "Familiar with Kubernetes and Helm",
    "Negotiated a framework contract with four suppliers, saving 12% a year.",
    "Fluent in Portuguese and Spanish; basic Japanese (JLPT N4)",
    "⟦name⟧ · ⟦email⟧ · ⟦phone⟧",
]
LONG = " ".join(TEXTS)


def cosine(one, other):
    return float(np.dot(one, other) / np.linalg.norm(one) / np.linalg.norm(other))


def test_its_vectors_point_where_those_of_the_float32_network_point(ask, model, reference):
    """Mean cosine at least 0.99 and least at least 0.98 over short and long texts."""
    texts = [*TEXTS, LONG]
    vectors = ask({"inputs": texts})["embeddings"]
    judged = [
        cosine(vector, reference.vector(model.tokenizer.encode(text).ids))
        for text, vector in zip(texts, vectors, strict=True)
    ]
    assert np.mean(judged) >= 0.99
    assert min(judged) >= 0.98


def test_each_vector_has_384_numbers_and_length_1(ask):
    for vector in ask({"inputs": [*TEXTS, "a", ""]})["embeddings"]:
        assert len(vector) == 384
        assert math.hypot(*vector) == pytest.approx(1, abs=1e-4)


def test_a_vector_does_not_depend_on_the_other_texts_of_the_request(ask):
    alone = [ask({"inputs": [text]})["embeddings"][0] for text in TEXTS]
    assert ask({"inputs": TEXTS})["embeddings"] == alone


def test_vectors_come_in_the_order_of_the_texts_with_several_threads(inference, model_folder, monkeypatch):
    monkeypatch.setenv("EMBEDDING_THREADS", "3")
    threaded = inference.model_fn(str(model_folder))
    forwards = inference.predict_fn(TEXTS, threaded).vectors
    backwards = inference.predict_fn(TEXTS[::-1], threaded).vectors
    assert np.array_equal(forwards, backwards[::-1])


def test_texts_about_the_same_thing_are_nearer_than_others(ask):
    cared, hospital, bill = ask({"inputs": [TEXTS[0], "experience in a hospital ward", TEXTS[1]]})["embeddings"]
    assert cosine(cared, hospital) > cosine(cared, bill) + 0.2


def test_a_text_longer_than_256_tokens_is_named_in_the_answer(ask):
    assert ask({"inputs": [TEXTS[0], LONG * 2, TEXTS[1]]})["truncated"] == [1]


def test_a_text_of_200_tokens_is_seen_to_its_end(ask, model):
    """The tokenizer's own file would have cut it at 128."""
    words = "the manager of the warehouse " * 36
    assert 128 < len(model.tokenizer.encode(words).ids) <= 256
    answer = ask({"inputs": [words, words + "speaks fluent Finnish"]})
    assert answer["truncated"] == []
    assert answer["embeddings"][0] != answer["embeddings"][1]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"[1,2]",
        b"{}",
        b'{"inputs":"a text"}',
        b'{"inputs":[]}',
        b'{"inputs":[1]}',
        b'{"inputs":["a",null]}',
        b'{"inputs":["\\ud800"]}',
        b"[" * 100_000,
        json.dumps({"inputs": ["a"] * 65}).encode(),
    ],
    ids=lambda body: repr(body[:24]),
)
def test_a_wrong_request_is_refused_with_status_400(inference, body):
    with pytest.raises(inference.InvalidRequestError) as refused:
        inference.input_fn(body, "application/json")
    assert refused.value.status_code == 400


def test_another_content_type_is_refused(inference):
    with pytest.raises(inference.InvalidRequestError):
        inference.input_fn(b'{"inputs":["a"]}', "text/csv")


def test_a_refusal_never_repeats_the_text(inference):
    with pytest.raises(inference.InvalidRequestError) as refused:
        inference.input_fn(json.dumps({"inputs": ["my secret", 1]}), "application/json; charset=utf-8")
    assert "secret" not in refused.value.message


def test_the_answer_to_the_contract_sample_is_the_contract_sample(ask):
    """`tests/unit/inference` holds the client to the same two files."""
    request = json.loads((CONTRACTS / "embedding_request.json").read_bytes())
    sample = json.loads((CONTRACTS / "embedding_answer.json").read_bytes())
    answer = ask(request)
    assert {**answer, "embeddings": None} == {**sample, "embeddings": None}
    for vector, expected in zip(answer["embeddings"], sample["embeddings"], strict=True):
        assert cosine(vector, expected) > 0.999
