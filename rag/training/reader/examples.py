"""Questions about a passage, for the reader, and claims about one, by which the guard is measured."""

from dataclasses import dataclass

from rag.types import Language


@dataclass(frozen=True, slots=True)
class Example:
    """`start` and `end` are offsets into `passage`; both are -1 when the passage does not answer.

    `above` characters at its beginning are title and headings: they stay when a long passage is cut.
    """

    id: str
    question: str
    passage: str
    start: int
    end: int
    language: Language = Language.INDONESIAN
    spelled: bool = False  # whether it is in everyday spelling as it stands
    above: int = 0

    @property
    def answerable(self) -> bool:
        """Whether the passage answers."""
        return self.start >= 0

    @property
    def answer(self) -> str:
        """The span itself; empty when there is none."""
        return self.passage[self.start : self.end] if self.answerable else ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement, and whether the passage bears it out; `kind` is what is wrong with it if not."""

    id: str
    statement: str
    passage: str
    supported: bool
    language: Language = Language.INDONESIAN
    kind: str = ""
