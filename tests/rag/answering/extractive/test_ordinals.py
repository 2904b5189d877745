"""What a question counts to, and documents that have its like and not that one."""

import pytest

from rag.answering.extractive.ordinals import lacks_ordinal, ordinals_in, written_in


@pytest.mark.parametrize(
    ("text", "question", "lacking"),
    [
        ("Harga cabai pekan kedua Juli. Harga cabai pekan ketiga Juli.", "harga cabai pekan keempat berapa?", True),
        ("Harga cabai pekan kedua Juli. Harga cabai pekan ketiga Juli.", "harga cabai minggu ke-3 berapa?", False),
        ("Catch of the third quarter; Q3 2024", "How much was caught in the second quarter?", True),
        ("Q3 2024: 12 ton", "Berapa ton pada triwulan ketiga?", False),
        ("Triwulan I: 4 ton; Triwulan II: 6 ton", "Berapa ton pada kuartal ke-2?", False),
        ("Pekan 1 sampai 4 diisi teori.", "Apa isi pekan ketiga?", False),
        ("Sidang pertama\n- Senin\nSidang kedua\n- Rabu", "Kapan sidang ketiga?", True),
        ("Minggu, 4 Mei; minggu 5 Juni", "Apa acara minggu ketiga?", False),  # days of a month
        ("Perjalanan 5 hari 3 malam", "Ke mana pada hari keempat?", False),
        ("Tahap kedua dimulai 5 Mei.", "Kapan tahap pertama?", False),  # what comes before is seldom called so
        ("Tahap kedua 5 Mei, tahap ketiga 9 Juni.", "Kapan tahap pertama?", True),
        ("Desa kedua dan desa ketiga", "Apa yang dibangun keempat desa?", False),  # all four of them
    ],
)
def test_a_document_lacks_the_one_that_it_counts_past(text: str, question: str, lacking: bool) -> None:
    assert any(lacks_ordinal(text, one) for one in ordinals_in(question)) is lacking


def test_a_text_writes_a_number_its_own_way() -> None:
    wanted = ordinals_in("hasil triwulan ketiga")[0]
    assert written_in("Q2 2025; Q3 2025", wanted) == ({"q3"}, {"q3"})
    assert written_in("Triwulan II; Triwulan III", wanted) == ({"triwulan"}, {"iii"})
    assert written_in("Triwulan I; Triwulan II", wanted) == (frozenset(), frozenset())
