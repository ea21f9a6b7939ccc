"""`make scan`: checkov over the translated template and the nested stacks; fails on any finding that nobody has explained.

A finding that is meant has its reason beside the resource (`Metadata.checkov.skip`). The scanner lives in an environment
of its own, `.venv/scan`, since its pins and those of the laptop home exclude each other.
"""

import hashlib
import json
import os
import shutil
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from devstack.install import (
    ENVIRONMENT,
    REQUIREMENTS,
    ROOT,
    SetupError,
    advice,
    clean_environment,
    indent,
    pip_settings,
    run,
    uv_settings,
)
from devstack.translated import STACKS, translated

SCANNER: Final = ENVIRONMENT / "scan"
PINS: Final = REQUIREMENTS / "scan.txt"
TRANSLATED: Final = ROOT / ".aws-sam" / "scan" / "translated.json"
_OFFLINE: Final = {"BC_SKIP_MAPPING": "TRUE", "LOG_LEVEL": "ERROR"}
"""It would ask its maker for explanations of its rules."""


def main() -> int:
    """Scan; print what is wrong, or how much was looked at; 1 when anything is wrong, 3 when it cannot be looked at."""
    try:
        ensure_scanner()
    except SetupError as error:
        print(f"The scanner cannot be set up: {error}", file=sys.stderr)
        return 3
    code, output = _scanned()
    try:
        found = json.loads(output)
    except ValueError:
        print(f"checkov said nothing that can be read (code {code}):\n{indent(output)}", file=sys.stderr)
        return 3
    problems = list(problems_of(found))
    for problem in problems:
        print(problem)
    summary = found["summary"]
    print(f"checkov: {summary['passed']} passed, {summary['skipped']} explained, {summary['failed']} failed.")
    return 1 if problems or code else 0


def problems_of(found: dict[str, Any]) -> Iterator[str]:
    """Yield a line for each finding in checkov's answer, and for each file that it could not read."""
    for finding in found["results"]["failed_checks"]:
        place = f"{Path(finding['file_path']).name}, {finding['resource']}"
        yield f"{finding['check_id']}: {finding['check_name']}\n    {place}"
    yield from (f"{file} could not be read." for file in found["results"]["parsing_errors"])


def _scanned() -> tuple[int, str]:
    TRANSLATED.parent.mkdir(parents=True, exist_ok=True)
    TRANSLATED.write_text(json.dumps(translated(), indent=1), encoding="utf-8")
    command = [str(SCANNER / "bin" / "python"), "-m", "checkov.main", "--framework", "cloudformation", "--compact"]
    command += [part for file in (TRANSLATED, *STACKS) for part in ("--file", str(file))]
    return run([*command, "--output", "json"], clean_environment() | _OFFLINE)


def ensure_scanner() -> None:
    """Bring `.venv/scan` to its pins, hashes checked, unless it is there; raises `SetupError`."""
    stamp = SCANNER / "installed"
    wanted = hashlib.sha256(sys.version.encode() + PINS.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return
    print("Setting up the scanner; this is done once.", file=sys.stderr)
    uv = ENVIRONMENT / "bin" / "uv"
    shutil.rmtree(SCANNER, ignore_errors=True)
    venv.EnvBuilder(with_pip=not uv.exists(), symlinks=True).create(SCANNER)
    python = str(SCANNER / "bin" / "python")
    if uv.exists():
        command = [str(uv), "pip", "install", "--quiet", "--python", python, "--require-hashes", "-r", str(PINS)]
        code, output = run(command, clean_environment() | uv_settings(pip_settings()))
    else:
        command = [python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(PINS)]
        code, output = run(command, clean_environment())
    if code != 0:
        raise SetupError(f"{indent(output)}\n{advice(output)}")
    stamp.write_text(wanted, encoding="ascii")


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
