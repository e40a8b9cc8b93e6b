"""Make the first schema, as the SQL file beside this one has it."""

from standoff.store.migrations import run_file_beside

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables and their indexes."""
    run_file_beside(__file__)
