"""Items of a list with the same labels below each, and items that a question counts to."""

from pathlib import Path

import pytest

from rag.answering.extractive.candidates import Candidate, candidates
from rag.answering.extractive.labelled_items import is_of_other_item, items_in, told_by_item
from rag.documents.chunking import split
from rag.documents.cleaning import clean
from rag.documents.loaders.plain import parse
from rag.questions.understanding import read
from rag.types import Hit, Language, Method, Question

MINUTES = """Catatan pemeriksaan gudang beras tahun ini.

Rekomendasi:

1. Memperbaiki atap gudang sebelah timur.
   Pelaksana : Seksi Pemeliharaan
   Tenggat   : 20 Mei 2026

2. Mengganti timbangan yang rusak.
   Pelaksana : Seksi Peralatan
   Tenggat   : 8 Juni 2026

3. Menyusun daftar pemasok beras.
   Pelaksana : -
   Tenggat   : 30 Juni 2026

Rapat ditutup pukul sebelas.
"""
DOCUMENT = clean(parse(MINUTES.encode(), Path("catatan.txt")), "d")


def found(size: int = 400) -> list[Candidate]:
    passages = split(DOCUMENT, lambda texts: [len(text.split()) for text in texts], size)
    hits = [Hit(passage, 1.0, (Method.DENSE,)) for passage in passages]
    return list(candidates(hits, document_of=lambda _: DOCUMENT))


def told(question: str, language: Language = Language.INDONESIAN, size: int = 400) -> set[str]:
    query = read(Question(question, language))
    places = [(one.hit.passage.text, told_by_item(query, one)) for one in found(size)]
    return {text[place[0] : place[1]] for text, place in places if place is not None}


@pytest.mark.parametrize("size", [400, 12])  # words of a passage: items and their labels may be parted
@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Siapa pelaksana penggantian timbangan?", {"Seksi Peralatan"}),
        ("Kapan tenggat perbaikan atap gudang?", {"20 Mei 2026"}),
        ("Apa rekomendasi nomor 3?", {"Menyusun daftar pemasok beras."}),
        ("Apa rekomendasi kedua?", {"Mengganti timbangan yang rusak."}),
        ("Siapa pelaksana rekomendasi nomor 1?", {"Seksi Pemeliharaan"}),
        ("Apa rekomendasi nomor 5?", set()),
        ("Apa peraturan nomor 3?", set()),  # nothing says that these are counted
        ("Siapa pelaksana pengecatan pagar?", set()),
        ("Kapan tenggatnya?", set()),
        ("Kapan pelaksana penggantian timbangan?", set()),  # no date
    ],
)
def test_the_item_is_told_by_its_words_or_its_number(question: str, words: set[str], size: int) -> None:
    assert told(question, size=size) == words


def test_an_english_question_counts_too() -> None:
    assert told("What is recommendation number 2?", Language.ENGLISH) == {"Mengganti timbangan yang rusak."}


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Kapan tenggat penggantian timbangan?", {"Tenggat : 8 Juni 2026"}),
        ("Kapan tenggat rekomendasi nomor 3?", {"Tenggat : 30 Juni 2026"}),
        ("Kapan tenggat rekomendasi nomor 7?", set()),
        ("Kapan tenggatnya?", {"Tenggat : 20 Mei 2026", "Tenggat : 8 Juni 2026", "Tenggat : 30 Juni 2026"}),
    ],
)
def test_labels_of_other_items_answer_nothing(question: str, left: set[str]) -> None:
    query = read(Question(question, Language.INDONESIAN))
    kept = {one.text for one in found() if not is_of_other_item(query, one)}
    assert {text for text in kept if text.startswith("Tenggat")} == left
    assert "Rapat ditutup pukul sebelas." in kept


def test_ordinals_that_mark_points_of_a_decision_are_numbers() -> None:
    text = "MEMUTUSKAN:\nKESATU : Membentuk tim.\nKEDUA : Tim bekerja setahun."
    assert [(one.number, text[one.told : one.end], one.above) for one in items_in(text)] == [
        (1, "Membentuk tim.", "MEMUTUSKAN:"),
        (2, "Tim bekerja setahun.", "MEMUTUSKAN:"),
    ]
