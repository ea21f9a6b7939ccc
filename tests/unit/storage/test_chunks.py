"""How chunks are named, dated and checked before they reach the database."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumate import limits
from resumate.documents.model import YearMonth
from resumate.errors import Code, ModelError
from resumate.storage.chunks import check_vectors, chunk_id, month_from_text, month_text, vector_text

GOOD = [1.0] + [0.0] * (limits.EMBEDDING_DIMENSION - 1)


@given(st.integers(1, 9999), st.none() | st.integers(1, 12))
def test_a_month_comes_back_as_it_was(year, month):
    assert month_from_text(month_text(YearMonth(year, month))) == YearMonth(year, month)


def test_a_missing_month_stays_missing():
    assert month_text(None) is None
    assert month_from_text(None) is None


def test_months_sort_as_text():
    months = [YearMonth(987, 12), YearMonth(2019, 4), YearMonth(2019, 11), YearMonth(2020, 1)]
    assert sorted(map(month_text, months)) == list(map(month_text, months))


@given(st.uuids(version=4), st.integers(0, 2**16 - 2))
def test_ids_of_chunks_follow_the_document_and_name_their_resume(resume_id, position):
    first, second = chunk_id(resume_id, position), chunk_id(resume_id, position + 1)
    assert first < second
    assert str(first)[:-4] == str(second)[:-4] == str(resume_id)[:-4]


def test_a_document_of_too_many_chunks_is_refused():
    with pytest.raises(ModelError):
        chunk_id(uuid.uuid4(), 2**16)


def test_a_vector_is_written_as_pgvector_reads_it():
    assert vector_text([0.25, -1.0, 1e-07]) == "[0.25,-1.0,1e-7]"


@pytest.mark.parametrize(
    "vectors",
    [
        [],
        [GOOD, GOOD],
        [GOOD[:-1]],
        [[*GOOD, 0.0]],
        [[float("nan"), *GOOD[1:]]],
        [[float("inf"), *GOOD[1:]]],
        [[float("inf"), float("-inf"), *GOOD[2:]]],
        [[0.0] * limits.EMBEDDING_DIMENSION],
    ],
)
def test_vectors_that_fit_no_chunk_are_refused(vectors):
    with pytest.raises(ModelError) as refusal:
        check_vectors(vectors, 1)
    assert refusal.value.code == Code.EMBEDDING_INVALID


def test_vectors_that_fit_are_taken():
    check_vectors([GOOD], 1)
    check_vectors([], 0)
