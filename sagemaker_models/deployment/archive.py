"""Packs `model.tar.gz` archives: the same files give the same archive, whoever packs them, wherever and whenever.

So the SHA-256 of an archive names it: an archive that is in the bucket already is not uploaded again, and an endpoint
that runs it already is not touched.
"""

import gzip
import hashlib
import io
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

Files = dict[str, bytes]
_SKIPPED = frozenset({"__pycache__", ".DS_Store"})


@dataclass(frozen=True, slots=True)
class Archive:
    """A packed model.

    Attributes:
        name: whose it is: embedding, composer, llm.
        content: the bytes of the ``.tar.gz``.
        sha256: names it; of what is packed, before compression, which differs between versions of zlib.
    """

    name: str
    content: bytes
    sha256: str

    @property
    def key(self) -> str:
        """Where it lies in the bucket."""
        return f"models/{self.name}/{self.sha256}.tar.gz"


def pack(name: str, files: Mapping[str, bytes]) -> Archive:
    """Return the archive of these files, given by their paths inside of it; no time, owner or order gets in."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path in sorted(files):
            entry = tarfile.TarInfo(path)
            entry.size = len(files[path])
            entry.mode = 0o644
            archive.addfile(entry, io.BytesIO(files[path]))
    content = packed.getvalue()
    return Archive(name, gzip.compress(content, compresslevel=6, mtime=0), hashlib.sha256(content).hexdigest())


def read_archive(name: str, path: Path) -> Archive:
    """Return an archive that was packed into a file; raises OSError when it is not there or not whole."""
    content = path.read_bytes()
    return Archive(name, content, hashlib.sha256(gzip.decompress(content)).hexdigest())


def folder_files(folder: Path, prefix: str = "") -> Files:
    """Return the files below a folder by their paths, without byte code."""
    return {
        prefix + path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not _SKIPPED.intersection(path.parts) and path.suffix != ".pyc"
    }


def wheel_files(wheels: Iterable[Path], prefix: str) -> Files:
    """Return what installing these wheels into one folder would put there; they need no compiler and no script."""
    files: Files = {}
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            files |= {prefix + name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    return files
