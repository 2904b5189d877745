"""What a case is: one small document, what of it must be stored, and questions with what may be said."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rag.types import Language, Outcome

ANSWER = (Outcome.ANSWERED,)
REFUSAL = (Outcome.NOT_FOUND, Outcome.DECLINED)


@dataclass(frozen=True, slots=True)
class Ask:
    """A question; of each group of `expected` one alternative must be said, of `forbidden` nothing."""

    question: str
    expected: tuple[tuple[str, ...], ...]
    forbidden: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    language: Language


@dataclass(frozen=True, slots=True)
class Case:
    """One document. `kind`: the property that programs garble; `lines` must stand in the stored text in this order."""

    kind: str
    file: str
    content: str | Callable[[], bytes]
    asks: tuple[Ask, ...]
    lines: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()  # must not stand in the stored text
    published: date | None = None  # must be found as the day of publication
    unreadable: bool = False  # must be refused, or stored with a word about what could not be read

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.content.encode() if isinstance(self.content, str) else self.content()


def ask(question: str, *expected: str, never: tuple[str, ...] = (), en: bool = False, refusable: bool = False) -> Ask:
    """Must be answered with every one of `expected` ("a|b": either), or not at all if `refusable`."""
    groups = tuple(tuple(group.split("|")) for group in expected)
    outcomes = ANSWER + REFUSAL if refusable else ANSWER
    return Ask(question, groups, never, outcomes, Language.ENGLISH if en else Language.INDONESIAN)


def refuse(question: str, *, en: bool = False) -> Ask:
    """Must not be answered: the document does not say."""
    return Ask(question, (), (), REFUSAL, Language.ENGLISH if en else Language.INDONESIAN)
