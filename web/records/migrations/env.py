"""Alembic runs this; the connection, already in a transaction, comes from web/records/migrating.py."""

from alembic import context

from web.records.keys import KeyRow  # noqa: F401 - its table belongs to Base from here on
from web.records.models import Base
from web.records.switching import SwitchRow  # noqa: F401 - its tables belong to Base from here on

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
