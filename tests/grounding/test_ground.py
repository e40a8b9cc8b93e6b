"""Grounding ties one page to times, places and parties."""

from __future__ import annotations

from standoff.grounding.ground import ground
from standoff.grounding.places.gazetteer import open_gazetteer
from tests.pages import annotated, codebook


def test_all_three_aspects_are_grounded() -> None:
    page = annotated("Kenya's army left Kismayo on Monday.", "2024-05-08")
    done = ground(page, codebook(), open_gazetteer())
    ties = [tie for ties in done.groundings.values() for tie in ties]
    assert any(tie.parties for tie in ties)
    assert any(tie.place for tie in ties)
    assert any(tie.time for tie in ties)


def test_official_of_a_place_speaks_for_its_state() -> None:
    page = annotated("The governor of Jonglei denied the raid.", "2024-05-08")
    done = ground(page, codebook(), open_gazetteer())
    found = next(m for m in done.annotations if m.head.quote == "governor")
    tie = done.party_grounding(found)
    assert tie is not None
    assert tie.principal is not None
    assert tie.principal.party == "SSD"


def test_an_unknown_name_that_is_a_towns_is_no_party() -> None:
    page = annotated("Shelling hit Yasynuvata overnight. Yasynuvata lost power after the attack.")
    done = ground(page, codebook(), open_gazetteer())
    names = [m for m in done.annotations if m.kind == "name"]
    assert names
    assert not any(done.parties_of(name) for name in names)
