"""The cage: whatever a file does, the caller lives, the next parse works, and nothing is left behind."""

import json
import os
import signal
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec
import pytest

from resumate.documents.cage import Cage
from resumate.documents.messages import Answer, Request
from resumate.documents.read import read_document
from resumate.errors import Code, DocumentError
from resumate.limits import PARSE_MEMORY_BYTES
from tests.documents import held_memory
from tests.documents.docx_layouts import everything
from tests.documents.hostile import CASES, one_page, operator_flood, shown
from tests.documents.pdf_layouts import sidebar_left, two_columns, two_pages
from tests.documents.people import ENGINEER

GOOD = one_page(shown("Maya Lindqvist", "Skills", "Python and SQL"))
_PATH = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
_TAKE = "import os; from resumate.documents import child; header = child._take(0, 4); os.write(1, b'\\x06'); "


@pytest.fixture
def cage():
    made: list[Cage] = []

    def make(**how: object) -> Cage:
        made.append(Cage(**how))  # type: ignore[arg-type]  # the arguments of Cage
        return made[-1]

    yield make
    for one in made:
        one.close()


def code_of(cage: Cage, data: bytes, name: str = "resume.pdf") -> Code | None:
    try:
        cage.read(data, name)
    except DocumentError as error:
        return error.code
    return None


def children() -> set[int]:
    """Ids of this process's children, zombies included."""
    tasks = Path("/proc/self/task")
    return {int(pid) for task in tasks.iterdir() for pid in (task / "children").read_text().split()}


def memory() -> int:
    """Resident memory of this process in KiB."""
    (line,) = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1])


def most_memory(data: bytes, name: str) -> int:
    """KiB of memory that a child held at most while it read one document; it must answer with the document."""
    paths = json.dumps([os.path.abspath(path) for path in sys.path])  # noqa: PTH100 - a string for the child
    message = msgspec.msgpack.encode(Request(data, name))
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-B", "-c", held_memory.BOOT, paths],
        input=struct.pack(">I", len(message)) + message,
        capture_output=True,
        check=True,
    )
    answer, held = held_memory.split(done.stdout)
    assert msgspec.msgpack.decode(answer[5:], type=Answer).document is not None
    return held


def test_a_child_reads_what_we_would_read(cage):
    """Given a resume, the document from the child equals the one read in this process."""
    data = two_columns(ENGINEER).data
    assert cage().read(data, "resume.pdf") == read_document(data, "resume.pdf")


def test_codes_and_messages_come_back(cage):
    with pytest.raises(DocumentError) as caught:
        cage().read(b"", "resume.pdf")
    assert caught.value.code is Code.EMPTY
    assert "empty" in caught.value.message


def test_large_files_go_through_the_pipes(cage):
    """Given more bytes than a pipe holds, in either direction, nothing blocks."""
    padding = b"%" + b"x" * 6_000_000 + b"\n"
    assert (
        cage().read(GOOD.replace(b"%PDF-1.7\n", b"%PDF-1.7\n" + padding), "resume.pdf").contact.name == "Maya Lindqvist"
    )
    text = "\n".join(f"- line number {n} of a long list" for n in range(5_000))
    assert len(cage().read(f"Ann Lee\nSkills\n{text}".encode(), "resume.txt").lines) == 5_002


def test_a_child_that_never_answers_is_ended_in_time(cage):
    """Given a child that sleeps, the answer is `limit` at the deadline, and the next document is read."""
    slow = cage(seconds=0.7, boot=_PATH + "import time; time.sleep(60)")
    start = time.monotonic()
    assert code_of(slow, GOOD) is Code.LIMIT
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    ("boot", "expected"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", Code.INTERNAL),
        ("import os, signal; os.kill(os.getpid(), signal.SIGABRT)", Code.LIMIT),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", Code.CORRUPT),
        ("raise RuntimeError('boom')", Code.INTERNAL),
        ("import os; os.write(1, b'\\x00\\x00\\x00\\x09half')", Code.INTERNAL),
        ("import os; os.write(1, b'\\x00\\x00\\x00\\x03\\xc1\\xc1\\xc1')", Code.INTERNAL),
        ("pass", Code.INTERNAL),
        ("os._exit(3)", Code.INTERNAL),
    ],
)
def test_a_child_that_dies_is_a_code(cage, boot, expected):
    assert code_of(cage(seconds=10, boot=_PATH + _TAKE + boot), GOOD) is expected


def test_a_child_killed_from_outside_is_a_code(cage):
    """Given kill -9 while the child reads, the caller gets `internal` and the next document is read."""
    waiting = cage(boot=_PATH + _TAKE + "import time; time.sleep(60)")
    waiting.warm()
    before = children()
    killer = threading.Timer(1.0, lambda: [os.kill(pid, signal.SIGKILL) for pid in before])
    killer.start()
    assert code_of(waiting, GOOD) is Code.INTERNAL


def test_a_dead_spare_is_replaced(cage):
    """Given a waiting child that died, the next document still gets a living one."""
    one = cage()
    one.warm()
    for child in one._spares:
        child.kill()
    assert code_of(one, GOOD) is None


def test_a_child_that_cannot_start_is_a_code(cage):
    """Given a broken program, two children die before they take the document, and the caller gets `internal`."""
    assert code_of(cage(boot="raise SystemExit(1)"), GOOD) is Code.INTERNAL


def test_memory_ends_at_the_limit(cage):
    """Given two million operators in eighteen kilobytes, the child ends within its memory and well under ten seconds."""
    start = time.monotonic()
    assert code_of(cage(), operator_flood()) in {Code.LIMIT, Code.TOO_MUCH_TEXT}
    assert time.monotonic() - start < 10


def test_the_child_has_limits_and_no_credentials(cage, monkeypatch):
    """Given secrets in our environment, the child sees none, may use 512 MiB, and cannot write a file."""
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    probe = (
        "import os, resource; child._limit(); ok = 'AWS_SECRET_ACCESS_KEY' not in os.environ; "
        "ok &= resource.getrlimit(resource.RLIMIT_AS)[0] == 512 << 20; "
        "ok &= resource.getrlimit(resource.RLIMIT_FSIZE)[0] == 0; ok &= resource.getrlimit(resource.RLIMIT_CORE)[0] == 0; "
        "from resumate.documents.messages import Answer; import msgspec, struct; "
        "packed = msgspec.msgpack.encode(Answer(code='gone' if ok else 'internal')); os.write(1, struct.pack('>I', len(packed)) + packed)"
    )
    assert code_of(cage(boot=_PATH + _TAKE + probe), GOOD) is Code.GONE


def test_every_hostile_file_ends_in_its_code_and_leaves_nothing(cage, tmp_path, monkeypatch):
    """Given every hostile file in one process, small ones again: right codes, no growth, no zombie, no file left behind."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    one = cage()
    one.warm()
    made = [(name, make(), codes) for name, make, codes in CASES]
    start, before = memory(), children()
    for name, data, codes in made + [case for case in made if len(case[1]) < 300]:
        began = time.monotonic()
        found = code_of(one, data, name)
        assert found in codes or (found is None and not codes), name
        assert time.monotonic() - began < 10, name
    assert one.read(GOOD, "resume.pdf").contact.name == "Maya Lindqvist"
    one.close()
    assert memory() - start < 50 * 1024
    assert children() <= before
    assert list(tmp_path.iterdir()) == []


def test_documents_at_once_do_not_wait_for_each_other(cage):
    one = cage()
    found: list[str | None] = []
    threads = [
        threading.Thread(target=lambda: found.append(one.read(GOOD, "resume.pdf").contact.name)) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["Maya Lindqvist"] * 4


def test_the_parent_imports_no_reader():
    """Given an isolated interpreter, importing the cage brings in neither pdfium, pypdf nor lxml."""
    probe = (
        "import sys, json; sys.path[:] = json.loads(sys.argv[1]); import resumate.documents.cage, resumate.documents.masking; "
        "print([m for m in ('pypdfium2', 'pypdf', 'docx', 'lxml') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", probe, json.dumps(sys.path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_forked_process_leaves_the_parents_spare_alone(cage):
    """Given a fork after warming, the copy starts a child of its own and the parent's spare still serves the parent."""
    one = cage()
    one.warm()
    pid = os.fork()
    if not pid:
        os._exit(0 if one.read(GOOD, "resume.pdf").contact.name == "Maya Lindqvist" else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert one.read(GOOD, "resume.pdf").contact.name == "Maya Lindqvist"


def test_three_times_over_in_one_warm_process_nothing_grows(cage, tmp_path, monkeypatch):
    """Given small hostile files and good ones three times over, codes stay the same, memory too, and no child is left."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    one = cage()
    files = [(name, data) for name, make, _ in CASES if len(data := make()) < 3_000] + [("resume.pdf", GOOD)]
    rounds, sizes = [], []
    for _ in range(3):
        rounds.append([code_of(one, data, name) for name, data in files])
        sizes.append(memory())
    assert rounds[0] == rounds[1] == rounds[2]
    assert rounds[0][-1] is None
    assert sizes[2] - sizes[0] < 5 * 1024
    one.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("layout", [two_columns, sidebar_left, two_pages], ids=lambda layout: layout.__name__)
def test_a_resume_needs_a_fraction_of_the_memory_it_may_use(layout):
    """Given ordinary resumes, the child that read one never held more than 80 percent of its limit."""
    held = most_memory(layout(ENGINEER).data, "resume.pdf")
    assert held < 0.8 * PARSE_MEMORY_BYTES / 1024


def test_the_memory_of_a_child_is_its_own_and_not_that_of_a_large_parent():
    """Given a parent that holds as much as the child may, what the child is said to have held stays what it was."""
    before = most_memory(GOOD, "resume.pdf")
    weight = bytearray(b"\1") * PARSE_MEMORY_BYTES
    beside = most_memory(GOOD, "resume.pdf")
    assert len(weight) == PARSE_MEMORY_BYTES
    assert abs(beside - before) < 0.2 * before


def test_a_full_disk_stops_no_reading(cage, tmp_path, monkeypatch):
    """Given a temporary folder that takes nothing, documents are read and refused as ever: nothing is written anywhere."""
    full = tmp_path / "full"
    full.mkdir(mode=0o500)
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, "/dev/full" if os.geteuid() == 0 else str(full))
    one = cage()
    assert one.read(two_columns(ENGINEER).data, "resume.pdf").contact.name == ENGINEER.name
    assert one.read(everything(ENGINEER).data, "resume.docx").contact.name == ENGINEER.name
    assert code_of(one, b"%PDF-1.4\n") is Code.CORRUPT
