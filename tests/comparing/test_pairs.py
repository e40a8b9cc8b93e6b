"""Read short invented reports of many conflicts two by two, and find what differs, or that nothing does.

A row of pairs.jsonl says whether both tell of one happening (`joined`, nothing where that is open), of which
differences one must be found (`found`), and which kinds must not be (`never`).
"""

import json
from pathlib import Path

import pytest

from standoff.comparing.compare import compare
from standoff.joining.join import join
from standoff.model.document import Reading
from standoff.model.record import record_of
from standoff.pipeline import load_models, process
from standoff.reading.read import read

ROWS = [json.loads(line) for line in (Path(__file__).parent / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def models():
    return load_models()


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_two_reports_differ_as_a_reader_sees_it(row, models, codebook, tmp_path) -> None:
    path = tmp_path / "pair.jsonl"
    path.write_text("".join(json.dumps({"language": "en", **row[hand]}) + "\n" for hand in ("one", "other")), "utf-8")
    documents = [item.document for item in read(str(path), codebook.publishers) if isinstance(item, Reading)]
    record = record_of(process(document, codebook, models) for document in documents)
    incidents = join(record, codebook).incidents
    found = compare(record, incidents, codebook).discrepancies
    assert not row["found"] or {f"{d.kind} {d.slot}" for d in found} & set(row["found"])
    assert not {d.kind for d in found} & set(row["never"])
    assert row["joined"] is None or any(len(i.documents) > 1 for i in incidents) is row["joined"]
