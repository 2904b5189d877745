import pytest

from rag.answering.extractive.excepted import OfTheRule
from tests.rag.answering.extractive.checks.looking import asked, candidate, spanned

TICKETS = "Karcis masuk museum Rp10.000, kecuali pelajar dan penyandang disabilitas."


@pytest.mark.parametrize(
    ("question", "objected"),
    [
        ("Berapa karcis masuk museum untuk pelajar?", True),
        ("How much is a ticket for students?", True),
        ("Berapa karcis masuk museum?", False),
        ("Berapa karcis masuk museum selain pelajar?", False),
        ("Siapa yang membayar karcis museum?", False),
    ],
)
def test_the_figure_of_a_rule_is_none_of_what_is_excepted_from_it(question: str, objected: bool) -> None:
    found = OfTheRule().objects(asked(question), candidate(TICKETS), spanned(TICKETS, "Rp10.000"))
    assert (found is not None) is objected
