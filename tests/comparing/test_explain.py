from tests.newsroom import CHAD, FRANCE, SUDAN, TINE, report, tell


def test_parties_are_named_before_reports_and_no_side_is_called_right(outcome) -> None:
    text = (
        "Troops crossed at Tine. Sudan said Chadian troops crossed. France said they crossed. Chad said none crossed."
    )
    desk = report("a", text, publisher="Herald")
    tell(desk, "crossed at", "incursion", CHAD, SUDAN, place=TINE)
    for name, words, party, more in (
        ("Sudan", "Chadian troops crossed", SUDAN, {}),
        ("France", "they crossed", FRANCE, {}),
        ("Chad", "none crossed", CHAD, {"act": "deny", "polarity": "denies"}),
    ):
        said = desk.say(name, words, "said", party, principal=party, **more)
        denied = {"factuality": "certain-"} if more else {}
        tell(desk, words, "incursion", CHAD, SUDAN, statement=said, place=TINE, **denied)
    (found,) = outcome(desk).discrepancies
    assert "Herald" not in found.explanation
    assert "France" in found.explanation
    assert "Chad denies it" in found.explanation
    assert not {"true", "false", "verified"} & set(found.explanation.casefold().split())


def test_a_long_sentence_is_cut_at_a_word(outcome) -> None:
    long = "after weeks of talk in the capital and the provinces and along the river where the markets were full " * 3
    desk = report("a", f"Sudan said {long}Chadian troops crossed. Chad rejected the claims.")
    charge = desk.say("Sudan", f"{long}Chadian troops crossed", "said", SUDAN, principal=SUDAN)
    tell(desk, "crossed", "incursion", CHAD, SUDAN, statement=charge, place=TINE)
    desk.say("Chad", "the claims", "rejected", CHAD, principal=CHAD, act="reject", polarity="denies")
    (found,) = outcome(desk).discrepancies
    assert "…" in found.explanation
    assert len(found.explanation) < 400
