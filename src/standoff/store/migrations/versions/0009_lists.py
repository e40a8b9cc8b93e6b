"""Let incidents be listed under a party or a place from one index, as the SQL file beside this one has it."""

from standoff.store.migrations import run_file_beside

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the table; it is filled when the store is opened."""
    run_file_beside(__file__)
