"""Add sums of agreements and indexes for lists, as the SQL file beside this one has it."""

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the table and the indexes; the index of names is made anew with the store's rules."""
    for statement in Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            op.execute(statement)
