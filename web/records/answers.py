"""Answers that are kept at an address of their own; what the visitor wrote is masked before."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from secrets import token_hex

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from rag.types import Answer, Objection, Sentence
from web.protection.privacy import mask
from web.records.models import AnswerRow

MOST_CHARS = 400_000  # of one answer as JSON; a longer one is not kept
_ANSWER = TypeAdapter(Answer)


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer with its address and the moment it was given; `previous` came before it in the conversation."""

    id: str
    at: datetime
    previous: str | None
    answer: Answer
    follow_ups: tuple[str, ...] | None = None  # None before they were looked for


def keep(session: Session, answer: Answer, previous: str | None, most: int) -> str | None:
    """Its new id, which cannot be guessed; of all answers the newest `most` stay. None for one that is too long."""
    content = _ANSWER.dump_json(masked(answer)).decode()
    if len(content) > MOST_CHARS:
        return None
    before = _row(session, previous) if previous else None
    row = AnswerRow(
        id=token_hex(16),
        created_at=datetime.now(UTC),
        previous=before.id if before else None,
        content=content,
    )
    session.add(row)
    session.flush()
    session.execute(delete(AnswerRow).where(AnswerRow.number <= row.number - most))
    return row.id


def kept(session: Session, answer_id: str) -> Kept | None:
    """None for an id that was never given or is over its time, and for an answer of a release that differs too much."""
    row = _row(session, answer_id)
    if row is None:
        return None
    try:
        answer = _ANSWER.validate_json(row.content)
    except ValidationError:
        return None
    return Kept(row.id, row.created_at, row.previous, answer, _questions(row.follow_ups))


def note_follow_ups(session: Session, answer_id: str, questions: Sequence[str]) -> None:
    """What may be asked next; nothing where the answer is gone meanwhile."""
    row = _row(session, answer_id)
    if row is not None:
        row.follow_ups = json.dumps(questions)


def conversation(session: Session, answer_id: str, most: int) -> tuple[Kept, ...]:
    """The answer behind those before it that are still there, at most `most` in all; () when it is gone."""
    found: list[Kept] = []
    following: str | None = answer_id
    while following and len(found) < most and (one := kept(session, following)):
        found.append(one)
        following = one.previous
    return tuple(reversed(found))


def masked(answer: Answer) -> Answer:
    """The answer with numbers of persons masked in all that comes from the question; quotes stay as they are."""
    return replace(
        answer,
        question=mask(answer.question),
        understood_as=mask(answer.understood_as) if answer.understood_as else None,
        unanswered=tuple(map(mask, answer.unanswered)),
        unnamed=tuple(map(mask, answer.unnamed)),
        objections=tuple(Objection(each.check, tuple(map(mask, each.missing))) for each in answer.objections),
        sentences=tuple(map(_masked, answer.sentences)),
    )


def _masked(sentence: Sentence) -> Sentence:
    part = mask(sentence.part) if sentence.part else sentence.part
    return replace(sentence, part=part, statement=mask(sentence.statement))


def _questions(written: str | None) -> tuple[str, ...] | None:
    return None if written is None else tuple(json.loads(written))


def _row(session: Session, answer_id: str) -> AnswerRow | None:
    return session.scalar(select(AnswerRow).where(AnswerRow.id == answer_id))
