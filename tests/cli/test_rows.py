"""What is drawn for people can be had as JSON for programs, with the ids behind it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from standoff.cli.main import outcome
from tests.factories import kashmir

STORY = kashmir()


@pytest.fixture
def rows(kept, capsys):
    def run(*arguments):
        assert outcome([*arguments, "--json", "--store", kept]) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


def test_a_matrix_has_its_sides_questions_and_the_rows_behind_each_cell(rows):
    (matrix,) = rows("matrix", "neelum")
    assert matrix["incident"] == STORY.incidents[0].id
    assert "India denies it" in matrix["summary"]
    names = {side["side"]: side["name"] for side in matrix["sides"]}
    line = next(line for line in matrix["lines"] if line["slot"] == "occurred")
    stances = {names[cell["side"]]: cell["stance"] for cell in line["cells"]}
    assert (stances["Pakistan"], stances["India"]) == ("asserts", "denies")
    statements = {statement.id for desk in STORY.desks for statement in desk.statements}
    assert {key for cell in line["cells"] for key in cell["statements"]} <= statements
    assert all(cell["stance"] != "not_reported" for line in matrix["lines"] for cell in line["cells"])


def test_contacts_name_parties_and_who_tells_of_them(rows):
    (contact,) = rows("contacts")
    assert len(contact["parties"]) > 1
    assert rows("contacts", contact["short_id"]) == [contact]


def test_a_timeline_has_days_and_what_makes_each_line_count(rows):
    lines = rows("timeline")
    assert {line["incident"] for line in lines} == {incident.id for incident in STORY.incidents}
    assert all(line["weight"] > 0 and line["why"] for line in lines)
    assert rows("timeline", "--from", "2031-01-01") == []


def test_a_ledger_has_each_entry_with_its_words_within_the_days_asked_for(rows):
    (entry,) = rows("agreements")
    assert (entry["agreement"], entry["relation"]) == ("loc-2021", STORY.agreement_links[0].relation)
    assert entry["quote"]
    assert rows("agreements", "--from", "2031-01-01") == []
    assert rows("agreements", "--from", "2023-01-01", "--to", "2023-12-31") == [entry]


def test_the_page_of_exports_names_every_field(rows):
    page = (Path(__file__).parents[2] / "docs" / "reference" / "exports.md").read_text(encoding="utf-8")
    for name, *arguments in (["matrix", "neelum"], ["timeline"], ["contacts"], ["agreements"], ["review queue"]):
        (told,) = re.findall(rf"^\| `{name}` \| .*$", page, re.MULTILINE)
        first = rows(*name.split(), *arguments)[0]
        parts = [first, *first.get("sides", [])[:1], *first.get("lines", [])[:1]]
        parts += [line["cells"][0] for line in first.get("lines", [])[:1]]
        assert [key for part in parts for key in part if f"`{key}`" not in told] == []
