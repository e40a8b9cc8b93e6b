from dataclasses import replace

from standoff.model.clock import UNKNOWN, Interval
from standoff.model.incident import Incident, Position
from standoff.views.importance import importance
from tests.factories import INDIA, PAKISTAN

KINDS = {"shelling": 1.0, "call": 0.5}
PLAIN = Incident("inc", "Shelling", "shelling", UNKNOWN, (), (), (), ("e",), ("d",), 1, "single_origin")


def test_each_part_of_a_score_is_told_and_they_add_up() -> None:
    found = importance(PLAIN, 0, KINDS)
    assert found.score == sum(part.weight for part in found.parts)
    assert "shelling +2.0" in found.explain()
    assert "1 independent report +1.0" in found.explain()


def test_what_is_contested_reported_and_dated_counts_more() -> None:
    positions = (Position(INDIA, "denies", ("s",)), Position(PAKISTAN, "asserts", ("t",)))
    told = replace(
        PLAIN, status="contested", origins=3, parties=positions, happened=Interval("2023-05-09", "2023-05-09", "text")
    )
    found = importance(told, 2, KINDS)
    assert found.score > importance(PLAIN, 0, KINDS).score
    assert {part.feature for part in found.parts} == {"kind", "origins", "parties", "contested", "differences", "day"}
    assert "2 parties speak" in found.explain()


def test_a_shelling_outweighs_a_call_that_as_many_tell() -> None:
    assert importance(PLAIN, 0, KINDS).score > importance(replace(PLAIN, type="call"), 0, KINDS).score
    assert importance(replace(PLAIN, type="call", origins=7), 0, KINDS).score > importance(PLAIN, 0, KINDS).score
