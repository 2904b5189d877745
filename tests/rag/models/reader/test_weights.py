"""Weights as differences in four bits."""

from pathlib import Path

import numpy as np
import pytest

from rag.errors import ModelUnavailable
from rag.models.reader.weights import load, quantise, restore, save

DRAW = np.random.default_rng(1)
BASE = {"layer.w": DRAW.normal(size=(4, 64)).astype(np.float32), "layer.b": np.zeros(4, np.float32)}
TRAINED = {
    "layer.w": BASE["layer.w"] + DRAW.normal(scale=0.01, size=(4, 64)).astype(np.float32),
    "layer.b": np.array([0.5, -0.25, 0, 1], np.float32),
    "head.weight": np.ones((2, 4), np.float32),
}
SHAPES = {"layer.w": (4, 64), "layer.b": (4,)}


def test_multiples_of_the_scale_come_back_exactly() -> None:
    values = np.arange(-8, 8, dtype=np.float32).repeat(2) * 0.5
    packed, scales = quantise(values)
    assert packed.shape == (1, 16)
    np.testing.assert_array_equal(restore(packed, scales), values)


def test_no_value_is_off_by_more_than_a_step() -> None:
    values = DRAW.normal(size=320).astype(np.float32)
    packed, scales = quantise(values)
    step = np.abs(scales.astype(np.float32)).repeat(32)
    assert (np.abs(restore(packed, scales) - values) <= step * 1.01).all()


def test_a_block_of_zeros_stays_zero() -> None:
    np.testing.assert_array_equal(restore(*quantise(np.zeros(32, np.float32))), np.zeros(32))


def test_a_file_gives_back_differences_and_head(tmp_path: Path) -> None:
    save(tmp_path / "w.safetensors", TRAINED, BASE)
    read = load(tmp_path / "w.safetensors", SHAPES)
    np.testing.assert_allclose(read.changes["layer.w"], TRAINED["layer.w"] - BASE["layer.w"], atol=0.006)
    np.testing.assert_array_equal(read.changes["layer.b"], TRAINED["layer.b"])
    np.testing.assert_array_equal(read.head["head.weight"], TRAINED["head.weight"])


def test_a_file_says_how_many_layers_see_texts_apart(tmp_path: Path) -> None:
    save(tmp_path / "w.safetensors", TRAINED, BASE, 6)
    save(tmp_path / "whole.safetensors", TRAINED, BASE)
    assert [load(tmp_path / f"{name}.safetensors", SHAPES).apart for name in ("w", "whole")] == [6, 0]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"absent\.safetensors"):
        load(tmp_path / "absent.safetensors", {})
