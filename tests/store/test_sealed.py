"""A record on a disc or in somebody else's archive can be read, and nothing is written beside it."""

from __future__ import annotations

import os

import pytest

from standoff.cli.main import outcome
from standoff.store.sealed import sealed
from tests.factories import kashmir, keep


@pytest.fixture
def archive(tmp_path, monkeypatch):
    """Return a record with an awkward name in a folder that may not be written to, as `os.access` tells."""
    folder = tmp_path / "archive #1 50% off?"
    folder.mkdir()
    keep(kashmir(), folder / "story.db").close()
    monkeypatch.setattr(os, "access", lambda path, _: path != folder)
    return folder / "story.db"


@pytest.mark.parametrize(
    "arguments", [["show"], ["timeline"], ["review", "queue"], ["doctor"], ["matrix", kashmir().incidents[0].short_id]]
)
def test_a_sealed_record_is_read_and_nothing_is_written_beside_it(archive, arguments, capsys):
    assert [file.name for file in archive.parent.iterdir()] == ["story.db"]
    assert outcome([*arguments, "--store", str(archive)]) == 0, capsys.readouterr().err
    assert [file.name for file in archive.parent.iterdir()] == ["story.db"]


def test_a_sealed_record_takes_no_decision(archive, capsys):
    incident = kashmir().incidents[0].short_id
    assert outcome(["review", "accept", incident, "--store", str(archive)]) == 1
    assert "cannot be written to: check the permissions" in capsys.readouterr().err


def test_what_may_be_written_to_or_has_a_log_of_changes_is_opened_as_ever(tmp_path, monkeypatch):
    assert sealed(tmp_path / "story.db") is None
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert sealed(tmp_path / "story.db") is not None
    (tmp_path / "story.db-wal").touch()
    assert sealed(tmp_path / "story.db") is None
