"""The reader around a network whose logits the test chooses."""

from pathlib import Path

import numpy as np
import pytest

from rag.errors import Left
from rag.models import bundled
from rag.models.reader.apart import WholePairs
from rag.models.reader.calibration import Calibration
from rag.models.reader.span_reader import IsLeft, SpanReader
from rag.models.reader.vocabulary import PairTokenizer
from rag.models.words import WordEmbeddings, tensor_shapes
from rag.settings import Settings


@pytest.fixture(scope="module")
def folder() -> Path:
    return bundled.unpack(Settings().cache)


def reader_that_likes(folder: Path, word: str, none: float, is_left: IsLeft = bool) -> SpanReader:
    """Start and end logits are 5 on the token of `word` and 0 elsewhere; "no answer" gets `none`."""
    embeddings = WordEmbeddings(folder)
    asked, (window,) = PairTokenizer(folder).windows("x", [word])
    offsets = window.offsets[len(asked) :]
    liked = embeddings.of(np.array([i for i, (a, _) in zip(window.ids, offsets, strict=True) if a >= 0]))

    def logits(vectors: np.ndarray) -> np.ndarray:
        same = np.isclose(vectors[:, :, None, :], liked[None, None]).all(axis=3).any(axis=2)
        found = np.repeat(same[:, :, None] * 5.0, 2, axis=2).astype(np.float32)
        found[:, 0] = none / 2
        return found

    tokenizer = PairTokenizer(folder)
    pairs = WholePairs(lambda given: map(logits, given), embeddings)
    return SpanReader("fake", tokenizer, pairs, Calibration(), is_left)


def test_every_passage_gets_its_reading_in_order(folder: Path) -> None:
    passages = ["Rapat digelar di Padang kemarin.", "Tidak ada apa-apa di sini.", "Padang ramai."]
    readings = reader_that_likes(folder, "Padang", none=1.0).read("Di mana?", passages)
    texts = [passages[i][r.spans[0].start : r.spans[0].end] for i, r in enumerate(readings)]
    assert (texts[0], texts[2]) == ("Padang", "Padang")
    assert [r.margin > 0 for r in readings] == [True, False, True]
    assert readings[0].margin == pytest.approx(10 - 1)


def test_passages_that_nobody_waits_for_any_more_are_not_read(folder: Path) -> None:
    looks = iter([False, True])
    reader = reader_that_likes(folder, "Padang", none=1.0, is_left=lambda: next(looks))
    with pytest.raises(Left):
        reader.read("Di mana?", ["Rapat digelar di Padang.", "Tidak ada.", "Padang ramai sekali hari ini."])
    assert next(looks, None) is None


def test_an_answer_in_the_last_window_of_a_long_passage_is_found(folder: Path) -> None:
    text = "Kalimat ini tidak berisi jawaban. " * 150 + "Rapat di Padang."
    (reading,) = reader_that_likes(folder, "Padang", none=1.0).read("Di mana?", [text])
    assert (reading.spans[0].start, reading.spans[0].end) == (text.index("Padang"), text.index("Padang") + 6)


def test_an_empty_passage_has_no_span_and_no_passage_no_reading(folder: Path) -> None:
    reader = reader_that_likes(folder, "Padang", none=1.0)
    (reading,) = reader.read("Di mana?", [""])
    assert reading.spans == ()
    assert reading.answerable < 0.01
    assert reader.read("Di mana?", []) == ()


def test_a_question_of_thousands_of_words_leaves_room_for_the_passage(folder: Path) -> None:
    (reading,) = reader_that_likes(folder, "Padang", none=1.0).read("di mana " * 3000, ["Rapat di Padang."])
    assert reading.spans[0].start == 9


def test_word_embeddings_are_the_rows_of_the_encoder(folder: Path) -> None:
    from safetensors import safe_open

    with safe_open(folder / "model.safetensors", framework="np") as file:
        rows = file.get_slice("embeddings.word_embeddings.weight")[1000:1003]
    np.testing.assert_array_equal(WordEmbeddings(folder).of(np.array([1000, 1001, 1002])), rows)
    assert tensor_shapes(folder)["encoder.layer.0.output.dense.weight"] == (384, 1536)
