"""Let lists of a large record be read from their indexes alone, as the SQL file beside this one has it."""

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the sums of incidents anew, and add those of repeated texts; they are filled when the store is opened."""
    for statement in Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            op.execute(statement)
