import pytest

from rag.answering.extractive.thresholds import least_confidence, strictest
from rag.settings import Settings
from rag.types import Language


@pytest.mark.parametrize("language", Language)
def test_fewer_wrong_answers_need_more_confidence(language: Language) -> None:
    asked = [least_confidence(wrong)[language] for wrong in (strictest(), 0.15, 0.2, 0.3, 1.0)]
    assert asked == sorted(asked, reverse=True)
    assert asked[0] > asked[-1]


def test_whoever_minds_nothing_gets_every_answer() -> None:
    assert set(least_confidence(1.0).values()) == {0.0}


def test_less_than_the_strictest_share_cannot_be_had() -> None:
    with pytest.raises(ValueError, match="at least 7%"):
        least_confidence(strictest() / 2)


def test_the_setting_accepts_what_can_be_had_and_leaves_the_balance_to_the_program() -> None:
    limit = next(one.ge for one in Settings.model_fields["most_wrong"].metadata if hasattr(one, "ge"))
    assert limit == strictest()
    assert Settings(_env_file=None).most_wrong is None
    assert all(0 < least < 1 for least in least_confidence().values())
