"""The network of all-MiniLM-L6-v2 as an ONNX graph: token ids of one text in, its vector of length 1 out.

BERT with 6 layers of 384, 12 heads, mean pooling and L2 normalisation. The graph takes one text at a time
(ids: int64 [1, tokens]; embeddings: float32 [1, 384]) and so needs neither padding nor an attention mask. That is
as fast as a batch on one thread, and it makes the vector of a text independent of its neighbours: int8 scales are
taken over everything that is in one call, so in a padded batch the same text would get another vector each time.

Two changes are exact in float32 and let `int8` turn it into integers with little loss: `smoothing` moves the size
of loud channels from the activations into the weights, and the input of each layer's last matrix is divided, token
by token, by its length. `build_model` starts it all.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

LAYERS = 6
HEADS = 12
WIDTH = 384
TOKENS = 256
"""What the model was trained with; its position table is longer, but the rest was never used."""
EPSILON = 1e-12
OPSET = 20
IR_VERSION = 10
SHORTEST = 0.01
"""A token whose inner values are shorter than this is as good as zero and not made longer."""

Array = NDArray[np.float32]


class BertGraph:
    """Builds the graph node by node.

    Args:
        weights: the tensors of the checkpoint by name.
        smoothing: by the name of a matrix, a factor for each of its input channels (float32 [inputs]).

    After `build`, `inputs` says which value feeds which matrix.
    """

    def __init__(self, weights: Mapping[str, Array], smoothing: Mapping[str, Array]) -> None:
        self._weights = weights
        self._smoothing = smoothing
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []
        self.inputs: dict[str, str] = {}

    def build(self, expose: Sequence[str] = ()) -> onnx.ModelProto:
        """Return the model; `expose` names inner values to give out after the vectors."""
        hidden = self._embeddings()
        for layer in range(LAYERS):
            hidden = self._layer(hidden, f"encoder.layer.{layer}")
        mean = self._node("ReduceMean", [hidden, self._constant("token_axis", np.array([1]))], keepdims=0)
        self._node("LpNormalization", [mean], name="embeddings", axis=-1, p=2)
        outputs = [helper.make_tensor_value_info("embeddings", TensorProto.FLOAT, [1, WIDTH])]
        outputs += [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in expose]
        ids = helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "tokens"])
        graph = helper.make_graph(self._nodes, "all-MiniLM-L6-v2", [ids], outputs, self._constants)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION, producer_name="resumate")

    def _embeddings(self) -> str:
        """Words, kept as int8 with a scale for each (a quarter of the memory), plus positions."""
        words = self._weights["embeddings.word_embeddings.weight"]
        scales = np.maximum(np.abs(words).max(axis=1, keepdims=True), 1e-9) / 127
        table = self._constant("words", np.round(words / scales).astype(np.int8))
        looked_up = self._node("Gather", [table, "ids"])
        numbers = self._node("Cast", [looked_up], to=TensorProto.FLOAT)
        scale = self._node("Gather", [self._constant("word_scales", scales.astype(np.float32)), "ids"])
        positions = self._weights["embeddings.position_embeddings.weight"][:TOKENS]
        positions = positions + self._weights["embeddings.token_type_embeddings.weight"][0]
        length = self._node("Shape", ["ids"], start=1, end=2)
        places = self._node(
            "Slice", [self._constant("positions", positions), self._constant("start", np.array([0])), length]
        )
        total = self._node("Add", [self._node("Mul", [numbers, scale]), places])
        return self._normalised(total, "embeddings.LayerNorm")

    def _layer(self, hidden: str, name: str) -> str:
        """One transformer layer: attention and a feed-forward network, each added to its input and normalised."""
        mixed = self._linear(self._attention(hidden, name), f"{name}.attention.output.dense")
        hidden = self._normalised(self._node("Add", [mixed, hidden]), f"{name}.attention.output.LayerNorm")
        inner = self._node("Gelu", [self._linear(hidden, f"{name}.intermediate.dense")])
        outer = self._linear(inner, f"{name}.output.dense", scale_rows=True)
        return self._normalised(self._node("Add", [outer, hidden]), f"{name}.output.LayerNorm")

    def _attention(self, hidden: str, name: str) -> str:
        """Attention; query, key and value come out of one matrix (three small products would be slower)."""
        parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
        together = self._linear(hidden, f"{name}.attention.self", parts)
        heads = [f"{name}.{part}" for part in ("query", "key", "value")]
        self._nodes.append(helper.make_node("Split", [together], heads, axis=-1, num_outputs=3))
        return self._node("MultiHeadAttention", heads, domain="com.microsoft", num_heads=HEADS)

    def _linear(self, value: str, name: str, parts: Sequence[str] = (), *, scale_rows: bool = False) -> str:
        """Apply a linear map, smoothed if there are factors for it; `parts` name maps to stack instead of `name`."""
        self.inputs[name] = value
        weight = np.concatenate([self._weights[f"{part}.weight"] for part in parts or (name,)])
        bias = np.concatenate([self._weights[f"{part}.bias"] for part in parts or (name,)])
        if name in self._smoothing:
            factors = self._smoothing[name]
            value = self._node("Mul", [value, self._constant(f"{name}.smoothing", 1 / factors)])
            weight = weight * factors
        matrix = self._constant(f"{name}.weight", weight.T)
        product = self._scaled_product(value, matrix) if scale_rows else self._node("MatMul", [value, matrix])
        return self._node("Add", [product, self._constant(f"{name}.bias", bias)])

    def _scaled_product(self, value: str, matrix: str) -> str:
        """Multiply each token, divided by its length, by a matrix, and by its length again."""
        length = self._node("ReduceL2", [value, self._constant("channel_axis", np.array([-1]))], keepdims=1)
        length = self._node("Max", [length, self._constant("shortest", np.array([SHORTEST], np.float32))])
        return self._node("Mul", [self._node("MatMul", [self._node("Div", [value, length]), matrix]), length])

    def _normalised(self, value: str, name: str) -> str:
        parts = [self._constant(f"{name}.{part}", self._weights[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self._node("LayerNormalization", [value, *parts], axis=-1, epsilon=EPSILON)

    def _constant(self, name: str, value: NDArray[np.generic]) -> str:
        if all(constant.name != name for constant in self._constants):
            self._constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def _node(
        self,
        kind: str,
        inputs: Sequence[str],
        *,
        name: str | None = None,
        domain: str | None = None,
        **attributes: Any,  # noqa: ANN401 - each kind of node has its own
    ) -> str:
        output = name or f"{kind}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output
