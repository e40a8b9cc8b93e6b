import pytest

from standoff.joining.join import join
from tests.newsroom import CHAD, FRANCE, SUDAN, TINE, record, report, tell


def told(answer: str, content: str, cue: str, codebook, **fields):
    """Return the positions on a crossing that Chad or France answers in other words."""
    desk = report("a", f"Sudan said Chadian troops crossed the border. {answer}")
    charge = desk.say("Sudan", "Chadian troops crossed the border", "said", SUDAN, principal=SUDAN)
    tell(desk, "crossed", "incursion", CHAD, SUDAN, statement=charge, place=TINE)
    who = CHAD if answer.startswith("Chad") else FRANCE
    desk.say(answer.split(maxsplit=1)[0], content, cue, who, principal=who, **fields)
    (incident,) = join(record([desk]), codebook).incidents
    return {(position.party.name, position.polarity) for position in incident.parties}


@pytest.mark.parametrize(
    ("answer", "content", "cue", "fields"),
    [
        ("Chad rejected the claims.", "the claims", "rejected", {"act": "reject", "polarity": "denies"}),
        ("Chad denied it.", "it", "denied", {"act": "deny", "polarity": "denies"}),
        ("Chad called the report absolutely false.", "the report absolutely false", "called", {"act": "assert"}),
        ("Chad answered that such reports do not correspond to reality.", "such reports do not correspond to reality",
         "answered", {"act": "assert"}),
    ],
)  # fmt: skip
def test_denials_of_what_was_said_deny_the_happening(answer, content, cue, fields, codebook) -> None:
    assert ("Chad", "denies") in told(answer, content, cue, codebook, **fields)


@pytest.mark.parametrize(
    ("answer", "content", "cue", "fields"),
    [
        ("France voiced concern over the situation.", "concern over the situation", "voiced", {"polarity": "open"}),
        ("France said it was closely following the tensions.", "it was closely following the tensions", "was", {}),
    ],
)
def test_onlookers_take_no_position(answer, content, cue, fields, codebook) -> None:
    assert ("France", "open") in told(answer, content, cue, codebook, **fields)


def test_talk_of_something_else_is_no_answer(codebook) -> None:
    answer = "Chad denied that grain prices had risen in the markets of the capital."
    content = "that grain prices had risen in the markets of the capital"
    fields = {"act": "deny", "polarity": "denies"}
    assert told(answer, content, "denied", codebook, **fields) == {("Sudan", "asserts")}


def test_a_dismissed_claim_is_what_the_other_side_said_just_before(codebook) -> None:
    text = (
        "Troops of Chad and Sudan exchanged fire at Tine. Sudan said it had shot down two drones. "
        "Chad dismissed the claim as baseless."
    )
    desk = report("a", text)
    fire = tell(desk, "exchanged", "exchange_of_fire", CHAD, SUDAN, place=TINE)
    boast = desk.say("Sudan said", "it had shot down two drones", "said", SUDAN, principal=SUDAN)
    drones = tell(desk, "shot down", "shootdown", SUDAN, None, statement=boast)
    desk.say("Chad", "the claim as baseless", "dismissed", CHAD, principal=CHAD, act="reject", polarity="denies")
    found = {event: i for i in join(record([desk]), codebook).incidents for event in i.events}
    assert {(p.party.name, p.polarity) for p in found[drones.id].parties} >= {("Chad", "denies")}
    assert all(p.polarity != "denies" for p in found[fire.id].parties)


def test_an_answer_that_names_its_topic_is_no_answer_to_another(codebook) -> None:
    answer = "Chad rejected the reports about grain exports as false."
    content = "the reports about grain exports as false"
    fields = {"act": "reject", "polarity": "denies"}
    assert told(answer, content, "rejected", codebook, **fields) == {("Sudan", "asserts")}


@pytest.mark.parametrize(
    ("content", "denied"),
    [("that any troops were near the border", True), ("that grain prices had risen", False)],
)
def test_a_denial_without_an_event_answers_the_charge_whose_words_it_takes_up(content, denied, codebook) -> None:
    fields = {"act": "deny", "polarity": "denies"}
    positions = told(f"Chad denied {content}.", content, "denied", codebook, **fields)
    assert (("Chad", "denies") in positions) is denied
