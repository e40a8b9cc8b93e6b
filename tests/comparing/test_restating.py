from standoff.comparing.compare import compare
from standoff.joining.join import join
from tests.comparing.test_blame import FRIDAY, MONDAY, blaming
from tests.newsroom import CHAD, SUDAN, record


def test_an_incident_that_two_sides_put_on_each_other_is_contested_on_either_side(outcome) -> None:
    made = outcome(blaming("a", SUDAN, CHAD, SUDAN, MONDAY), blaming("b", CHAD, SUDAN, CHAD, MONDAY))
    assert [incident.status for incident in made.restated] == ["contested", "contested"]


def test_two_happenings_contest_nothing(outcome) -> None:
    assert not outcome(blaming("a", SUDAN, CHAD, SUDAN, MONDAY), blaming("b", CHAD, SUDAN, CHAD, FRIDAY)).restated


def test_an_incident_is_no_longer_contested_once_the_other_charge_is_gone(codebook) -> None:
    pages = blaming("a", SUDAN, CHAD, SUDAN, MONDAY), blaming("b", CHAD, SUDAN, CHAD, MONDAY)
    held = record(pages)
    joined = join(held, codebook)
    both = joined.standing(compare(held, joined.incidents, codebook).restated)
    alone = record(pages[:1])
    left = tuple(i for i in both.incidents if set(i.events) <= alone.events.keys())
    (again,) = compare(alone, left, codebook).restated
    assert (left[0].status, again.status) == ("contested", "single_origin")
