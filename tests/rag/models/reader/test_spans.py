"""Spans from logits, grown to what a person would quote."""

import numpy as np
import pytest

from rag.models.reader.reading import ReadSpan
from rag.models.reader.spans import distinct, grown, search


def test_the_margin_is_the_best_pair_of_logits_minus_that_of_no_answer() -> None:
    logits = np.array([[1, 2], [9, 9], [5, 0], [0, 4]], dtype=np.float32)  # token 1 is not of the passage
    best = search(logits, ((-1, -1), (-1, -1), (0, 3), (4, 8)))[0]
    assert best == ReadSpan(0, 8, (5 + 4) - (1 + 2))


def test_an_end_never_lies_before_its_start() -> None:
    logits = np.array([[0, 0], [0, 9], [9, 1]], dtype=np.float32)
    assert search(logits, ((-1, -1), (0, 2), (3, 5)))[0] == ReadSpan(3, 5, 10)


def test_a_span_stays_within_the_sentence_it_starts_in() -> None:
    logits = np.array([[0, 0], [9, 1], [0, 3], [0, 9]], dtype=np.float32)
    offsets = ((-1, -1), (0, 2), (3, 6), (7, 9))
    assert search(logits, offsets)[0] == ReadSpan(0, 9, 18)
    assert search(logits, offsets, [6, 9])[0] == ReadSpan(0, 6, 12)


def test_a_window_without_a_passage_has_no_span() -> None:
    assert search(np.zeros((2, 2), dtype=np.float32), ((-1, -1), (-1, -1))) == []


def test_of_overlapping_spans_the_best_stays() -> None:
    spans = [ReadSpan(0, 5, 1.0), ReadSpan(3, 8, 2.0), ReadSpan(8, 9, 0.5)]
    assert distinct(spans) == (ReadSpan(3, 8, 2.0), ReadSpan(8, 9, 0.5))


@pytest.mark.parametrize(
    ("text", "found", "wanted"),
    [
        ("sebanyak 4.584 orang pekerja", "4.584", "4.584 orang"),
        ("sebanyak 4.584 orang pekerja", "584", "4.584 orang"),
        ("naik 12,5 persen.", "12,5", "12,5 persen"),
        ("senilai Rp2,4 miliar.", "2,4", "Rp2,4 miliar"),
        ("produksi 1,5 juta ton padi", "1,5", "1,5 juta ton"),
        ("paling lama 14 (empat belas) hari kerja", "14", "14 (empat belas) hari"),
        ("sejak tahun 2023 orang mulai", "2023", "2023"),
        ("oleh Gubernur Budi Santoso.", "Santos", "Santoso"),
        ("kata Ahmad, M.Si., di Padang.", "Ahmad, M.Si.,", "Ahmad, M.Si."),
        ("di Suzuka (Jepang) dan", "Suzuka (Jepang", "Suzuka (Jepang)"),
        ("selesai di Padang. Lalu", "Padang.", "Padang"),
        ("sektor domestik (asisten rumah tangga), kini", "asisten rumah tangga)", "asisten rumah tangga"),
        ("di sektor (formal dan informal", "(formal dan informal", "formal dan informal"),
        ("sampai bulan juni tahun 2025, provinsi", "juni", "juni tahun 2025"),
        ("yang domestik (asisten rumah tangga.), kini", "asisten rumah tangga.)", "asisten rumah tangga"),
        ("pada bulan Mei 2000 orang berangkat", "Mei", "Mei"),
        ("sejak 3 Maret 2024 di", "3 Maret", "3 Maret 2024"),
    ],
)
def test_a_span_grows_to_words_units_and_currency_and_loses_loose_punctuation(
    text: str, found: str, wanted: str
) -> None:
    start = text.index(found)
    span = grown(text, ReadSpan(start, start + len(found), 1.0))
    assert text[span.start : span.end] == wanted
