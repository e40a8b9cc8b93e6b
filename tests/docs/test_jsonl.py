"""Each exported file has exactly the fields that its page lists, in the shapes that the page gives."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from standoff.cli.main import outcome
from standoff.exporting.records import NAMES
from tests.running import folder, load_once, new_store, run

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "jsonl.md").read_text(encoding="utf-8")
FIELD = re.compile(r"^\| `(\w+)` \| ([^|]*) \|", re.MULTILINE)
SHAPES = ("Span", "Interval", "Party reference", "Place reference")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?\Z")

WORDS = ("text", "id", "time", "`YYYY", "the same", "list")  # types whose values are texts

Rows = dict[str, list[dict[str, Any]]]


def first_table(text: str) -> dict[str, str]:
    """Return the fields of the first table of a text, with their types."""
    table = re.search(r"^\|.*?(?=^[^|]|\Z)", text, re.MULTILINE | re.DOTALL)
    assert table is not None
    return dict(FIELD.findall(table.group()))


def section(title: str) -> dict[str, str]:
    """Return the fields that the page lists for a file or a shape, with their types."""
    for mark in (f"## {title}.jsonl\n", f"**{title}**", f"`{title}`:\n"):
        _, found, text = PAGE.partition(mark)
        if found:
            return first_table(text)
    raise AssertionError(f"the page has no table of {title}")


@pytest.fixture(scope="module")
def exported(tmp_path_factory) -> Path:
    """Return a folder with the export of a small record, in which a document failed and a decision was taken."""
    place = tmp_path_factory.mktemp("jsonl")
    with pytest.MonkeyPatch.context() as patch:
        load_once(patch)
        reports = folder(place / "in")
        (reports / "empty.txt").write_bytes(b"")
        store = new_store(place / "record.db")
        run(store, reports)
        incident = store.incidents()[0].id
        store.close()
        arguments = ["--store", str(place / "record.db")]
        assert outcome(["review", "accept", incident, "--reviewer", "ada", *arguments]) == 0
        for form in ("jsonl", "csv"):
            assert outcome(["export", "--format", form, "--out", str(place / form), *arguments]) == 0
    return place


@pytest.fixture(scope="module")
def rows(exported) -> Rows:
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in (exported / "jsonl").glob("*.jsonl")
    }


def test_there_is_a_section_for_every_file(rows):
    assert set(rows) == set(NAMES) == set(re.findall(r"^## (\w+)\.jsonl$", PAGE, re.MULTILINE))


@pytest.mark.parametrize("name", NAMES)
def test_each_file_has_exactly_the_fields_of_its_section(name, rows):
    if not rows[name]:
        pytest.skip(f"this record has no {name}")
    for row in rows[name]:
        assert list(row.keys() - section(name).keys()) == []
        assert list(section(name).keys() - row.keys()) == []


def test_the_record_holds_rows_of_nearly_every_kind(rows):
    assert {name for name in NAMES if not rows[name]} <= {"agreement_links", "discrepancies"}


def fits(value: Any, type_: str) -> bool:
    """Tell whether a value is of a type as the page writes types."""
    if value is None:
        return "null" in type_ or type_ == "the same"
    if isinstance(value, list):
        return type_.startswith("list") and all(fits(part, type_.removeprefix("list of ")) for part in value)
    for shape in SHAPES:
        if shape in type_:
            return value.keys() == section(shape).keys()
    if isinstance(value, bool):
        return type_ == "true or false"
    if isinstance(value, int | float):
        return type_.startswith("number") or (type_.startswith("integer") and isinstance(value, int))
    if isinstance(value, dict):
        return type_ in ("object", "list")
    quoted = re.findall(r"`(\w+)`", type_)
    if quoted and "YYYY" not in type_:
        return value in quoted
    return type_.startswith(WORDS)


@pytest.mark.parametrize("name", NAMES)
def test_every_value_has_the_type_that_its_section_gives(name, rows):
    wrong = [
        (field, row[field], type_)
        for row in rows[name]
        for field, type_ in section(name).items()
        if not fits(row[field], type_)
    ]
    assert wrong == []


def test_spans_are_code_points_of_the_text(rows):
    texts = {row["id"]: row["text"] for row in rows["documents"]}
    spans = [(row["id"], span) for row in rows["documents"] for span in row["boilerplate"]]
    spans += [(row["document"], span) for row in rows["statements"] for span in (*row["cue"], *row["content"])]
    spans += [(row["document"], row["source"]["span"]) for row in rows["statements"] if row["source"]["span"]]
    spans += [(row["document"], row["trigger"]) for row in rows["events"]]
    spans += [(row["document"], a["span"]) for row in rows["events"] for a in row["arguments"] if a["span"]]
    spans += [(row["document"], span) for row in rows["claims"] for span in (row["quote"], *row["evidence"])]
    spans += [(row["document"], span) for row in rows["agreement_links"] for span in row["evidence"]]
    spans += [(span["document"], span) for row in rows["decisions"] for span in row["anchor"]]
    assert len(spans) > 100
    assert [s for key, s in spans if texts[key][s["start"] : s["stop"]] != s["quote"]] == []


def test_intervals_are_days_or_minutes_with_a_basis(rows):
    found = [row["published"] for row in rows["documents"]] + [row["happened"] for row in rows["incidents"]]
    found += [i for row in rows["statements"] if (i := row["said_at"])]
    found += [i for row in rows["events"] if (i := row["happened"])]
    assert found
    for interval in found:
        assert interval.keys() == section("Interval").keys()
        assert interval["basis"]
        assert all(DAY.match(bound) for bound in (interval["earliest"], interval["latest"]) if bound)


def test_sources_and_arguments_are_as_the_page_says(rows):
    for row in rows["statements"]:
        assert row["source"].keys() == section("source").keys()
        assert all(ref.keys() == section("Party reference").keys() for ref in row["source"]["refs"])
    told = {kind: set() for kind in ("actor", "recipient", "place", "time", "quantity", "instrument")}
    for row in rows["events"]:
        for argument in row["arguments"]:
            told[argument["role"]].add(tuple(argument))
            assert set(argument) - {"principal"} in ({"role", "span", "ref"}, {"role", "span", "value"})
    assert told["actor"] == {("role", "span", "ref", "principal")}


def test_rows_refer_to_rows_that_are_there(rows):
    ids = {name: {row["id"] for row in rows[name]} for name in rows}
    assert all(row["document"] in ids["documents"] for name in ("statements", "events", "claims") for row in rows[name])
    assert all(row["statement"] in {*ids["statements"], None} for row in rows["events"])
    assert all(row["parent"] in {*ids["statements"], None} for row in rows["statements"])
    assert all(set(row["events"]) <= ids["events"] for row in rows["incidents"])
    assert all(row["incident"] in ids["incidents"] for row in rows["claims"])
    assert all(set(row["claims"]) <= ids["claims"] for row in rows["discrepancies"])


def test_the_fields_of_values_are_documented(rows):
    documented = set(re.findall(r"`(\w+)`", PAGE))
    used = {field for row in rows["claims"] for field in row["value"]}
    assert used <= documented


def test_csv_tables_have_exactly_the_columns_of_their_dictionary(exported):
    with (exported / "csv" / "columns.csv").open(encoding="utf-8", newline="") as handle:
        known = [(row["table"], row["column"]) for row in csv.DictReader(handle) if row["table"] != "(all)"]
    tables = sorted(path for path in (exported / "csv").glob("*.csv") if path.stem != "columns")
    assert {table for table, _ in known} == {path.stem for path in tables}
    for path in tables:
        with path.open(encoding="utf-8", newline="") as handle:
            assert next(csv.reader(handle)) == [column for table, column in known if table == path.stem]
