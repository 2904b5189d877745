"""Eight-bit weights, and which arithmetic a processor gets."""

from typing import Any

import numpy as np
import pytest

from rag.models.encoders.silence import openvino
from rag.models.precision import Arithmetic, Kept, choose, choose_for_encoder, compress, quantise
from rag.settings import Precision

ops = openvino.opset13


def run(graph: Any, inputs: np.ndarray) -> np.ndarray:
    options = {"INFERENCE_PRECISION_HINT": "f32", "DYNAMIC_QUANTIZATION_GROUP_SIZE": 0}
    request = openvino.Core().compile_model(graph, "CPU", options).create_infer_request()
    (output,) = request.infer([inputs]).values()
    return np.array(output)


def kinds(graph: Any) -> list[str]:
    return [node.get_element_type().get_type_name() for node in graph.get_ops() if node.get_type_name() == "Constant"]


def test_a_row_spans_its_own_least_to_greatest_value() -> None:
    values, zeros, scales = quantise(np.array([[0.0, 2.55, 1.0], [-1.0, 0.0, 4.1]], dtype=np.float32))
    assert values.tolist() == [[0, 255, 100], [0, 50, 255]]
    assert zeros.tolist() == [[0], [50]]
    np.testing.assert_allclose(scales, [[0.01], [0.02]], rtol=1e-6)


def test_a_row_of_one_sign_keeps_zero_within_its_range() -> None:
    values, zeros, scales = quantise(np.array([[5.1, 2.55]], dtype=np.float32))
    assert (values.tolist(), zeros.tolist()) == ([[255, 128]], [[0]])
    np.testing.assert_allclose(scales, [[0.02]], rtol=1e-6)


def test_a_row_of_zeros_stays_zero() -> None:
    values, zeros, scales = quantise(np.zeros((1, 4), dtype=np.float32))
    assert np.all((values.astype(np.float32) - zeros) * scales == 0)


def test_no_value_moves_by_more_than_half_a_step_of_its_row() -> None:
    matrix = np.random.default_rng(3).normal(size=(8, 64)).astype(np.float32) * np.arange(1, 9)[:, None]
    values, zeros, scales = quantise(matrix.astype(np.float32))
    restored = (values.astype(np.float32) - zeros) * scales
    # A zero point is rounded too, so the ends of a range may be cut by another half.
    assert np.all(np.abs(restored - matrix) <= 1.001 * scales)
    assert np.mean(np.abs(restored - matrix) <= 0.501 * scales) > 0.98


def test_constant_matrices_become_bytes_and_products_of_activations_stay() -> None:
    x = ops.parameter([-1, 2], np.float32)
    weights = ops.constant(np.array([[1.0, 2.55], [0.0, -2.0]], dtype=np.float32))
    graph = openvino.Model([ops.matmul(ops.matmul(x, weights, False, True), x, False, True)], [x], "two")
    before = run(graph, np.array([[1.0, 1.0]], dtype=np.float32))
    compress(graph)
    after = run(graph, np.array([[1.0, 1.0]], dtype=np.float32))
    assert kinds(graph).count("u8") == 2  # values and zero points of the one constant
    np.testing.assert_allclose(before, [[3.55 - 2.0]], atol=1e-5)
    np.testing.assert_allclose(after, before, atol=0.01)


def chosen(precision: Precision, bf16: bool, takes_bytes: bool, gains: bool) -> tuple[Arithmetic, Arithmetic]:
    """Of the reader and of the encoder."""

    def capabilities() -> list[str]:
        return ["FP32", "BF16"] if bf16 else ["FP32"]

    reader = choose(precision, capabilities, lambda: takes_bytes, lambda: gains)
    return reader, choose_for_encoder(precision, capabilities, lambda: gains)


@pytest.mark.parametrize(
    ("precision", "bf16", "takes_bytes", "kept", "hint"),
    [
        (Precision.AUTO, True, True, Kept.HALVES, "bf16"),
        (Precision.AUTO, False, True, Kept.BYTES, "f32"),
        (Precision.AUTO, False, False, Kept.HALVES, "f32"),
        (Precision.F32, True, True, Kept.HALVES, "f32"),
        (Precision.INT8, True, False, Kept.BYTES, "f32"),
    ],
)
def test_auto_takes_what_the_processor_has_and_the_others_are_obeyed(
    precision: Precision, bf16: bool, takes_bytes: bool, kept: Kept, hint: str
) -> None:
    reader, _ = chosen(precision, bf16, takes_bytes, gains=False)
    assert reader.kept is kept
    assert reader.options["INFERENCE_PRECISION_HINT"] == hint
    assert ("DYNAMIC_QUANTIZATION_GROUP_SIZE" in reader.options) is (kept is Kept.BYTES)


def test_it_is_told_in_words() -> None:
    assert str(Arithmetic(Kept.MULTIPLIED)) == "in 8 bits on ONNX Runtime"
    assert str(Arithmetic(Kept.BYTES)) == "in 8 bits on OpenVINO"
    assert str(Arithmetic(Kept.HALVES, {"INFERENCE_PRECISION_HINT": "bf16"})) == "in bf16 on OpenVINO"


@pytest.mark.parametrize(
    ("precision", "bf16", "gains", "reader", "encoder"),
    [
        (Precision.AUTO, False, True, Kept.MULTIPLIED, Kept.MULTIPLIED),
        (Precision.AUTO, True, True, Kept.MULTIPLIED, Kept.MULTIPLIED),
        (Precision.AUTO, True, False, Kept.HALVES, Kept.HALVES),
        (Precision.AUTO, False, False, Kept.BYTES, Kept.HALVES),
        (Precision.F32, False, True, Kept.HALVES, Kept.HALVES),
        (Precision.INT8, True, True, Kept.MULTIPLIED, Kept.MULTIPLIED),
        (Precision.INT8, False, False, Kept.BYTES, Kept.MULTIPLIED),
    ],
)
def test_both_networks_multiply_bytes_where_that_is_fastest(
    precision: Precision, bf16: bool, gains: bool, reader: Kept, encoder: Kept
) -> None:
    found = chosen(precision, bf16, takes_bytes=True, gains=gains)
    assert (found[0].kept, found[1].kept) == (reader, encoder)
