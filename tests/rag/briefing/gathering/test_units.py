from itertools import pairwise
from pathlib import Path

from rag.briefing.gathering.units import units_of
from tests.rag.briefing.sources import MARKET, document


def texts(text: str, folder: Path) -> list[str]:
    return [unit.text for unit in units_of(document(text, folder))]


def test_an_exception_is_quoted_with_its_rule(tmp_path: Path) -> None:
    (decided,) = [text for text in texts(MARKET, tmp_path) if "menyepakati" in text]
    assert decided.endswith("Rp40.000 sebulan. Pedagang lanjut usia dikecualikan dari sewa itu.")


def test_a_list_is_quoted_with_the_line_that_introduces_it(tmp_path: Path) -> None:
    (listed,) = [text for text in texts(MARKET, tmp_path) if "dokter hewan" in text]
    assert listed.startswith("Ternak yang masuk pasar wajib disertai surat sehat:")
    assert listed.endswith("mantri ternak")


def test_a_sentence_that_leans_back_takes_the_one_before_it_along(tmp_path: Path) -> None:
    told = "Bupati Sari Wulan membuka pekan tani. Acara itu dihadiri 90 kelompok. Pasar dibuka setiap Senin pagi."
    assert texts(f"# Pekan tani\n\n{told}", tmp_path) == [
        "Bupati Sari Wulan membuka pekan tani. Acara itu dihadiri 90 kelompok.",
        "Pasar dibuka setiap Senin pagi.",
    ]


def test_the_exception_of_another_paragraph_is_joined_where_it_names_the_rule(tmp_path: Path) -> None:
    law = (
        "# Perda\n\n## Pasal 5\n\n(1) Kantong plastik sekali pakai dilarang disediakan oleh toko swalayan kota.\n\n"
        "(2) Larangan sebagaimana dimaksud pada ayat (1) dikecualikan untuk pembungkus ikan dan daging di pasar.\n\n"
        "(3) Toko swalayan yang melanggar larangan dikenai denda paling banyak Rp500.000 oleh polisi pamong praja."
    )
    first, second = texts(law, tmp_path)
    assert first.startswith("(1)")
    assert "(2) Larangan" in first
    assert second.startswith("(3)")


def test_lines_of_a_letterhead_and_questions_are_no_units(tmp_path: Path) -> None:
    letter = (
        "DINAS PASAR KABUPATEN JERNIH\n\nYth. para pedagang\n\nPasar tutup pada hari Minggu.\n\nApakah boleh buka?\n"
    )
    assert texts(letter, tmp_path) == ["Pasar tutup pada hari Minggu."]


def test_units_do_not_overlap_and_stand_in_the_document(tmp_path: Path) -> None:
    read = document(MARKET, tmp_path)
    units = units_of(read)
    assert all(one.end <= other.start for one, other in pairwise(units))
    assert all(unit.span.text == read.text[unit.start : unit.end] for unit in units)
