from __future__ import annotations

from tests.coding.conftest import Coder
from tests.coding.said import at


def test_a_village_is_no_party(coded: Coder) -> None:
    event = at(coded("Rebels attacked Maiduguri."), "attacked")
    assert all(ref.name != "Maiduguri" or ref.state for ref in event.parties("recipient"))


def test_a_person_s_principal_comes_along(coded: Coder) -> None:
    event = at(coded("The foreign minister of Kenya met the president of Somalia."), "met")
    principals = {a.principal.state for a in event.arguments if a.role == "actor" and a.principal}
    assert principals == {"KEN", "SOM"}
