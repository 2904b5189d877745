"""What is switched off, and the notice above the public page."""

import sqlalchemy as sa
from alembic import op

from web.records.columns import Moment

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "switches",
        sa.Column("name", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.String(100), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_switches")),
    )
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("indonesian", sa.Text(), nullable=False),
        sa.Column("english", sa.Text(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("by", sa.String(100), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
    )
