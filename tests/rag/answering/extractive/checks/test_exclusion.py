import pytest

from rag.answering.extractive.checks.exclusion import LeftOut
from tests.rag.answering.extractive.checks.looking import passes


@pytest.mark.parametrize(
    ("question", "text", "span", "expected"),
    [
        ("Selain Wakil Gubernur, siapa lagi yang datang?", "Wakil Gubernur Sari Dewi datang.", "Sari Dewi", False),
        ("Selain gubernur, siapa yang datang?", "Bupati Sari Dewi datang.", "Sari Dewi", True),
        ("Who came besides the deputy governor?", "Wakil Gubernur Sari Dewi datang.", "Sari Dewi", False),
        ("Selain kopi, apa yang ditanam?", "Mereka menanam kopi dan lada.", "kopi", False),
        (
            "Selain Gubernur, Wakil Gubernur, dan Sekda, siapa yang hadir?",
            "Wakil Gubernur Sari Dewi.",
            "Sari Dewi",
            False,
        ),
        ("Selain gubernur dan wakil gubernur, siapa yang hadir?", "Wakil Gubernur Sari Dewi.", "Sari Dewi", False),
        ("Selain Gubernur, Wakil Gubernur, dan Sekda, siapa yang hadir?", "Bupati Sari Dewi.", "Sari Dewi", True),
        ("Selain kopi, apa yang ditanam?", "Mereka menanam kopi dan lada.", "lada", True),
        ("Kecuali hari Minggu, kapan puskesmas buka?", "Puskesmas buka Senin sampai Sabtu.", "Senin", True),
        ("Except for Sunday, when is the clinic open?", "Open Monday to Saturday, not Sunday.", "Sunday", False),
    ],
)
def test_what_the_question_leaves_out_is_no_answer(question: str, text: str, span: str, expected: bool) -> None:
    assert passes(LeftOut(), question, text, span) is expected


def test_a_list_that_begins_with_it_goes_on_with_those_asked_for() -> None:
    text = "Yang ditanam:\n- kopi\n- lada"
    assert passes(LeftOut(), "Selain kopi, apa yang ditanam?", text, "kopi")
    assert not passes(LeftOut(lists_too=True), "Selain kopi, apa yang ditanam?", text, "kopi")
