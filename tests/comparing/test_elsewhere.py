from dataclasses import replace

from standoff.model.event import Argument
from tests.newsroom import CHAD, FRANCE, SUDAN, day, report, tell

MONDAY = day("2023-06-12")


def appeal(path: str, text: str, trigger: str, type_: str, to=None):
    desk = report(path, text, published="2023-06-12", publisher=path)
    tell(desk, trigger, type_, FRANCE, to)
    return desk


def test_an_appeal_told_with_and_without_its_addressee_is_set_side_by_side(outcome) -> None:
    named = appeal("a", "France called on Chad to pull back its troops.", "called on", "urge_withdrawal", CHAD)
    silent = appeal("b", "France asked for restraint. It did not name the side.", "asked", "urge_restraint")
    (found,) = [d for d in outcome(named, silent).discrepancies if d.slot == "recipient"]
    assert found.kind == "granularity"
    assert "did not name the side" in found.explanation
    assert found.other_incident is not None


def test_another_days_appeal_is_another_one(outcome) -> None:
    named = appeal("a", "France called on Chad to pull back its troops.", "called on", "urge_withdrawal", CHAD)
    silent = report("b", "France asked for restraint. It did not name the side.", published="2023-06-15", publisher="b")
    tell(silent, "asked", "urge_restraint", FRANCE)
    assert not [d for d in outcome(named, silent).discrepancies if d.slot == "recipient"]


def death(path: str, whom: str, how: str, source, trigger: str = "died"):
    desk = report(path, f"{source.name} said {whom} {trigger} {how}.", publisher=path)
    content = f"{whom} {trigger} {how}"
    said = desk.say(source.name, content, "said", source, principal=source)
    event = tell(desk, trigger, "killing", None, None, statement=said, happened=MONDAY)
    desk.events[-1] = replace(event, arguments=(Argument("recipient", desk.span(whom), SUDAN),))
    return desk


def test_one_death_put_down_to_two_causes_is_set_side_by_side(outcome) -> None:
    made = outcome(
        death("a", "a Sudanese soldier", "by a sniper near Nyala", SUDAN, "was killed"),
        death("b", "the Sudanese soldier", "in an accident at Tine", CHAD),
    )
    assert [d.kind for d in made.discrepancies if d.slot == "cause"] == ["disagreement"]


def test_several_dead_may_have_died_in_several_ways(outcome) -> None:
    made = outcome(
        death("a", "four soldiers", "by a sniper near Nyala", SUDAN, "were killed"),
        death("b", "some soldiers", "in an accident at Tine", CHAD),
    )
    apart = {d.incident for d in made.discrepancies} | {d.other_incident for d in made.discrepancies}
    assert len(apart) <= 2
    assert all(d.other_incident is None for d in made.discrepancies)
