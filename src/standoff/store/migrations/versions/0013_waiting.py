"""Let what is left to do, what has no day, and how large tables are be known without a scan; the SQL is beside this."""

from standoff.store.migrations import run_file_beside

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Make the tables and the index; sizes are counted when the store is opened."""
    run_file_beside(__file__)
