from standoff.model.event import Argument
from tests.newsroom import CHAD, SUDAN, TINE, day, figure, report, tell


def test_arguments_fill_slots_by_role_and_kind(outcome) -> None:
    desk = report("a", "Sudan said 40 Chadian troops moved 3 km beyond Tine on Wednesday.", publisher="Herald")
    content = "40 Chadian troops moved 3 km beyond Tine on Wednesday"
    said = desk.say("Sudan", content, "said", SUDAN, principal=SUDAN, channel="press conference")
    extra = [
        figure(desk, "40 Chadian troops", "troops", 40, 40),
        figure(desk, "3 km", "distance", 3, 3, unit="kilometre"),
        Argument("place", desk.span("Tine"), TINE),
        Argument("time", desk.span("Wednesday"), time=day("2023-06-14")),
    ]
    tell(desk, "moved", "advance", CHAD, SUDAN, statement=said, extra=extra, place=TINE, happened=day("2023-06-14"))
    claims = {claim.slot: claim for claim in outcome(desk).claims}
    assert {"occurred", "actor", "recipient", "place", "time", "troops", "distance"} <= set(claims)
    assert claims["distance"].value["low"] == 3
    assert claims["distance"].value["unit"] == "km"
    assert claims["troops"].value["text"] == "40 Chadian troops"
    assert claims["time"].value["earliest"] == "2023-06-14"
    assert {claim.channel for claim in claims.values()} == {"press conference"}
    assert {claim.publisher for claim in claims.values()} == {"Herald"}


def test_what_nobody_says_is_the_publishers_own(outcome) -> None:
    desk = report("a", "Guns shelled Tine.", publisher="Herald")
    tell(desk, "shelled", "shelling", CHAD, SUDAN)
    assert all(claim.source is None and claim.statement is None for claim in outcome(desk).claims)


def test_a_bare_denial_is_a_claim_without_an_event(outcome) -> None:
    desk = report("a", "Sudan said Chadian troops crossed. Chad rejected the claims.")
    charge = desk.say("Sudan", "Chadian troops crossed", "said", SUDAN, principal=SUDAN)
    tell(desk, "crossed", "incursion", CHAD, SUDAN, statement=charge, place=TINE)
    desk.say("Chad", "the claims", "rejected", CHAD, principal=CHAD, act="reject", polarity="denies")
    (denial,) = [claim for claim in outcome(desk).claims if claim.polarity == "denies"]
    assert (denial.slot, denial.event, denial.quote.quote) == ("occurred", None, "the claims")


def test_evidence_holds_the_sentence_and_the_content(outcome) -> None:
    desk = report("a", "“Shells fell on Tine.\nWe saw them,” Sudan said.")
    said = desk.say("Sudan", "Shells fell on Tine.\nWe saw them", "said", SUDAN, principal=SUDAN)
    tell(desk, "fell", "shelling", CHAD, SUDAN, statement=said)
    claim = outcome(desk).claims[0]
    assert "We saw them" in " ".join(span.quote for span in claim.evidence)
