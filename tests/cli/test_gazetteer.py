from __future__ import annotations

import shutil

import pytest

from standoff.cli.main import outcome
from standoff.grounding.places.gazetteer_build import build_path
from tests.texts import gazetteer

VILLAGE = (
    "9900002\tQamarli Tepe\tQamarli Tepe\t\t10.1\t20.2\tP\tPPL\tTD\t\t77\t\t\t\t12\t\t3\tAfrica/Ndjamena\t2024-01-01\n"
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    shutil.copyfile(gazetteer().path, build_path(tmp_path))
    monkeypatch.setenv("STANDOFF_DATA", str(tmp_path))
    return tmp_path


def test_what_is_imported_is_found(folder, capsys):
    (folder / "TD.txt").write_text(VILLAGE, encoding="utf-8")
    assert outcome(["gazetteer", "import", str(folder / "TD.txt")]) == 0
    assert capsys.readouterr().out == "TD.txt: 1 place added, 0 known before, 0 features left out.\n"
    assert outcome(["gazetteer", "find", "Qamarli Tepe"]) == 0
    assert capsys.readouterr().out == "Qamarli Tepe (city, TCD): 10.100, 20.200, Africa/Ndjamena\n"


def test_a_malformed_dump_is_one_sentence_and_one(folder, capsys):
    (folder / "TD.txt").write_text("Goma\n", encoding="utf-8")
    assert outcome(["gazetteer", "import", str(folder / "TD.txt")]) == 1
    assert "TD.txt, line 1 has 1 columns, not 19" in capsys.readouterr().err


def test_where_it_cannot_be_written_the_setting_is_named(tmp_path, monkeypatch, capsys):
    (tmp_path / "taken").write_text("")
    monkeypatch.setenv("STANDOFF_DATA", str(tmp_path / "taken"))
    assert outcome(["gazetteer", "build"]) == 1
    said = capsys.readouterr().err
    assert f"cannot be written into {tmp_path}/taken" in said
    assert "STANDOFF_DATA" in said


def test_claims_are_told(folder, capsys):
    assert outcome(["gazetteer", "find", "Aksai Chin"]) == 0
    assert "claimed by" in capsys.readouterr().out


def test_an_unknown_name_is_told(folder, capsys):
    assert outcome(["gazetteer", "find", "Qwertzuiopolis"]) == 1
    assert capsys.readouterr().err.startswith("No place is called 'Qwertzuiopolis': import more")
