import pytest

from rag.answering.extractive.checks.echo import Echo
from tests.rag.answering.extractive.checks.looking import passes


@pytest.mark.parametrize(
    ("question", "text", "span", "expected"),
    [
        ("Di mana di Lampung?", "Ada di Lampung.", "Lampung", False),
        ("pekerja lampung kemana sih?", "Pekerja asal Lampung bekerja di Taiwan.", "Lampung", False),
        ("pekerja lampung kemana sih?", "Pekerja asal Lampung bekerja di Taiwan.", "Taiwan", True),
        ("Siapa Wali Kota Batu Ampar?", "Surat diteken Wali Kota Batu Ampar.", "Wali Kota Batu Ampar", False),
        ("Siapa Wali Kota Batu Ampar?", "Wali Kota Batu Ampar Rusdi Hanafi hadir.", "Rusdi Hanafi", True),
        ("Siapa direktur RS Ngoerah?", "Direktur RS Prof. Dr. I.G. Ngoerah.", "Prof. Dr. I.G. Ngoerah", False),
        ("Siapa direktur RS Ngoerah?", "Direktur RS dr. Ayu Ngoerah hadir.", "dr. Ayu Ngoerah", True),
        ("Siapa yang wajib lapor?", "Ketua RT wajib lapor.", "Ketua RT", True),
        ("Siapa yang ikut, warga atau pendatang?", "Yang ikut adalah warga.", "warga", True),
        ("Berapa lama, 3 hari kerja?", "Selesai dalam 3 hari kerja.", "3 hari kerja", True),
    ],
)
def test_a_person_or_place_says_more_than_the_question(question: str, text: str, span: str, expected: bool) -> None:
    assert passes(Echo(), question, text, span) is expected


def test_as_above_is_no_answer() -> None:
    assert not passes(Echo(), "Apa bantuan Tunas Karya?", "Kelompok: Tunas Karya; Bantuan: sda", "sda")
