"""Streaming: first words at once, then few frames, numbered without a gap."""

import statistics

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from resumate import limits
from resumate.gateway.deltas import DeltaCoalescer
from resumate.gateway.messages import LetterDelta, encode


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def streamed(tokens: list[str], gap: float, post: float = 0.0) -> tuple[list[tuple[float, LetterDelta]], list[float]]:
    """Play tokens that a model makes every `gap` seconds while each post takes `post`; return sends and token times."""
    clock = Clock()
    sent: list[tuple[float, LetterDelta]] = []

    def send(delta: LetterDelta) -> None:
        clock.now += post
        sent.append((clock.now, delta))

    coalescer = DeltaCoalescer("letter", send, clock)
    made = []
    for number, token in enumerate(tokens):
        made.append(number * gap)
        clock.now = max(clock.now, number * gap)  # what came during a post is taken at once
        coalescer.add(1, token)
    coalescer.flush()
    return sent, made


def test_the_first_words_go_at_once():
    sent, _ = streamed(["Dear "], gap=1)
    assert sent == [(0.0, LetterDelta(letter_id="letter", draft=1, seq=1, text="Dear "))]


def test_at_100_tokens_a_second_five_times_fewer_posts_and_no_text_waits_long():
    tokens = [f"t{number} " for number in range(400)]
    sent, made = streamed(tokens, gap=0.01, post=0.012)
    assert "".join(delta.text for _, delta in sent) == "".join(tokens)
    assert len(sent) <= len(tokens) / 5
    arrived = [at for at, delta in sent for _ in delta.text.split()]
    delays = [at - made_at for at, made_at in zip(arrived, made, strict=True)]
    assert statistics.quantiles(delays, n=20)[18] <= 0.08


def test_a_slow_socket_gets_larger_frames_and_does_not_fall_behind():
    tokens = ["word "] * 300
    sent, made = streamed(tokens, gap=0.01, post=0.2)
    assert sent[-1][0] - made[-1] < 0.5
    assert len(sent) < 20


def test_tokens_slower_than_the_interval_go_one_by_one():
    sent, made = streamed(["a", "b", "c"], gap=0.3)
    assert [(at, delta.text) for at, delta in sent] == list(zip(made, "abc", strict=True))


def test_what_waits_at_the_end_is_flushed_and_an_empty_end_sends_nothing():
    clock, sent = Clock(), []
    coalescer = DeltaCoalescer("letter", sent.append, clock)
    coalescer.add(1, "a")
    coalescer.add(1, "b")
    coalescer.flush()
    coalescer.flush()
    coalescer.add(1, "")
    assert [delta.text for delta in sent] == ["a", "b"]


def test_a_new_draft_sends_the_rest_of_the_old_one_first_and_starts_at_once():
    clock, sent = Clock(), []
    coalescer = DeltaCoalescer("letter", sent.append, clock)
    for draft, text in [(1, "a"), (1, "b"), (2, "c"), (2, "d")]:
        coalescer.add(draft, text)
    coalescer.flush()
    assert [(delta.draft, delta.seq, delta.text) for delta in sent] == [
        (1, 1, "a"),
        (1, 2, "b"),
        (2, 3, "c"),
        (2, 4, "d"),
    ]


def test_another_attempt_goes_on_counting_where_the_first_stopped():
    sent: list[LetterDelta] = []
    coalescer = DeltaCoalescer("letter", sent.append, Clock(), seq=17)
    coalescer.add(2, "again")
    assert sent[0].seq == coalescer.seq == 18


@given(st.lists(st.tuples(st.integers(1, 3), st.text(alphabet=st.characters(exclude_categories=["Cs"]))), max_size=20))
def test_whatever_streams_the_numbers_have_no_gap_and_each_draft_is_whole(pieces):
    sent: list[LetterDelta] = []
    coalescer = DeltaCoalescer("letter", sent.append, Clock())
    drafts: dict[int, str] = {}
    for draft, text in sorted(pieces, key=lambda piece: piece[0]):
        coalescer.add(draft, text)
        drafts[draft] = drafts.get(draft, "") + text
    coalescer.flush()
    assert [delta.seq for delta in sent] == list(range(1, len(sent) + 1))
    for draft, text in drafts.items():
        assert "".join(delta.text for delta in sent if delta.draft == draft) == text


def test_a_burst_larger_than_a_frame_is_several_whole_frames():
    clock, sent = Clock(), []
    coalescer = DeltaCoalescer("7c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f", sent.append, clock)
    coalescer.add(1, '日"😀\\' * 20_000)
    frames = [encode(delta) for delta in sent]
    assert max(map(len, frames)) <= limits.FRAME_BYTES
    assert [delta.seq for delta in sent] == list(range(1, len(sent) + 1))
    assert "".join(msgspec.json.decode(frame)["text"] for frame in frames) == '日"😀\\' * 20_000
