"""What people ask: how much, about what, and how much of it was not answered."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np
from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from web.ports import QuestionMeaning
from web.records.cases import UNANSWERED
from web.records.models import CaseRow, HeardRow

MOST_TOPICS = 20
_MOST_CASES = 2000
_PARTS = 12  # about so many bars of a trend


@dataclass(frozen=True, slots=True)
class Counted:
    """So many questions, of which so many were not answered."""

    asked: int = 0
    unanswered: int = 0

    @property
    def share(self) -> float | None:
        return self.unanswered / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the period; `last` is its last day."""

    first: date
    last: date
    counted: Counted


@dataclass(frozen=True, slots=True)
class Topic:
    """Questions of one topic, called by the one that was asked most; `case_id` is that one's."""

    question: str
    language: str
    case_id: int
    counted: Counted


@dataclass(frozen=True, slots=True)
class Asked:
    """All that is shown of a period."""

    total: Counted
    by_language: dict[str, Counted]
    trend: tuple[Part, ...]
    topics: tuple[Topic, ...]


def asked_in(
    session: Session, since: datetime, until: datetime, language: str, meaning: QuestionMeaning | None
) -> Asked:
    """Of the questions from `since` to before `until`."""
    wanted = and_(HeardRow.kind == "asked", HeardRow.at >= since, HeardRow.at < until)
    if language:
        wanted = and_(wanted, HeardRow.language == language)
    moments = session.execute(select(HeardRow.at, HeardRow.language, HeardRow.outcome).where(wanted)).all()
    by_language = {
        name: _counted([row.outcome for row in moments if row.language == name])
        for name in sorted({row.language for row in moments})
    }
    trend = _trend([(row.at.date(), row.outcome) for row in moments], since.date(), until.date() - timedelta(days=1))
    topics = _topics(session, wanted, meaning)
    return Asked(_counted([row.outcome for row in moments]), by_language, trend, topics)


def _counted(outcomes: Sequence[str]) -> Counted:
    return Counted(len(outcomes), sum(outcome != "answered" for outcome in outcomes))


def _trend(rows: Sequence[tuple[date, str]], first: date, last: date) -> tuple[Part, ...]:
    """In stretches of a day, a week or four weeks."""
    days = (last - first).days + 1
    length = 1 if days <= _PARTS + 2 else 7 if days <= 7 * (_PARTS + 2) else 28
    found: dict[int, list[str]] = {}
    for day, outcome in rows:
        found.setdefault((day - first).days // length, []).append(outcome)
    return tuple(
        Part(begin, min(begin + timedelta(days=length - 1), last), _counted(found.get(number, [])))
        for number, begin in enumerate(first + timedelta(days=offset) for offset in range(0, days, length))
    )


def _topics(session: Session, wanted: ColumnElement[bool], meaning: QuestionMeaning | None) -> tuple[Topic, ...]:
    count = func.count(HeardRow.id)
    unanswered = func.sum(case((UNANSWERED, 1), else_=0))
    query = (
        select(CaseRow, count, unanswered)
        .join(HeardRow, HeardRow.case_id == CaseRow.id)
        .where(wanted)
        .group_by(CaseRow.id)
        .order_by(count.desc(), CaseRow.id)
        .limit(_MOST_CASES)
    )
    rows = [(each, int(many), int(missed)) for each, many, missed in session.execute(query)]
    labels = _labels([each for each, _, _ in rows], meaning)
    many, missed = Counter[int](), Counter[int]()
    named: dict[int, CaseRow] = {}
    for (each, asked, lacked), label in zip(rows, labels, strict=True):
        many[label] += asked
        missed[label] += lacked
        named.setdefault(label, each)  # the one that was asked most comes first
    return tuple(
        Topic(named[label].question, named[label].language, named[label].id, Counted(total, missed[label]))
        for label, total in many.most_common(MOST_TOPICS)
    )


def _labels(cases: Sequence[CaseRow], meaning: QuestionMeaning | None) -> list[int]:
    """Cases of another encoder are topics of their own."""
    alike = [n for n, each in enumerate(cases) if meaning is not None and each.encoder == meaning.fingerprint]
    labels = list(range(len(cases)))
    if meaning is None or not alike:
        return labels
    centres = np.stack([np.frombuffer(cases[n].centre, dtype=np.float16).astype(np.float32) for n in alike])
    joined = meaning.topics(centres)
    for position, number in enumerate(alike):
        labels[number] = len(cases) + joined[position]
    return labels
