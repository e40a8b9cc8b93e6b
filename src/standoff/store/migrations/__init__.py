"""Bring a store's schema up to date, one Alembic revision a change of shape."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from standoff.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine  # commands that only look something up read LATEST and load neither

LATEST = "0014"  # the last revision in versions/; a test compares


def revision_of(connection: Connection) -> str | None:
    """Return the revision a database is at, or nothing where it has none."""
    from sqlalchemy import inspect, text

    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if found is None else str(found)


def run_file_beside(module: str) -> None:
    """Run the statements of the SQL file beside a revision's module, given by its path."""
    from alembic import op

    for statement in Path(module).with_suffix(".sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            op.execute(statement)


def upgrade(engine: Engine, address: str, rules: Sequence[str]) -> None:
    """Apply the revisions that a database lacks, then the rules it keeps, in one transaction.

    Raises StoreError for a revision that this version does not know.
    """
    from alembic import command  # slow to import, and needed only where the schema changes
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    with engine.begin() as connection:
        revision = revision_of(connection)  # again, now under the lock: another process may have been faster
        known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
        if revision is not None and revision not in known:
            raise StoreError(
                f"The store {address} was made by a newer version of standoff (schema {revision}, here {LATEST}): "
                "upgrade standoff, or use a new store."
            )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        for rule in rules:
            connection.exec_driver_sql(rule)
