"""The step from where a question lies to where its answers lie."""

from pathlib import Path

import numpy as np

from rag.models.encoders.base import Encoder
from rag.models.query_adapter import QueryAdapter, adapter_for, load_adapter, save_adapter
from tests.fakes import WordEncoder


def turning() -> QueryAdapter:
    """Adds to what points along the first axis as much along the second, and a little along the third to all."""
    down, up = np.array([[1, 0, 0]], np.float32), np.array([[0], [1], [0]], np.float32)
    return QueryAdapter("fingerprint of words", down, up, np.array([0, 0, 0.5], np.float32))


def test_questions_are_moved_and_stay_unit_vectors() -> None:
    moved = turning()(np.array([[1, 0, 0], [0, 1, 0]], np.float32))
    assert np.allclose(moved[0], np.array([1, 1, 0.5]) / 1.5)
    assert np.allclose(moved[1], np.array([0, 1, 0.5]) / np.sqrt(1.25))
    assert moved.dtype == np.float32


def test_it_is_stored_with_the_encoder_it_belongs_to(tmp_path: Path) -> None:
    save_adapter(turning(), tmp_path / "adapter.safetensors")
    read = load_adapter(tmp_path / "adapter.safetensors")
    assert read.encoder == "fingerprint of words"
    assert np.array_equal(read(np.eye(3, dtype=np.float32)), turning()(np.eye(3, dtype=np.float32)))


def test_the_shipped_one_is_of_the_bundled_encoder_and_of_no_other(bundled_encoder: Encoder) -> None:
    known = adapter_for(bundled_encoder)
    assert known is not None
    assert known.shift.shape == (bundled_encoder.dimension,)
    assert adapter_for(WordEncoder()) is None


PAGES = {
    "how much is the parking fine?": "Sanksi\nParkir di trotoar dikenai denda Rp250.000 untuk mobil.",
    "who can get the school uniform grant?": "Bantuan Seragam\nPenerima adalah siswa dari keluarga tidak mampu.",
    "when does the clinic open on Saturdays?": "Jam Pelayanan\nSenin sampai Kamis 08.00-14.00, Sabtu 08.00-11.30.",
    "brp lama bikin akta lahir": "Akta Kelahiran\nWaktu penyelesaian: 3 hari kerja sejak berkas lengkap.",
    "kalau ilang kartunya lapor ke siapa": "Kartu Hilang\nPemegang melapor kepada petugas loket.",
    "where do I hand in the form?": "Tata Cara\nFormulir diserahkan kepada panitia di balai desa.",
}


def test_the_shipped_one_moves_questions_a_little_and_their_answers_stay_first(bundled_encoder: Encoder) -> None:
    known = adapter_for(bundled_encoder)
    assert known is not None
    asked = bundled_encoder.encode_queries(list(PAGES))
    passages = bundled_encoder.encode_passages(list(PAGES.values()))
    near = (known(asked) * asked).sum(1)
    assert near.min() > 0.7
    assert near.max() < 0.95
    first = (known(asked) @ passages.T).argmax(1) == np.arange(len(PAGES))
    assert first.sum() >= len(PAGES) - 1
