import io

import pytest

from devstack import progress
from devstack.progress import Progress


def test_a_step_says_how_long_it_took():
    stream = io.StringIO()
    with Progress(stream).step("Building"):
        pass
    assert stream.getvalue() == "  ✓ Building (0.0 s)\n"


def test_a_step_that_fails_says_so_and_lets_the_failure_through():
    stream = io.StringIO()
    with pytest.raises(ValueError, match="x"), Progress(stream).step("Building"):
        raise ValueError("x")
    assert stream.getvalue().startswith("  ✗ Building")


def test_a_long_step_repeats_itself_so_that_no_wait_is_silent(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(progress, "HEARTBEAT_SECONDS", 0.01)
    stream = io.StringIO()
    with Progress(stream).step("Building"):
        while "…" not in stream.getvalue():
            pass
    assert "  … Building (0 s)\n" in stream.getvalue()


def test_quiet_progress_prints_nothing():
    stream = io.StringIO()
    quiet = Progress(stream, quiet=True)
    with quiet.step("Building"):
        quiet.say("hello")
    assert stream.getvalue() == ""
