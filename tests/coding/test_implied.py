from __future__ import annotations

import pytest

from tests.coding.conftest import Coder
from tests.coding.said import at, who


@pytest.mark.parametrize(
    ("text", "word", "state"),
    [
        ("Sudan blamed Chad for the attack on Tissi.", "attack", "TCD"),
        ("Mali held Niger responsible for the shelling of Labbezanga.", "shelling", "NER"),
        ("Chad's army denied any shelling of Tissi.", "shelling", "TCD"),
    ],
)
def test_who_is_accused_of_a_deed_or_denies_it_is_whom_it_is_laid_at(
    coded: Coder, text: str, word: str, state: str
) -> None:
    assert who(at(coded(text), word)) == {state}


def test_who_denies_what_was_done_to_him_did_not_do_it(coded: Coder) -> None:
    assert "TCD" not in who(at(coded("Chad denied that its troops had been attacked."), "attacked"))


def test_harm_told_in_one_breath_has_one_doer(coded: Coder) -> None:
    events = coded("A farmer was killed and two boys were wounded by Chadian troops.")
    assert who(at(events, "killed")) == who(at(events, "wounded")) == {"TCD"}


def test_what_one_of_two_sides_lost_the_other_took(coded: Coder) -> None:
    told = "Chadian troops shelled Sudanese positions. Sudanese forces attacked Chadian soldiers. {}"
    assert who(at(coded(told.format("Two Chadian tanks were destroyed.")), "destroyed")) == {"SDN"}
    assert who(at(coded(told.format("Two tanks were destroyed.")), "destroyed")) == set()


def test_two_who_blame_each_other_are_both_said_to_have_done_it(coded: Coder) -> None:
    assert who(at(coded("Chad and Sudan blamed each other for the attack on Tissi."), "attack")) == {"TCD", "SDN"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kenya denied that Chad had seen evidence of a strike on the convoy.", "strike"),
        ("Kenya denied reports of fighting near Moyale.", "fighting"),
        ('Kenya said that the incident "was not a strike".', "strike"),
    ],
)
def test_who_denies_something_about_a_deed_is_not_its_doer(coded: Coder, text: str, word: str) -> None:
    assert who(at(coded(text), word)) == set()


def test_a_deed_is_laid_at_whom_its_denier_speaks_for(coded: Coder) -> None:
    assert who(at(coded("President William Ruto of Kenya denied any overflight."), "overflight")) == {"KEN"}


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("UN experts held Rwanda responsible for the massacre of 131 civilians.", "massacre", "RWA"),
        ("A UN report found Russian forces responsible for the executions in Bucha.", "executions", "RUS"),
        ("The commission said that Syria was responsible for the attack on Douma.", "attack", "SYR"),
        ("Amnesty attributed the strike on the market to the Sudanese army.", "strike", "SDN"),
        (
            "They died by artillery fire on the Zamzam camp, for which local elders blamed Sudan.",
            "artillery fire",
            "SDN",
        ),
        ("Rwanda denied any role in the killings.", "killings", "RWA"),
    ],
)
def test_whom_a_third_party_holds_responsible_is_the_doer(coded: Coder, text: str, word: str, actor: str) -> None:
    assert who(at(coded(text), word)) == {actor}


def test_who_is_fired_on_did_not_do_the_killing(coded: Coder) -> None:
    text = "Israel broke the truce by firing on Lebanese residents who tried to return home, killing two."
    assert who(at(coded(text), "killing")) == {"ISR"}


def test_who_denies_that_somebody_died_is_not_named_as_the_killer(coded: Coder) -> None:
    event = at(coded("The government in Bangui denied that any Russian instructor had died."), "died")
    assert (event.factuality, event.parties("actor")) == ("certain-", ())


def test_a_side_that_tells_of_dead_soldiers_means_its_own(coded: Coder) -> None:
    text = (
        "India shelled Pakistan, and Pakistan bombed India. Pakistan struck Indian posts. "
        "The Pakistani defence ministry said four soldiers were killed. The Indian army said ten militants died."
    )
    events = coded(text)
    assert who(at(events, "killed")) == {"IND"}
    assert not at(events, "died").parties("actor")
