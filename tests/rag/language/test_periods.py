import pytest

from rag.language.computations import Computation, change_asked, computation_asked, growth_asked
from rag.language.directions import Direction
from rag.language.periods import Period, period_asked, periods_in


@pytest.mark.parametrize(
    ("question", "period"),
    [
        ("Bulan apa yang paling ramai?", Period.MONTH),
        ("in which quarter was it largest?", Period.QUARTER),
        ("triwulan berapa?", Period.QUARTER),
        ("Berapa pengunjung bulan Mei?", None),
    ],
)
def test_a_period_is_asked_for(question: str, period: Period | None) -> None:
    assert period_asked(question) is period


def test_columns_of_one_sort_are_periods() -> None:
    assert periods_in(("Desa", "Januari", "Februari", "Jumlah"), Period.MONTH) == (1, 2)
    assert periods_in(("Desa", "Padi Januari", "Jagung Februari"), Period.MONTH) == ()
    assert periods_in(("Desa", "Januari"), Period.MONTH) == ()


def test_changes_and_growth() -> None:
    assert change_asked("Which commodity fell the most?") is Direction.DOWN
    assert change_asked("Komoditas apa yang kenaikannya terbesar?") is Direction.UP
    assert change_asked("Mengapa harganya turun?") is None
    assert growth_asked("How much did it grow from 2024 to 2025?") is Direction.UP
    assert growth_asked("naik berapa tahun 2025?") is None
    assert computation_asked("Loket mana yang buka paling pagi?") is Computation.LEAST
