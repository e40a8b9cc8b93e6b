"""Add sums of agreements and indexes for lists, as the SQL file beside this one has it."""

from standoff.store.migrations import run_file_beside

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the table and the indexes; the index of names is made anew with the store's rules."""
    run_file_beside(__file__)
