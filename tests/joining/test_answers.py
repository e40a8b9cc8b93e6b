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
