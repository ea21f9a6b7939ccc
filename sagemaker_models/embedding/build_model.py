"""Makes the files that the embedding endpoint loads: ``model.onnx`` (int8) and ``tokenizer.json``.

A script: ``python sagemaker_models/embedding/build_model.py FOLDER``. It refuses weights whose SHA-256 is not the
known one, writes each file at once (a crash leaves no half a model), and does nothing when the folder already
holds what it would write. `weights`, `bert_graph` and `int8` do the work; ``code/inference.py`` loads the result.
"""

import argparse
import hashlib
import json
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from weights import WeightsError, find_weights, read_weights

TOKENS = 256
MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "tokenizer.json"
STAMP_FILE = "stamp.json"
SCRIPTS = ("build_model.py", "weights.py", "bert_graph.py", "int8.py")


def build_model(folder: Path) -> bool:
    """Bring the model files in `folder` up to date; returns whether anything had to be written.

    Raises:
        WeightsError: the weights are missing or are not the known ones.
    """
    origin = _origin()
    if _is_current(folder, origin):
        return False
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".building-", dir=folder) as workplace:
        made = Path(workplace)
        _write_files(made)
        stamp = {"origin": origin, "files": {name: _digest(made / name) for name in (MODEL_FILE, TOKENIZER_FILE)}}
        (made / STAMP_FILE).write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")
        (folder / STAMP_FILE).unlink(missing_ok=True)  # a crash between the next lines must not look finished
        for name in (MODEL_FILE, TOKENIZER_FILE, STAMP_FILE):
            (made / name).replace(folder / name)
    return True


def _write_files(folder: Path) -> None:
    from int8 import SAMPLES, quantize  # noqa: PLC0415 - loads onnx: slower than finding that nothing is to do
    from tokenizers import Tokenizer  # noqa: PLC0415 - the same

    source = find_weights()
    tensors = read_weights(source / "model.safetensors")
    tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(TOKENS)  # the file says 128, half of what the model takes
    tokenizer.save(str(folder / TOKENIZER_FILE))
    quantize(tensors, [tokenizer.encode(sample).ids for sample in SAMPLES], folder / MODEL_FILE)


def _origin() -> str:
    """Return a digest of all that decides what is written: these scripts and the libraries."""
    digest = hashlib.sha256()
    for name in SCRIPTS:
        digest.update(Path(__file__).with_name(name).read_bytes())
    for library in ("onnx", "onnxruntime", "tokenizers"):
        digest.update(f"{library}=={version(library)};".encode())
    return digest.hexdigest()


def _is_current(folder: Path, origin: str) -> bool:
    """Return whether the files are those of the stamp, and the stamp is of today's origin."""
    try:
        stamp = json.loads((folder / STAMP_FILE).read_bytes())
        return bool(stamp["origin"] == origin and all(_digest(folder / n) == d for n, d in stamp["files"].items()))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Build into the folder of the command line and say in one line what was done."""
    parser = argparse.ArgumentParser(description="Make the files that the embedding endpoint loads.")
    parser.add_argument("folder", type=Path, help="where model.onnx and tokenizer.json go")
    folder = parser.parse_args().folder
    try:
        written = build_model(folder)
    except WeightsError as error:
        sys.exit(str(error))
    print(f"{folder}: {'written' if written else 'up to date'}")


if __name__ == "__main__":
    main()
