import pytest

from rag.language.text import word_spans, words
from rag.questions.sides import sides_of


def sides(text: str) -> tuple[str, ...]:
    return sides_of(text, words(text), word_spans(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bandingkan tarif air 2025 dan 2026", ("tarif air 2025", "tarif air 2026")),
        ("Apa beda KTP dan Kartu Keluarga?", ("KTP", "Kartu Keluarga")),
        ("Bandingkan APBDes Karang Jati Mulyo dan Sungai Petai", ("APBDes Karang Jati Mulyo", "APBDes Sungai Petai")),
        ("bandingkan kursus menjahit dan kursus las", ("kursus menjahit", "kursus las")),
        ("Bandingkan jumlah siswa di Selaka dan di Ranggas", ("jumlah siswa di Selaka", "jumlah siswa di Ranggas")),
        (
            "Bandingkan tarif sampah rumah dan warung di Way Kencana",
            ("tarif sampah rumah di Way Kencana", "tarif sampah warung di Way Kencana"),
        ),
        (
            "compare the Gold Village programme with the Skills programme",
            ("Gold Village programme", "Skills programme"),
        ),
        ("What is the difference between the ferry and the bus?", ("ferry", "bus")),
    ],
)
def test_what_is_said_of_both_sides_is_told_with_each(text: str, expected: tuple[str, str]) -> None:
    assert sides(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Apa bedanya?", "bandingkan harga", "bandingkan dan", "Siapa membandingkan A dan B?", "beda berapa A dan B?"],
)
def test_no_two_things_no_comparison(text: str) -> None:
    assert sides(text) == ()
