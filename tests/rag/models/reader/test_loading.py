"""The inputs of the reader's graph, that what is added to them changes nothing, and graphs in two parts."""

from pathlib import Path

import numpy as np
import pytest

from rag.models import bundled
from rag.models.precision import Kept
from rag.models.reader.apart import ApartPairs, Parts, WholePairs
from rag.models.reader.loading import WEIGHTS, converted_network, load_reader, open_network, padded
from rag.models.reader.weights import load, save
from rag.models.words import tensor_shapes
from rag.settings import Backend, Precision, Settings

QUESTION = "Di mana pelatihan menjahit digelar?"
PASSAGES = ["Pelatihan menjahit digelar di Kotabumi selama dua pekan.", "Harga kopi naik karena hujan turun terlambat."]


def test_vectors_are_filled_up_to_one_of_few_lengths_and_masked() -> None:
    given = padded(np.ones((2, 5, 3), dtype=np.float32))
    assert given["inputs_embeds"].shape == (2, 8, 3)
    assert given["inputs_embeds"][:, 5:].sum() == 0
    assert given["attention_mask"].tolist() == [[1] * 5 + [0] * 3] * 2


@pytest.fixture(scope="module")
def encoder() -> Path:
    return bundled.unpack(Settings().cache)


@pytest.fixture(scope="module")
def weights(encoder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The shipped ones, said to see texts apart in none and in two layers."""
    shapes, files = tensor_shapes(encoder), {}
    shipped = load(WEIGHTS, shapes)
    unchanged = {name: np.zeros(shapes[name], np.float32) for name in shipped.changes}
    for apart in (0, 2):
        files[apart] = tmp_path_factory.mktemp("weights") / f"apart-{apart}.safetensors"
        save(files[apart], shipped.changes | shipped.head, unchanged, apart)
    return files


def test_what_fills_up_does_not_change_what_is_read(encoder: Path, weights: dict[int, Path], tmp_path: Path) -> None:
    # 37 tokens are filled up to 40 on OpenVINO; PyTorch reads them as they are.
    vectors = np.random.default_rng(1).normal(scale=0.1, size=(1, 37, 384)).astype(np.float32)
    runs = (
        open_network(encoder, tmp_path, backend, 1, weights[0], Precision.F32)
        for backend in (Backend.OPENVINO, Backend.TORCH)
    )
    ours, plain = (next(run([vectors])) for run in runs if not isinstance(run, Parts))
    assert ours.shape == plain.shape == (1, 37, 2)
    np.testing.assert_allclose(ours, plain, atol=0.02)


@pytest.mark.parametrize(("precision", "tolerance"), [(Precision.F32, 0.05), (Precision.INT8, 1.5)])
def test_in_two_parts_it_reads_as_on_pytorch_at_first_and_from_what_was_kept(
    encoder: Path, weights: dict[int, Path], tmp_path: Path, precision: Precision, tolerance: float
) -> None:
    plain = load_reader(encoder, tmp_path, Backend.TORCH, 1, weights[2]).read(QUESTION, PASSAGES)
    reader = load_reader(encoder, tmp_path, Backend.OPENVINO, 1, weights[2], precision)
    first, again = (reader.read(QUESTION, PASSAGES) for _ in range(2))
    assert [one.margin for one in first] == pytest.approx([one.margin for one in plain], abs=tolerance)
    assert [one.margin for one in again] == pytest.approx([one.margin for one in first], abs=1e-4)
    assert first[0].spans[0].start == plain[0].spans[0].start == PASSAGES[0].index("Kotabumi")


def test_the_file_of_weights_says_into_how_many_parts_a_network_is_converted(
    encoder: Path, weights: dict[int, Path], tmp_path: Path
) -> None:
    whole, apart = (converted_network(encoder, tmp_path, weights[layers], Kept.MULTIPLIED) for layers in (0, 2))
    assert sorted(file.name for file in whole.iterdir()) == ["model.onnx"]
    assert sorted(file.name for file in apart.iterdir()) == ["lower.onnx", "places.npy", "upper.onnx"]
    pairs = [load_reader(encoder, tmp_path, weights=weights[layers], precision=Precision.INT8) for layers in (0, 2)]
    assert [type(one._pairs) for one in pairs] == [WholePairs, ApartPairs]
