"""How much memory a parsing child held at most, told by the child itself.

`ru_maxrss` cannot tell it: the kernel starts that figure of a new program at the size of the process that started it,
so a small child of a large test run would look as large as the run.
"""

from typing import Final

# What `cage` starts a child with, and after the answer the child's own high-water mark, as eight digits of KiB.
BOOT: Final = (
    "import sys, json, os; sys.path[:] = json.loads(sys.argv[1]); told = os.dup(1); "
    "from resumate.documents.child import main; main(); "
    "held = [line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')]; "
    "os.write(told, held[0].encode().rjust(8))"
)
_DIGITS: Final = 8


def split(written: bytes) -> tuple[bytes, int]:
    """Return (the answer, KiB held at most) of all that a child started with `BOOT` has written."""
    return written[:-_DIGITS], int(written[-_DIGITS:])
