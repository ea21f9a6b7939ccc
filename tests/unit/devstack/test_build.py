import marshal
import os
import py_compile
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from devstack.build import add_byte_code, is_built, source_fingerprint
from devstack.problems import Problem
from devstack.settings import Layout
from devstack.state import write_json

_UNCHECKED_HASH = 0b01  # PEP 552: bit 0 says "by hash", bit 1 "compare it with the source"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "functions" / "one").mkdir(parents=True)
    (tmp_path / "functions" / "one" / "app.py").write_text("x = 1\n")
    (tmp_path / "template.yaml").write_text("Resources: {}\n")
    return tmp_path


def test_the_fingerprint_changes_with_a_source_and_with_its_name(checkout: Path):
    before = source_fingerprint(checkout)
    source = checkout / "functions" / "one" / "app.py"
    source.write_text("x = 2\n")
    changed = source_fingerprint(checkout)
    source.rename(source.with_name("other.py"))
    assert len({before, changed, source_fingerprint(checkout)}) == 3


def test_the_fingerprint_ignores_byte_code_and_what_is_not_built(checkout: Path):
    before = source_fingerprint(checkout)
    (checkout / "functions" / "__pycache__").mkdir()
    (checkout / "functions" / "__pycache__" / "app.pyc").write_bytes(b"x")
    (checkout / "README.md").write_text("hello")
    assert source_fingerprint(checkout) == before


def test_a_build_counts_only_with_its_stamp_and_its_template(checkout: Path):
    layout = Layout(checkout, checkout / "home")
    layout.build.mkdir(parents=True)
    write_json(layout.build.parent / "fingerprint.json", {"fingerprint": "abc"})
    assert not is_built(layout, "abc")
    (layout.build / "template.yaml").touch()
    assert is_built(layout, "abc")
    assert not is_built(layout, "abd")


def test_every_module_gets_byte_code_that_is_never_compared_with_its_source(tmp_path: Path):
    module = tmp_path / "build" / "SharedLayer" / "python" / "package" / "module.py"
    module.parent.mkdir(parents=True)
    module.write_text("def f():\n    return 1\n")
    stale = module.parent / "__pycache__" / "module.cpython-27.pyc"
    stale.parent.mkdir()
    stale.touch()
    add_byte_code(tmp_path / "build")
    (compiled,) = module.parent.glob("__pycache__/*.pyc")
    header = compiled.read_bytes()[:16]
    assert int.from_bytes(header[4:8], "little") == _UNCHECKED_HASH
    code = marshal.loads(compiled.read_bytes()[16:])  # noqa: S302  # compiled a moment ago
    assert code.co_filename == "/python/package/module.py"


def test_a_module_that_does_not_compile_fails_the_build(tmp_path: Path):
    function = tmp_path / "build" / "Function"
    function.mkdir(parents=True)
    (function / "app.py").write_text("def f(:\n")
    with pytest.raises(Problem, match="Function"):
        add_byte_code(tmp_path / "build")


def test_a_command_that_is_killed_while_it_compiles_leaves_nothing_behind_that_holds_its_locks(tmp_path: Path):
    layer = tmp_path / "build" / "Layer"
    layer.mkdir(parents=True)
    for number in range(200):
        (layer / f"module_{number}.py").write_text("".join(f"def f{line}(): return {line}\n" for line in range(300)))
    held, holding = os.pipe()
    code = f"from pathlib import Path; from devstack.build import add_byte_code; add_byte_code(Path({str(layer.parent)!r}))"
    command = subprocess.Popen([sys.executable, "-c", code], pass_fds=[holding], cwd=Path(__file__).parents[3])
    os.close(holding)
    deadline = time.monotonic() + 30
    while not list(layer.glob("__pycache__/*.pyc")):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    command.kill()
    command.wait()
    readable, _, _ = select.select([held], [], [], 30)
    os.close(held)
    assert readable, "somebody still holds the other end"


def test_ordinary_byte_code_would_be_void_which_is_why_ours_is_not(tmp_path: Path):
    source = tmp_path / "module.py"
    source.write_text("x = 1\n")
    ordinary = Path(str(py_compile.compile(str(source), invalidation_mode=py_compile.PycInvalidationMode.TIMESTAMP)))
    assert int.from_bytes(ordinary.read_bytes()[4:8], "little") != _UNCHECKED_HASH
