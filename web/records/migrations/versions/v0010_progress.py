"""How far an evaluation is, and whether it was asked to stop, for the servers that it does not run in."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    for name in ("done", "total"):
        op.add_column("evaluation_runs", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    op.add_column("evaluation_runs", sa.Column("stop_asked", sa.Boolean(), nullable=False, server_default=sa.false()))
