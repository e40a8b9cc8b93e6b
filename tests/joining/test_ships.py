"""Ships are known by what stands before their names, and each sentence by the ship it goes on about."""

import pytest

from standoff.joining.join import join
from standoff.joining.ships import ships_of
from standoff.values.sentences import sentences
from tests.newsroom import CHAD, SUDAN, day, record, report, tell


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen fired on the bulk carrier Bright Heron off the coast.", "Bright Heron"),
        ("The Panama-flagged, Greek-operated Bright Heron 2 was hit.", "Bright Heron 2"),
        ("A missile struck the MV Bright Heron's stern.", "Bright Heron"),
        ("Two died aboard the Bright Heron on Monday.", "Bright Heron"),
    ],
)
def test_what_stands_before_a_name_makes_it_a_ship(codebook, text: str, name: str) -> None:
    assert ships_of(sentences(text), codebook) == {0: {name}}


@pytest.mark.parametrize(
    "text", ["They searched the vessel China had lent.", "The ship was hit. Rescuers came.", "USS ARE of no port."]
)
def test_no_state_and_no_other_word_is_a_ship(codebook, text: str) -> None:
    assert ships_of(sentences(text), codebook) == {}


def test_a_sentence_on_the_vessel_goes_on_about_the_one_named_last(codebook) -> None:
    text = "The tanker Grey Gull sank. The tanker Bright Heron was hit. Two of its crew died. It rained. Trade fell."
    assert ships_of(sentences(text), codebook) == {0: {"Grey Gull"}, 1: {"Bright Heron"}, 2: {"Bright Heron"}}


def test_the_only_ship_of_a_report_is_meant_wherever_it_tells_of_a_ship(codebook) -> None:
    text = "Crew saved after attack. The army met. The army met. The army met. The tanker Grey Gull had sunk."
    assert set(ships_of(sentences(text), codebook)) == {0, 4}


def _attacks(codebook, *names: str) -> int:
    desks = []
    for number, name in enumerate(names):
        desk = report(str(number), f"Chad attacked the tanker {name} off Tine.", "2023-06-16")
        tell(desk, "attacked", "attack", CHAD, SUDAN, happened=day("2023-06-15"))
        desks.append(desk)
    return len(join(record(desks), codebook).incidents)


def test_attacks_of_one_day_on_two_ships_are_two(codebook) -> None:
    assert _attacks(codebook, "Grey Gull", "Bright Heron") == 2
    assert _attacks(codebook, "Grey Gull", "Grey Gull") == 1
