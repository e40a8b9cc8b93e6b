"""A store is looked into without what writing needs, and only where its file is one of this version."""

from __future__ import annotations

import sqlite3
import subprocess
import sys

import pytest

from standoff.cli.main import outcome
from standoff.errors import NotFoundError, StoreError
from standoff.store import open as opening
from standoff.store.glance import Glance, glance
from standoff.store.open import look_into, open_store
from tests.factories import kashmir, keep


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("glance") / "story.db"
    keep(kashmir(), path).close()
    return path


INCIDENT = kashmir().incidents[0].short_id
STATEMENT = kashmir().desks[0].statements[0].id


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["show", "documents"],
        ["show", "incident", INCIDENT],
        ["show", "document", "dawn.txt"],
        ["show", "statement", STATEMENT],
        ["matrix", INCIDENT],
        ["timeline"],
        ["contacts"],
        ["agreements"],
        ["brief"],
        ["brief", "--incident", INCIDENT, "--template", "question-led"],
        ["review", "log"],
    ],
    ids=" ".join,
)
def test_looking_up_loads_no_database_package_and_shows_the_same(path, arguments, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "100")
    code = (
        "import sys; from standoff.cli.main import outcome\n"
        "code = outcome(sys.argv[1:])\n"
        "sys.exit(code or 'sqlalchemy' in sys.modules)"
    )
    given = [*arguments, "--store", str(path)]
    done = subprocess.run([sys.executable, "-c", code, *given], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    monkeypatch.setattr(opening, "glance", lambda *_: None)
    assert outcome(given) == 0
    assert capsys.readouterr().out == done.stdout


def test_names_find_the_same_rows_as_in_the_store_opened_whole(path):
    whole, light = open_store(path), look_into(path)
    assert isinstance(light, Glance)
    incident = kashmir().incidents[0]
    for name in (incident.id, incident.id[:10], incident.short_id):
        assert light.find(name) == whole.find(name)
    with pytest.raises(NotFoundError):
        light.find("nothing-here")
    whole.close()


def test_a_file_that_is_no_store_of_this_version_is_left_to_opening_it_whole(tmp_path):
    assert glance(tmp_path / "absent.db", 1.0) is None
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")
    connection.close()
    assert glance(other, 1.0) is None
    (tmp_path / "text.db").write_text("no database")
    assert glance(tmp_path / "text.db", 1.0) is None
    with pytest.raises(StoreError, match="is no SQLite database"):
        look_into(tmp_path / "text.db")


def test_what_breaks_while_looking_is_said_in_words(path):
    with pytest.raises(StoreError, match="run `standoff doctor"), Glance(str(path), 1.0).connect() as connection:
        connection.connection.execute("SELECT nonsense")
