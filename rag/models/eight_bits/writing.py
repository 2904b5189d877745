"""Writes a BERT as a graph of ONNX Runtime that multiplies bytes; the only file that needs `onnx`.

What weights are multiplied by gets 8 bits while the graph runs, each token a range of its own: a few tokens stand far
out. So nothing is measured on texts before. Weights get as many steps as AVX2 can add: it sums products of two
neighbours in 16 bits. There is no mask, so that a text runs without padding (docs/decisions/encoder-backend.md).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import NodeProto, helper, numpy_helper, save

from rag.models.eight_bits.running import EMBEDDED, FOUND

_CONTRIB = "com.microsoft"
_OPSET, _IR = 18, 9  # of 2023: every release of the range in pyproject.toml reads them
_MOST, _MOST_OF_TWO = 127, 128  # of a weight, and of the sum of neighbours: 128 * 255 is within 16 bits with a sign
_STEP, _ZERO = np.float32(1 / 127), np.uint8(128)
_LEAST = np.float32(1e-9)  # what a range of nothing is divided by
_SELF, _OUT = "attention.self.", "attention.output."

Floats = npt.NDArray[np.float32]
Tensors = Mapping[str, Floats]
Head = Callable[["Writer", str], str]  # from the name of the last hidden states to that of the output


@dataclass(slots=True)
class Writer:
    """A graph that grows; values are known by their names."""

    nodes: list[NodeProto] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)

    def constant(self, value: npt.ArrayLike) -> str:
        """Its name."""
        name = f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, *given: str, domain: str = "", **options: Any) -> str:
        """The name of the one output of a new node."""
        return self.parts(kind, 1, *given, domain=domain, **options)[0]

    def parts(self, kind: str, count: int, *given: str, domain: str = "", **options: Any) -> Sequence[str]:
        """The names of so many outputs of a new node."""
        names = [f"{kind}{len(self.nodes)}_{number}" for number in range(count)]
        self.nodes.append(helper.make_node(kind, given, names, domain=domain, **options))
        return names


def writable(config: Any) -> bool:
    """Whether a model of this configuration of transformers is one that `write` knows."""
    return (
        config.model_type == "bert"
        and config.hidden_act == "gelu"
        and getattr(config, "position_embedding_type", None) in (None, "absolute")
        and not getattr(config, "is_decoder", False)
    )


def write(tensors: Tensors, config: Any, head: Head, file: Path, layers: range | None = None) -> None:
    """`tensors`: of a BertModel, by its names. The graph takes word embeddings, (1, tokens, hidden).

    `layers`: those of the graph, all if none are named. One that does not begin with the first takes what the layer
    below its own gives.
    """
    writer = Writer()
    layers = range(config.num_hidden_layers) if layers is None else layers
    hidden = EMBEDDED if layers.start else _beginning(writer, tensors, config)
    for number in layers:
        begins = f"encoder.layer.{number}."
        own = {name.removeprefix(begins): each for name, each in tensors.items() if name.startswith(begins)}
        hidden = _layer(writer, hidden, own, config)
    writer.nodes.append(helper.make_node("Identity", [head(writer, hidden)], [FOUND]))
    given = helper.make_tensor_value_info(EMBEDDED, 1, [1, "tokens", config.hidden_size])
    found = helper.make_tensor_value_info(FOUND, 1, None)
    graph = helper.make_graph(writer.nodes, "bert", [given], [found], writer.constants)
    sets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_CONTRIB, 1)]
    save(helper.make_model(graph, opset_imports=sets, ir_version=_IR), file)


def unchanged(_: Writer, hidden: str) -> str:
    """The last hidden states themselves: (1, tokens, hidden)."""
    return hidden


def mean_vector(writer: Writer, hidden: str) -> str:
    """The mean of all tokens, of length one: (1, hidden)."""
    mean = writer.add("ReduceMean", hidden, writer.constant(np.array([1])), keepdims=0)
    return writer.add("LpNormalization", mean, axis=1, p=2)


def token_scores(weight: Floats, bias: Floats) -> Head:
    """A linear layer over every token: (1, tokens, scores)."""

    def added(writer: Writer, hidden: str) -> str:
        return writer.add("Add", writer.add("MatMul", hidden, writer.constant(weight.T)), writer.constant(bias))

    return added


def _beginning(writer: Writer, tensors: Tensors, config: Any) -> str:
    places = tensors["embeddings.position_embeddings.weight"] + tensors["embeddings.token_type_embeddings.weight"][0]
    start = writer.constant(np.array([0]))
    tokens = writer.add("Shape", EMBEDDED, start=1, end=2)
    placed = writer.add("Add", EMBEDDED, writer.add("Slice", writer.constant(places), start, tokens, start))
    return _normal(writer, placed, tensors, "embeddings.LayerNorm", config)


def _layer(writer: Writer, hidden: str, own: Tensors, config: Any) -> str:
    attended = _attention(writer, hidden, own, config.num_attention_heads)
    first = _normal(writer, writer.add("Add", attended, hidden), own, f"{_OUT}LayerNorm", config)
    grown = _product(writer, first, own["intermediate.dense.weight"])
    active = writer.add("BiasGelu", grown, writer.constant(own["intermediate.dense.bias"]), domain=_CONTRIB)
    shrunk = _product(writer, active, own["output.dense.weight"], own["output.dense.bias"])
    return _normal(writer, writer.add("Add", shrunk, first), own, "output.LayerNorm", config)


def _attention(writer: Writer, hidden: str, own: Tensors, heads: int) -> str:
    """Query, key and value are one product; their biases are added where they are put in order for it."""
    names = ("query", "key", "value")
    weight = np.concatenate([own[f"{_SELF}{name}.weight"] for name in names])
    bias = np.concatenate([own[f"{_SELF}{name}.bias"] for name in names])
    parts = writer.parts("Split", 3, _product(writer, hidden, weight), axis=-1, num_outputs=3)
    context = writer.add("MultiHeadAttention", *parts, writer.constant(bias), domain=_CONTRIB, num_heads=heads)
    return _product(writer, context, own[f"{_OUT}dense.weight"], own[f"{_OUT}dense.bias"])


def _product(writer: Writer, given: str, weight: Floats, bias: Floats | None = None) -> str:
    """With a range for each token, to plus and minus its greatest value; `weight` is (columns, rows), as of PyTorch."""
    greatest = writer.add("ReduceMax", writer.add("Abs", given), writer.constant(np.array([-1])), keepdims=1)
    greatest = writer.add("Max", greatest, writer.constant(_LEAST))
    step, zero = writer.constant(_STEP), writer.constant(_ZERO)
    bytes_of_it = writer.add("QuantizeLinear", writer.add("Div", given, greatest), step, zero)
    values, scales = quantise(weight)
    names = [writer.constant(each) for each in (values.T, scales, np.zeros(len(scales), dtype=np.int8))]
    given_to_it = (bytes_of_it, names[0], step, names[1], zero, names[2])
    product = writer.add("Mul", writer.add("MatMulIntegerToFloat", *given_to_it, domain=_CONTRIB), greatest)
    return product if bias is None else writer.add("Add", product, writer.constant(bias))


def quantise(weight: Floats) -> tuple[npt.NDArray[np.int8], Floats]:
    """Values and the scale of each row: weight = values * scales. Neighbours of one sign sum up to 128 at the most.

    That leaves a row more steps than 7 bits, for its greatest values are hardly ever neighbours.
    """
    of_one = np.abs(weight).max(axis=1) / _MOST
    signs = [np.maximum(weight, 0), np.maximum(-weight, 0)]
    of_two = np.max([(each[:, 1:] + each[:, :-1]).max(axis=1) for each in signs], axis=0) / (_MOST_OF_TWO - 1)
    most = np.maximum(of_one, of_two)  # one less than allowed, for both are rounded
    scales = np.where(most > 0, most, 1).astype(np.float32)
    return np.rint(weight / scales[:, None]).astype(np.int8), scales


def _normal(writer: Writer, given: str, tensors: Tensors, name: str, config: Any) -> str:
    scale, shift = (writer.constant(tensors[f"{name}.{each}"]) for each in ("weight", "bias"))
    return writer.add("LayerNormalization", given, scale, shift, axis=-1, epsilon=config.layer_norm_eps)
