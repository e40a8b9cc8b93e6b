from __future__ import annotations

import pytest

from standoff.annotating.quantities.mark import mark_quantities
from tests.texts import codebook, language, paper


def marks(text):
    document = paper(text)
    found = mark_quantities(document, language().parse(document), codebook().measures)
    return {mark.span.quote: mark.attributes for mark in found}


@pytest.mark.parametrize(
    ("text", "quote", "kind", "low", "high"),
    [
        ("About 400 soldiers crossed the river.", "About 400 soldiers", "troops", 400, 400),
        ("The quake-like blasts claimed some 3,500 lives.", "some 3,500 lives", "killed", 3500, 3500),
        ("Two civilians were killed in Goma.", "Two civilians", "killed", 2, 2),
        ("The strike wounded 14 people.", "14 people", "wounded", 14, 14),
        ("Rebels abducted at least 30 villagers.", "at least 30 villagers", "captured", 30, None),
        ("More than 20 drones were launched.", "More than 20 drones", "equipment", 21, None),
        ("Nearly 90 tanks were destroyed.", "Nearly 90 tanks", "equipment", None, 90),
        ("Tens of thousands of people fled the city.", "Tens of thousands of people", "displaced", 20000, None),
        ("Between 600 and 800 officers were sent.", "Between 600 and 800 officers", "troops", 600, 800),
        ("They paid $4.5 million for the release.", "$4.5 million", "money", 4_500_000, 4_500_000),
        ("Farms on 300 hectares burned.", "300 hectares", "area", 300, 300),
        ("They hold 60 percent of the province.", "60 percent", "share", 60, 60),
        ("The raid left twelve people dead.", "twelve people", "killed", 12, 12),
        ("The death toll rose to 45.", "45", "killed", 45, 45),
        ("The rebels handed over 21 prisoners to the envoys.", "21 prisoners", "captured", 21, 21),
        ("The army killed over 21 rebels.", "over 21 rebels", "killed", 22, None),
        ("Myanmar: at least 168 killed in air strike", "at least 168", "killed", 168, None),
        ("Killed - 12; injured - 30", "12", "killed", 12, 12),
        ("IDPs: 3,400", "3,400", "displaced", 3400, 3400),
        ("Thirty fighters burned their weapons.", "Thirty fighters", "troops", 30, 30),
        ("Jihadists killed 27 soldiers; seven others are missing.", "seven others", "missing", 7, 7),
        ("Eleven guards embraced martyrdom.", "Eleven guards", "killed", 11, 11),
        ("Ten people sustained injuries.", "Ten people", "wounded", 10, 10),
        ("Four sailors are presumed to have drowned.", "Four sailors", "killed", 4, 4),
        ("Six teachers were among the dead.", "Six teachers", "killed", 6, 6),
        ("They fired six cruise and ballistic missiles.", "six cruise and ballistic missiles", "equipment", 6, 6),
    ],
)
def test_it_reads_kind_and_bounds(text, quote, kind, low, high):
    found = marks(text)
    assert quote in found, list(found)
    assert (found[quote]["kind"], found[quote]["low"], found[quote]["high"]) == (kind, low, high)


def test_a_conversion_in_brackets_is_told_apart():
    found = marks("The column advanced 5 kilometers (3 miles) into the valley.")
    assert found["5 kilometers"]["unit"] == "km"
    assert "converts" not in found["5 kilometers"]
    assert found["3 miles"]["converts"] is True


def test_vague_distances_have_no_bounds():
    found = marks("The outposts lie several kilometers inside the zone.")
    assert found["several kilometers"]["low"] is None
    assert found["several kilometers"]["approximate"] is True


def test_durations_are_quantities_too():
    assert marks("The 18-day siege ended.")["18-day"]["kind"] == "duration"


@pytest.mark.parametrize(
    "text", ["Resolution 242 was recalled.", "The S-300 was moved.", "He spoke to France 24.", "On 4 May they met."]
)
def test_labels_and_dates_count_nothing(text):
    assert not [words for words, said in marks(text).items() if said["kind"] != "duration"]


def test_nobody_is_not_one():
    assert not marks("They said that no one on the boat had been killed.")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Deaths stand at 20: 13 villagers and seven soldiers.", {"20": "killed", "13 villagers": "killed"}),
        ("The blast killed 12 people, nine of them children.", {"nine of them": "killed"}),
        ("40 villagers, 11 soldiers killed in the raid", {"40 villagers": "killed", "11 soldiers": "killed"}),
        (
            "It said 13 Malians had been killed, eight traders and five soldiers, and 71 wounded.",
            {"eight traders": "killed", "five soldiers": "killed", "71": "wounded"},
        ),
    ],
)
def test_the_parts_of_a_toll_share_its_fate(text, kinds):
    found = marks(text)
    assert {quote: found[quote]["kind"] for quote in kinds} == kinds


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("One lost his leg in the blast.", "One"),
        ("Two killed a guard and fled.", "Two"),
    ],
)
def test_whoever_does_something_to_another_did_not_suffer_it(text, quote):
    assert quote not in marks(text)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The army lost three villages.", "three villages"),
        ("The two men held three meetings.", "three meetings"),
        ("The storm killed 12 cows.", "12 cows"),
    ],
)
def test_things_have_no_fate_of_people(text, quote):
    assert marks(text)[quote]["kind"] == "count"
