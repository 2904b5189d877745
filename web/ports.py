"""What the web needs from the rest of the program; `rag.pipeline.Pipeline` is the real one, tests bring their own."""

import threading
from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from rag.briefing.briefer import Wanted
from rag.briefing.values import Briefing
from rag.types import Answer, AnswerEvent, Document, DocumentList, Hit, Question


class IndexFacts(Protocol):
    """What is known about the index in use; `version` is None when nothing has been published.

    `damaged` names the published version while another one stands in for it.
    """

    @property
    def version(self) -> str | None: ...
    @property
    def documents(self) -> int: ...
    @property
    def passages(self) -> int: ...
    @property
    def built_at(self) -> str | None: ...
    @property
    def model(self) -> str: ...
    @property
    def damaged(self) -> str | None: ...


class AnswerSource(Protocol):
    """Answers, searches and shows documents; every method may block and is therefore called in a thread."""

    def answer(self, question: Question) -> Answer: ...
    def stream(self, question: Question) -> Iterator[AnswerEvent]: ...
    def search(self, question: Question, limit: int) -> tuple[Hit, ...]: ...
    def document(self, document_id: str) -> Document | None: ...
    def documents(self, query: str, publisher: str | None, offset: int, limit: int) -> DocumentList: ...
    def status(self) -> IndexFacts: ...
    def count_tokens(self, texts: Sequence[str]) -> list[int]: ...
    def check_index(self, share: float, stopped: threading.Event) -> str | None: ...


class BriefingSource(Protocol):
    """Makes briefings; it takes seconds, and is therefore called in a thread. Raises BadInput."""

    def brief(self, wanted: Wanted) -> Briefing: ...


Vectors = npt.NDArray[np.float32]


class QuestionMeaning(Protocol):
    """Tells which questions ask the same; `rag.questions.meaning.Meaning` is the real one. Called in a thread."""

    fingerprint: str

    def vectors(self, questions: Sequence[str]) -> Vectors: ...
    def place(self, vector: Vectors, centres: Vectors) -> int | None: ...
    def topics(self, centres: Vectors) -> list[int]: ...
