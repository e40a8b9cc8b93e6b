import pytest

from standoff.comparing.silence import silences
from tests.newsroom import CHAD, FRANCE, SUDAN, figure, report, tell


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("The mission did not name the side.", "party"),
        ("He declined to say who was behind the attack.", "party"),
        ("Nothing is reported about losses among the Chadian servicemen.", "killed"),
        ("A spokeswoman could not confirm how many people had been killed.", "killed"),
        ("It was not immediately clear how many were injured.", "wounded"),
        ("The army did not say where the drone fell.", "place"),
    ],
)
def test_words_that_leave_something_out_are_found_with_what_they_leave_out(codebook, words: str, topic: str) -> None:
    assert [silence.topic for silence in silences(report("a", words).document, codebook)] == [topic]


@pytest.mark.parametrize(
    "words",
    [
        "The soldiers did not cross the border.",
        "He did not say that any soldier was killed.",
        "Officials named the men who were not released.",
        "The governor has not confirmed the list of the prisoners who came home.",
    ],
)
def test_other_denials_leave_nothing_out(codebook, words: str) -> None:
    assert silences(report("a", words).document, codebook) == ()


def test_the_side_whose_losses_are_left_out_is_kept(codebook) -> None:
    words = "Nothing is reported about losses among the Chadian servicemen."
    (found,) = silences(report("a", words).document, codebook)
    assert found.sides == ("TCD",)


def shelling(path: str, tail: str, source=SUDAN) -> object:
    desk = report(path, f"{source.name} said Chadian guns shelled Tine on 14 June. {tail}", publisher=path)
    said = desk.say(source.name, "Chadian guns shelled Tine on 14 June", "said", source, principal=source)
    tell(desk, "shelled", "shelling", CHAD, SUDAN, statement=said)
    return desk


def test_what_one_account_gives_and_another_leaves_out_is_granularity(outcome) -> None:
    told = shelling("a", "Four people were killed, France said.")
    voice = told.say("France", "Four people were killed", "said.", FRANCE, principal=FRANCE)
    extra = [figure(told, "Four people", "killed", 4, 4)]
    tell(told, "killed", "killing", None, SUDAN, statement=voice, extra=extra)
    silent = shelling("b", "It did not say how many people were killed.")
    made = outcome(told, silent)
    (found,) = [d for d in made.discrepancies if d.slot == "killed"]
    assert found.kind == "granularity"
    assert "leaves out" in found.explanation
    values = {claim.id: claim.value for claim in made.claims}
    assert sorted(bool(values[key].get("unsaid")) for key in found.claims) == [False, True]


def test_two_accounts_that_leave_the_same_out_do_not_differ(outcome) -> None:
    desks = [shelling(path, "It did not say how many people were killed.") for path in "ab"]
    assert not [d for d in outcome(*desks).discrepancies if d.slot == "killed"]
