import pytest

from rag.questions.turns import found_something
from rag.types import Turn


@pytest.mark.parametrize(
    ("question", "answer", "found"),
    [
        ("Berapa tarif parkir?", "Rp2.000. [1]", True),
        ("Berapa tarif parkir?", "Rp2.000", True),
        ("Berapa tarif parkir?", "", True),
        ("tarif parkir", "Tarif tidak ditemukan untuk truk, untuk mobil Rp2.000. [1]", True),
        ("Wajibkah membawa KTP?", "Tidak, dokumen itu tidak wajib.", True),
        ("Berapa tarif parkir?", "Maaf, hal itu tidak ditemukan dalam dokumen.", False),
        ("Berapa tarif parkir?", "Dokumen yang kami miliki tidak memuat jawaban atas pertanyaan ini.", False),
        ("How much is parking?", "The documents we hold do not contain an answer to this question.", False),
        ("How much is parking?", "I couldn't find that.", False),
        ("Wah, mahal sekali.", "Benar.", False),
        ("Latest news about parking?", "We did not find a document about “parking”.", False),
        ("Berita terbaru soal parkir?", "Kami tidak menemukan dokumen tentang “parkir”.", False),
        (
            "Compare cars and bicycles?",
            "There is no comparison to show: we did not find enough about “bicycles”.",
            False,
        ),
    ],
)
def test_a_turn_found_something_unless_its_answer_says_otherwise(question: str, answer: str, found: bool) -> None:
    assert found_something(Turn(question, answer)) is found
