from standoff.codebook.load import Codebook
from standoff.comparing.compare import compare
from standoff.joining.join import join
from standoff.model.claim import Discrepancy
from standoff.model.entity import PartyRef
from standoff.model.record import Compared
from tests.factories import Desk
from tests.newsroom import CHAD, EL_GENEINA, FRANCE, NYALA, SUDAN, TINE, day, figure, record, report, tell

ARMY = PartyRef("SDN/armed_forces", "Armed Forces of Sudan", "SDN", "armed_force")
RSF = PartyRef("rsf", "Rapid Support Forces", None, "group")


def compared(codebook: Codebook, *desks: Desk) -> Compared:
    held = record(desks)
    return compare(held, join(held, codebook).incidents, codebook)


def found(outcome: Compared, slot: str) -> list[Discrepancy]:
    return [discrepancy for discrepancy in outcome.discrepancies if discrepancy.slot == slot]


def strike(path: str, text: str, source: PartyRef, **fields: object) -> Desk:
    """Tell of a strike on El Geneina; text is 'NAME said a strike ... killed N people'."""
    desk = report(path, text, publisher=path, **fields)
    name, content = text.rstrip(".").split(" said ", 1)
    said = desk.say(name, content, "said", source, principal=source, said_at=desk.document.published)
    words = content.split(" killed ")[1].split(" in ")[0]
    number = {"17 people": (17, 17), "40 people": (40, 40), "dozens of people": (24, 199)}[words]
    hit = {"happened": day("2023-06-15"), "place": EL_GENEINA, "statement": said}
    tell(desk, "strike", "airstrike", ARMY, None, **hit)
    tell(desk, "killed", "killing", extra=[figure(desk, words, "killed", *number)], **hit)
    return desk


ONE = "Sudan said a strike killed 17 people in El Geneina."
OTHER = "France said a strike killed 40 people in El Geneina."
VAGUE = "Chad said a strike killed dozens of people in El Geneina."


def test_figures_that_cannot_both_hold_disagree(codebook: Codebook) -> None:
    outcome = compared(codebook, strike("a", ONE, SUDAN), strike("b", OTHER, FRANCE))
    (difference,) = found(outcome, "killed")
    assert difference.kind == "disagreement"
    assert "17 people" in difference.explanation
    assert "40 people" in difference.explanation
    assert len(difference.documents) == 2


def test_another_precision_is_granularity(codebook: Codebook) -> None:
    outcome = compared(codebook, strike("b", OTHER, FRANCE), strike("c", VAGUE, CHAD))
    assert [difference.kind for difference in found(outcome, "killed")] == ["granularity"]


def test_a_figure_that_one_side_changes_by_day_is_a_revision(codebook: Codebook) -> None:
    later = "Sudan said a strike killed 40 people in El Geneina."
    outcome = compared(
        codebook, strike("a", ONE, SUDAN, published="2023-06-15"), strike("b", later, SUDAN, published="2023-06-17")
    )
    assert [difference.kind for difference in found(outcome, "killed")] == ["revision"]


def test_equal_figures_are_no_discrepancy(codebook: Codebook) -> None:
    outcome = compared(codebook, strike("a", ONE, SUDAN), strike("b", ONE.replace("Sudan", "Chad"), CHAD))
    assert not outcome.discrepancies


def crossing(denial: bool = True) -> Desk:
    text = "Sudan said Chadian troops crossed the border at Tine. Chad said its troops did not cross the border."
    desk = report("crossing.txt", text)
    charge = desk.say("Sudan", "Chadian troops crossed the border at Tine", "said", SUDAN, principal=SUDAN)
    tell(desk, "crossed", "incursion", CHAD, SUDAN, statement=charge, place=TINE)
    if denial:
        answer = desk.say(
            "Chad", "its troops did not cross the border", "said", CHAD, principal=CHAD, act="deny", polarity="denies"
        )
        tell(desk, "cross the", "incursion", CHAD, None, statement=answer, place=TINE, factuality="certain-")
    return desk


def test_asserted_against_denied_is_a_contradiction(codebook: Codebook) -> None:
    (difference,) = compared(codebook, crossing()).discrepancies
    assert (difference.kind, difference.slot) == ("contradiction", "occurred")
    assert "Sudan says so" in difference.explanation
    assert "Chad denies it" in difference.explanation


def test_what_nobody_denies_is_no_contradiction(codebook: Codebook) -> None:
    assert not compared(codebook, crossing(denial=False)).discrepancies


def test_each_claim_has_evidence_and_a_voice(codebook: Codebook) -> None:
    outcome = compared(codebook, crossing(), strike("a", ONE, SUDAN))
    assert outcome.claims
    for claim in outcome.claims:
        assert claim.evidence
        assert any(span.contains(claim.quote) for span in claim.evidence)
        assert claim.source is not None
    assert {claim.slot for claim in outcome.claims} >= {"occurred", "actor", "recipient", "killed"}


def test_a_denied_event_claims_nothing_but_that_it_did_not_occur(codebook: Codebook) -> None:
    outcome = compared(codebook, crossing())
    assert {claim.slot for claim in outcome.claims if claim.polarity == "denies"} == {"occurred"}


def test_two_sides_that_put_one_day_on_each_other_differ_on_responsibility(codebook: Codebook) -> None:
    text = "Sudan said Chadian guns shelled Tine on Friday. Chad said Sudanese guns bombarded its post on Friday."
    desk = report("blame.txt", text)
    ours = desk.say("Sudan", "Chadian guns shelled Tine on Friday", "said", SUDAN, principal=SUDAN)
    theirs = desk.say("Chad", "Sudanese guns bombarded its post on Friday", "said", CHAD, principal=CHAD)
    tell(desk, "shelled", "shelling", CHAD, SUDAN, statement=ours, happened=day("2023-06-16"))
    tell(desk, "bombarded", "shelling", SUDAN, CHAD, statement=theirs, happened=day("2023-06-16"))
    (difference,) = compared(codebook, desk).discrepancies
    assert difference.other_incident is not None
    assert "Each side holds the other responsible" in difference.explanation


def test_an_appeal_to_one_does_not_contradict_that_another_was_not_asked(codebook: Codebook) -> None:
    text = (
        "Sudan asked the African Union for consultations, its office said. France said Sudan had not asked it for help."
    )
    desk = report("asked.txt", text)
    union = PartyRef("AU", "African Union", None, "organisation")
    own = desk.say("its office", "Sudan asked the African Union for consultations", "said", SUDAN, principal=SUDAN)
    other = desk.say("France", "Sudan had not asked it for help", "said", FRANCE, principal=FRANCE)
    tell(desk, "asked the", "request_consultations", SUDAN, union, statement=own)
    tell(desk, "asked it", "appeal_for_help", SUDAN, FRANCE, statement=other, factuality="certain-")
    assert not compared(codebook, desk).discrepancies


QUOTED = "“our units are holding positions that belong to the state”"


def rendering(path: str, whose: str, actor: PartyRef, channel: str) -> Desk:
    desk = report(path, f"Sudan said {whose} {QUOTED} near Nyala.", publisher=path)
    said = desk.say("Sudan", f"{whose} {QUOTED} near Nyala", "said", SUDAN, principal=SUDAN, channel=channel)
    tell(desk, "holding", "taking_positions", actor, None, statement=said, place=NYALA)
    return desk


def test_one_quotation_said_of_two_parties_through_two_channels_is_transmission(codebook: Codebook) -> None:
    desks = rendering("a", "that its troops:", ARMY, "twitter"), rendering("b", "that Chad's troops:", CHAD, "facebook")
    outcome = compared(codebook, *desks)
    assert {(d.kind, d.slot) for d in outcome.discrepancies} >= {
        ("transmission", "subject"),
        ("transmission", "channel"),
    }


def test_a_revised_figure_is_told_by_its_days(codebook: Codebook) -> None:
    later = "Sudan said a strike killed 40 people in El Geneina."
    outcome = compared(
        codebook, strike("a", later, SUDAN, published="2023-06-17"), strike("b", ONE, SUDAN, published="2023-06-15")
    )
    (one,) = found(outcome, "killed")
    assert "17 people (2023-06-15), then 40 people (2023-06-17)" in one.explanation
