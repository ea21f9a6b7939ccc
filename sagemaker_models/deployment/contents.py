"""What goes into each model's archive: scripts and weights of the embedder, the composer, the LMI configuration.

The embedder takes its two libraries along, so that its container needs no package index when it starts: it starts
sooner, and the same bytes run every time. They are downloaded by pip with the hashes of `requirements/stack.txt`.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from sagemaker_models.deployment.archive import Archive, folder_files, pack, wheel_files
from sagemaker_models.deployment.problems import DeploymentError

MODELS: Final = Path(__file__).resolve().parent.parent
PINS: Final = MODELS.parent / "requirements" / "stack.txt"
LIBRARIES: Final = ("onnxruntime", "tokenizers")
"""What the PyTorch container lacks; it has numpy."""

PLATFORMS: Final = ("manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64")
_PIN: Final = re.compile(r"^([a-z0-9][a-z0-9.-]*)==[^\n]*(?:\n    --hash=[^\n]*)+", re.MULTILINE)


def pack_embedding(model_folder: Path, wheels: list[Path]) -> Archive:
    """Return the embedder's archive.

    Args:
        model_folder: what `build_model.py` wrote: ``model.onnx`` and ``tokenizer.json``.
        wheels: the libraries to take along; without them the container installs ``code/requirements.txt``.
    """
    scripts = folder_files(MODELS / "embedding" / "code", "code/")
    if wheels:
        del scripts["code/requirements.txt"]
    model = {name: (model_folder / name).read_bytes() for name in ("model.onnx", "tokenizer.json")}
    return pack("embedding", {**model, **scripts, **wheel_files(wheels, "code/")})


def pack_composer() -> Archive:
    """Return the composer's archive: scripts and word lists, no weights."""
    return pack("composer", folder_files(MODELS / "composer" / "code", "code/"))


def pack_llm() -> Archive:
    """Return the language model's archive: the LMI container's configuration alone; it fetches the weights."""
    return pack("llm", {"serving.properties": (MODELS / "llm" / "serving.properties").read_bytes()})


def build_embedding(folder: Path) -> None:
    """Make the embedder's model files in a folder, from the pinned weights; raises `DeploymentError`."""
    command = [sys.executable, str(MODELS / "embedding" / "build_model.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["no reason was given"]
        raise DeploymentError(
            f"The embedding model cannot be built: {lines[-1]}",
            "Run this in the environment that `make setup` makes: building needs onnx, onnxruntime and the weights.",
        )


def pinned_lines(names: tuple[str, ...] = LIBRARIES, pins: Path = PINS) -> str:
    """Return the lines of these packages in a file of pins, hashes included; raises `DeploymentError`."""
    found = {match.group(1): match.group(0) for match in _PIN.finditer(pins.read_text(encoding="utf-8"))}
    missing = [name for name in names if name not in found]
    if missing:
        raise DeploymentError(f"{pins} does not pin {', '.join(missing)}.", "Run `make pins`.")
    return "\n".join(found[name] for name in names) + "\n"


def download_wheels(folder: Path, python: str) -> list[Path]:
    """Download the libraries for the container's Python ("3.12") into a folder; raises `DeploymentError`."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = folder / "requirements.txt"
    wanted.write_text(pinned_lines(), encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--require-hashes", "--only-binary=:all:", "--python-version", python, "--implementation", "cp"]
    command += [part for platform in PLATFORMS for part in ("--platform", platform)]
    command += ["--dest", str(folder), "--requirement", str(wanted)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed arguments
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["no reason was given"]
        raise DeploymentError(
            f"The embedder's libraries cannot be downloaded: {lines[-1]}",
            "pip's own settings name the package index; is it within reach?",
        )
    return sorted(folder.glob("*.whl"))
