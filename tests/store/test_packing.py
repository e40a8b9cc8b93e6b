"""Rows are packed as tuples in the order of their table's columns, JSON as one text for equal values."""

from __future__ import annotations

import pickle

from standoff.store import tables as t
from standoff.store.packing import pack, values
from tests.factories import kashmir


def test_rows_become_tuples_in_the_order_of_columns():
    assert values(t.touched, [{"document": "doc-1"}]) == [("doc-1",)]
    assert values(t.slots, [{"event": "e", "rank": "r", "key": "k"}]) == [("k", "r", "e")]


def test_a_column_that_a_row_lacks_is_absent():
    (row,) = values(t.redirects, [{"incident": "inc-1"}])
    assert row == ("inc-1", None)


def test_json_is_one_text_for_equal_values():
    link = {"left": "a", "right": "b", "score": 1.0, "joined": True, "reason": None}
    one, other = (values(t.links, [link | {"features": f}]) for f in ({"b": 1, "ä": 0.5}, {"ä": 0.5, "b": 1}))
    assert one == other
    assert one[0][-1] == '{"b":1,"ä":0.5}'


def test_a_packed_bundle_crosses_process_borders():
    bundle = kashmir().bundles[0]
    packed = pack(bundle)
    assert pickle.loads(pickle.dumps(packed)) == packed
    assert [row[0] for row in packed.rows["statements"]] == [statement.id for statement in bundle.statements]
    assert all(len(row) == len(t.marks.columns) for row in packed.rows["marks"])
