"""Make the tables by which only what changed is compared anew, as the SQL file beside this one has them."""

from standoff.store.migrations import run_file_beside

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the tables; the next run joins all documents anew and fills them."""
    run_file_beside(__file__)
