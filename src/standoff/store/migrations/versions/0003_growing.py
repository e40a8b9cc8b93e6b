"""Add tables that let new documents be joined alone, as the SQL file beside this one has it."""

from standoff.store.migrations import run_file_beside

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the tables and their indexes."""
    run_file_beside(__file__)
