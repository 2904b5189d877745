"""Feedback; what a database of before Alembic holds of it is carried over."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from web.records.columns import Moment

revision = "0001"
down_revision = None


def upgrade() -> None:
    """The older table is renamed, read and only then dropped."""
    older = sa.inspect(op.get_bind()).has_table("feedback")
    if older:
        op.drop_index("feedback_created_at", "feedback")
        op.rename_table("feedback", "feedback_before")
    feedback = op.create_table(
        "feedback",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("rating", sa.String(4), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.CheckConstraint("rating IN ('up', 'down')", name=op.f("ck_feedback_rating")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    op.create_index(op.f("ix_feedback_created_at"), "feedback", ["created_at"])
    if older:
        _carry_over(feedback)
        op.drop_table("feedback_before")


TEXTS = ("comment", "question", "answer", "outcome", "language", "documents", "model", "index_version")


def _carry_over(feedback: sa.Table) -> None:
    before = sa.table("feedback_before", *(sa.column(column.name) for column in feedback.columns))
    rows = op.get_bind().execute(sa.select(before)).mappings().all()
    op.bulk_insert(feedback, [{**row, "created_at": _moment(row["created_at"])} for row in rows])


def _moment(iso: str) -> datetime:
    moment = datetime.fromisoformat(iso)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
