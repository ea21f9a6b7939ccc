import sys
from pathlib import Path

import pytest

from devstack import install
from devstack.install import (
    SetupError,
    advice,
    check_python,
    fingerprint,
    is_installed,
    pip_settings,
    stamp,
    uv_settings,
)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with requirement files and an environment whose interpreter exists."""
    requirements = tmp_path / "requirements"
    requirements.mkdir()
    for name in ("stack", "dev", "model", "bootstrap"):
        (requirements / f"{name}.txt").write_text(name)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").touch()
    monkeypatch.setattr(install, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(install, "REQUIREMENTS", requirements)
    monkeypatch.setattr(install, "MODEL", requirements / "model.txt")
    monkeypatch.setattr(install, "BOOTSTRAP", requirements / "bootstrap.txt")
    return tmp_path


def test_an_old_python_is_refused_with_what_to_do():
    with pytest.raises(SetupError, match=r"3\.11 or newer.*3\.9"):
        check_python((3, 9))


def test_what_is_installed_as_pinned_is_not_installed_again(checkout: Path):
    assert not is_installed("stack")
    stamp("stack").write_text(fingerprint("stack"))
    assert is_installed("stack")
    assert not is_installed("dev")


def test_the_development_packages_include_those_of_the_stack(checkout: Path):
    stamp("dev").write_text(fingerprint("dev"))
    assert is_installed("dev")
    assert is_installed("stack")


@pytest.mark.parametrize("name", ["stack", "model", "bootstrap"])
def test_a_changed_pin_is_installed(checkout: Path, name: str):
    stamp("stack").write_text(fingerprint("stack"))
    (checkout / "requirements" / f"{name}.txt").write_text("another version")
    assert not is_installed("stack")


def test_another_python_is_another_environment(checkout: Path, monkeypatch: pytest.MonkeyPatch):
    stamp("stack").write_text(fingerprint("stack"))
    monkeypatch.setattr(sys, "version", "3.14.0 something else")
    assert not is_installed("stack")


def test_an_environment_without_its_interpreter_counts_as_none(checkout: Path):
    stamp("stack").write_text(fingerprint("stack"))
    (checkout / ".venv" / "bin" / "python").unlink()
    assert not is_installed("stack")


def test_the_users_settings_for_pip_are_read_and_the_environments_win(checkout: Path, monkeypatch: pytest.MonkeyPatch):
    listing = (
        ":env:.find-links='/wheels'\nglobal.find-links='/old'\nglobal.extra-index-url='https://a/simple\\nfile:///b'\n"
    )
    monkeypatch.setattr(install, "run", lambda *_: (0, listing))
    assert pip_settings() == {"find-links": "/wheels", "extra-index-url": "https://a/simple file:///b"}


def test_pips_settings_are_given_to_uv_by_its_own_names(monkeypatch: pytest.MonkeyPatch):
    for name in ("UV_DEFAULT_INDEX", "UV_FIND_LINKS", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)
    settings = uv_settings({"index-url": "https://mirror/simple", "find-links": "/a /b", "cert": "/ca.pem"})
    assert settings["UV_DEFAULT_INDEX"] == "https://mirror/simple"
    assert settings["UV_FIND_LINKS"] == "/a,/b"
    assert settings["SSL_CERT_FILE"] == "/ca.pem"
    assert "UV_NO_INDEX" not in settings


def test_what_the_user_set_for_uv_itself_stays(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://chosen/simple")
    assert "UV_DEFAULT_INDEX" not in uv_settings({"index-url": "https://mirror/simple"})


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES: hash mismatch", "Do not install it"),
        ("ERROR: No matching distribution found for uv", "no package for this Python"),
        ("connection refused", "in reach"),
    ],
)
def test_each_kind_of_failure_has_its_advice(output: str, words: str):
    assert words in advice(output)


def test_when_uv_fails_pip_installs_the_same_pins(checkout: Path, monkeypatch: pytest.MonkeyPatch):
    commands: list[list[str]] = []

    def run(command: list[str], environment: dict[str, str]) -> tuple[int, str]:
        commands.append(command)
        return (1 if command[0].endswith("uv") else 0), ""

    (checkout / ".venv" / "bin" / "uv").touch()
    monkeypatch.setattr(install, "run", run)
    install.install_packages([checkout / "requirements" / "stack.txt"], [])
    assert commands[-1][1:4] == ["-m", "pip", "install"]
    assert "--require-hashes" in commands[-1]


def test_when_both_fail_the_advice_is_given(checkout: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(install, "run", lambda *_: (1, "No space left on device"))
    with pytest.raises(SetupError, match="disk is full"):
        install.install_packages([checkout / "requirements" / "stack.txt"], [])


def test_the_installer_needs_nothing_but_the_standard_library():
    source = Path(install.__file__).read_text(encoding="utf-8")
    imported = {line.split()[1].split(".")[0] for line in source.splitlines() if line.startswith(("import ", "from "))}
    assert imported <= sys.stdlib_module_names


def test_the_project_is_importable_from_a_folder_of_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root = tmp_path / "mein Projekt ü"
    (root / "layers" / "shared").mkdir(parents=True)
    monkeypatch.setattr(install, "ROOT", root)
    monkeypatch.setattr(install, "ENVIRONMENT", root / ".venv")
    packages = Path(install.sysconfig.get_paths(vars={"base": str(root / ".venv")})["purelib"])
    packages.mkdir(parents=True)
    (root / ".venv" / "bin").mkdir()
    install.install_project()
    lines = (packages / "resumate-dev.pth").read_text(encoding="ascii").splitlines()
    assert [(packages / line).resolve() for line in lines] == [root / "layers" / "shared", root]
    command = root / ".venv" / "bin" / "resumate"
    assert command.stat().st_mode & 0o111
    assert f"'{root}/.venv/bin/python' -m devstack" in command.read_text(encoding="utf-8")
