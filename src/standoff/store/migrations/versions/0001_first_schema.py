"""Make the first schema."""

from alembic import op

from standoff.store.tables import metadata
from standoff.store.triggers import sqlite_rules

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables, and the rules that the database keeps."""
    metadata.create_all(op.get_bind())
    for statement in sqlite_rules():
        op.execute(statement)
