import pytest

from standoff.cli.main import outcome


@pytest.mark.parametrize("form", ["jsonl", "csv", "webannotation", "geojson"])
def test_each_form_is_written(kept, form, tmp_path, capsys):
    assert outcome(["export", "--store", kept, "--format", form, "--out", str(tmp_path / "out")]) == 0
    assert "rows to" in capsys.readouterr().out
    assert (tmp_path / "out").exists()


def test_publishing_without_reviews_says_how_to_go_on(kept, tmp_path, capsys):
    assert outcome(["publish", "--store", kept, "--single", str(tmp_path / "x.html")]) == 0
    out = capsys.readouterr().out
    assert "0 incidents" in out
    assert "--unreviewed shows all" in out
    assert "9 statements" in out


def test_publishing_unreviewed_rows_shows_all(kept, tmp_path, capsys):
    assert outcome(["publish", "--store", kept, "--single", str(tmp_path / "x.html"), "--unreviewed"]) == 0
    assert "2 incidents, 3 documents" in capsys.readouterr().out


def test_a_missing_store_is_named(tmp_path, capsys):
    assert outcome(["export", "--store", str(tmp_path / "no.db"), "--out", str(tmp_path / "x")]) == 1
    assert "no.db" in capsys.readouterr().err
