"""Briefings that staff make, edit and export."""

import sqlalchemy as sa
from alembic import op

from web.records.columns import Moment

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "briefings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("index_version", sa.String(100), nullable=False),
        sa.Column("made_by", sa.String(100), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("changed_by", sa.String(100), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefings")),
    )
    op.create_index(op.f("ix_briefings_made_at"), "briefings", ["made_at"])
