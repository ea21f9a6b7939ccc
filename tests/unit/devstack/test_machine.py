from pathlib import Path

import pytest

from devstack.machine import check_disk, check_folder, check_python
from devstack.problems import Problem, ProblemCode


def test_an_old_python_is_refused_and_named():
    with pytest.raises(Problem, match=r"3\.10.*3\.11"):
        check_python((3, 10))


@pytest.mark.parametrize("version", [(3, 11), (3, 13), (4, 0)])
def test_a_new_enough_python_is_accepted(version: tuple[int, int]):
    check_python(version)


def test_too_little_disk_is_refused_with_both_figures(tmp_path: Path):
    with pytest.raises(Problem, match=r"free.*needed") as refused:
        check_disk(tmp_path, needed=10**18)
    assert refused.value.code is ProblemCode.DISK_FULL


def test_a_folder_that_cannot_be_made_is_refused_with_the_way_out(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(Problem) as refused:
        check_folder(tmp_path / "file" / "home")
    assert refused.value.code is ProblemCode.UNWRITABLE
    assert "RESUMATE_HOME" in refused.value.remedy


def test_a_folder_that_can_be_made_is_made(tmp_path: Path):
    check_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
