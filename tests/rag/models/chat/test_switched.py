from collections.abc import Iterator, Sequence

import pytest

from rag.errors import ModelUnavailable
from rag.models.chat.base import Message
from rag.models.chat.switched import SwitchedModel


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
