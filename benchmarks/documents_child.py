"""Measures what a user waits for: a resume parsed, sectioned and chunked in the child, first and only document of its life.

    make bench-documents-child
    python benchmarks/documents_child.py --folder resumes

The child is started ahead of time, as it is in production, so its start is not in the figures but in a line of its own.
Wall-clock and processor milliseconds, from the first byte of the document to the whole answer, and the most memory that
the child held. Without a folder it reads two-page resumes of fictional people.
"""

import argparse
import io
import os
import statistics
import struct
import sys
import time
from pathlib import Path
from typing import IO

import msgspec
import pypdf

from resumate import limits
from resumate.documents.cage import Cage
from resumate.documents.messages import TAKEN, Request
from tests.documents import held_memory
from tests.documents.pdf_layouts import sidebar_left, single_column, two_columns, two_pages
from tests.documents.people import EVERYBODY

_REPEATS = 5
_CALM = 6  # looks in a row at which the child slept


def two_page_resumes() -> list[tuple[str, bytes]]:
    """Return resumes of two pages: what people have two pages of, and one page joined to another."""
    found = [(f"two pages, {person.name}", two_pages(person).data) for person in EVERYBODY]
    for layout in (single_column, sidebar_left, two_columns):
        for person in EVERYBODY:
            writer = pypdf.PdfWriter(clone_from=io.BytesIO(layout(person).data))
            writer.append(io.BytesIO(two_pages(person).data), pages=(1, 2))
            held = io.BytesIO()
            writer.write(held)
            found.append((f"{layout.__name__.replace('_', ' ')}, {person.name}", held.getvalue()))
    return found


class Measured(Cage):
    """A cage that tells how long its child took, ready and reading, and how much memory it held."""

    def measure(self, data: bytes) -> tuple[float, float, float, int]:
        """Return (milliseconds to be ready, wall milliseconds, processor milliseconds, KiB held at most) of one document."""
        began = time.perf_counter()
        child = self._start()
        assert child.stdin is not None and child.stdout is not None  # noqa: S101, PT018 - both are pipes
        _wait_until_blocked(child.pid)
        ready, used = time.perf_counter(), _processor_seconds(child.pid)
        body = msgspec.msgpack.encode(Request(data, "resume.pdf"))
        start = time.perf_counter()
        child.stdin.write(struct.pack(">I", len(body)) + body)
        head = _exactly(child.stdout, len(TAKEN) + 4)
        written = head + _exactly(child.stdout, struct.unpack(">I", head[-4:])[0])
        taken = time.perf_counter() - start  # as the cage has it: what the child does after its answer is nobody's wait
        written += child.stdout.read()
        child.stdin.close()
        child.stdout.close()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        assert written.startswith(TAKEN) and child.returncode == 0, "the child failed"  # noqa: S101, PT018 - a measurement
        spent = usage.ru_utime + usage.ru_stime - used
        return 1000 * (ready - began), 1000 * taken, 1000 * spent, held_memory.split(written)[1]


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    """Read so many bytes, or what there is before the other end closes; the pipe is not buffered."""
    parts = []
    while size > 0 and (part := pipe.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _wait_until_blocked(pid: int) -> None:
    """Wait until the child has imported everything and sleeps at the pipe; on a busy machine it may pause before that."""
    calm, before = 0, -1.0
    while calm < _CALM:
        time.sleep(0.05)
        now = _processor_seconds(pid)
        asleep = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "S"
        calm = calm + 1 if asleep and now == before and now > 0 else 0
        before = now


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="a folder of PDFs")
    arguments = parser.parse_args()
    found = sorted(arguments.folder.glob("*.pdf")) if arguments.folder else []
    samples = [(path.name, path.read_bytes()) for path in found] or two_page_resumes()
    cage, rows = Measured(boot=held_memory.BOOT), []
    print(f"{'resume':<44}{'wall ms':>9}{'cpu ms':>9}{'MiB':>7}")
    for name, data in samples:
        runs = [cage.measure(data) for _ in range(_REPEATS)]
        rows.append([statistics.median(column) for column in zip(*runs, strict=True)])
        print(f"{name[:43]:<44}{rows[-1][1]:>9.1f}{rows[-1][2]:>9.1f}{rows[-1][3] / 1024:>7.0f}")
    ready, wall, cpu, memory = (statistics.median(column) for column in zip(*rows, strict=True))
    most = max(row[3] for row in rows) / 1024
    print(f"{'median':<44}{wall:>9.1f}{cpu:>9.1f}{memory / 1024:>7.0f}")
    allowed = limits.PARSE_MEMORY_BYTES / limits.MIB
    print(f"ready after {ready:.0f} ms, waited for by nobody; at most {most:.0f} MiB of {allowed:.0f}")
    print(f"load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
