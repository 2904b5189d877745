from rag.briefing.ordering.choosing import chosen, says_again
from tests.rag.briefing.ordering.units import found, material

RENT = found("Sewa los pasar ternak Rp40.000 sebulan.", 0)
AGAIN = found("Sewa los di pasar ternak itu Rp40.000 sebulan.", 1, "lain")
OTHER = found("Jembatan gantung ditutup selama perbaikan lantai.", 2)
FAR = found("Perpustakaan keliling datang setiap Kamis pagi.", 3, relevance=0.1)


def test_what_is_said_already_is_not_chosen_again() -> None:
    units = (RENT, AGAIN, OTHER)
    assert chosen(material(*units), units, (), 3, 0.3) == (RENT, OTHER)
    assert chosen(material(*units), units, (AGAIN,), 3, 0.3) == (OTHER,)


def test_another_figure_says_something_else() -> None:
    assert says_again(AGAIN, RENT)
    assert not says_again(found("Sewa los pasar ternak Rp55.000 sebulan.", 4, "lain"), RENT)


def test_no_more_than_asked_for_and_nothing_beside_the_topic() -> None:
    units = (RENT, OTHER, FAR)
    assert chosen(material(*units, AGAIN), units, (), 1, 0.3) == (RENT,)
    assert FAR not in chosen(material(*units, AGAIN), units, (), 3, 0.3)


def test_of_equals_the_one_from_a_document_not_yet_quoted_comes_first() -> None:
    same = found("Loket buka pukul delapan pagi.", 0)
    elsewhere = found("Denda dihapus sampai akhir tahun.", 1, "lain")
    before = found("Kantor pindah ke gedung baru.", 2)
    units = (same, elsewhere, before)
    assert chosen(material(*units), (same, elsewhere), (before,), 1, 0.3) == (elsewhere,)
