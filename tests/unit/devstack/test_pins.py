from pathlib import Path

from devstack.pins import FILES, problems_of, read_pins

HASH = "    --hash=sha256:" + "a" * 64


def _pair(folder: Path, name: str, wanted: str, pinned: str) -> Path:
    (folder / f"{name}.in").write_text(wanted)
    (folder / f"{name}.txt").write_text(pinned)
    return folder / name


def test_the_projects_own_pins_are_in_order():
    assert list(problems_of(FILES)) == []


def test_a_pin_with_its_hashes_and_a_marker_is_in_order(tmp_path: Path):
    text = f"psycopg==3.3.9 \\\n{HASH} \\\n{HASH}\ntzdata==2026.6 ; sys_platform == 'win32' \\\n{HASH}\n"
    assert list(problems_of([_pair(tmp_path, "a", "psycopg[binary]>=3\n", text)])) == []


def test_a_pin_without_a_hash_is_found(tmp_path: Path):
    pins, broken = read_pins(f"one==1\ntwo==2 \\\n{HASH}\nthree==3\n")
    assert pins == {"one": {"1"}, "two": {"2"}, "three": {"3"}}
    assert broken == ["one has no hash", "three has no hash"]


def test_a_line_that_is_no_pin_and_a_place_are_found(tmp_path: Path):
    text = f"--index-url https://mirror.example/simple\none>=1\ntwo==2 \\\n{HASH}\n"
    problems = "\n".join(problems_of([_pair(tmp_path, "a", "two", text)]))
    assert "says where packages come from" in problems
    assert "one>=1" in problems


def test_files_that_disagree_on_a_version_are_found(tmp_path: Path):
    first = _pair(tmp_path, "a", "one", f"one==1 \\\n{HASH}\n")
    second = _pair(tmp_path, "b", "one", f"one==2 \\\n{HASH}\n")
    assert list(problems_of([first, second])) == ["b.txt: one is 2 here and 1 elsewhere"]


def test_a_package_that_was_asked_for_and_not_pinned_is_found(tmp_path: Path):
    _pair(tmp_path, "a", "One_More[extra]>=2  # a reason\n", "")
    second = _pair(tmp_path, "b", "-r a.in\n", "")
    assert list(problems_of([second])) == ["b.txt: one-more of b.in is missing; run `make pins`"]
