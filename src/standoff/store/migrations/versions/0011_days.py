"""Let sums be made again for single days, and names be found by key, as the SQL file beside this one has it."""

from standoff.store.migrations import run_file_beside

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the table and the indexes; the table is filled when the store is opened."""
    run_file_beside(__file__)
