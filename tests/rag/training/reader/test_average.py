from pathlib import Path

import numpy as np
import pytest

from rag.models.reader.weights import ReaderWeights, load
from rag.training.reader.average import average

SHAPES = {"layer.w": (1, 32), "layer.b": (2,), "lower.b": (2,)}
STEPS = np.arange(-8, 8, dtype=np.float32).repeat(2).reshape(1, 32)


def test_differences_and_heads_are_averaged_and_what_one_run_left_alone_counts_as_unchanged(tmp_path: Path) -> None:
    one = ReaderWeights({"layer.w": STEPS, "layer.b": np.float32([1, 0])}, {"head.bias": np.float32([4, 0])})
    other = ReaderWeights({"layer.w": -STEPS, "lower.b": np.float32([2, 4])}, {"head.bias": np.float32([0, 8])})
    average(one, other, 0.75, tmp_path / "mean.safetensors")
    mean = load(tmp_path / "mean.safetensors", SHAPES)
    np.testing.assert_array_equal(mean.changes["layer.w"], STEPS / 2)
    np.testing.assert_array_equal(mean.changes["layer.b"], [0.75, 0])
    np.testing.assert_array_equal(mean.changes["lower.b"], [0.5, 1])
    np.testing.assert_array_equal(mean.head["head.bias"], [3, 2])


def test_the_mean_sees_texts_apart_as_both_do_or_there_is_none(tmp_path: Path) -> None:
    six = ReaderWeights({"layer.w": STEPS}, {"head.bias": np.float32([4, 0])}, apart=6)
    average(six, six, 0.5, tmp_path / "mean.safetensors")
    assert load(tmp_path / "mean.safetensors", SHAPES).apart == 6
    with pytest.raises(ValueError, match="6 layers of the one"):
        average(six, ReaderWeights(six.changes, six.head), 0.5, tmp_path / "none.safetensors")
