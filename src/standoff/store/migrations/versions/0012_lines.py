"""Let ledgers, long incidents and what is least sure be read from one end, as the SQL file beside this one has it."""

from standoff.store.migrations import run_file_beside

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the tables and the indexes; the tables are filled when the store is opened."""
    run_file_beside(__file__)
