"""Let lists of a large record be read from their indexes alone, as the SQL file beside this one has it."""

from standoff.store.migrations import run_file_beside

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the sums of incidents anew, and add those of repeated texts; they are filled when the store is opened."""
    run_file_beside(__file__)
