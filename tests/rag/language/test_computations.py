import pytest

from rag.language.computations import Computation, adding_asked, computation_asked


@pytest.mark.parametrize(
    ("question", "how"),
    [
        ("Kecamatan mana yang paling banyak penduduknya?", Computation.MOST),
        ("Which village has the highest yield?", Computation.MOST),
        ("Pajak mana yang terkecil?", Computation.LEAST),
        ("What is the cheapest room?", Computation.LEAST),
        ("Berapa total anggaran tahun 2025?", Computation.TOTAL),
        ("How many chairs do the halls have together?", Computation.TOTAL),
        ("Who worked together with the office?", None),
        ("Kalau dijumlahkan, berapa kursi di dua balai?", Computation.TOTAL),
        ("Berapa selisih panen padi dan jagung?", Computation.DIFFERENCE),
        ("How many more students are there in SMP 2?", Computation.DIFFERENCE),
        ("Paling lambat kapan berkas dikumpulkan?", None),
        ("At most how many guests may come?", None),
        ("Berapa biaya izin usaha?", None),
    ],
)
def test_what_is_to_be_computed(question: str, how: Computation | None) -> None:
    assert computation_asked(question) is how


def test_figures_are_to_be_added_up() -> None:
    assert adding_asked("Adding up all stages, how many days is it?")
    assert not adding_asked("How many days does the second stage take?")
