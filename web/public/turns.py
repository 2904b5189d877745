"""The turns of a conversation as the page shows them, and what of them travels with the next question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from rag.schemas import AskRequest, TurnIn
from rag.types import Language
from rag.wording.words import Words, words_of
from web.public.views import AnswerView, view_answer
from web.records.answers import Kept

KEPT_TURNS = 5
KEPT_CHARS = 1500
_HISTORY = TypeAdapter(list[TurnIn])


@dataclass(frozen=True, slots=True)
class TurnView:
    """A question and what became of it: an answer, a problem, or only `said`, the text that the form brought along.

    `at` where the answer was read from what is kept; `outdated` when the documents have changed since.
    """

    question: str
    language: Language
    view: AnswerView | None = None
    said: str = ""
    problem: str | None = None
    at: datetime | None = None
    outdated: bool = False

    @property
    def words(self) -> Words:
        """The frame of an answer speaks the language of its question."""
        return words_of(self.language)

    @property
    def text(self) -> str:
        return self.view.text if self.view else self.said


def turns_of(kept: Iterable[Kept], version: str | None) -> tuple[TurnView, ...]:
    """Turns that were kept; `version` is that of the index in use."""
    return tuple(
        TurnView(
            one.answer.question,
            one.answer.language,
            view_answer(one.answer, one.id, one.follow_ups or ()),
            at=one.at,
            outdated=one.answer.index_version != version,
        )
        for one in kept
    )


def earlier(history: Iterable[TurnIn]) -> tuple[TurnView, ...]:
    """Turns of which only the texts are known."""
    return tuple(TurnView(turn.question, language_of(turn.question), said=turn.answer) for turn in history)


def language_of(question: str, in_doubt: Language = Language.INDONESIAN) -> Language:
    """`in_doubt`: for a question whose words tell of none."""
    return AskRequest(question=question).in_doubt(in_doubt).spoken


def read_history(raw: str) -> list[TurnIn]:
    """The turns of the hidden field, the latest KEPT_TURNS; anything that does not fit is no history."""
    try:
        return _HISTORY.validate_json(raw)[-KEPT_TURNS:] if raw else []
    except ValidationError:
        return []


def write_history(turns: Sequence[TurnView]) -> str:
    """The hidden field for the next question."""
    told = [turn for turn in turns if turn.problem is None][-KEPT_TURNS:]
    kept = [TurnIn(question=turn.question[:KEPT_CHARS], answer=turn.text[:KEPT_CHARS]) for turn in told]
    return to_json([turn.model_dump() for turn in kept]).decode()
