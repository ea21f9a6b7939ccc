"""`python -m devstack.pins`: checks the requirement files without the network; a part of `make check`.

Every package is pinned with hashes, no file says where packages come from, every file agrees with the others on the
versions, and what is asked for in an ``.in`` file is in the ``.txt`` file made of it.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
FILES: Final = tuple(
    ROOT / name
    for name in (
        "requirements/bootstrap",
        "requirements/stack",
        "requirements/dev",
        "requirements/model",
        "layers/dependencies/requirements",
        "functions/export_letter/requirements",
        "functions/migrate_database/requirements",
    )
)
OWN_ENVIRONMENTS: Final = tuple(ROOT / "requirements" / name for name in ("operators", "audit", "scan"))
"""Installed into environments of their own, so their versions need not agree with those of the others."""

_PIN: Final = re.compile(r"^([a-z0-9][a-z0-9.-]*)==([^\s;\\]+)(?: ; [^\\]+)?(?: \\)?$")
_HASH: Final = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
_NAME: Final = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)")
_PLACES: Final = ("://", "--index-url", "--extra-index-url", "--find-links", "--trusted-host", " @ ")

Pins = dict[str, set[str]]


def main() -> int:
    """Print what is wrong; 1 when anything is."""
    problems = [*problems_of(FILES), *(found for file in OWN_ENVIRONMENTS for found in problems_of([file]))]
    for problem in problems:
        print(problem)
    if not problems:
        print(
            f"{len(FILES) + len(OWN_ENVIRONMENTS)} requirement files are pinned with hashes; those of one environment agree."
        )
    return 1 if problems else 0


def problems_of(files: Sequence[Path]) -> Iterator[str]:
    """Yield one sentence for each thing that is wrong with the files, given without their suffix."""
    versions: Pins = {}
    for file in files:
        text = file.with_suffix(".txt").read_text(encoding="utf-8")
        yield from (f"{file.name}.txt: {place!r} says where packages come from" for place in _PLACES if place in text)
        pins, broken = read_pins(text)
        yield from (f"{file.name}.txt: {line}" for line in broken)
        for name, found in pins.items():
            if versions.setdefault(name, found) != found:
                yield f"{file.name}.txt: {name} is {_words(found)} here and {_words(versions[name])} elsewhere"
        for name in sorted(wanted_names(file.with_suffix(".in")) - pins.keys()):
            yield f"{file.name}.txt: {name} of {file.name}.in is missing; run `make pins`"


def read_pins(text: str) -> tuple[Pins, list[str]]:
    """Return the versions by package, and what is wrong with a line; one package may have several, by marker."""
    pins: Pins = {}
    broken: list[str] = []
    hashes = 1
    current = ""
    for line in text.splitlines():
        found = _PIN.match(line)
        if found:
            broken += [f"{current} has no hash"] if hashes == 0 else []
            current, hashes = found.group(1), 0
            pins.setdefault(current, set()).add(found.group(2))
        elif _HASH.match(line):
            hashes += 1
        elif line and not line.startswith("#"):
            broken.append(f"this line is neither a pin nor a hash: {line[:60]}")
    broken += [f"{current} has no hash"] if hashes == 0 else []
    return pins, broken


def wanted_names(file: Path) -> set[str]:
    """Return the packages that an ``.in`` file asks for, those of files it includes too."""
    names: set[str] = set()
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("-r "):
            names |= wanted_names((file.parent / line[3:].strip()).resolve())
        elif found := _NAME.match(line):
            names.add(re.sub(r"[-_.]+", "-", found.group(1)).lower())
    return names


def _words(versions: set[str]) -> str:
    return " or ".join(sorted(versions))


if __name__ == "__main__":
    sys.exit(main())
