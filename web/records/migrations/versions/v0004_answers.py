"""Answers that can be come back to at an address of their own."""

import sqlalchemy as sa
from alembic import op

from web.records.columns import Moment

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "answers",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("previous", sa.String(32), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("follow_ups", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_answers")),
        sa.UniqueConstraint("id", name=op.f("uq_answers_id")),
    )
    op.create_index(op.f("ix_answers_created_at"), "answers", ["created_at"])
