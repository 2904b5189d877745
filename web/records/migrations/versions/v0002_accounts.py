"""Accounts, their sessions, failed sign-ins, and the audit log, whose rows cannot be changed."""

import sqlalchemy as sa
from alembic import op

from web.records.columns import Moment

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _accounts()
    _sessions()
    op.create_table(
        "attempts",
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_at", Moment(), nullable=False),
        sa.Column("blocked_until", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_attempts")),
    )
    _audit()


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("full_name", sa.String(200), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=True),
        sa.Column("must_change", sa.Boolean(), nullable=False),
        sa.Column("subject", sa.String(500), nullable=True),
        sa.Column("disabled_at", Moment(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.CheckConstraint("role IN ('staff', 'evaluator', 'administrator')", name=op.f("ck_accounts_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("name", name=op.f("uq_accounts_name")),
        sa.UniqueConstraint("subject", name=op.f("uq_accounts_subject")),
    )


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("browser", sa.String(200), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("seen_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_sessions_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sessions_token_hash")),
    )
    op.create_index(op.f("ix_sessions_account_id"), "sessions", ["account_id"])


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("actor", sa.String(100), nullable=False),
        sa.Column("action", sa.String(50), nullable=False),
        sa.Column("subject", sa.String(300), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    for column in ("at", "actor", "action"):
        op.create_index(op.f(f"ix_audit_{column}"), "audit", [column])
    for statement in UNCHANGEABLE[op.get_bind().dialect.name]:
        op.execute(statement)


# Rows may be added, and the oldest deleted when their time is over; the chain of hashes shows any other deletion.
UNCHANGEABLE = {
    "sqlite": (
        "CREATE TRIGGER audit_unchangeable BEFORE UPDATE ON audit "
        "BEGIN SELECT RAISE(ABORT, 'the audit log cannot be changed'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION audit_unchangeable() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the audit log cannot be changed'; END $$",
        "CREATE TRIGGER audit_unchangeable BEFORE UPDATE OR TRUNCATE ON audit EXECUTE FUNCTION audit_unchangeable()",
    ),
}
