import pytest

from rag.answering.generative.statements import is_statement


@pytest.mark.parametrize(
    "text",
    [
        "Negara tujuan terbanyak adalah Taiwan dengan 4.584 orang.",
        "Pelatihan berlangsung selama 3 bulan.",
        "Taiwan menerima 4.584 orang.",
        "The training lasts 3 months.",
        "Harry Ayusman is the labour attaché.",
    ],
)
def test_what_says_something_by_itself_is_a_statement(text: str) -> None:
    assert is_statement(text)


@pytest.mark.parametrize(
    "text",
    [
        "Malaysia.",
        "4.584 orang.",
        "Sektor penempatan: 5.943.",
        "Malaysia, Singapura, Taiwan, Hong Kong, dan Jepang.",
        "Rahmat Mirzani Djausal dan Jihan Nurlela.",
        "The head of the.",
        "The five most common jobs of migrant workers from Lampung are:.",
        "Lima negara tujuan pekerja migran adalah:",
        "",
    ],
)
def test_an_answer_that_only_its_question_makes_a_claim_is_none(text: str) -> None:
    assert not is_statement(text)


def test_a_question_states_nothing() -> None:
    assert not is_statement("Berapa persen pekerja migran Lampung yang bekerja di sektor formal?")
