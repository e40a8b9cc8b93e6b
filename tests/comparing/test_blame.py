from standoff.model.clock import Interval
from standoff.model.entity import PartyRef
from standoff.model.event import Argument
from tests.newsroom import CHAD, FRANCE, SUDAN, day, report, tell


def blaming(path: str, source, actor, recipient, happened: Interval):
    desk = report(path, f"{source.name} said {actor.name} fired at {recipient.name}.", publisher=path)
    content = f"{actor.name} fired at {recipient.name}"
    said = desk.say(source.name, content, "said", source, principal=source)
    tell(desk, "fired", "firing", actor, recipient, statement=said, happened=happened)
    return desk


MONDAY, FRIDAY = day("2023-06-12"), day("2023-06-16")


def test_two_sides_that_blame_each_other_for_one_day(outcome) -> None:
    made = outcome(blaming("a", SUDAN, CHAD, SUDAN, MONDAY), blaming("b", CHAD, SUDAN, CHAD, MONDAY))
    (found,) = made.discrepancies
    assert (found.kind, found.slot) == ("contradiction", "responsibility")
    assert found.other_incident != found.incident
    names = {claim.value["name"] for claim in made.claims if claim.slot == "responsibility"}
    assert names == {"Chad", "Sudan"}


def test_other_days_are_other_matters(outcome) -> None:
    assert not outcome(blaming("a", SUDAN, CHAD, SUDAN, MONDAY), blaming("b", CHAD, SUDAN, CHAD, FRIDAY)).discrepancies


def test_a_third_partys_word_is_no_partys_blame(outcome) -> None:
    assert not outcome(
        blaming("a", FRANCE, CHAD, SUDAN, MONDAY), blaming("b", FRANCE, SUDAN, CHAD, MONDAY)
    ).discrepancies


def test_what_a_ministry_publishes_itself_is_its_word(outcome) -> None:
    armenia, azerbaijan = PartyRef("ARM", "Armenia", "ARM", "state"), PartyRef("AZE", "Azerbaijan", "AZE", "state")

    def page(publisher: str):
        desk = report("a", "Azerbaijan fired at Armenia.", publisher=publisher)
        tell(desk, "fired", "firing", azerbaijan, armenia, happened=MONDAY)
        return desk

    other = blaming("b", azerbaijan, armenia, azerbaijan, MONDAY)
    (found,) = outcome(page("Ministry of Defence of Armenia"), other).discrepancies
    assert found.slot == "responsibility"
    assert not outcome(page("The Border Post"), other).discrepancies


def answered(path: str, happened: Interval | None):
    """Tell in one report of a charge of Monday, and of the other side's charge without a day, or of a stated one."""
    text = "Sudan said Chad fired at Sudan on Monday. Chad said Sudan shelled Chad."
    desk = report(path, text, publisher=path)
    said = desk.say("Sudan", "Chad fired at Sudan on Monday", "said", SUDAN, principal=SUDAN)
    tell(desk, "fired", "firing", CHAD, SUDAN, statement=said, happened=MONDAY)
    retort = desk.say("Chad", "Sudan shelled Chad", "said", CHAD, principal=CHAD)
    tell(desk, "shelled", "shelling", SUDAN, CHAD, statement=retort, happened=happened)
    return desk


def test_a_retort_without_a_day_answers_the_charge_of_its_report(outcome) -> None:
    assert [d.slot for d in outcome(answered("a", None)).discrepancies] == ["responsibility"]
    assert not outcome(answered("a", FRIDAY)).discrepancies


def test_who_fires_in_another_sentence_is_not_blamed_by_who_counts_the_shots(outcome) -> None:
    def counted(where: str):
        desk = report("a", "Sudanese guns stood near. Chad said its post was fired at by Sudan.")
        said = desk.say("Chad", "its post was fired at by Sudan", "said", CHAD, principal=CHAD)
        doer = Argument("actor", desk.span(where), SUDAN)
        tell(desk, "fired", "firing", None, CHAD, statement=said, happened=MONDAY, extra=(doer,))
        return desk

    other = blaming("b", SUDAN, CHAD, SUDAN, MONDAY)
    assert [d.slot for d in outcome(counted("by Sudan"), other).discrepancies] == ["responsibility"]
    assert not outcome(counted("Sudanese guns"), other).discrepancies


def test_where_each_side_tells_of_its_own_strike_nobody_is_in_dispute(outcome) -> None:
    def page(path: str, one, other):
        text = f"{one.name} said {other.name} fired at {one.name}. {one.name} said {one.name} struck {other.name}."
        desk = report(path, text, publisher=path)
        charge = desk.say(one.name, f"{other.name} fired at {one.name}", "said", one, principal=one)
        tell(desk, "fired", "firing", other, one, statement=charge, happened=MONDAY)
        owned = desk.say(one.name, f"{one.name} struck {other.name}", "said " + one.name, one, principal=one)
        tell(desk, "struck", "firing", one, other, statement=owned, happened=MONDAY)
        return desk

    found = outcome(page("a", SUDAN, CHAD), page("b", CHAD, SUDAN)).discrepancies
    assert not [d for d in found if d.slot == "responsibility"]
