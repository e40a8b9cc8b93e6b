import csv
import json

import pytest

from standoff.exporting.tables import cell, dictionary, export


@pytest.fixture(scope="module")
def out(store, tmp_path_factory):
    folder = tmp_path_factory.mktemp("csv")
    export(store, folder, {})
    return folder


def read(path):
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_every_column_of_every_table_is_in_the_dictionary(out):
    known = {(row["table"], row["column"]) for row in read(out / "columns.csv")}
    for path in out.glob("*.csv"):
        if path.name != "columns.csv":
            with path.open(encoding="utf-8", newline="") as handle:
                header = next(csv.reader(handle))
            assert {(path.stem, column) for column in header} <= known
    assert all(row["meaning"] for row in read(out / "columns.csv"))


def test_a_data_package_names_every_table_column_and_key(out):
    package = json.loads((out / "datapackage.json").read_text("utf-8"))
    told = {each["path"]: each["schema"] for each in package["resources"]}
    assert told.keys() | {"columns.csv"} == {path.name for path in out.glob("*.csv")}
    for name, schema in told.items():
        rows = read(out / name)
        assert [field["name"] for field in schema["fields"]] == list(rows[0] if rows else dictionary_names(name))
        keys = [tuple(row[key] for key in schema["primaryKey"]) for row in rows]
        assert len(keys) == len(set(keys))
        for field in schema["fields"]:
            filled = [row[field["name"]] for row in rows if row[field["name"]]]
            check = {"number": float, "boolean": ["0", "1"].index, "object": json.loads}.get(field["type"], str)
            assert all(check(value) is not None for value in filled)


def dictionary_names(name):
    """Return the columns of a table that has no rows."""
    return [column.name for column in dictionary()[name.removesuffix(".csv")]]


def test_rows_are_flat_and_lists_are_parted(out):
    shelling = next(row for row in read(out / "incidents.csv") if row["status"] == "contested")
    assert shelling["asserted_by"] == "Pakistan"
    assert shelling["denied_by"] == "India"
    assert shelling["no_position_by"] == "China | United Nations"
    assert shelling["happened_earliest"] == "2023-05-09"
    members = [row for row in read(out / "incident_events.csv") if row["incident"] == shelling["id"]]
    assert " | ".join(row["event"] for row in members) == shelling["events"]


def test_unknown_is_empty_not_zero(out):
    call = next(row for row in read(out / "events.csv") if row["type"] == "call")
    assert call["latitude"] == ""
    assert call["place"] == ""
    assert call["actors"] == "India"


def test_every_row_leads_to_its_page_and_to_the_run_that_made_it(out):
    (run,) = read(out / "runs.csv")
    for name in ("statements", "events", "incidents", "claims", "discrepancies"):
        assert {row["run"] for row in read(out / f"{name}.csv")} == {run["id"]}
    statement = read(out / "statements.csv")[0]
    assert statement["page"] == f"#/documents/{statement['document']}?at={statement['id']}"
    incidents = {row["id"]: row["page"] for row in read(out / "incidents.csv")}
    for row in read(out / "claims.csv"):
        assert row["page"].startswith(f"{incidents[row['incident']]}?show=card%3A")


def test_corrections_are_json():
    assert cell({"said": "2023-05-09", "hedge": True}, "object") == '{"hedge": true, "said": "2023-05-09"}'
    assert cell({}, "object") == ""


def test_lines_end_as_rfc_4180_asks(out):
    data = (out / "statements.csv").read_bytes()
    assert data.endswith(b"\r\n")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1"])
def test_no_text_can_run_as_a_formula(text):
    written = cell(text, "text")
    assert written == "'" + text
    assert written[1:] == text


def test_negative_numbers_stay_numbers():
    assert cell(-9.5, "number") == "-9.5"
    assert cell(True, "flag") == "1"
    assert cell(None, "number") == ""


def test_the_dictionary_names_each_column_once():
    for columns in dictionary().values():
        names = [column.name for column in columns]
        assert len(names) == len(set(names))
