"""Alembic runs this; the connection, already in a transaction, comes from web/records/migrating.py."""

from alembic import context

from web.records.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
