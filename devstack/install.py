"""Sets up the environment: run by `make` with whichever Python it found, before anything is installed.

Standard library alone. `.venv` gets the pinned packages of one group with their hashes checked, the project itself by
a path file, and the `resumate` command. uv installs in seconds what takes pip a minute; when uv cannot be had or
fails, pip installs the same pins. A stamp of the requirement files makes a second run cost nothing.
"""

import ast
import hashlib
import os
import subprocess
import sys
import sysconfig
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements"
GROUPS = {"stack": ("stack",), "dev": ("dev", "stack")}
"""What satisfies a request: the packages of `dev` include those of `stack`."""

LEAST_PYTHON = (3, 11)
MODEL = REQUIREMENTS / "model.txt"
BOOTSTRAP = REQUIREMENTS / "bootstrap.txt"


class SetupError(Exception):
    """Set-up cannot go on; the text says what to do."""


def main(arguments: list[str]) -> int:
    """Install one group, `stack` or `dev`; return the exit code."""
    group = arguments[0] if arguments else "stack"
    try:
        check_python()
        install(group)
    except SetupError as error:
        print(f"\nSet-up failed: {error}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("\nSet-up was stopped; the next run goes on.", file=sys.stderr)
        return 130
    return 0


def check_python(version: tuple[int, int] = sys.version_info[:2]) -> None:
    """Refuse a Python that is too old."""
    if version < LEAST_PYTHON:
        raise SetupError(f"Python 3.11 or newer is needed, and this is {version[0]}.{version[1]}. Install a newer one.")


def install(group: str) -> None:
    """Bring `.venv` to the pins of a group unless it is there already."""
    if is_installed(group):
        return
    begun = time.monotonic()
    say(f"Setting up the environment ({group}); this is done once.")
    stamp(group).unlink(missing_ok=True)
    ensure_environment()
    install_packages([REQUIREMENTS / f"{group}.txt"], [])
    install_packages([MODEL], ["--no-deps"])
    install_project()
    stamp(group).write_text(fingerprint(group), encoding="ascii")
    say(f"Set up in {time.monotonic() - begun:.0f} s.")


def is_installed(group: str) -> bool:
    """Return whether this group, or one that includes it, is installed as pinned."""
    for candidate in ("stack", "dev"):
        if group in GROUPS[candidate] and python_path().exists():
            try:
                if stamp(candidate).read_text(encoding="ascii") == fingerprint(candidate):
                    return True
            except OSError:
                continue
    return False


def fingerprint(group: str) -> str:
    """Return a digest of all that decides what is installed; another Python means another environment."""
    digest = hashlib.sha256(f"{sys.version}{ROOT}".encode())
    for path in (REQUIREMENTS / f"{group}.txt", MODEL, BOOTSTRAP, Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def stamp(group: str) -> Path:
    """Return the file that says what is installed."""
    return ENVIRONMENT / f"installed-{group}"


def python_path() -> Path:
    """Return the environment's interpreter."""
    return ENVIRONMENT / "bin" / "python"


def ensure_environment() -> None:
    """Make `.venv` with this Python, anew when it was made with another."""
    if runs_this_python():
        return
    with Step("creating .venv"):
        try:
            venv.EnvBuilder(with_pip=True, clear=ENVIRONMENT.exists(), symlinks=True).create(ENVIRONMENT)
        except (subprocess.CalledProcessError, SystemExit) as error:
            raise SetupError(
                "this Python cannot make environments. On Debian and Ubuntu: apt install python3-venv"
            ) from error
        except OSError as error:
            raise SetupError(f"{error.filename or ENVIRONMENT} cannot be written: {error.strerror}.") from error


def runs_this_python() -> bool:
    """Return whether `.venv` works and has this very version, with pip."""
    command = [str(python_path()), "-c", "import pip, sys; print(sys.version)"]
    try:
        answer = subprocess.run(  # noqa: S603  # our own interpreter, no shell
            command, capture_output=True, text=True, check=True, env=clean_environment()
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    return answer.stdout.strip() == sys.version


def install_packages(files: list[Path], options: list[str]) -> None:
    """Install requirement files with hashes checked: by uv, else by pip."""
    names = ", ".join(path.name for path in files)
    arguments = ["--require-hashes", *options]
    for path in files:
        arguments += ["-r", str(path)]
    uv = ensure_uv()
    if uv is not None:
        with Step(f"installing {names}"):
            command = [str(uv), "pip", "install", "--quiet", "--python", str(python_path()), *arguments]
            code, output = run(command, clean_environment() | uv_settings(pip_settings()))
        if code == 0:
            return
        say(f"  uv could not install them, pip tries:\n{indent(output)}")
    with Step(f"installing {names} with pip, which takes a minute or two"):
        code, output = run([str(python_path()), "-m", "pip", "install", "--quiet", *arguments], clean_environment())
    if code != 0:
        raise SetupError(f"the packages of {names} cannot be installed:\n{indent(output)}\n{advice(output)}")


def ensure_uv() -> Path | None:
    """Return uv in the environment, installed by pip with its hash checked; nothing when it cannot be had."""
    uv = ENVIRONMENT / "bin" / "uv"
    if not uv.exists():
        with Step("installing uv"):
            command = [str(python_path()), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(BOOTSTRAP)]
            run(command, clean_environment())
    return uv if uv.exists() else None


def install_project() -> None:
    """Make the package, the functions and this package importable, and write the `resumate` command.

    A path file instead of an editable install: it needs no build tool, and so no network.
    """
    paths = sysconfig.get_paths(vars={"base": str(ENVIRONMENT), "platbase": str(ENVIRONMENT)})
    packages = Path(paths["purelib"])
    # Relative, and so plain ASCII whatever the checkout is called: Python reads the file in the locale's encoding.
    lines = [os.path.relpath(place, packages) for place in (ROOT / "layers" / "shared", ROOT)]
    (packages / "resumate-dev.pth").write_text("\n".join(lines) + "\n", encoding="ascii")
    command = ENVIRONMENT / "bin" / "resumate"
    text = f"#!/bin/sh\nexec '{python_path()}' -m devstack \"$@\"\n"
    command.write_text(text, encoding="utf-8")
    command.chmod(0o755)


def pip_settings() -> dict[str, str]:
    """Return the user's pip settings by name (index-url, find-links, …): a company's mirror must serve uv too."""
    code, output = run([str(python_path()), "-m", "pip", "config", "list"], clean_environment())
    settings: dict[str, str] = {}
    if code == 0:
        # The environment comes last here, because there it wins, as for pip itself.
        for line in sorted(output.splitlines(), key=lambda line: line.startswith(":env:")):
            name, _, value = line.partition("=")
            if value:
                # A Python string; several values of one setting stand on lines of their own.
                settings[name.rpartition(".")[2]] = " ".join(str(ast.literal_eval(value)).split())
    return settings


def uv_settings(pip: dict[str, str]) -> dict[str, str]:
    """Return uv's variables that mean what pip's settings mean."""
    renamed = {
        "UV_DEFAULT_INDEX": pip.get("index-url", ""),
        "UV_INDEX": pip.get("extra-index-url", ""),
        "UV_FIND_LINKS": ",".join(pip.get("find-links", "").split()),
        "UV_NO_INDEX": "1" if pip.get("no-index", "").lower() in {"1", "true", "yes", "on"} else "",
        "UV_INSECURE_HOST": pip.get("trusted-host", ""),
        "SSL_CERT_FILE": pip.get("cert", ""),
        "UV_HTTP_TIMEOUT": pip.get("timeout", pip.get("default-timeout", "")),
        # Every index counts alike, as for pip; the hashes decide what is right.
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_NO_CONFIG": "1",
    }
    # What is set for uv itself is somebody's decision already.
    return {name: value for name, value in renamed.items() if value and name not in os.environ}


def clean_environment() -> dict[str, str]:
    """Return the environment without what would lead pip or Python to another place."""
    drop = {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_REQUIRE_VIRTUALENV", "VIRTUAL_ENV"}
    kept = {name: value for name, value in os.environ.items() if name not in drop and not name.startswith("__PYVENV")}
    return kept | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}


def run(command: list[str], environment: dict[str, str]) -> tuple[int, str]:
    """Run a program; return its exit code and all it printed."""
    answer = subprocess.run(  # noqa: S603  # pip and uv, no shell
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    return answer.returncode, answer.stdout + answer.stderr


def advice(output: str) -> str:
    """Return what to do about a failed installation."""
    if "No space left" in output:
        return "The disk is full: about 1.5 GB are needed."
    if "hash" in output.lower() and "mismatch" in output.lower():
        return "A package is not the one that was pinned. Do not install it; ask whoever runs your package index."
    if "No matching distribution" in output or "no wheels" in output:
        return "There is no package for this Python and system; Python 3.11 to 3.13 on Linux are known to work."
    return "Is the package index in reach? pip's own settings (PIP_INDEX_URL, pip.conf) are used."


def indent(text: str) -> str:
    """Return the last lines of an output, set off."""
    return "\n".join(f"    {line}" for line in text.strip().splitlines()[-12:])


def say(text: str) -> None:
    """Print to stderr, so that results of commands stay clean."""
    print(text, file=sys.stderr, flush=True)


class Step:
    """Says how long a step took."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __enter__(self) -> None:
        """Announce it."""
        self._begun = time.monotonic()
        say(f"  … {self._text}")

    def __exit__(self, *_: object) -> None:
        """Say its time."""
        say(f"    {time.monotonic() - self._begun:.1f} s")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
