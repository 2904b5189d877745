"""The inputs of the reader's graph, and that what is added to them changes nothing."""

import numpy as np

from rag.models import bundled
from rag.models.reader.loading import WEIGHTS, open_network, padded
from rag.settings import Backend, Precision, Settings


def test_vectors_are_filled_up_to_one_of_few_lengths_and_masked() -> None:
    given = padded(np.ones((2, 5, 3), dtype=np.float32))
    assert given["inputs_embeds"].shape == (2, 8, 3)
    assert given["inputs_embeds"][:, 5:].sum() == 0
    assert given["attention_mask"].tolist() == [[1] * 5 + [0] * 3] * 2


def test_what_fills_up_does_not_change_what_is_read() -> None:
    cache = Settings().cache
    folder = bundled.unpack(cache)
    # 37 tokens are filled up to 40 on OpenVINO; PyTorch reads them as they are.
    vectors = np.random.default_rng(1).normal(scale=0.1, size=(1, 37, 384)).astype(np.float32)
    ours, plain = (
        next(open_network(folder, cache, backend, 1, WEIGHTS, Precision.F32)([vectors]))
        for backend in (Backend.OPENVINO, Backend.TORCH)
    )
    assert ours.shape == plain.shape == (1, 37, 2)
    np.testing.assert_allclose(ours, plain, atol=0.02)
