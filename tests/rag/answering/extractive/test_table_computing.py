import pytest

from rag.answering.extractive.table_binding import Asked
from rag.answering.extractive.table_computing import compute
from rag.language.computations import Computation
from rag.types import Language
from tests.rag.answering.extractive.tables import HARVEST, Page, topic_of


def test_the_largest_is_found_in_the_column_that_is_named() -> None:
    most = Page(*HARVEST).computed(Computation.MOST, "Kecamatan mana yang jagungnya paling banyak? jagung")
    assert most is not None
    assert (most.rows, most.column) == ((1,), 3)


def test_two_equal_largest_are_none() -> None:
    assert Page("Desa|Warga", "A|7", "B|7").computed(Computation.MOST, "Desa terbesar?") is None


def test_a_total_is_the_row_that_says_so_or_the_sum_of_all_rows() -> None:
    with_sum = Page("Desa|Warga", "Sukajadi|412", "Wonosari|388", "Jumlah|800").computed(
        Computation.TOTAL, "Total warga?"
    )
    assert with_sum is not None
    assert (with_sum.rows, with_sum.value) == ((2,), "")
    added = Page("Desa|Warga", "Sukajadi|1.412", "Wonosari|388").computed(Computation.TOTAL, "Total warga?")
    assert added is not None
    assert (added.rows, added.value) == ((0, 1), "1.800")


def test_no_total_of_a_column_with_a_gap() -> None:
    assert Page("Desa|Warga", "A|12", "B|10", "C|belum ada").computed(Computation.TOTAL, "Total warga?") is None


def test_a_difference_is_the_larger_less_the_smaller() -> None:
    less = Page(*HARVEST).computed(Computation.DIFFERENCE, "Selisih padi 2025 Sukamaju dan Bumi Raya?")
    assert less is not None
    assert (less.value, less.rows) == ("654,5", (0, 2))


def test_a_total_of_named_rows_leaves_the_others_out() -> None:
    both = Page(*HARVEST).computed(Computation.TOTAL, "Total padi 2025 Sukamaju dan Bumi Asri?")
    assert both is not None
    assert (both.value, both.rows) == ("2.330", (0, 1))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Total pengunjung dari Januari sampai Maret?", "3.535"),
        ("Total pengunjung Januari s.d. Maret?", "3.535"),
        ("Total pengunjung Januari dan Maret?", "2.555"),
    ],
)
def test_a_total_from_one_row_to_another_has_those_between_as_well(question: str, value: str) -> None:
    page = Page("Bulan|Pengunjung", "Januari|1.210", "Februari|980", "Maret|1.345", "April|1.100")
    total = page.computed(Computation.TOTAL, question)
    assert total is not None
    assert total.value == value


def test_two_columns_of_one_row_are_added_or_compared() -> None:
    page = Page("Kecamatan|Anemia laki-laki|Anemia perempuan", "Rawa Bening|39|122", "Sekampar|48|171")
    total = page.computed(Computation.TOTAL, "Total anemia laki-laki dan perempuan di Rawa Bening?")
    assert total is not None
    assert total.value == "161"
    less = page.computed(Computation.DIFFERENCE, "Selisih anemia laki-laki dan perempuan di Rawa Bening?")
    assert less is not None
    assert less.value == "83"


def test_one_named_row_has_no_total_of_its_own() -> None:
    assert Page(*HARVEST).computed(Computation.TOTAL, "Total padi 2025 Sukamaju?") is None


def test_an_english_table_is_read_and_written_in_its_own_notation() -> None:
    page = Page("Passenger|Single|Return", "Adult|Rp18,000|Rp32,000", "Child|Rp9,000|Rp16,000")
    asked = Asked(topic_of("selisih adult child single"))
    less = compute(Computation.DIFFERENCE, asked, page.table, page.words, Language.ENGLISH)
    assert less is not None
    assert less.value == "Rp9,000"


QUOTAS = (
    "Kecamatan|Desa|Urea|NPK|Organik|Jumlah",
    "Sumber Rejo|Karang Anom|84|61|12|157",
    "Sumber Rejo|Way Ilahan|46|38|20|104",
    "Tanjung Heran|Banjar Negeri|58|66|7|131",
)


def test_where_no_column_is_named_the_one_that_adds_up_the_others_counts() -> None:
    whole = Page(*QUOTAS).computed(Computation.TOTAL, "Berapa total alokasi pupuk kabupaten?")
    assert whole is not None
    assert (whole.value, whole.column) == ("392", 5)
    most = Page(*QUOTAS).computed(Computation.MOST, "Desa mana yang alokasinya paling banyak?")
    assert most is not None
    assert (most.rows, most.column) == ((0,), 5)


def test_a_last_column_that_adds_up_nothing_is_no_sum() -> None:
    page = Page("Barang|Harga|Berat|Jumlah", "Semen|65|50|20", "Pasir|30|40|12")
    assert page.computed(Computation.TOTAL, "Berapa total barang?") is None
