"""In which arithmetic the networks run, and with weights of how many bits.

On most processors ONNX Runtime multiplies bytes faster than OpenVINO multiplies whatever it is given (`eight_bits`).

OpenVINO takes the others, and models of other kinds: in bf16 where the processor has it. Where not, weights of the
reader get 8 bits once, when the network is converted: each row of a matrix a scale and a zero point. Where the
processor sums products of bytes, activations get 8 bits while it runs, each run of 128 values of a token its own scale,
so nothing has to be measured on texts before (docs/decisions/reader-precision.md). Elsewhere they stay floats, and the
weights take a quarter of the memory.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from rag.models.eight_bits.running import gains
from rag.models.encoders.silence import openvino
from rag.settings import Precision

_GROUP = 128  # activations that share a scale
_STEPS = 255
_HINT = "INFERENCE_PRECISION_HINT"
_EIGHT_BIT: dict[str, str | int] = {_HINT: "f32", "DYNAMIC_QUANTIZATION_GROUP_SIZE": _GROUP}

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]


class Kept(StrEnum):
    """The form in which a converted network is kept: whose graph it is, with weights of how many bits."""

    HALVES = "f16"  # OpenVINO
    BYTES = "u8"  # OpenVINO
    MULTIPLIED = "s7"  # ONNX Runtime


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """The form that a network needs, and how OpenVINO is to compile it."""

    kept: Kept
    options: dict[str, str | int] = field(default_factory=dict)

    def __str__(self) -> str:
        if self.kept is Kept.MULTIPLIED:
            return "in 8 bits on ONNX Runtime"
        return f"in {'8 bits' if self.kept is Kept.BYTES else self.options[_HINT]} on OpenVINO"


def capabilities() -> list[str]:
    """What OpenVINO says of the processor: "FP32", "BF16", ..."""
    found: list[str] = openvino.Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    return found


def takes_bytes() -> bool:
    """Whether OpenVINO has a form of 8-bit weights for this processor; it does not report that, so it is asked."""
    parameter = openvino.opset13.parameter([-1, _GROUP], np.float32)
    ones = openvino.opset13.constant(np.ones((_GROUP, _GROUP), dtype=np.float32))
    product = openvino.opset13.matmul(parameter, ones, False, True)
    graph = openvino.Model([product], [parameter], "probe")
    compress(graph)
    try:
        request = openvino.Core().compile_model(graph, "CPU", _EIGHT_BIT).create_infer_request()
        request.infer([np.ones((1, _GROUP), dtype=np.float32)])
    except RuntimeError:
        return False
    return True


def choose(
    precision: Precision,
    capabilities: Callable[[], Sequence[str]] = capabilities,
    takes_bytes: Callable[[], bool] = takes_bytes,
    gains: Callable[[], bool] = gains,
) -> Arithmetic:
    """What `precision` means for the reader: AUTO takes the fastest that this processor has.

    That is 8 bits on ONNX Runtime, else bf16, else 8 bits on OpenVINO, else f32.
    """
    auto = precision is Precision.AUTO
    if precision is not Precision.F32 and gains():
        return Arithmetic(Kept.MULTIPLIED)
    if auto and "BF16" in capabilities():
        return Arithmetic(Kept.HALVES, {_HINT: "bf16"})
    if precision is Precision.INT8 or (auto and takes_bytes()):
        return Arithmetic(Kept.BYTES, _EIGHT_BIT)
    return Arithmetic(Kept.HALVES, {_HINT: "f32"})


def choose_for_encoder(
    precision: Precision,
    capabilities: Callable[[], Sequence[str]] = capabilities,
    gains: Callable[[], bool] = gains,
) -> Arithmetic:
    """As `choose`; 8 bits are taken by themselves where they were measured to gain, on ONNX Runtime."""
    auto = precision is Precision.AUTO
    if precision is Precision.INT8 or (auto and gains()):
        return Arithmetic(Kept.MULTIPLIED)
    if auto and "BF16" in capabilities():
        return Arithmetic(Kept.HALVES, {_HINT: "bf16"})
    return Arithmetic(Kept.HALVES, {_HINT: "f32"})


def compress(graph: Any) -> None:
    """Gives the constant matrices that activations are multiplied by 8-bit weights, in place."""
    for node in graph.get_ordered_ops():
        if node.get_type_name() == "MatMul" and (matrix := _constant(node.input_value(1).get_node())) is not None:
            node.input(1).replace_source_output(_restored(*quantise(matrix)).output(0))


def quantise(matrix: Floats) -> tuple[Bytes, Bytes, Floats]:
    """Values, zero points and scales of a (rows, columns) matrix: matrix = (values - zeros) * scales, row by row."""
    low = np.minimum(matrix.min(axis=1, keepdims=True), 0)
    high = np.maximum(matrix.max(axis=1, keepdims=True), 0)
    scales = np.where(high > low, (high - low) / _STEPS, 1).astype(np.float32)
    zeros = np.rint(-low / scales)
    values = np.clip(np.rint(matrix / scales) + zeros, 0, _STEPS)
    return values.astype(np.uint8), zeros.astype(np.uint8), scales


def _constant(node: Any) -> Floats | None:
    if node.get_type_name() == "Convert":
        node = node.input_value(0).get_node()
    return np.array(node.get_data(), dtype=np.float32) if node.get_type_name() == "Constant" else None


def _restored(values: Bytes, zeros: Bytes, scales: Floats) -> Any:
    """The form in which the CPU plugin recognises 8-bit weights."""
    ops = openvino.opset13
    centred = ops.subtract(ops.convert(ops.constant(values), "f32"), ops.convert(ops.constant(zeros), "f32"))
    return ops.multiply(centred, ops.constant(scales))
