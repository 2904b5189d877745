import pytest

from rag.types import BlockKind, Omission
from tests.rag.documents.loaders.pages import Words, lines_from, rows_from
from tests.rag.documents.loaders.pdf.reading import raw, tables, told

ABOVE = ["Catatan ini memuat kunjungan ke taman baca desa selama setahun penuh.", "Petugas menghitungnya setiap malam."]


def width(text: str, size: float = 11) -> float:
    """Of figures and a full stop in Helvetica."""
    return sum(0.278 if each in ".," else 0.556 for each in text) * size


def raised(figure: str, mark: str, after: str) -> list[Words]:
    """A figure with a raised mark, and what follows on the line."""
    end = 70 + width(figure)
    return [Words(70, 640, figure), Words(end, 644.5, mark, 6.5), Words(end + 12, 640, after)]


@pytest.mark.parametrize("mark", ["1", "2)", "a"])
def test_a_raised_mark_does_not_join_the_number_before_it(mark: str) -> None:
    found = raw([[*lines_from(700, ABOVE), *raised("7.420", mark, "orang datang.")]])
    assert found.blocks[-1].text.endswith("7.420 orang datang.")
    assert [(each.text, each.reason) for each in found.left_out] == [(mark, Omission.NOTE_MARK)]


def test_a_raised_two_behind_a_unit_stays() -> None:
    line = [Words(70, 640, "Lahan seluas 120 m"), Words(70 + 94.4, 644.5, "2", 6.5), Words(180, 640, "milik desa.")]
    assert told([[*lines_from(700, ABOVE), *line]])[-1].endswith("Lahan seluas 120 m² milik desa.")


def test_a_raised_figure_that_stands_apart_from_its_unit_is_no_mark() -> None:
    line = [Words(70, 400, "Debu di udara 51 gr/m", 11), Words(181, 404.5, "3", 7), Words(195, 400, "hari ini.", 11)]
    assert told([[*lines_from(700, ABOVE), *line]])[-1].endswith("51 gr/m³ hari ini.")


def test_notes_at_the_foot_stand_apart_from_a_sentence_that_goes_on_over_the_page() -> None:
    foot = [Words(70, 60, "1 Tidak termasuk rombongan sekolah.", 8), Words(70, 50, "2 Menurut buku tamu.", 8)]
    first = [*lines_from(700, [*ABOVE, "Mereka datang dari seluruh dusun dan membaca buku yang"]), *foot]
    second = lines_from(700, ["dipinjam dari kota. Buku itu kembali setelah sebulan."])
    blocks = raw([first, second]).blocks
    assert [(block.text, block.marker) for block in blocks if block.kind is BlockKind.NOTE] == [
        ("1 Tidak termasuk rombongan sekolah.", "1"),
        ("2 Menurut buku tamu.", "2"),
    ]
    assert blocks[-1].text.endswith("membaca buku yang \fdipinjam dari kota. Buku itu kembali setelah sebulan.")


def test_a_raised_mark_in_a_cell_is_no_figure() -> None:
    rows = [("Desa", "2024", "2025"), ("Sukamaju", "412", "287"), ("Tirtajaya", "95", "61")]
    page = [*rows_from(700, rows, (70, 180, 260)), Words(180 + width("412"), 688.5, "1", 6.5)]
    assert tables([page])[0][0] == "Desa: Sukamaju; 2024: 412; 2025: 287"


def test_a_mark_that_is_nearly_as_tall_as_a_figure_but_stands_high_is_one() -> None:
    line = [Words(70, 640, "Beruang: 5"), Words(70 + 53.2, 645.5, "3", 8.9), Words(140, 640, "ekor jantan.")]
    assert told([[*lines_from(700, ABOVE), *line]])[-1].endswith("Beruang: 5 ekor jantan.")


def test_notes_on_one_line_stay_behind_their_marks() -> None:
    notes = [Words(70, 405.2, "1", 8), Words(76, 400, "Dua anak.", 10), Words(130, 405.2, "2", 8)]
    found = "\n".join(told([[*lines_from(700, ABOVE), *notes, Words(136, 400, "Satu sakit.", 10)]]))
    assert "Dua anak. 2 Satu sakit." in found or "Dua anak. Satu sakit." in found
