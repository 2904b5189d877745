import pytest

from rag.answering.extractive.thresholds import USUAL, least_confidence, strictest
from rag.settings import Settings
from rag.types import Language


def test_fewer_wrong_answers_need_more_confidence() -> None:
    for language in Language:
        asked = [least_confidence(wrong)[language] for wrong in (strictest(), 0.1, USUAL, 0.2, 0.3, 1.0)]
        assert asked == sorted(asked, reverse=True)
        assert asked[0] > asked[-1]


def test_whoever_puts_up_with_every_wrong_answer_gets_an_answer_to_every_question() -> None:
    assert set(least_confidence(1.0).values()) == {0.0}


def test_what_was_never_measured_is_not_promised() -> None:
    with pytest.raises(ValueError, match="at least"):
        least_confidence(strictest() / 2)


def test_the_setting_begins_where_the_table_does_and_stands_at_the_usual_share() -> None:
    usual = Settings.model_fields["most_wrong"]
    assert usual.default == USUAL
    assert least_confidence(next(limit.ge for limit in usual.metadata if hasattr(limit, "ge")))
