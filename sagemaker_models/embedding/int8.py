"""Turns the float32 graph into int8: half the time on one thread and a third of the memory, at cosine > 0.99.

The usual recipe (dynamic quantization, one scale per tensor) loses this model: cosine 0.90 against float32. What
helps, and what each step is for:

* one scale per column of a matrix (per channel);
* 7 bits of the weights' 8: on processors with AVX2 but without VNNI the 8-bit product overflows its 16-bit sum,
  so the same file would give other vectors on other machines;
* smoothing: a few channels of the activations are many times louder than the rest and would eat the integer range;
  their size moves into the weights, by how loud they are on some sample sentences. Any factor is exact in float32,
  so the samples decide how well the integers fit and nothing else;
* one scale per token in front of each layer's last matrix (`bert_graph`), whose input varies most between tokens:
  without it texts of 200 tokens fall to 0.975.
"""

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from bert_graph import Array, BertGraph
from onnxruntime.quantization import QuantType, quantize_dynamic

SMOOTHING = 0.6
"""How much of a channel's size moves into the weights (0 none, 1 all); 0.5 and 0.7 lose more on long texts."""

SAMPLES = (
    "Built a billing service in Go that handles two million invoices a month.",
    "Led a team of five nurses on the night shift of a cardiology ward.",
    "Bachelor of Science in Accounting, University of Lisbon, 2012 - 2016",
    "Skills: Python, SQL, Excel, Tableau, AWS, Docker, Kubernetes, Git",
    "We are looking for a warehouse manager with at least three years of experience in logistics.",
    "Requirements: fluent German, driving licence, willingness to travel up to 30% of the time.",
    "Reduced the error rate of the reporting pipeline by 40% by rewriting its tests.",
    "Volunteer, Red Cross, Porto, since 2019",
    "Taught mathematics and physics to classes of up to 28 pupils aged 12 to 16.",
    "Software Engineer, Example Ltd, June 2018 - March 2021: Designed the public API.",
    "You have strong communication skills and enjoy working with customers.",
    "Certified Kubernetes Administrator (CKA), 2022",
)


def quantize(weights: Mapping[str, Array], token_ids: Sequence[Sequence[int]], target: Path) -> None:
    """Write the int8 model to `target`.

    Args:
        weights: the tensors of the checkpoint by name.
        token_ids: the tokenized `SAMPLES`.
        target: the file to write; a sibling with the suffix ``.float`` exists meanwhile.
    """
    loudness = _loudness(weights, token_ids)
    smooth = BertGraph(weights, _smoothing(weights, loudness)).build()
    intermediate = target.with_suffix(".float")
    onnx.save(smooth, intermediate)
    logging.getLogger().addFilter(_is_no_advice)
    try:
        quantize_dynamic(
            intermediate,
            target,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},  # shapes stop at MultiHeadAttention
        )
    finally:
        logging.getLogger().removeFilter(_is_no_advice)
        intermediate.unlink()


def _loudness(weights: Mapping[str, Array], token_ids: Sequence[Sequence[int]]) -> dict[str, Array]:
    """Return for each matrix the largest absolute value of each of its input channels over the samples."""
    first = BertGraph(weights, {})
    first.build()
    fed_by = first.inputs
    inner = sorted(set(fed_by.values()))
    model = BertGraph(weights, {}).build(expose=inner)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    largest: dict[str, Array] = {}
    for ids in token_ids:
        values = session.run(inner, {"ids": np.array([ids], np.int64)})
        for name, value in zip(inner, values, strict=True):
            here = np.abs(value[0]).max(axis=0)
            largest[name] = np.maximum(largest.get(name, here), here)
    return {matrix: largest[value] for matrix, value in fed_by.items()}


def _smoothing(weights: Mapping[str, Array], loudness: Mapping[str, Array]) -> dict[str, Array]:
    """Return a factor for each input channel of each matrix but attention's output, whose channels are even."""
    factors: dict[str, Array] = {}
    for name, loud in loudness.items():
        if name.endswith("attention.output.dense"):
            continue
        parts = [matrix for key, matrix in weights.items() if key.startswith(f"{name}.") and matrix.ndim == 2]
        heavy = np.abs(np.concatenate(parts)).max(axis=0)
        ratio = np.maximum(loud, 1e-3) ** SMOOTHING / np.maximum(heavy, 1e-4) ** (1 - SMOOTHING)
        factors[name] = np.clip(ratio, 1e-3, 1e3).astype(np.float32)
    return factors


def _is_no_advice(record: logging.LogRecord) -> bool:
    """Drop the advice to pre-process the model: the graph is built as the pre-processing would leave it."""
    return "pre-processing" not in record.getMessage()
