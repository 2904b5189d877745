import pytest

from rag.answering.extractive.checks.office import OfficeHeld
from tests.rag.answering.extractive.checks.looking import passes


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Siapa Atase Perhubungan?", "Atase Tenaga Kerja Budi Santoso hadir.", False),
        ("Siapa yang hadir?", "Atase Tenaga Kerja Budi Santoso hadir.", True),
        ("Who heads the education office?", "Kepala Dinas Pendidikan Budi Santoso hadir.", True),
        ("Who heads the education office?", "Kepala Dinas Kesehatan Budi Santoso hadir.", False),
        ("Selain bupati, siapa yang hadir?", "Camat Budi Santoso hadir.", True),
        ("Siapa Kapolri?", "Kapolda Budi Santoso hadir.", False),
        ("Who is the health minister?", "Kepala Dinas Kesehatan Budi Santoso hadir.", False),
        ("Siapa Ketua KPU?", "Ketua DPRD Budi Santoso hadir.", False),
        ("Siapa ketua panitia?", "Panitia diketuai Budi Santoso.", True),  # nothing else stands beside him
        ("Siapa bupati?", "Acara dibuka Budi Santoso.", False),  # a regent is called so
        ("Suratnya ke kepala desa atau ke siapa?", "Surat ditujukan kepada Camat Budi Santoso.", True),
    ],
)
def test_the_holder_of_another_office_is_no_answer(question: str, text: str, expected: bool) -> None:
    assert passes(OfficeHeld(), question, text, "Budi Santoso") is expected
