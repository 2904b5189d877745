from collections.abc import Iterator, Sequence

import pytest

from rag.assembly import build_chat_model
from rag.errors import ModelUnavailable
from rag.models.chat.base import Message
from rag.models.chat.switched import SwitchedModel
from rag.settings import Settings


class Counting:
    name = "counting"
    asked = 0

    def stream(self, messages: Sequence[Message], timeout_s: float) -> Iterator[str]:
        self.asked += 1
        yield from ("one", "two", "three")


def test_a_model_that_is_off_is_not_asked() -> None:
    model = Counting()
    with pytest.raises(ModelUnavailable):
        list(SwitchedModel(model, lambda: False).stream((), 1.0))
    assert model.asked == 0
    assert list(SwitchedModel(model, lambda: True).stream((), 1.0)) == ["one", "two", "three"]


def test_one_that_is_switched_off_meanwhile_is_listened_to_no_longer() -> None:
    answers = iter((True, True, False))
    pieces = SwitchedModel(Counting(), lambda: next(answers)).stream((), 1.0)
    assert next(pieces) == "one"
    with pytest.raises(ModelUnavailable):
        next(pieces)


def test_the_model_of_the_settings_can_be_switched_where_somebody_asks_for_that() -> None:
    settings = Settings(_env_file=None, chat_url="http://127.0.0.1:9/v1")
    model = build_chat_model(settings, lambda: False)
    assert model is not None
    with pytest.raises(ModelUnavailable, match="switched off"):
        list(model.stream((), 1.0))
    assert not isinstance(build_chat_model(settings), SwitchedModel)
