"""A record written as JSON comes back equal, defaults and unions included."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import pytest

from standoff.model.clock import Interval
from standoff.model.entity import PartyRef, PlaceRef
from standoff.model.event import Argument, Event
from standoff.model.span import Span
from standoff.model.statement import Statement
from standoff.store.codec import codec
from tests.factories import kashmir


@pytest.mark.parametrize("kind", [Statement, Event])
def test_records_come_back_equal(kind):
    rows = [row for desk in kashmir().desks for row in (*desk.statements, *desk.events) if isinstance(row, kind)]
    shape = codec(kind)
    assert len(rows) > 5
    assert [shape.decode(json.loads(json.dumps(shape.encode(row)))) for row in rows] == rows


def test_one_of_two_records_is_told_apart_by_its_fields():
    shape = codec(Argument)
    for ref in (PartyRef(None, "Darfur Joint Force"), PlaceRef(None, "El Fasher", 13.63, 25.35), None):
        argument = Argument("actor", Span("doc-1", 3, 6, "RSF"), ref, Interval(None, "2024-05-01", "text"), {"low": 3})
        assert shape.decode(shape.encode(argument)) == argument


def test_what_equals_its_default_is_left_out():
    assert codec(PartyRef).encode(PartyRef(None, "Houthis")) == {"party": None, "name": "Houthis"}


def test_a_type_without_a_json_form_is_refused():
    @dataclass
    class Odd:
        raw: bytes

    with pytest.raises(TypeError, match="bytes"):
        codec(Odd).encode(Odd(b""))


def test_a_default_that_is_a_record_or_a_collection_is_left_out_too():
    @dataclass
    class Nested:
        when: Interval = field(default_factory=lambda: Interval("2024-05-01", "2024-05-01", "text"))
        parts: tuple[str, ...] = ()
        sure: bool = False
        weight: float = 1.0

    written = codec(Nested).encode
    assert written(Nested(parts=tuple([]), weight=1)) == {}
    assert written(Nested(Interval("2024-05-02", None, "text"), ("a",), True, 0.0)) == {
        "when": {"earliest": "2024-05-02", "latest": None, "basis": "text"},
        "parts": ["a"],
        "sure": True,
        "weight": 0.0,
    }
