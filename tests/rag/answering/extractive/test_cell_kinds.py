import pytest

from rag.answering.extractive.cell_kinds import holds
from rag.language.question_kinds import AnswerType


@pytest.mark.parametrize(
    ("text", "column", "kind", "expected"),
    [
        ("Rp4.250.000", "", AnswerType.DATE, False),
        ("28/06/2026", "", AnswerType.DATE, True),
        ("Senin", "", AnswerType.DATE, True),
        ("4.250", "Biaya (Rp)", AnswerType.MONEY, True),
        ("28/06/2026", "Biaya", AnswerType.MONEY, False),
        ("09.45", "", AnswerType.TIME, True),
        ("1.045", "", AnswerType.TIME, False),
        ("14 hari", "", AnswerType.DURATION, True),
        ("14", "Lama (hari)", AnswerType.DURATION, True),
        ("Rp500", "Denda per hari", AnswerType.DURATION, False),
        ("Rp500", "", AnswerType.NUMBER, False),
        ("412", "", AnswerType.NUMBER, True),
        ("12", "Kenaikan (%)", AnswerType.PERCENTAGE, True),
        ("Budi Hartono", "", AnswerType.PERSON, True),
        ("Aula 2", "", AnswerType.PERSON, False),
    ],
)
def test_what_a_cell_holds_is_told_by_its_words_and_its_column(
    text: str, column: str, kind: AnswerType, expected: bool
) -> None:
    assert holds(text, column, kind) is expected


def test_a_figure_below_a_price_is_money_and_one_below_a_count_is_not() -> None:
    assert holds("28000", "Harga Satuan", AnswerType.MONEY)
    assert not holds("28000", "Volume", AnswerType.MONEY)
