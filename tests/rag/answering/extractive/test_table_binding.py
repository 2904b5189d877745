from decimal import Decimal

import pytest

from rag.answering.extractive.table_binding import Binding, Computed, bind, cell_at, compute, figure_of, written
from rag.documents.blocks import Block, RawCell, RawTable
from rag.documents.composing import compose
from rag.language.computations import Computation
from rag.questions.understanding import read
from rag.types import BlockKind, Cell, Language, Question, Table


def topic_of(question: str) -> tuple[frozenset[str], ...]:
    return read(Question(question, Language.INDONESIAN)).topic


HARVEST = (
    "Kecamatan|Padi 2024|Padi 2025|Jagung 2025",
    "Sukamaju|1.250|1.310|90",
    "Bumi Asri|980|1.020|415",
    "Bumi Raya|700|655,5|80",
)


class Page:
    """A table as it stands in a document."""

    def __init__(self, *lines: str, marked: bool = True) -> None:
        cells = tuple(
            tuple(RawCell(text, header=marked and number == 0) for text in line.split("|"))
            for number, line in enumerate(lines)
        )
        composed = compose([Block("", kind=BlockKind.TABLE, table=RawTable(cells))], paged=False)
        self.text = composed.text
        table = composed.blocks[0].table
        assert table is not None
        self.table: Table = table

    def words(self, cell: Cell) -> str:
        return self.text[cell.start : cell.end]

    def bound(self, question: str) -> Binding:
        query = read(Question(question, Language.INDONESIAN))
        return bind(query.topic, self.table, self.words, query.numbers)

    def answer(self, question: str) -> str | None:
        binding = self.bound(question)
        cell = cell_at(self.table, binding.rows[0], binding.columns[0]) if binding.is_one_cell else None
        return self.words(cell) if cell else None

    def computed(self, how: Computation, question: str) -> Computed | None:
        return compute(how, topic_of(question), self.table, self.words)


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("Berapa ton padi Sukamaju tahun 2025?", "1.310"),
        ("Berapa ton padi Sukamaju tahun 2024?", "1.250"),
        ("Berapa hasil jagung di Bumi Asri?", "415"),
        ("Berapa padi 2025 di Bumi Raya?", "655,5"),
    ],
)
def test_a_cell_is_meant_by_its_row_and_its_column(question: str, cell: str) -> None:
    assert Page(*HARVEST).answer(question) == cell


@pytest.mark.parametrize(
    "question",
    [
        "Berapa padi Sukamaju?",  # two years
        "Berapa padi 2025 di Bumi?",  # two rows
        "Berapa padi 2025 di Way Lima?",  # no row
        "Berapa kedelai di Sukamaju?",  # no column
    ],
)
def test_no_cell_is_meant_where_row_or_column_is_not_named(question: str) -> None:
    assert Page(*HARVEST).answer(question) is None


def test_the_row_of_a_label_is_meant_by_the_label() -> None:
    page = Page("Ketua|Sari Wulan", "Bendahara|Joko Prasetyo", marked=False)
    assert page.answer("Siapa bendaharanya?") == "Joko Prasetyo"
    assert page.answer("Siapa ketua?") == "Sari Wulan"


def test_of_two_rows_with_the_words_the_one_named_most_fully_is_meant() -> None:
    page = Page("Jenjang|Beasiswa", "Magister|Rp9.000.000", "Magister Luar Negeri|Rp20.000.000")
    assert page.answer("Berapa beasiswa magister?") == "Rp9.000.000"
    assert page.answer("Berapa beasiswa magister luar negeri?") == "Rp20.000.000"


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


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1.250", "1250"),
        ("Rp7.500", "7500"),
        ("35,1 %", "35.1"),
        ("655,5", "655.5"),
        ("1.25", None),
        ("belum ada", None),
    ],
)
def test_figures_are_read_in_the_indonesian_notation(text: str, figure: str | None) -> None:
    assert figure_of(text) == (Decimal(figure) if figure else None)


def test_a_computed_figure_is_written_as_the_sources_write_theirs() -> None:
    assert [written(Decimal(one)) for one in ("1250", "1250.50", "0")] == ["1.250", "1.250,5", "0"]


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("Berapa sewa kios tertutup lantai 2 di Pasar Tunas?", "190"),
        ("Berapa sewa kios lantai 1 di Pasar Angsa?", "240"),
        ("Berapa sewa kios tertutup di Pasar Tunas?", None),  # on which floor?
    ],
)
def test_columns_that_only_a_number_tells_apart_are_told_apart_by_it(question: str, cell: str | None) -> None:
    rents = Page("Pasar|Kios Lantai 1|Kios Lantai 2", "Tunas|265|190", "Angsa|240|175")
    assert rents.answer(question) == cell


def test_rows_that_only_a_number_tells_apart_are_told_apart_by_it() -> None:
    meters = Page("Ukuran meter|Pemeliharaan", "1/2 inci|9.000", "3/4 inci|12.000", "1 inci|17.000")
    assert meters.answer("Berapa biaya pemeliharaan meter 1 inci?") == "17.000"
    assert meters.answer("Berapa biaya pemeliharaan meter 3/4 inci?") == "12.000"
