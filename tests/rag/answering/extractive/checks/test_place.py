import pytest

from rag.answering.extractive.checks.place import is_place_asked_for, venue_asked_for


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (
            "Di ruang mana rapatnya?",
            "Rapat di Ruang Rapat Sakai Sambayan di Kantor Gubernur.",
            "Ruang Rapat Sakai Sambayan",
        ),
        ("Di ruangan mana rapatnya?", "Rapat di ruang Sakai itu.", "ruang Sakai"),
        ("Di hotel mana?", "Pertemuan di Hotel Sage, Kuala Lumpur.", "Hotel Sage"),
        ("Di ruang mana rapatnya?", "Rapat di Balai Keratun.", None),
        ("Di ruang mana rapatnya?", "Di Ruang Satu dan Ruang Dua.", None),  # no telling which
        ("Di mana rapatnya?", "Rapat di Ruang Sakai.", None),
    ],
)
def test_the_venue_named_in_the_sentence(question: str, text: str, expected: str | None) -> None:
    found = venue_asked_for(question, text)
    assert (found and text[slice(*found)]) == expected


@pytest.mark.parametrize(
    ("question", "before", "span", "expected"),
    [
        ("Di mana?", "Dibuka di ", "sekolah", True),
        ("Di mana?", "Mereka menjadi ", "perawat", False),
        ("Apakah di desa?", "Mereka menjadi ", "perawat", True),
        ("Di mana di Lampung?", "Ada di ", "Lampung", False),
        ("Dari mana dananya?", "Ditanggung ", "pemerintah", True),
    ],
)
def test_a_place_asked_for(question: str, before: str, span: str, expected: bool) -> None:
    assert is_place_asked_for(question, before + span, len(before), span) is expected
