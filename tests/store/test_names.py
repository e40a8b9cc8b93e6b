"""The index of names follows what incidents, parties and places are called, row by row."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from standoff.store import tables as t
from standoff.store.names import fill_names, rename
from tests.factories import kashmir, keep


@pytest.fixture
def store(tmp_path):
    kept = keep(kashmir(), tmp_path / "story.db")
    yield kept
    kept.close()


def found(connection, word: str) -> set[tuple[str, str]]:
    query = "SELECT kind, name FROM names_fts WHERE names_fts MATCH ?"
    return {tuple(row) for row in connection.exec_driver_sql(query, (f"name: {word}",))}


def test_what_is_called_otherwise_is_found_by_its_new_name_alone(store):
    with store.writer.begin() as connection:
        (before,) = {name for kind, name in found(connection, "india") if kind == "actor" and name == "India"}
        connection.execute(update(t.parties).where(t.parties.c.name == before).values(name="Bharat"))
        rename(connection, "actor", ["IND"])
        assert ("actor", "India") not in found(connection, "india")
        assert found(connection, "bharat") == {("actor", "Bharat")}


def test_making_the_index_again_changes_nothing(store):
    with store.writer.begin() as connection:
        before = sorted(map(tuple, connection.exec_driver_sql("SELECT kind, key, name FROM names_fts")))
        fill_names(connection)
        assert sorted(map(tuple, connection.exec_driver_sql("SELECT kind, key, name FROM names_fts"))) == before
    assert before
