"""Questions and ratings in one table, grouped into cases; the older table of ratings is carried over."""

import sqlalchemy as sa
from alembic import op

from web.protection.privacy import mask
from web.records.columns import Moment

revision = "0005"
down_revision = "0004"

TEXTS = ("comment", "question", "answer", "outcome", "language", "documents", "model", "index_version")
_AT_ONCE = 500


def upgrade() -> None:
    _cases()
    heard = op.create_table(
        "heard",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("kind", sa.String(5), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("kind IN ('asked', 'up', 'down')", name=op.f("ck_heard_kind")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_heard_case_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_heard")),
    )
    op.create_index(op.f("ix_heard_at"), "heard", ["at"])
    op.create_index(op.f("ix_heard_case_id"), "heard", ["case_id"])
    _carry_over(heard)
    op.drop_table("feedback")


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("assignee", sa.String(100), nullable=True),
        sa.Column("gold", sa.String(200), nullable=True),
        sa.Column("first_at", Moment(), nullable=False),
        sa.Column("last_at", Moment(), nullable=False),
        sa.Column("encoder", sa.String(100), nullable=False),
        sa.Column("centre", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'assigned', 'resolved')", name=op.f("ck_cases_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
    )
    for column in ("state", "last_at"):
        op.create_index(op.f(f"ix_cases_{column}"), "cases", [column])
    op.create_table(
        "case_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("author", sa.String(100), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_notes_case_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_notes")),
    )
    op.create_index(op.f("ix_case_notes_case_id"), "case_notes", ["case_id"])


def _carry_over(heard: sa.Table) -> None:
    """Every rating with every word of it; columns that were not masked before are masked now."""
    columns = (sa.column("id"), sa.column("created_at", Moment()), sa.column("rating"), *map(sa.column, TEXTS))
    rows = op.get_bind().execute(sa.select(*columns).select_from(sa.table("feedback"))).mappings()
    for part in rows.partitions(_AT_ONCE):
        op.bulk_insert(
            heard,
            [
                {"id": row["id"], "at": row["created_at"], "kind": row["rating"], "case_id": None}
                | {name: mask(row[name]) for name in TEXTS}
                for row in part
            ],
        )
