"""Keeps answers at addresses of their own; whoever asks is answered also where nothing can be kept."""

import logging
import re
from contextlib import suppress

from rag.types import Answer
from web.protection.problems import Problem
from web.records import answers
from web.records.answers import Kept
from web.records.failures import RecordsUnavailable
from web.services import Services

log = logging.getLogger(__name__)

ID = r"^[0-9a-f]{32}$"
SHOWN_TURNS = 20  # of a conversation


def keep_answer(services: Services, answer: Answer, previous: str | None) -> str | None:
    """The id of the kept answer; None where nothing is kept, by the settings or because the database is away."""
    if not services.settings.answer_days:
        return None
    try:
        with services.database.writing_if_it_can() as session:
            return answers.keep(session, answer, _an_id(previous), services.settings.answers_kept)
    except RecordsUnavailable as error:
        log.warning("an answer has no address: %s", error)
        return None


def kept_conversation(services: Services, answer_id: str) -> tuple[Kept, ...]:
    """The answer behind those before it. Raises Problem with status 404, RecordsUnavailable."""
    if _an_id(answer_id) is None:
        raise Problem(404, "answer_not_found")
    with services.database.reading() as session:
        found = answers.conversation(session, answer_id, SHOWN_TURNS)
    if not found:
        raise Problem(404, "answer_not_found")
    return found


def conversation_before(services: Services, answer_id: str | None) -> tuple[Kept, ...]:
    """What was said up to an answer; () where it is gone or cannot be read."""
    if not answer_id:
        return ()
    try:
        return kept_conversation(services, answer_id)
    except (Problem, RecordsUnavailable):
        return ()


def note_follow_ups(services: Services, answer_id: str, questions: tuple[str, ...]) -> None:
    """They are looked for again where they cannot be kept."""
    with suppress(RecordsUnavailable), services.database.writing_if_it_can() as session:
        answers.note_follow_ups(session, answer_id, questions)


def _an_id(text: str | None) -> str | None:
    """What cannot be an id never reaches the database, which may refuse it."""
    return text if text and re.fullmatch(ID, text) else None
