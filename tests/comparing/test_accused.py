from standoff.model.entity import PartyRef
from tests.newsroom import CHAD, FRANCE, NYALA, SUDAN, TINE, day, report, tell

UN = PartyRef("UNO", "United Nations", None, "organisation")
MONDAY = day("2023-06-12")


def holding(path: str, who, culprit, recipient=None, place=TINE):
    """One voice holds a party responsible for a massacre."""
    told = f"{culprit.name} responsible for the massacre of villagers in {place.name} on 12 June"
    desk = report(path, f"{who.name} held {told}.", publisher=path)
    said = desk.say(who.name, told, "held", who, principal=who, act="accuse")
    tell(desk, "massacre", "massacre", culprit, recipient, statement=said, happened=MONDAY, place=place)
    return desk


def culprits(outcome, *desks) -> list[tuple[str, str]]:
    return [(d.kind, d.explanation) for d in outcome(*desks).discrepancies if d.slot == "responsibility"]


def test_a_third_party_and_a_side_that_name_two_culprits_differ_on_who_is_responsible(outcome) -> None:
    ((kind, why),) = culprits(outcome, holding("a", UN, CHAD), holding("b", CHAD, SUDAN))
    assert kind == "disagreement"
    assert "Chad by United Nations" in why
    assert "Sudan by Chad" in why


def test_two_third_parties_can_differ_too(outcome) -> None:
    assert culprits(outcome, holding("a", UN, CHAD), holding("b", FRANCE, SUDAN))


def test_another_place_other_victims_or_one_voice_alone_is_no_difference(outcome) -> None:
    assert not culprits(outcome, holding("a", UN, CHAD), holding("b", FRANCE, SUDAN, place=NYALA))
    assert not culprits(outcome, holding("a", UN, CHAD, SUDAN), holding("b", CHAD, SUDAN, FRANCE))
    assert not culprits(outcome, holding("a", UN, CHAD), holding("b", UN, SUDAN))
