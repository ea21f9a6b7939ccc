"""The name an exported letter is saved under, and the header that tells a browser of it (RFC 6266, RFC 8187)."""

import re
import unicodedata
from typing import Final
from urllib.parse import quote

from resumate import limits
from resumate.exports.model import ExportFormat

# What a path, a shell or one of the common file systems takes for something else than a letter of a name.
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*%]+')
_RESERVED: Final = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


def file_name(title: str, kind: ExportFormat) -> str:
    """Return for example "Cover letter - Example Toys - Ada Example.pdf": no path, no sign a file system refuses."""
    seen = "".join(
        character for character in unicodedata.normalize("NFC", title) if unicodedata.category(character)[0] != "C"
    )
    stem = " ".join(_UNSAFE.sub(" ", seen).split()).strip(". ")
    stem = stem[: limits.FILE_NAME_CHARACTERS - len(kind) - 1].strip(". -")
    return f"{'letter' if not stem or _RESERVED.match(stem) else stem}.{kind.value}"


def content_disposition(name: str) -> str:
    """Return the header's value: the name in ASCII for old programs, and in full for all others."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r"\s+", " ", re.sub(r'["\\]', "", folded)).strip()
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
