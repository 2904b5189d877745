"""One training or measuring example of the reader."""

from dataclasses import dataclass

from rag.types import Language


@dataclass(frozen=True, slots=True)
class Example:
    """`start` and `end` are offsets into `passage`; both are -1 when the passage does not answer."""

    id: str
    question: str
    passage: str
    start: int
    end: int
    language: Language = Language.INDONESIAN

    @property
    def answerable(self) -> bool:
        """Whether the passage answers."""
        return self.start >= 0

    @property
    def answer(self) -> str:
        """The span itself; empty when there is none."""
        return self.passage[self.start : self.end] if self.answerable else ""
