"""Sheets of gold questions, the runs over them, and what evaluators say of versions of the index."""

import sqlalchemy as sa
from alembic import op

from web.records.columns import Moment

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "gold_sheets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("made_by", sa.String(100), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gold_sheets")),
        sa.UniqueConstraint("name", name=op.f("uq_gold_sheets_name")),
    )
    op.create_table(
        "gold_questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("gold_id", sa.String(200), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.String(100), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["gold_sheets.id"], name=op.f("fk_gold_questions_sheet_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gold_questions")),
        sa.UniqueConstraint("sheet_id", "gold_id", name=op.f("uq_gold_questions_sheet_id")),
    )
    op.create_index(op.f("ix_gold_questions_sheet_id"), "gold_questions", ["sheet_id"])
    _runs()


def _runs() -> None:
    op.create_table(
        "evaluation_runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("folder", sa.String(200), nullable=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("started_by", sa.String(100), nullable=False),
        sa.Column("started_at", Moment(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_runs")),
    )
    op.create_index(op.f("ix_evaluation_runs_folder"), "evaluation_runs", ["folder"])
    op.create_table(
        "index_verdicts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(100), nullable=False),
        sa.Column("approved", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("run", sa.String(200), nullable=False),
        sa.Column("by", sa.String(100), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_index_verdicts")),
    )
    op.create_index(op.f("ix_index_verdicts_version"), "index_verdicts", ["version"])
