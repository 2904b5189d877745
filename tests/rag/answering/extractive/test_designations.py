"""What is called by a number or a letter."""

import pytest

from rag.answering.extractive.designations import designations_in, lacks
from rag.types import Language


@pytest.mark.parametrize(
    ("question", "called"),
    [
        ("Berapa pegawai golongan I di Sekretariat?", ["golongan I"]),
        ("Kapan ujian matematika Paket A?", ["paket A"]),
        ("Berapa unit untuk Kelompok 23?", ["kelompok 23"]),
        ("Kapan Paket A harus daftar?", ["paket A"]),
        ("Apakah usia 18 boleh ikut?", []),
        ("Kapan 5 Mei 2026 libur?", []),
        ("Apa isi Pasal 7?", []),
        ("Berapa lama pelatihan bagi kelompok 3 orang?", []),
    ],
)
def test_a_kind_with_a_mark_is_a_designation_and_an_amount_is_none(question: str, called: list[str]) -> None:
    assert [one.text for one in designations_in(question, Language.INDONESIAN)] == called


@pytest.mark.parametrize(
    ("question", "called"),
    [
        ("Where is the form I filled in?", []),
        ("What is taught in phase I?", ["phase I"]),
        ("What does group A pay?", ["group A"]),
    ],
)
def test_whoever_asks_in_english_is_no_mark(question: str, called: list[str]) -> None:
    assert [one.text for one in designations_in(question, Language.ENGLISH)] == called


@pytest.mark.parametrize(
    ("text", "question", "lacking"),
    [
        ("Golongan II: 7; Golongan III: 18", "golongan I di sini", True),
        ("Golongan I: 7; Golongan II: 18", "golongan I di sini", False),
        ("Kelas VII dan kelas VIII", "untuk kelas 7", False),
        ("Kelompok 1 sampai 5 mendapat bibit", "untuk Kelompok 3", False),
        ("Tidak ada sebutan apa pun", "untuk Kelompok 3", False),
    ],
)
def test_a_document_lacks_what_it_has_with_other_marks_only(text: str, question: str, lacking: bool) -> None:
    assert lacks(text, designations_in(f"Berapa {question}?", Language.INDONESIAN)[0]) is lacking
