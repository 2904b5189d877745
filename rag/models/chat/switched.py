"""A chat model that can be switched off while the program runs, or for a question that nobody waits for any more."""

from collections.abc import Callable, Iterator, Sequence

from rag.errors import ModelUnavailable
from rag.models.chat.base import ChatModel, Message


class SwitchedModel:
    """The model while `is_on` says so; whatever it is saying when it is switched off is not waited for."""

    def __init__(self, model: ChatModel, is_on: Callable[[], bool]) -> None:
        self._model = model
        self._is_on = is_on

    @property
    def name(self) -> str:
        return self._model.name

    def stream(self, messages: Sequence[Message], timeout_s: float) -> Iterator[str]:
        """Raises ModelUnavailable while it is off."""
        self._require()
        for piece in self._model.stream(messages, timeout_s):
            self._require()
            yield piece

    def _require(self) -> None:
        if not self._is_on():
            raise ModelUnavailable("the language model is switched off")
