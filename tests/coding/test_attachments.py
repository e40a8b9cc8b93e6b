from __future__ import annotations

import pytest

from tests.coding.conftest import Coder
from tests.coding.said import at, names, types, who


@pytest.mark.parametrize(
    ("text", "word", "killed"),
    [
        ("Gunmen stormed the town, torching homes and killing between 15 and 20 traders.", "killing", (15, 20)),
        ("Masked rebels killed between 40 and 50 passengers.", "killed", (40, 50)),
    ],
)
def test_whom_a_range_counts_undergoes_the_deed(coded: Coder, text: str, word: str, killed: tuple[int, int]) -> None:
    event = at(coded(text), word)
    tolls = [a.value for a in event.arguments if a.role == "quantity" and a.value is not None]
    assert [(v["kind"], v["low"], v["high"]) for v in tolls] == [("killed", *killed)]
    assert [ref.kind for ref in event.parties("recipient")] == ["group"]
    assert names(event) <= {"Gunmen", "Masked rebels"}
    assert names(event)


def test_what_is_asked_of_somebody_is_his_to_do(coded: Coder) -> None:
    deed = at(coded('Chad called on "our brothers in the bush" to lay down their arms.'), "lay down")
    assert ([ref.name for ref in deed.parties("actor")], deed.frame) == (["our brothers"], "hypothetical")


def test_what_there_were_calls_for_has_not_happened(coded: Coder) -> None:
    events = coded("The governor, who has faced calls to step down, is in Dakar.")
    assert at(events, "step down").frame == "hypothetical"
    assert "phone_call" not in types(events)


def test_a_gerund_has_its_object_back(coded: Coder) -> None:
    event = at(coded("Kampala denies backing CODECO."), "backing")
    assert (who(event), event.factuality) == ({"UGA"}, "certain-")


def test_a_clause_is_whole_behind_the_places_it_opens_with(coded: Coder) -> None:
    event = at(coded("In Dega Damot, West Gojam, a drone strike on a school compound killed over 30 people."), "killed")
    assert [ref.name for ref in event.parties("recipient")] == ["30 people"]


def test_a_participle_with_its_article_stands_for_people(coded: Coder) -> None:
    assert "wounding" not in types(coded("The mission provides medical care to the wounded."))


def test_a_second_infinitive_is_asked_for_as_well(coded: Coder) -> None:
    events = coded("The envoy appealed to Chad to withdraw its troops and to hold talks with Sudan.")
    assert [at(events, word).frame for word in ("withdraw", "talks")] == ["hypothetical", "hypothetical"]


def test_what_is_denied_to_have_been_done_is_a_deed(coded: Coder) -> None:
    event = at(coded("Sudan denied having bombed civilians."), "bombed")
    assert (who(event), event.factuality) == ({"SDN"}, "certain-")


def test_the_wounded_are_counted_apart_from_the_dead(coded: Coder) -> None:
    events = coded("Clashes left at least nine dead and about thirty wounded on both sides.")
    tolls = {a.value["kind"] for a in at(events, "wounded").arguments if a.role == "quantity" and a.value is not None}
    assert tolls == {"wounded"}


def test_a_second_thing_called_for_has_not_happened_either(coded: Coder) -> None:
    events = coded("The UN called for an immediate end to hostilities and for the release of prisoners.")
    assert at(events, "release").frame == "hypothetical"


def test_who_tells_of_a_deed_aside_did_not_do_it(coded: Coder) -> None:
    text = 'UNICEF condemned the air strike, which it said "hit a kindergarten, killing several children".'
    assert not at(coded(text), "killing").parties("actor")


def test_what_a_speaker_does_next_is_his_own(coded: Coder) -> None:
    text = "Chad's minister denied that rebels were sheltering in Abeche and offered humanitarian aid to Sudan."
    assert who(at(coded(text), "offered")) == {"TCD"}
