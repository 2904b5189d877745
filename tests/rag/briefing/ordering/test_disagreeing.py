from datetime import date

import pytest

from rag.briefing.ordering.disagreeing import disagreements
from tests.rag.briefing.ordering.units import found

OLD = found("Musyawarah menyepakati sewa los pasar Rp40.000 sebulan.", 0, "lama", date(2026, 3, 2))


def test_two_documents_that_differ_in_one_figure_are_set_apart_the_newer_first() -> None:
    new = found("Musyawarah menyepakati sewa los pasar Rp55.000 sebulan.", 1, "baru", date(2026, 4, 10))
    (one,) = disagreements((OLD, new))
    assert (one.newer, one.older, one.values) == (new, OLD, ("Rp55.000", "Rp40.000"))


def test_an_exception_beside_the_sentence_does_not_hide_it() -> None:
    told = "Musyawarah menyepakati sewa los pasar Rp55.000 sebulan. Pedagang lanjut usia dikecualikan dari sewa itu."
    assert len(disagreements((OLD, found(told, 1, "baru")))) == 1


@pytest.mark.parametrize(
    "told",
    [
        "Musyawarah menyepakati sewa los pasar Rp40 ribu sebulan.",  # the same amount
        "Musyawarah menyepakati iuran keamanan desa Rp55.000 sebulan.",  # another thing
        "Musyawarah menyepakati sewa los pasar Rp55.000 sebulan pada 2024.",  # another year
        "Musyawarah menyepakati sewa los pasar Sidoluhur Rp55.000 sebulan.",  # another place
    ],
)
def test_what_is_told_of_something_else_is_no_disagreement(told: str) -> None:
    assert disagreements((OLD, found(told, 1, "baru"))) == ()


def test_one_document_does_not_disagree_with_itself() -> None:
    again = found("Musyawarah menyepakati sewa los pasar Rp55.000 sebulan.", 1, "lama")
    assert disagreements((OLD, again)) == ()
