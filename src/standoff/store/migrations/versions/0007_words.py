"""Let statements and events say which words their times rest on, as the SQL file beside this one has it."""

from standoff.store.migrations import run_file_beside

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the columns; rows that were derived before have none until they are derived again."""
    run_file_beside(__file__)
