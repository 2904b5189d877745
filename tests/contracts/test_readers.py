"""What holds for the shipped reader in whichever arithmetic runs it."""

from pathlib import Path

import pytest

from rag.models import bundled
from rag.models.precision import Kept
from rag.models.reader import Reader, load_reader
from rag.models.reader.loading import WEIGHTS, converted_folder
from rag.settings import Precision, Settings

# A question, a passage and the words that answer; the first passages answer, the last one does not.
CLEAR = [
    ("Siapa yang membuka pameran itu?", "Pameran kopi di Liwa dibuka oleh Bupati Ratna Wijaya pada 3 Mei.", "Ratna"),
    ("Di mana pelatihan menjahit digelar?", "Pelatihan menjahit digelar di Kotabumi selama dua pekan.", "Kotabumi"),
    ("Berapa peserta yang lulus?", "Sebanyak 412 peserta mengikuti ujian dan 387 peserta lulus.", "387"),
    (
        "Where was the harbour built?",
        "The new harbour was built in Bakauheni and cost 40 million dollars.",
        "Bakauheni",
    ),
]
NOTHING = ("Siapa yang membuka pameran itu?", "Harga kopi naik karena hujan turun terlambat tahun ini.")


@pytest.fixture(scope="module")
def readers() -> dict[Precision, Reader]:
    cache = Settings().cache
    folder = bundled.unpack(cache)
    return {one: load_reader(folder, cache, precision=one) for one in (Precision.F32, Precision.INT8)}


@pytest.mark.parametrize("precision", [Precision.F32, Precision.INT8])
@pytest.mark.parametrize(("question", "passage", "answer"), CLEAR)
def test_a_clear_answer_is_found(
    readers: dict[Precision, Reader], precision: Precision, question: str, passage: str, answer: str
) -> None:
    (reading,) = readers[precision].read(question, [passage])
    assert answer in passage[reading.spans[0].start : reading.spans[0].end]
    (other,) = readers[precision].read(*_nothing())
    assert reading.margin > other.margin


def _nothing() -> tuple[str, list[str]]:
    question, passage = NOTHING
    return question, [passage]


def test_eight_bits_mark_the_words_that_f32_marks(readers: dict[Precision, Reader]) -> None:
    for question, passage, _ in CLEAR:
        (exact,), (coarse,) = (reader.read(question, [passage]) for reader in readers.values())
        assert (coarse.spans[0].start, coarse.spans[0].end) == (exact.spans[0].start, exact.spans[0].end)
        assert coarse.margin == pytest.approx(exact.margin, abs=1.5)


@pytest.mark.parametrize(("precision", "tolerance"), [(Precision.F32, 0.01), (Precision.INT8, 0.3)])
def test_a_passage_reads_the_same_alone_and_among_others(
    readers: dict[Precision, Reader], precision: Precision, tolerance: float
) -> None:
    question, passages = CLEAR[0][0], [passage for _, passage, _ in CLEAR]
    together = readers[precision].read(question, [*passages, passages[0]])  # two of one length are one batch
    for reading, passage in zip(together, [*passages, passages[0]], strict=True):
        (alone,) = readers[precision].read(question, [passage])
        assert reading.margin == pytest.approx(alone.margin, abs=tolerance)


def test_each_precision_and_each_file_of_weights_has_its_own_graph(tmp_path: Path) -> None:
    other = tmp_path / WEIGHTS.name
    other.write_bytes(WEIGHTS.read_bytes() + b" ")
    folders = {
        converted_folder(tmp_path, encoder, weights, kept)
        for encoder in ("one", "two")
        for weights in (WEIGHTS, other)
        for kept in Kept
    }
    assert len(folders) == 12
    assert {folder.parent for folder in folders} == {tmp_path}
