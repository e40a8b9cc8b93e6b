import re

from standoff.cli.main import outcome
from tests.factories import kashmir


def test_every_sentence_cites_sources_that_are_listed(kept, capsys):
    assert outcome(["brief", "--store", kept]) == 0
    out = capsys.readouterr().out
    body, sources = out.split("## Sources")
    sentences = [line for line in body.splitlines() if line.startswith("- ")]
    assert sentences
    listed = set(re.findall(r"^\[(\d+)\]", sources, re.MULTILINE))
    for sentence in sentences:
        cited = set(re.findall(r"\[(\d+)\]", sentence))
        assert cited
        assert cited <= listed
    assert "Pakistan says so" in body
    assert "India denies it" in body


def test_a_period_without_incidents_has_nothing_to_say(kept, capsys):
    assert outcome(["brief", "--store", kept, "--from", "2030-01-01"]) == 0
    assert "No incident; from 2030-01-01." in capsys.readouterr().out


def test_a_briefing_can_go_to_a_file(kept, tmp_path, capsys):
    assert outcome(["brief", "--store", kept, "--out", str(tmp_path / "b.md")]) == 0
    assert (tmp_path / "b.md").read_text("utf-8").startswith("# Briefing")


def test_a_briefing_can_tell_of_one_incident_in_any_order(kept, capsys):
    for template, title in (("short", "# Briefing"), ("osce-daily", "# Daily report"), ("question-led", "# Questions")):
        assert (
            outcome(["brief", "--store", kept, "--incident", kashmir().incidents[0].short_id, "--template", template])
            == 0
        )
        out = capsys.readouterr().out
        assert out.startswith(title)
        assert "1 incident: 1 contested." in out
        assert "## Sources" in out
    assert outcome(["brief", "--store", kept, "--incident", "doc-"]) != 0
