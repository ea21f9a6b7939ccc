"""An archive holds what the container needs and nothing else, and the same files always give the same one."""

import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from sagemaker_models import deploy
from sagemaker_models.deployment import contents
from sagemaker_models.deployment.archive import Archive, folder_files, pack, read_archive
from sagemaker_models.deployment.problems import DeploymentError


def names(archive: Archive) -> list[str]:
    with tarfile.open(fileobj=io.BytesIO(archive.content)) as opened:
        return opened.getnames()


def test_time_order_and_owner_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "b.py").write_bytes(b"two")
    (tmp_path / "a.py").write_bytes(b"one")
    before = pack("x", folder_files(tmp_path))
    (tmp_path / "a.py").chmod(0o755)
    os.utime(tmp_path / "b.py", (1, 1))
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_bytes(b"x")
    assert pack("x", dict(reversed(folder_files(tmp_path).items()))) == before
    (tmp_path / "a.py").write_bytes(b"three")
    assert pack("x", folder_files(tmp_path)).sha256 != before.sha256


def test_an_archive_that_was_written_is_read_back_whole(tmp_path: Path) -> None:
    archive = contents.pack_llm()
    (tmp_path / "llm.tar.gz").write_bytes(archive.content)
    assert read_archive("llm", tmp_path / "llm.tar.gz") == archive
    assert archive.key == f"models/llm/{archive.sha256}.tar.gz"


def test_a_missing_or_broken_archive_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(DeploymentError) as caught:
        deploy.packed("embedding", tmp_path)
    assert "make models" in caught.value.remedy
    (tmp_path / "embedding.tar.gz").write_bytes(contents.pack_llm().content[:200])
    with pytest.raises(DeploymentError):
        deploy.packed("embedding", tmp_path)


def test_the_embedder_takes_its_libraries_along_and_then_installs_nothing(tmp_path: Path) -> None:
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / name).write_bytes(b"x")
    wheel = tmp_path / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as made:
        made.writestr("tiny/__init__.py", "")
        made.writestr("tiny-1.0.dist-info/METADATA", "Name: tiny")
    assert "code/requirements.txt" in names(contents.pack_embedding(tmp_path, []))
    found = names(contents.pack_embedding(tmp_path, [wheel]))
    assert {"model.onnx", "tokenizer.json", "code/inference.py", "code/tiny/__init__.py"} <= set(found)
    assert "code/requirements.txt" not in found


def test_the_composer_brings_its_words_and_the_llm_its_properties_alone() -> None:
    assert {"code/inference.py", "code/words/roles.txt"} <= set(names(contents.pack_composer()))
    assert names(contents.pack_llm()) == ["serving.properties"]


def test_the_libraries_are_those_of_the_laptop_with_their_hashes() -> None:
    lines = contents.pinned_lines()
    wanted = (contents.MODELS / "embedding" / "code" / "requirements.txt").read_text(encoding="utf-8")
    for line in wanted.splitlines():
        assert line.startswith("#") or line in lines
    assert lines.count("--hash=sha256:") > 10
    with pytest.raises(DeploymentError, match="does not pin nonesuch"):
        contents.pinned_lines(("nonesuch",))


def test_nothing_of_the_application_is_imported() -> None:
    """Given all of `sagemaker_models`, then no module of ours, and the SDK in one place, are named in an import."""
    sources = {path: path.read_text(encoding="utf-8") for path in contents.MODELS.rglob("*.py")}
    for path, text in sources.items():
        assert not [
            line for line in text.splitlines() if line.startswith(("from resumate", "import resumate", "from devstack"))
        ], path
    using = [path.name for path, text in sources.items() if "from sagemaker.core" in text]
    assert using == ["session.py"]
