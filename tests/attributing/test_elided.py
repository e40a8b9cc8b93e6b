"""Acts leave their object to the next act, have it parted from them, or need none; and deeds are no speech."""

from __future__ import annotations

import pytest

from tests.attributing.asked import by, content, only
from tests.attributing.conftest import Reader


def test_two_acts_share_the_object_of_the_second(told: Reader) -> None:
    statements = told("The Government of Chad strongly rejects and condemns such baseless accusations.")
    assert [content(one) for one in statements] == ["such baseless accusations"] * 2
    assert statements[0].polarity == "denies"


def test_an_object_after_a_phrase_of_manner_is_found(told: Reader) -> None:
    statement = by(told("We condemn in the strongest terms this heinous massacre of farmers."), "condemn")
    assert content(statement).startswith("this heinous massacre")


def test_a_denial_may_stand_alone(told: Reader) -> None:
    first, second = told("Khartoum accused Kampala of arming the rebels. Kampala denied.")
    assert first.act == "accuse"
    assert (second.act, second.content) == ("deny", ())
    assert second.source.ref is not None
    assert second.source.ref.state == "UGA"


@pytest.mark.parametrize(
    "text",
    [
        "The fighting claimed the lives of thirty people.",
        "Two armed men denied the patrol passage at the bridge.",
        "The faction disputes the area with its rivals.",
        "The president called a meeting for Sunday.",
        "Their orders did not allow the patrol to proceed.",
    ],
)
def test_deeds_are_no_statements(told: Reader, text: str) -> None:
    assert told(text) == ()


def test_what_is_told_of_somebody_as_something_is_told(told: Reader) -> None:
    statement = only(told("Israel identified the target as a depot of the militia."))
    assert content(statement) == "the target as a depot of the militia"


def test_of_a_relative_pronoun_and_another_subject_the_other_speaks(told: Reader) -> None:
    statement = by(told("JNIM claimed the attack on the camp, which it said left 40 soldiers dead."), "said")
    assert statement.source.span is not None
    assert statement.source.span.quote == "it"
