import pytest

from standoff.comparing.tables import Sides, by_cell, named_organ
from standoff.model.entity import PartyRef
from standoff.values.sides import side_ref
from tests.newsroom import CHAD, SUDAN, TINE, report, tell


def test_claims_lie_in_cells_by_incident_and_slot_and_belong_to_a_side(outcome, codebook) -> None:
    desk = report("a", "Sudan said Chadian troops crossed. Guns were heard.", publisher="Herald")
    said = desk.say("Sudan", "Chadian troops crossed", "said", SUDAN, principal=SUDAN)
    tell(desk, "crossed", "incursion", CHAD, SUDAN, statement=said, place=TINE)
    tell(desk, "heard", "firing", CHAD, None, place=TINE)
    cells = by_cell(outcome(desk).claims)
    sides = Sides(codebook)
    names = {(slot, sides.name(claim)) for (_, slot), claims in cells.items() for claim in claims}
    assert ("occurred", "Sudan") in names
    assert ("occurred", "Herald") in names
    assert {sides.of(claim) for claims in cells.values() for claim in claims} == {"SDN", "publisher:Herald"}


@pytest.mark.parametrize(
    ("publisher", "party"),
    [
        ("Ministry of Defence of Mali", "Mali"),
        ("Rapid Support Forces media office", "Rapid Support Forces"),
        ("Presidency of Chad", "Chad"),
        ("Chad Tribune", None),
        ("The Mali Times", None),
        ("Army Gazette", None),
    ],
)
def test_a_publisher_is_the_organ_of_the_party_that_its_name_holds(codebook, publisher, party) -> None:
    held = named_organ(publisher, codebook)
    ref = held and side_ref(PartyRef(held.id, held.name, held.state, held.kind), codebook.parties)
    assert (ref.name if ref else None) == party
