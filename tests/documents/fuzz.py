"""Damages files at random for as long as one likes; anything but a sound document or a coded failure is printed and kept.

    make fuzz                          ten minutes, over documents that the repository makes itself
    make fuzz MINUTES=1 ARGS="--folder resumes --seed 7"

Hypothesis' own fuzzing (`tests/unit/documents/test_fuzz.py`) runs first, with more examples than usual. Then files are
damaged and read in this process, where nothing hides an exception; should a library end the process, that is a finding
too, which in production the cage turns into a code. The same seed damages the same files in the same way. The exit code
is 1 where something was found.
"""

import argparse
import logging
import os
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from resumate.documents.read import read_document
from resumate.errors import Code, DocumentError
from tests.documents.docx_extras import with_smart_art
from tests.documents.docx_layouts import LAYOUTS as DOCX_LAYOUTS
from tests.documents.hostile import CASES
from tests.documents.pdf_extras import filled_form, turned_rail
from tests.documents.pdf_layouts import LAYOUTS
from tests.documents.people import ENGINEER, EVERYBODY

CODES = {
    Code.EMPTY, Code.UNSUPPORTED_TYPE, Code.ENCRYPTED, Code.NO_TEXT, Code.CORRUPT, Code.ENCODING, Code.TOO_MANY_PAGES,
    Code.TOO_MUCH_TEXT, Code.LIMIT,
}  # fmt: skip
SLOW_SECONDS = 10.0
LARGEST_SEED = 400_000
MOST_MEMORY = 2 << 30
# What a byte-wise change seldom hits: the words and numbers that the formats are made of.
TOKENS = (
    b"/Length 99999999", b"/Kids [3 0 R]", b"/Filter /FlateDecode", b"<< >>", b"endobj", b"stream\n", b" 0 R", b"/Rotate 90", b"-1", b"1e38",
    b"\xff\xfe", b"PK\x03\x04", b"PK\x01\x02", b"<w:p>", b"</w:tbl>", b"&#0;", b"\x00", b"\xf0\x9f\x98\x80", b"\xe2\x80\xae",
)  # fmt: skip
Damage = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def flip(chance: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    """Change a few bytes."""
    del seeds
    changed = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(chance: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    """Take a piece out."""
    del seeds
    first, last = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
    return data[:first] + data[last:]


def insert(chance: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    """Put words of the formats in."""
    del seeds
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(data))
        data = data[:place] + chance.choice(TOKENS) + data[place:]
    return data


def splice(chance: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    """Join the head of one file to the tail of another."""
    other = chance.choice(seeds)
    return data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]


def repeat(chance: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    """Say a piece many times."""
    del seeds
    first = chance.randrange(len(data))
    piece = data[first : first + chance.randint(1, 400)]
    return data[:first] + piece * chance.randint(2, 50) + data[first:]


def renumber(chance: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    """Change figures, which are lengths, references and sizes."""
    del seeds
    changed = bytearray(data)
    places = [i for i, byte in enumerate(data) if 0x30 <= byte <= 0x39]
    for place in chance.sample(places, min(len(places), chance.randint(1, 20))):
        changed[place] = chance.randrange(0x30, 0x3A)
    return bytes(changed)


DAMAGES: tuple[Damage, ...] = (flip, cut, insert, splice, repeat, renumber)


def seeds_of(folder: Path | None) -> list[bytes]:
    """Return the files to damage: those of a folder, and what the repository makes itself."""
    made = [layout(person).data for layout in (*LAYOUTS, *DOCX_LAYOUTS) for person in EVERYBODY]
    made += [
        filled_form({"Name": (700.0, "Maya Lindqvist")}),
        turned_rail(ENGINEER),
        with_smart_art(("A",), ("B",), ("C",)),
    ]
    made += [data for _, make, codes in CASES if not codes and 0 < len(data := make()) < LARGEST_SEED]
    found = [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()] if folder else []
    return made + [data for data in found if 0 < len(data) < LARGEST_SEED]


def verdict(data: bytes, name: str) -> str:
    """Return what came of a file: "document", a code, or what should not have happened."""
    began = time.process_time()
    try:
        document = read_document(data, name)
    except DocumentError as error:
        said = error.code.value if error.code in CODES else f"FOUND code {error.code.value}"
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return f"FOUND {type(error).__name__}: {error}"
    else:
        numbers = [n for section in document.sections for n in range(section.first_line, section.last_line + 1)]
        sound = numbers == [line.number for line in document.lines] and bool(document.chunks)
        said = "document" if sound else "FOUND a document that is not sound"
    slow = time.process_time() - began > SLOW_SECONDS
    return f"FOUND {said} after more than {SLOW_SECONDS:.0f} seconds" if slow and len(data) < LARGEST_SEED else said


def damage(seconds: float, seeds: Sequence[bytes], seed: int, keep: Path) -> Counter[str]:
    """Damage and read until the time is over; return how often what came of it."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable choice, not a secret
    tally: Counter[str] = Counter()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        data = chance.choice(seeds)
        for _ in range(chance.randint(1, 3)):
            data = chance.choice(DAMAGES)(chance, data, seeds) or b"\n"
        found = verdict(data, chance.choice(("a.pdf", "a.docx", "a.txt", "a.md")))
        tally["FOUND" if found.startswith("FOUND") else found] += 1
        if found.startswith("FOUND"):
            keep.mkdir(parents=True, exist_ok=True)
            path = keep / f"found-{tally['FOUND']}.bin"
            path.write_bytes(data)
            print(f"{found}\n    kept as {path}")
    return tally


def hypothesis(examples: int) -> int:
    """Run the tests of hypothesis with more examples than usual; return their exit code."""
    command = [sys.executable, "-m", "pytest", "-q", "--timeout=0", "tests/unit/documents/test_fuzz.py"]
    environment = {**os.environ, "RESUMATE_FUZZ_EXAMPLES": str(examples)}
    return subprocess.run(command, check=False, env=environment).returncode


def main() -> int:
    """Read the arguments, fuzz, print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--folder", type=Path, help="files to damage besides the repository's own")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument(
        "--keep", type=Path, default=Path(".hypothesis/found"), help="where files that found something are kept"
    )
    parser.add_argument("--examples", type=int, default=400, help="of hypothesis, a test; 0 leaves it out")
    arguments = parser.parse_args()
    logging.disable()  # what pypdf thinks of damaged files is no finding
    failed = hypothesis(arguments.examples) if arguments.examples else 0
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, resource.RLIM_INFINITY))
    seeds = seeds_of(arguments.folder)
    print(f"{len(seeds)} files, seed {arguments.seed}, {arguments.minutes:g} minutes")
    tally = damage(60 * arguments.minutes, seeds, arguments.seed, arguments.keep)
    for name, count in tally.most_common():
        print(f"{name:24}{count:8}")
    print(f"{sum(tally.values())} files read")
    return 1 if failed or tally["FOUND"] else 0


if __name__ == "__main__":
    sys.exit(main())
