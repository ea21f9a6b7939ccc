import zipfile
from pathlib import Path

import pytest

from devstack.aws_host import unpacked_code
from devstack.aws_host.unpacked_code import SharedArchive


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> type[SharedArchive]:
    monkeypatch.setattr(unpacked_code, "SHARED_BYTES", 500)
    return type("Archive", (SharedArchive,), {"shared": tmp_path / "shared"})


def _zip(path: Path, entries: dict[str, str]) -> str:
    with zipfile.ZipFile(path, "w") as file:
        for name, text in entries.items():
            file.writestr(name, text)
    return str(path)


LAYER = {"python/package/__init__.py": "x = 1\n" * 200, "python/other.py": "y = 2\n", "VERSION": "1"}


def test_a_large_archive_is_unpacked_once_and_linked_to(tmp_path: Path, archive: type[SharedArchive]):
    for name in ("first", "second"):
        target = tmp_path / name
        target.mkdir()
        with archive(_zip(tmp_path / f"{name}.zip", LAYER)) as file:
            file.extractall(target)
        assert (target / "python" / "package" / "__init__.py").read_text() == LAYER["python/package/__init__.py"]
        assert (target / "python").is_symlink()
    assert len(list((tmp_path / "shared").iterdir())) == 1


def test_another_version_of_a_layer_is_another_folder(tmp_path: Path, archive: type[SharedArchive]):
    for name, version in (("first", "1"), ("second", "2")):
        target = tmp_path / name
        target.mkdir()
        with archive(_zip(tmp_path / f"{name}.zip", LAYER | {"VERSION": version})) as file:
            file.extractall(target)
        assert (target / "VERSION").read_text() == version


def test_a_small_archive_is_unpacked_as_ever(tmp_path: Path, archive: type[SharedArchive]):
    target = tmp_path / "function"
    with archive(_zip(tmp_path / "small.zip", {"app.py": "x = 1"})) as file:
        assert file.namelist() == ["app.py"]
        file.extractall(target)
    assert (target / "app.py").read_text() == "x = 1"
    assert not (target / "app.py").is_symlink()


def test_a_name_that_points_outside_stays_inside(tmp_path: Path, archive: type[SharedArchive]):
    target = tmp_path / "function"
    target.mkdir()
    with archive(_zip(tmp_path / "evil.zip", {"../../escaped.py": "x = 1\n" * 200, "a/b": "1" * 600})) as file:
        file.extractall(target)
    assert not list(tmp_path.glob("escaped.py"))
    assert not list(tmp_path.parent.glob("escaped.py"))
