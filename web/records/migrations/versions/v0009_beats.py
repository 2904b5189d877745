"""When the process that evaluates was last heard of."""

import sqlalchemy as sa
from alembic import op

from web.records.columns import Moment

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("evaluation_runs", sa.Column("beat_at", Moment(), nullable=True))
