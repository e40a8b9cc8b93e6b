"""Claims are of one deed by where and when they say it was; a report tells nothing of what is still to come."""

import pytest

from standoff.comparing import meeting
from standoff.comparing.claims import claims
from standoff.comparing.given import Given
from standoff.comparing.tables import Sides
from standoff.joining.join import join
from standoff.model.claim import OCCURRED
from tests.newsroom import CHAD, EL_GENEINA, NYALA, SUDAN, day, record, report, tell

LIES = {
    "on one day": ({"happened": day("2023-06-15")}, {"happened": day("2023-06-15")}, (False, True)),
    "days apart": ({"happened": day("2023-06-12")}, {"happened": day("2023-06-15")}, (True, False)),
    "at one place": ({"place": EL_GENEINA}, {"place": EL_GENEINA}, (False, True)),
    "at two places": ({"place": EL_GENEINA, "happened": day("2023-06-15")}, {"place": NYALA}, (True, False)),
    "nobody knows": ({}, {"happened": day("2023-06-15")}, (False, False)),
    "still to come": ({}, {"happened": day("2023-06-18")}, (True, False)),  # the first report is of the sixteenth
}


@pytest.mark.parametrize("name", LIES)
def test_two_claims_meet_by_day_and_ground(codebook, given, name: str) -> None:
    one, other, expected = LIES[name]
    desks = [report("a", "Chad shelled it.", "2023-06-16"), report("b", "Chad shelled Sudan.", "2023-06-18")]
    for desk, fields in zip(desks, (one, other), strict=True):
        tell(desk, "shelled", "shelling", CHAD, SUDAN, **fields)
    held = given(*desks)
    judged = Given(held.record, codebook, Sides(codebook))
    told = [c for c in claims(join(record(desks), codebook).incidents, held) if c.slot == OCCURRED]
    left, right = sorted(told, key=lambda claim: held.record.documents[claim.document].path)
    assert (meeting.apart(left, right, judged), meeting.together(left, right, judged)) == expected
