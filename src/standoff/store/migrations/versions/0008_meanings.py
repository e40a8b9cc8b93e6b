"""Make the table of what statements mean, as the SQL file beside this one has it."""

from standoff.store.migrations import run_file_beside

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table; it is filled when somebody searches."""
    run_file_beside(__file__)
