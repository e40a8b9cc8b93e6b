"""Let the last documents of an outlet be found through an index, as the SQL file beside this one has it."""

from standoff.store.migrations import run_file_beside

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the sums of documents anew; they are filled when the store is opened."""
    run_file_beside(__file__)
