"""What every way of answering looks like from outside."""

from collections.abc import Callable, Iterator
from typing import Protocol

from rag.retrieval.evidence import Evidence
from rag.types import AnswerReady, Document, SentenceReady

DocumentOf = Callable[[str], Document]


class Answerer(Protocol):
    """Turns evidence into an answer, sentence by sentence; the last event is always AnswerReady.

    Every quote of every sentence has been verified before its event is sent.
    """

    @property
    def name(self) -> str:
        """What `Answer.model` says."""
        ...

    def answer(self, evidence: Evidence, document_of: DocumentOf) -> Iterator[SentenceReady | AnswerReady]: ...
