import pytest

from rag.answering.extractive.checks.destination import Destination
from tests.rag.answering.extractive.checks.looking import passes


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Sebutkan lima negara tujuan pekerja migran Lampung", False),
        ("Negara mana saja yang dituju?", False),
        ("Which country takes the most workers?", False),
        ("List the top five destinations", False),
        ("pekerja migran lampung paling banyak ke mana?", False),
        ("What jobs do they have?", True),
        ("Pekerjaan apa saja yang ada di negara itu?", True),
    ],
)
def test_a_list_of_jobs_is_no_list_of_countries(question: str, expected: bool) -> None:
    jobs = "Jabatan terbanyak adalah caregiver dan housemaid."
    assert passes(Destination(), question, jobs, "caregiver dan housemaid") is expected


def test_a_place_that_is_no_territory_is_somewhere_too() -> None:
    assert passes(Destination(), "Ke mana mereka dibawa?", "Mereka dibawa ke Pelabuhan Bakauheni.", "Bakauheni")
    told = "Empat provinsi, yakni Lampung dan Riau, hadir."
    assert passes(Destination(), "Provinsi mana saja?", told, "Lampung dan Riau")
