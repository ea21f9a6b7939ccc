"""Forty chunks of a resume: our embedding endpoint against sentence-transformers with torch, in one run.

``python benchmarks/embedding.py``. Both get one thread and the same texts; the rounds alternate, so that what
else the machine does falls on both. Readiness is a fresh process up to its first vector. Without
sentence-transformers the table says so and compares with the same network in float32 under onnxruntime. Leaves
with status 1 when a target is missed.
"""

import importlib.util
import math
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

EMBEDDING = Path(__file__).resolve().parent.parent / "sagemaker_models" / "embedding"
ROUNDS = 7
STARTS = 3
Vectors = Sequence[Sequence[float]]
Embed = Callable[[Sequence[str]], Vectors]

EMPLOYERS = (
    "Nordhafen Logistics, 2019 – present",
    "Quillstone Bank, March 2014 – July 2019",
    "St. Alba Hospital, 2011",
)
BULLETS = (
    "Cut the monthly cloud bill from 42,000 to 17,500 dollars by moving batch jobs to spot instances",
    "Led a team of six and introduced weekly code reviews",
    "Planned the rosters of 28 nurses on three wards, and covered night shifts in intensive care myself when needed",
    "Wrote the quarterly VAT returns for 35 small businesses",
    "Skills: Python, Go, PostgreSQL, Kafka, Terraform, React, Excel, Power BI",
    (
        "Designed and built the pipeline that scores two million transactions a day for fraud, with a median delay of "
        "90 milliseconds, on Kafka and Flink; trained four colleagues to run it"
    ),
    "Migrated the payroll of 1,200 employees to a new system without a late payment",
    "Fluent in Portuguese and Spanish; basic Japanese (JLPT N4)",
    "Negotiated a framework contract with four suppliers, saving 12 % a year",
    "BSc Mathematics, first class honours; thesis on queueing in emergency departments",
    "Taught evening classes in bookkeeping to adults returning to work",
    "Reduced picking errors by a third by relabelling 9,000 shelves together with the night shift",
    "Supported users in Hamburg, Porto and Leeds by telephone and in person",
)
CHUNKS = [f"{EMPLOYERS[number % 3]}: {BULLETS[number % len(BULLETS)]} ({number})" for number in range(40)]

OURS_READY = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("inference", sys.argv[1])
inference = importlib.util.module_from_spec(spec)
sys.modules["inference"] = inference
spec.loader.exec_module(inference)
model = inference.model_fn(sys.argv[2])
inference.output_fn(inference.predict_fn(["ready"], model))
print("ready", flush=True)
"""
PEER_READY = """
import sys
import torch
torch.set_num_threads(1)
from sentence_transformers import SentenceTransformer
SentenceTransformer(sys.argv[1], device="cpu").encode(["ready"])
print("ready", flush=True)
"""


@dataclass(frozen=True)
class Contender:
    """Something that embeds, and the program that measures how soon it can."""

    name: str
    embed: Embed
    ready_program: str
    ready_arguments: tuple[str, ...]


def main() -> int:
    """Print the table; return the exit status."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        subprocess.run(
            [sys.executable, str(EMBEDDING / "build_model.py"), str(folder)], check=True, capture_output=True
        )
        ours = our_endpoint(folder)
        if importlib.util.find_spec("sentence_transformers") and importlib.util.find_spec("torch"):
            return compare(ours, sentence_transformers(), speed_target=2.0, ready_target=15.0)
        print("sentence-transformers with torch is not installed; the peer is the same network in float32.\n")
        return compare(ours, float32_network(folder), speed_target=None, ready_target=None)


def compare(ours: Contender, peer: Contender, speed_target: float | None, ready_target: float | None) -> int:
    """Measure both and print what was reached."""
    seconds: dict[str, list[float]] = {ours.name: [], peer.name: []}
    for _ in range(ROUNDS):
        for contender in (ours, peer):
            began = time.perf_counter()
            contender.embed(CHUNKS)
            seconds[contender.name].append(time.perf_counter() - began)
    speed = {name: statistics.median(values) for name, values in seconds.items()}
    ready = {each.name: statistics.median(ready_seconds(each) for _ in range(STARTS)) for each in (ours, peer)}
    cosines = [cosine(one, other) for one, other in zip(ours.embed(CHUNKS), peer.embed(CHUNKS), strict=True)]
    width = max(len(peer.name), len(ours.name)) + 2
    print(f"{'':<{width}}40 chunks      ready")
    for each in (ours, peer):
        print(f"{each.name:<{width}}{1000 * speed[each.name]:6.0f} ms   {ready[each.name]:6.2f} s")
    rows = [
        ("40 chunks, times faster", speed[peer.name] / speed[ours.name], speed_target),
        ("ready, times sooner", ready[peer.name] / ready[ours.name], ready_target),
        ("cosine, mean", statistics.mean(cosines), 0.99),
        ("cosine, least", min(cosines), 0.98),
    ]
    print(f"\n{'':<26}reached   target")
    for label, value, target in rows:
        print(f"{label:<26}{value:7.3f}   {'-' if target is None else target}")
    return int(any(target is not None and value < target for _, value, target in rows))


def our_endpoint(folder: Path) -> Contender:
    """Return the endpoint's four functions over a built model."""
    script = EMBEDDING / "code" / "inference.py"
    spec = importlib.util.spec_from_file_location("inference", script)
    if spec is None or spec.loader is None:
        raise ImportError(str(script))
    inference = importlib.util.module_from_spec(spec)
    sys.modules["inference"] = inference
    spec.loader.exec_module(inference)
    model = inference.model_fn(str(folder))
    program = (str(script), str(folder))
    return Contender("int8, onnxruntime", lambda texts: inference.predict_fn(texts, model).vectors, OURS_READY, program)


def sentence_transformers() -> Contender:
    """Return the usual way to run this model, with one thread."""
    import torch  # noqa: PLC0415 - not there everywhere
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - as above

    torch.set_num_threads(1)
    folder = str(weights_folder())
    model = SentenceTransformer(folder, device="cpu")
    model.max_seq_length = 256
    return Contender("sentence-transformers", lambda texts: model.encode(list(texts)), PEER_READY, (folder,))


def float32_network(folder: Path) -> Contender:
    """Return the endpoint's script over the graph before it becomes int8."""
    sys.path.insert(0, str(EMBEDDING))
    from bert_graph import BertGraph  # noqa: PLC0415 - found by the line above
    from weights import read_weights  # noqa: PLC0415 - as above

    target = folder / "float32"
    target.mkdir()
    graph = BertGraph(read_weights(weights_folder() / "model.safetensors"), {}).build()
    (target / "model.onnx").write_bytes(graph.SerializeToString())
    (target / "tokenizer.json").write_bytes((folder / "tokenizer.json").read_bytes())
    same = our_endpoint(target)
    return Contender("float32, onnxruntime", same.embed, same.ready_program, same.ready_arguments)


def weights_folder() -> Path:
    """Return the folder of the installed weights."""
    sys.path.insert(0, str(EMBEDDING))
    from weights import find_weights  # noqa: PLC0415 - found by the line above

    return Path(find_weights())


def ready_seconds(contender: Contender) -> float:
    """Start a process and return the seconds until it has made a vector."""
    command = [sys.executable, "-c", contender.ready_program, *contender.ready_arguments]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        if process.stdout is None or "ready" not in process.stdout.readline():
            raise RuntimeError(f"{contender.name} did not start")
        return time.perf_counter() - began


def cosine(one: Sequence[float], other: Sequence[float]) -> float:
    """Return the cosine of the angle between two vectors."""
    product = math.fsum(float(a) * float(b) for a, b in zip(one, other, strict=True))
    return product / math.hypot(*map(float, one)) / math.hypot(*map(float, other))


if __name__ == "__main__":
    sys.exit(main())
