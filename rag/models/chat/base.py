"""What every chat model looks like from outside."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Role(StrEnum):
    """Who speaks in a prompt."""

    SYSTEM = "system"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a prompt."""

    role: Role
    content: str


class ChatModel(Protocol):
    """Writes text; nothing it writes is trusted."""

    @property
    def name(self) -> str:
        """What the answer says about who wrote it."""
        ...

    def stream(self, messages: Sequence[Message], timeout_s: float) -> Iterator[str]:
        """Pieces of text as they come; ends normally only when the model said it had finished.

        Never takes longer than `timeout_s` between the first call and the end. Raises ModelUnavailable when the model
        is down, slow, cut off or talks nonsense; pieces already yielded stay valid as pieces.
        """
        ...
