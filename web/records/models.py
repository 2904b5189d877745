"""The tables. What changes here needs a migration beside it (migrations/versions)."""

import json
from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    MetaData,
    String,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from web.records.columns import ACCOUNT_ROLES, Moment, OfAccount, OfSpeech, OfSpeechAtLength

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """All tables, with names for their constraints, which a migration needs to change them."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: Moment, str: Text}  # noqa: RUF012 - SQLAlchemy reads it here


class CaseRow(Base):
    """Questions that ask the same; `centre` is the sum of their vectors in float16, of the encoder it names.

    `revision` grows with every change by a person.
    """

    __tablename__ = "cases"
    __table_args__ = (CheckConstraint("state IN ('open', 'assigned', 'resolved')", name="state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    question: Mapped[str]  # that it began with
    language: Mapped[str] = mapped_column(OfSpeech)
    state: Mapped[str] = mapped_column(String(10), index=True)
    assignee: Mapped[str | None] = mapped_column(String(100))
    gold: Mapped[str | None] = mapped_column(String(200))  # id of the gold question that was made of it
    first_at: Mapped[datetime]
    last_at: Mapped[datetime] = mapped_column(index=True)
    encoder: Mapped[str] = mapped_column(String(100))
    centre: Mapped[bytes]
    revision: Mapped[int]


class HeardRow(Base):
    """A question that was asked (`kind` "asked"), or an answer that was rated; its texts masked and cut.

    Without a case until a thread has grouped it.
    """

    __tablename__ = "heard"
    __table_args__ = (CheckConstraint("kind IN ('asked', 'up', 'down')", name="kind"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(String(5))
    comment: Mapped[str]
    question: Mapped[str]
    answer: Mapped[str]
    outcome: Mapped[str]
    language: Mapped[str] = mapped_column(OfSpeechAtLength)
    documents: Mapped[str]  # ids, one a line
    model: Mapped[str]
    index_version: Mapped[str]
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id", ondelete="SET NULL"), index=True)


class CaseNoteRow(Base):
    """What somebody noted about a case."""

    __tablename__ = "case_notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    author: Mapped[str] = mapped_column(String(100))
    text: Mapped[str]


class AnswerRow(Base):
    """An answer that somebody may come back to at its address; what the visitor wrote is masked in it.

    `number` grows, so that the oldest are known without counting; `previous` is the id of the answer before it in the
    same conversation, which may be gone already.
    """

    __tablename__ = "answers"

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(32), unique=True)
    created_at: Mapped[datetime] = mapped_column(index=True)
    previous: Mapped[str | None] = mapped_column(String(32))
    content: Mapped[str]
    follow_ups: Mapped[str | None]  # as JSON; None before they were looked for


class AccountRow(Base):
    """A person who may sign in; `name` in lower case. Without a password only through the sign-in service."""

    __tablename__ = "accounts"
    __table_args__ = (CheckConstraint(f"role IN {ACCOUNT_ROLES}", name="role"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100), unique=True)
    full_name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(OfAccount)
    password_hash: Mapped[str | None]
    must_change: Mapped[bool]  # the password was given out by somebody else
    subject: Mapped[str | None] = mapped_column(String(500), unique=True)  # issuer and id at the sign-in service
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class SessionRow(Base):
    """A browser that is signed in; what its cookie holds is stored as SHA-256 only."""

    __tablename__ = "sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    browser: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class AttemptRow(Base):
    """Failed sign-ins in a row, of an account's name or an address, whether or not there is such an account."""

    __tablename__ = "attempts"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    failures: Mapped[int]
    last_at: Mapped[datetime]
    blocked_until: Mapped[datetime]


class AuditRow(Base):
    """Who did what to what; `hash` covers the row and the hash of the one before."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # without gaps
    at: Mapped[datetime] = mapped_column(index=True)
    actor: Mapped[str] = mapped_column(String(100), index=True)
    action: Mapped[str] = mapped_column(String(50), index=True)
    subject: Mapped[str] = mapped_column(String(300))
    details: Mapped[str]
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))

    @property
    def said(self) -> str:
        """The details as a person reads them."""
        return "; ".join(f"{name}: {value}" for name, value in json.loads(self.details).items())


class BriefingRow(Base):
    """A briefing as JSON (rag/briefing/stored.py); `revision` grows with every change, so that none is overwritten."""

    __tablename__ = "briefings"

    id: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str]
    index_version: Mapped[str] = mapped_column(String(100))
    made_by: Mapped[str] = mapped_column(String(100))
    made_at: Mapped[datetime] = mapped_column(index=True)
    changed_by: Mapped[str] = mapped_column(String(100))
    changed_at: Mapped[datetime]
    revision: Mapped[int]
    content: Mapped[str]


class GoldSheetRow(Base):
    """Gold questions of the evaluators' own."""

    __tablename__ = "gold_sheets"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100), unique=True)
    made_by: Mapped[str] = mapped_column(String(100))
    made_at: Mapped[datetime]


class GoldQuestionRow(Base):
    """A gold question as JSON (rag/evaluation/gold.py); `revision` grows with every change."""

    __tablename__ = "gold_questions"
    __table_args__ = (UniqueConstraint("sheet_id", "gold_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sheet_id: Mapped[int] = mapped_column(ForeignKey("gold_sheets.id", ondelete="CASCADE"), index=True)
    gold_id: Mapped[str] = mapped_column(String(200))
    content: Mapped[str]
    changed_by: Mapped[str] = mapped_column(String(100))
    changed_at: Mapped[datetime]
    revision: Mapped[int]


class EvaluationRunRow(Base):
    """A run that was started in the page; `folder` is its name in the run store, None while there is none."""

    __tablename__ = "evaluation_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    folder: Mapped[str | None] = mapped_column(String(200), index=True)
    name: Mapped[str] = mapped_column(String(200))
    note: Mapped[str]
    asked: Mapped[str]  # which questions, of which index
    state: Mapped[str] = mapped_column(String(10))  # running, finished, failed, stopped, killed
    problem: Mapped[str]
    started_by: Mapped[str] = mapped_column(String(100))
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    beat_at: Mapped[datetime | None]  # when its process was last heard of, by the clock of the database
    done: Mapped[int] = mapped_column(default=0, server_default="0")  # questions, when it was last heard of
    total: Mapped[int] = mapped_column(default=0, server_default="0")
    stop_asked: Mapped[bool] = mapped_column(default=False, server_default=false())


class IndexVerdictRow(Base):
    """What an evaluator says of a version of the index; the last one counts."""

    __tablename__ = "index_verdicts"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[str] = mapped_column(String(100), index=True)
    approved: Mapped[bool]
    reason: Mapped[str]
    run: Mapped[str] = mapped_column(String(200))  # its folder
    by: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime]
