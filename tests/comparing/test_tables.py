from standoff.comparing.tables import Sides, by_cell
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
