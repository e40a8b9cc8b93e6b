"""A denial is set against what it can answer; several denials of one incident can be of several quarrels."""

from standoff.model.entity import PartyRef
from tests.newsroom import CHAD, FRANCE, SUDAN, TINE, day, report, tell

REBELS = PartyRef(None, "Northern Front", None, "group")
WHERE = {"place": TINE, "happened": day("2023-06-15")}


def _charge(desk, words: str, trigger: str, type_: str) -> None:
    said = desk.say("Sudan", words, "said", SUDAN, principal=SUDAN)
    tell(desk, trigger, type_, CHAD, SUDAN, statement=said, **WHERE)


def _denial(desk, words: str, trigger: str, type_: str) -> None:
    said = desk.say("Chad", words, "denied", CHAD, principal=CHAD, act="deny", polarity="denies")
    tell(desk, trigger, type_, CHAD, SUDAN, statement=said, factuality="certain-", **WHERE)


def _contradictions(outcome, *desks) -> list[set[str]]:
    found = outcome(*desks)
    words = {claim.id: claim.quote.quote for claim in found.claims}
    return [{words[key] for key in d.claims} for d in found.discrepancies if d.kind == "contradiction"]


def test_who_denies_setting_fire_to_houses_does_not_answer_for_shots(outcome) -> None:
    desk = report("a", "Sudan said troops burned homes in Tine. Chad denied torching houses in Tine.")
    _charge(desk, "troops burned homes in Tine", "burned", "arson")
    _denial(desk, "torching houses in Tine", "torching", "arson")
    other = report("b", "Sudan said troops shelled Tine from a hill. Chad denied firing at Tine from a hill.")
    _charge(other, "troops shelled Tine from a hill", "shelled", "shelling")
    _denial(other, "firing at Tine from a hill", "firing", "shelling")
    found = sorted(map(sorted, _contradictions(outcome, desk, other)))
    assert found == [["burned", "torching"], ["firing", "shelled"]]


def test_denials_that_answer_one_charge_are_of_one_quarrel(outcome) -> None:
    desk = report("a", "Sudan said troops shelled Tine. Chad denied shelling Tine. Chad denied any fire on Tine.")
    _charge(desk, "troops shelled Tine", "shelled", "shelling")
    _denial(desk, "shelling Tine", "shelling", "shelling")
    _denial(desk, "any fire on Tine", "any fire", "shelling")
    assert _contradictions(outcome, desk) == [{"shelled", "shelling", "any fire"}]


def test_what_a_report_charged_before_its_denial_comes_first(outcome) -> None:
    old = report("a", "Sudan said troops opened fire in Tine.", "2023-06-15")
    _charge(old, "troops opened fire in Tine", "opened fire", "firing")
    desk = report("b", "Sudan said the airfield of Tine was hit. Chad denied firing at Tine.")
    _charge(desk, "the airfield of Tine was hit", "hit", "shelling")
    _denial(desk, "firing at Tine", "firing", "firing")
    (found,) = outcome(old, desk).discrepancies
    first = next(claim for claim in outcome(old, desk).claims if claim.id == found.claims[0])
    assert first.quote.quote == "hit"


def test_who_denies_an_agreement_denies_none_of_others(outcome) -> None:
    desk = report("a", "Chad and France agreed on a truce. The rebels denied that Chad had agreed with them.")
    said = desk.say("Chad and France", "agreed on a truce", "agreed", FRANCE, principal=FRANCE)
    tell(desk, "agreed on", "agreement", CHAD, FRANCE, statement=said, happened=day("2023-06-15"))
    no = desk.say(
        "The rebels", "that Chad had agreed", "denied", REBELS, principal=REBELS, act="deny", polarity="denies"
    )
    when = {"statement": no, "factuality": "certain-", "happened": day("2023-06-15")}
    tell(desk, "had agreed", "agreement", CHAD, None, **when)
    assert _contradictions(outcome, desk) == []
