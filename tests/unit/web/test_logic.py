"""The page's logic under Node, where Node is; tests/browser runs the same cases in Chromium."""

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed; tests/browser runs these cases")
def test_every_case_of_the_logic_holds() -> None:
    """Each case of cases.mjs is one sentence about the page's logic."""
    run = subprocess.run(
        ["node", "--test", str(HERE / "logic.test.mjs")], capture_output=True, text=True, timeout=120, check=False
    )
    assert run.returncode == 0, run.stdout
    assert "# fail 0" in run.stdout or "ℹ fail 0" in run.stdout
