from __future__ import annotations

import pytest

from standoff.coding.codes import as_record, plover_of
from standoff.model.event import Plover
from tests.texts import codebook


def test_codes_come_from_the_table() -> None:
    kind = codebook().events.types["drone_strike"]
    assert plover_of(kind) == Plover("ASSAULT", "drone", ("military",))
    assert (kind.cameo, kind.intensity) == ("195", -9.5)


@pytest.mark.parametrize(
    ("coding", "factuality", "expected"),
    [("AID", "probable+", "AGREE"), ("RETREAT", "probable-", "REJECT"), ("COERCE", "probable+", "THREATEN")],
)
def test_a_planned_deed_is_recorded_as_plover_says(coding: str, factuality: str, expected: str) -> None:
    assert as_record(Plover(coding), "planned", factuality).type == expected  # type: ignore[arg-type]  # a parameter


def test_what_happened_keeps_its_code() -> None:
    assert as_record(Plover("AID"), "actual").type == "AID"


def test_an_assault_without_a_mode_takes_that_of_its_means() -> None:
    kind = codebook().events.types["killing"]
    assert plover_of(kind, "drone").mode == "drone"
    assert plover_of(codebook().events.types["shelling"], "drone").mode == "heavy-weapons"
