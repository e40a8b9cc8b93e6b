import pytest

from tests.newsroom import CHAD, SUDAN, report, tell


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Sudan said Chadian troops entered Sudanese territory.", "Sudan"),
        ("Sudan said Chadian troops moved into the territory of Sudan.", "Sudan"),
        ("Sudan said Chadian troops took hills that belong to Sudan.", "Sudan"),
        ("Sudan said Chadian troops left its own territory.", "Sudan"),
    ],
)
def test_whose_ground_it_is_said_to_be(text: str, owner: str, outcome) -> None:
    desk = report("a", text)
    content = text.removeprefix("Sudan said ").rstrip(".")
    said = desk.say("Sudan", content, "said", SUDAN, principal=SUDAN)
    verb = next(word for word in ("entered", "moved", "took", "left") if word in text)
    tell(desk, verb, "incursion", CHAD, None, statement=said)
    owners = {claim.value["name"] for claim in outcome(desk).claims if claim.slot == "territory"}
    assert owners == {owner}


def test_two_owners_are_a_disagreement(outcome) -> None:
    desks = []
    for name, party, whose in (("a", SUDAN, "Sudanese"), ("b", CHAD, "Chadian")):
        desk = report(name, f"{party.name} said the troops crossed into {whose} territory near Tine.", publisher=name)
        content = f"the troops crossed into {whose} territory near Tine"
        said = desk.say(party.name, content, "said", party, principal=party)
        tell(desk, "crossed", "incursion", CHAD, SUDAN, statement=said)
        desks.append(desk)
    assert [d.kind for d in outcome(*desks).discrepancies if d.slot == "territory"] == ["disagreement"]


def test_ground_plays_no_part_in_a_call(outcome) -> None:
    desk = report("a", "They spoke of Sudanese territory.")
    tell(desk, "spoke", "phone_call", CHAD, SUDAN)
    assert not [claim for claim in outcome(desk).claims if claim.slot == "territory"]


def test_who_denies_a_crossing_can_call_the_ground_his_own(outcome) -> None:
    text = (
        "Sudan said Chadian troops crossed into Sudanese territory. "
        "Chad said they crossed nothing but Chadian territory."
    )
    desk = report("a", text)
    charge = desk.say("Sudan", "Chadian troops crossed into Sudanese territory", "said", SUDAN, principal=SUDAN)
    fields = {"principal": CHAD, "act": "deny", "polarity": "denies"}
    denial = desk.say("Chad", "they crossed nothing but Chadian territory", "said", CHAD, **fields)
    tell(desk, "crossed into", "incursion", CHAD, SUDAN, statement=charge)
    tell(desk, "crossed nothing", "incursion", CHAD, None, statement=denial, factuality="certain-")
    kinds = {(d.slot, d.kind) for d in outcome(desk).discrepancies}
    assert kinds == {("occurred", "contradiction"), ("territory", "disagreement")}
