"""Unpacks a layer once instead of once for every function that starts.

MiniStack unpacks all layers for each function, which is a second and 90 MB each time. Archives above
`SHARED_BYTES` are unpacked into a folder named by their SHA-256, and functions get links into it.
"""

import hashlib
import shutil
import tempfile
import types
import zipfile
from pathlib import Path
from typing import Any, Final

SHARED_BYTES: Final = 200_000


class SharedArchive(zipfile.ZipFile):
    """A zip file that unpacks by linking to a shared copy when it is large."""

    shared: Path
    _source: Path | None = None

    def __init__(self, file: Any, *arguments: Any, **options: Any) -> None:
        super().__init__(file, *arguments, **options)
        if isinstance(file, str) and Path(file).stat().st_size > SHARED_BYTES:
            self._source = Path(file)

    def extractall(self, path: Any = None, members: Any = None, pwd: bytes | None = None) -> None:
        """Unpack everything below `path`."""
        if self._source is None or path is None or members is not None:
            super().extractall(path, members, pwd)
            return
        for entry in self._unpacked(self._source).iterdir():
            (Path(path) / entry.name).symlink_to(entry)

    def namelist(self) -> list[str]:
        """Return the names inside; the top level alone for a shared archive, whose unpacking checks every name."""
        names = super().namelist()
        return sorted({name.split("/", 1)[0] for name in names}) if self._source else names

    def _unpacked(self, source: Path) -> Path:
        folder = self.shared / hashlib.sha256(source.read_bytes()).hexdigest()
        if not folder.is_dir():
            self.shared.mkdir(parents=True, exist_ok=True)
            # Another function may start at the same moment: unpack aside, then move into place in one step.
            aside = Path(tempfile.mkdtemp(dir=self.shared))
            # Named in full: left to itself, zipfile would ask the shortened namelist() above.
            super().extractall(aside, super().namelist())
            try:
                aside.rename(folder)
            except OSError:
                shutil.rmtree(aside, ignore_errors=True)
        return folder


def share_unpacked_code(folder: Path) -> None:
    """Make MiniStack unpack large archives into `folder`, once each."""
    from ministack.core import lambda_runtime

    archive = type("Archive", (SharedArchive,), {"shared": folder})
    lambda_runtime.zipfile = types.SimpleNamespace(ZipFile=archive, BadZipFile=zipfile.BadZipFile)
