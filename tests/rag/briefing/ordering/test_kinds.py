from datetime import date

import pytest

from rag.briefing.gathering.units import Unit
from rag.briefing.ordering.kinds import days_in, part_of
from rag.briefing.values import Days, Part
from rag.types import Document


def unit(text: str, *headings: str) -> Unit:
    return Unit(Document("d", "Judul", text), 0, len(text), headings)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Rapat menyepakati iuran Rp10.000 sebulan.", Part.AGREED),
        ("Air tangki tidak dikirim, kecuali bila aliran mati dua hari.", Part.CONDITIONS),
        ("Jembatan ditutup mulai 8 Juni sampai 5 Juli 2026.", Part.DATES),
        ("Pada tahun 2025 tercatat 27.315 peserta.", Part.FIGURES),
        ("Acara dibuka oleh Bupati Way Jernih, Ratna Kusuma.", Part.RESPONSIBLE),
        ("Ketua panitia adalah Yusnaini Tamba.", Part.RESPONSIBLE),
        ("Pedagang wajib memilah sampah.", Part.CONDITIONS),
        ("Sektor domestik bukan lagi prioritas asisten rumah tangga.", Part.FURTHER),
    ],
)
def test_the_structure_of_a_sentence_tells_its_section(text: str, part: Part) -> None:
    assert part_of(unit(text)) is part


def test_a_heading_tells_the_section_of_what_has_no_structure() -> None:
    assert part_of(unit("Surat pengantar dari ketua RT.", "Persyaratan")) is Part.CONDITIONS
    assert part_of(unit("Sekretaris Dinas yang menggantikan.", "Siapa yang menandatangani?")) is Part.RESPONSIBLE


def test_days_are_no_months_and_no_years() -> None:
    assert days_in("Sampai Juni 2025 dan sepanjang tahun 2026") is None
    assert days_in("Festival 11 sampai 14 Juni 2026") == Days(date(2026, 6, 11), date(2026, 6, 14))
