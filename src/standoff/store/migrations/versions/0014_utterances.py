"""Let renderings of one utterance be told by what is kept of them; the SQL is beside this."""

from standoff.store.migrations import run_file_beside

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Make the tables; they are filled when the record is joined, which this asks for."""
    run_file_beside(__file__)
