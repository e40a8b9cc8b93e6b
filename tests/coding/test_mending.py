from __future__ import annotations

import pytest

from standoff.coding.mending import mended
from tests.coding.conftest import Coder
from tests.coding.said import at, who
from tests.texts import codebook, language, paper


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Chad accused Sudan of shelling positions near Tine with mortars.", "shelling", "SDN"),
        ("The ombudsman accused the Kenyan police of torturing detainees.", "torturing", "KEN"),
        ("Israel sent troops into the zone and bombed arms depots near Damascus.", "bombed", "ISR"),
        ("Azerbaijan launched what it called an anti-terrorist operation.", "launched", "AZE"),
    ],
)
def test_a_deed_has_its_doer_where_the_arcs_are_wrong(coded: Coder, text: str, word: str, actor: str) -> None:
    assert who(at(coded(text), word)) == {actor}


def test_a_second_toll_without_its_auxiliary_is_a_toll(coded: Coder) -> None:
    assert at(coded("Two medics were killed and seven injured."), "injured").type == "wounding"


def test_a_label_before_a_colon_does_nothing(coded: Coder) -> None:
    event = at(coded("West Darfur: armed men looted a warehouse in El Geneina."), "looted")
    assert [ref.name for ref in event.parties("actor")] == ["armed men"]


def test_the_source_behind_a_heading_is_apart_from_what_happened(coded: Coder) -> None:
    assert at(coded("Myanmar: at least 168 killed in Pazigyi air strike - monitor"), "air strike").type == "airstrike"


def test_a_label_of_a_common_noun_does_nothing_either(coded: Coder) -> None:
    event = at(coded("Army: Ship Eternity C sunk while heading to Massawa"), "sunk")
    assert (event.type, event.parties("actor")) == ("destruction", ())


def test_a_passive_is_known_by_british_spelling_too(coded: Coder) -> None:
    event = at(coded("Dozens of militants were neutralised near Labe."), "neutralised")
    assert (event.type, [ref.name for ref in event.parties("recipient")]) == ("killing", ["militants"])


def test_the_hour_of_a_clause_is_no_verb(coded: Coder) -> None:
    text = "On May 20 at around 10 am a group of servicemen crossed near Khoznavar, walked on and settled by the lake."
    happened = at(coded(text, "2024-05-28"), "crossed").happened
    assert happened is not None
    assert happened.earliest == "2024-05-20T10:00"


def test_what_follows_of_which_kind_some_were_belongs_to_the_deed(coded: Coder) -> None:
    text = (
        "The raid came weeks after gunmen killed 26 people, 25 of them hikers and one nurse, at Pahalgam on April 22."
    )
    event = at(coded(text, "2025-05-07"), "killed")
    assert (event.place.name if event.place else None, event.happened.earliest if event.happened else None) == (
        "Pahalgam",
        "2025-04-22",
    )


def test_what_needs_no_mending_is_left_alone() -> None:
    parse = language().parse(paper("The army shelled the town on Monday, killing two."))
    assert mended(parse, codebook().events) is parse
