"""Alembic's migrations; they travel with the package. Never edit one that was released, add one."""
