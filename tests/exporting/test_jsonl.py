import json
import re
from pathlib import Path

import pytest

from standoff.errors import ExportError
from standoff.exporting.jsonl import export
from standoff.exporting.records import streamed
from standoff.model.agreement import Agreement, Clause
from standoff.reviewing.desk import Vote, decide
from tests.factories import kashmir, keep

CEASEFIRE = Agreement(
    "loc-2021", "Line of Control understanding", ("IND", "PAK"), "2021-02-25", clauses=(Clause("1", "Cease fire."),)
)
AGREEMENTS = {CEASEFIRE.id: CEASEFIRE}
SPAN = {"start", "stop", "quote"}
INTERVAL = {"earliest", "latest", "basis", "edtf"}
PARTY = {"party", "name", "state", "kind"}
PLACE = {"place", "name", "lat", "lon", "precision_km", "country"}
FIELDS = {  # the fields other tools rely on; more may be added, none renamed or dropped
    "documents": "id run path url title publisher published language text text_sha256 raw_sha256 boilerplate copy_of "
    "copied_share replaces",
    "statements": "id run document source principal cue content act polarity negated_act directness hedge channel "
    "addressee said_at parent score said_at_span",
    "events": "id run document statement trigger codings intensity arguments happened place factuality frame score "
    "happened_span",
    "incidents": "id run label short_id type happened places actors recipients events documents origins status parties",
    "claims": "id run incident slot value quote document source principal publisher channel polarity statement event "
    "said_at evidence",
    "discrepancies": "id run incident other_incident slot kind claims explanation score documents",
    "agreements": "id run name parties signed ended clauses",
    "agreement_links": "id run statement agreement relation clause accused",
    "decisions": "id recorded reviewer verb target_kind target",
    "failures": "id run path step reason",
    "places": "id run name lat lon",
    "parties": "id run name kind state",
    "runs": "id run version codebook models",
}


@pytest.fixture(scope="module")
def files(store, tmp_path_factory):
    out = tmp_path_factory.mktemp("jsonl")
    counts = export(store, out, AGREEMENTS)
    rows = {path.name: [json.loads(line) for line in path.read_text("utf-8").splitlines()] for path in out.iterdir()}
    assert counts == {name: len(found) for name, found in rows.items()}
    return {name.removesuffix(".jsonl"): found for name, found in rows.items()}


def test_there_is_a_file_for_every_record_type(files):
    assert files.keys() == FIELDS.keys()


@pytest.mark.parametrize("name", FIELDS)
def test_every_row_has_the_fields_of_the_contract(files, name):
    for row in files[name]:
        assert set(FIELDS[name].split()) <= row.keys()


def test_spans_are_code_points_into_the_text(files):
    texts = {row["id"]: row["text"] for row in files["documents"]}
    found = [(s["document"], span) for s in files["statements"] for span in (*s["cue"], *s["content"])]
    found += [(e["document"], e["trigger"]) for e in files["events"]]
    found += [(c["document"], span) for c in files["claims"] for span in (c["quote"], *c["evidence"])]
    found += [(d["id"], span) for d in files["documents"] for span in d["boilerplate"]]
    assert len(found) > 30
    for document, span in found:
        assert span.keys() == SPAN
        assert texts[document][span["start"] : span["stop"]] == span["quote"]


def test_nested_shapes_are_those_of_the_contract(files):
    statement = next(s for s in files["statements"] if s["said_at"])
    assert {"span", "ref", "resolved_from"} <= statement["source"].keys()
    assert statement["source"]["span"].keys() == SPAN
    assert statement["source"]["ref"].keys() == PARTY
    assert statement["principal"].keys() == PARTY
    assert statement["said_at"].keys() == INTERVAL
    event = next(e for e in files["events"] if e["type"] == "call")
    assert event["codings"] == {
        "plover": {"type": "CONSULT", "mode": "phone", "contexts": ["military"]},
        "cameo": "041",
    }
    assert [a["role"] for a in event["arguments"]] == ["actor", "recipient", "time"]
    assert event["arguments"][0]["ref"].keys() == PARTY
    assert event["arguments"][0]["principal"] is None
    assert event["arguments"][2]["value"].keys() == INTERVAL
    incident = next(i for i in files["incidents"] if i["status"] == "contested")
    assert incident["places"][0].keys() == PLACE
    assert incident["parties"][0].keys() == {"party", "polarity", "statements"}
    assert incident["happened"] == {
        "earliest": "2023-05-09",
        "latest": "2023-05-09",
        "basis": "text",
        "edtf": "2023-05-09",
    }


def test_copies_and_boilerplate_are_told(files):
    by_path = {row["path"]: row for row in files["documents"]}
    assert by_path["wire.txt"]["copy_of"] == by_path["dawn.txt"]["id"]
    assert by_path["wire.txt"]["copied_share"] == 0.3
    assert [span["quote"] for span in by_path["dawn.txt"]["boilerplate"]] == ["Subscribe to our newsletter"]
    assert by_path["wire.txt"]["published"] == {"earliest": None, "latest": None, "basis": "unknown", "edtf": None}


def test_equal_stores_give_equal_bytes(store, tmp_path):
    for name in ("one", "two"):
        export(store, tmp_path / name, AGREEMENTS)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_file_in_the_folders_place_is_refused(store, tmp_path):
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(ExportError, match="is a file"):
        export(store, tmp_path / "taken", AGREEMENTS)
    assert (tmp_path / "taken").read_text() == "mine"


def test_every_field_is_documented(files):
    page = (Path(__file__).parents[2] / "docs" / "reference" / "exports.md").read_text("utf-8")
    documented = set(re.findall(r"`(\w+)`", page))
    for name, rows in files.items():
        assert f"{name}.jsonl" in page
        for row in rows:
            assert row.keys() - documented == set()


def test_rows_tell_what_reviewers_made_of_them(tmp_path):
    store = keep(kashmir(), tmp_path / "story.db")
    first, second, third = [statement.id for desk in kashmir().desks for statement in desk.statements[:2]][:3]
    decide(store, first, Vote("accept", "ada", None))
    decide(store, second, Vote("correct", "ada", "it rejects", correction={"act": "reject"}))
    decide(store, third, Vote("accept", "ada", None))
    decide(store, third, Vote("reject", "ben", None))
    rows = {row["id"]: (row["review"], row["correction"]) for row in streamed(store, "statements")}
    store.close()
    assert rows.pop(first) == ("accepted", None)
    assert rows.pop(second) == ("accepted", {"act": "reject"})
    assert rows.pop(third) == ("disputed", None)
    assert set(rows.values()) == {(None, None)}
