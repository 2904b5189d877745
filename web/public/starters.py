"""Questions to start with: those that the documents answer, found beside the requests, once for a version."""

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, islice

from rag.errors import RagError
from rag.types import Answer, Language, Outcome, Question
from rag.wording.words import N_, Words, words_of
from web.ports import AnswerSource
from web.public.candidates import candidates_in

log = logging.getLogger(__name__)

SHOWN = 4
_TRIED = 12  # questions in one language
_DOCUMENTS = 30  # newest ones that questions are made of
LONGEST_PAUSE_S = 20.0  # before a question, so that some are found however much is asked
_LOOK_S = 0.1
_REST = 3  # times as long as a question took
USUAL = (
    N_("How many migrant workers come from Lampung?"),
    N_("What is the Migran Vokasi programme?"),
    N_("What cooperation is Lampung exploring with Malaysia?"),
    N_("Which Lampung products are being promoted abroad?"),
)


def usual_questions(words: Words) -> tuple[str, ...]:
    """About the documents that the program comes with."""
    return tuple(map(words.gettext, USUAL))


class Starters:
    """Safe from any thread; holds the questions of one version of the index."""

    def __init__(self, source: AnswerSource, is_busy: Callable[[], bool] = bool, first_s: float = 0.0) -> None:
        """`is_busy`: whether somebody asks, who goes first; `first_s`: after which the first version is looked at."""
        self._source, self._first_s = _Unhurried(source, is_busy), first_s
        self._lock = threading.Lock()
        self._begun: str | None = None
        self._found: Mapping[Language, tuple[str, ...]] = {}

    def of(self, version: str | None, language: Language) -> tuple[str, ...]:
        """() while they are being looked for, which the first call for a version begins, and where there is none."""
        with self._lock:
            if version == self._begun:
                return self._found.get(language, ())
            self._begun, self._found = version, {}
        if version is not None:
            threading.Thread(target=self.look, args=(version,), daemon=True).start()
        return ()

    def look(self, version: str) -> None:
        """Asks them; what is found for a version that is no longer the newest is dropped."""
        time.sleep(self._first_s)
        self._first_s = 0.0
        try:
            found = {language: tuple(islice(_answered(self._source, language), SHOWN)) for language in Language}
        except RagError as error:
            log.warning("no questions to start with: %s", error)
            return
        with self._lock:
            if version == self._begun:
                self._found = found


class _Unhurried:
    """Asks when nobody else does, and then a quarter of the time at the most."""

    def __init__(self, source: AnswerSource, is_busy: Callable[[], bool]) -> None:
        self._source, self._is_busy = source, is_busy
        self.document, self.documents = source.document, source.documents

    def answer(self, question: Question) -> Answer:
        until = time.monotonic() + LONGEST_PAUSE_S
        while self._is_busy() and time.monotonic() < until:
            time.sleep(_LOOK_S)
        begun = time.monotonic()
        answer = self._source.answer(question)
        time.sleep(_REST * (time.monotonic() - begun))
        return answer


def _answered(source: _Unhurried, language: Language) -> Iterator[str]:
    """Raises RagError."""
    tried = chain(_usual(source, language), _made(source, language))
    yield from (question for question, right in islice(tried, _TRIED) if right)


def _usual(source: _Unhurried, language: Language) -> Iterator[tuple[str, bool]]:
    for question in usual_questions(words_of(language)):
        yield question, source.answer(Question(question, language)).outcome is Outcome.ANSWERED


def _made(source: _Unhurried, language: Language) -> Iterator[tuple[str, bool]]:
    """One of each document."""
    for facts in source.documents("", None, 0, _DOCUMENTS).documents:
        document = source.document(facts.id) if facts.language is language else None
        candidate = next(candidates_in(document), None) if document else None
        if candidate:
            yield candidate.question, candidate.answered_by(source.answer(Question(candidate.question, language)))
