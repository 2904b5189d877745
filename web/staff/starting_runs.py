"""Starts a run of the gold questions that an evaluator chose, in the background, and tells of one anywhere."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from rag.errors import BadInput
from rag.evaluation.background import End, Order, Progress
from rag.evaluation.gold import GoldQuestion
from rag.evaluation.importers import read_questions
from rag.evaluation.runner import Answering
from rag.settings import Settings
from rag.wording.words import N_
from web.records import gold, runs
from web.records.audit import record
from web.records.failures import Unfit
from web.services import Services

CURRENT, PROGRAM = "current", "program"
_NOTHING = N_("No question fits this choice: take another sheet, language or split.")
_RUNNING = N_("A run is going on already: wait until it has ended, or stop it.")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which questions are asked of which index; `sheet` is PROGRAM or the number of one."""

    sheet: str = PROGRAM
    language: str = ""
    split: str = ""
    index: str = CURRENT
    most: int | None = None

    def keeps(self, question: GoldQuestion) -> bool:
        return self.language in ("", question.language.value) and self.split in ("", question.split.value)


def start_run(services: Services, who: str, said: tuple[str, str], choice: Choice) -> None:
    """Asks the chosen questions from now on; `said`: title and note. Raises Unfit."""
    if not services.evaluation.claim():
        raise Unfit(_RUNNING)
    try:
        questions = _questions(services, choice)
        asked = f"{choice.sheet}: {len(questions)}; {choice.index}"
        with services.database.writing() as session:
            if runs.going(session) is not None:
                raise Unfit(_RUNNING)
            number = runs.begin(session, who, *said, asked).id
        services.heartbeat.begin(number, services.evaluation)
    except BaseException:
        services.evaluation.free()
        raise
    services.evaluation.start(
        Order(
            read=lambda: questions,
            against=lambda: _opened(services, choice.index),
            ended=lambda how, folder, problem: _ended(services, number, how, folder, problem),
            busy=lambda: services.gate.taken > 0,
        )
    )


def progress_of(services: Services) -> Progress:
    """Of the run that goes on, here or in another process; of the last one here where none does."""
    here = services.evaluation.progress
    if here.running:
        return here
    with services.database.reading() as session:
        row = runs.going(session)
        return here if row is None else Progress(running=True, done=row.done, total=row.total)


def stop_run(services: Services, who: str) -> None:
    """Wherever it goes on, it ends after the question that it is at."""
    with services.database.writing() as session:
        record(session, who, "evaluation.stopped")
        runs.ask_to_stop(session)
    services.evaluation.stop()


def _questions(services: Services, choice: Choice) -> list[GoldQuestion]:
    """Raises Unfit."""
    try:
        found = [question for question in _all_questions(services, choice) if choice.keeps(question)]
    except BadInput as error:
        raise Unfit(N_("The questions cannot be read: %(reason)s"), reason=str(error)) from error
    if not found:
        raise Unfit(_NOTHING)
    return found[: choice.most]


def _all_questions(services: Services, choice: Choice) -> Iterator[GoldQuestion]:
    if choice.sheet == PROGRAM:
        yield from read_questions([services.settings.gold])
        return
    with services.database.reading() as session:
        rows = gold.rows_of(session, int(choice.sheet)) if choice.sheet.isdecimal() and len(choice.sheet) < 10 else []
    yield from map(gold.question_in, rows)


def _opened(services: Services, index: str) -> AbstractContextManager[tuple[Answering, Settings]]:
    if index == CURRENT or services.tried is None:
        return nullcontext((services.pipeline, services.settings))
    return services.tried(index)


def _ended(services: Services, number: int, how: End, folder: str | None, problem: str) -> None:
    services.heartbeat.end()
    with services.database.writing() as session:
        runs.end(session, number, how, folder, problem)
