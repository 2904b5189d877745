import numpy as np

from rag.models.eight_bits import writing


def test_neighbours_never_overflow_16_bits_and_no_value_moves_by_more_than_half_a_step() -> None:
    weight = np.random.default_rng(3).normal(size=(200, 64)).astype(np.float32) * np.arange(1, 201)[:, None]
    weight[0] = 3.0
    weight[1] = np.tile([3.0, -3.0], 32)
    values, scales = writing.quantise(weight.astype(np.float32))
    assert np.all(np.abs(values * scales[:, None] - weight) <= 0.501 * scales[:, None])
    for signed in (np.maximum(values, 0).astype(int), np.maximum(-values.astype(int), 0)):
        assert (255 * (signed[:, 1:] + signed[:, :-1])).max() < 2**15
    assert np.abs(values[0]).max() == 64  # two of the greatest beside each other
    assert np.abs(values[1]).max() == 127  # of different signs they need no room
    assert np.median(np.abs(values).max(axis=1)) > 80


def test_a_row_of_zeros_stays_zero() -> None:
    values, scales = writing.quantise(np.zeros((1, 4), dtype=np.float32))
    assert values.tolist() == [[0] * 4]
    assert scales.tolist() == [1]
