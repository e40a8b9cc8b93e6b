from standoff.codebook.load import FOLDER
from standoff.codebook.spread import load_spread
from standoff.joining.stories import stories

SPREAD = load_spread(FOLDER)
QUAKE = "A tremor of magnitude {} shook {} on {}, toppling minarets; rescuers dug for survivors in {}, {} said."
TOWNS = (("6.1", "Izmit", "Tuesday", "Golcuk", "Kandilli"), ("5.4", "Bam", "Friday", "Kerman", "Tabriz"))


def quakes(count: int) -> dict[str, str]:
    """Return reports of two tremors, told in the same words but for names and figures."""
    return {
        f"{town[1]} {number}": QUAKE.format(*town) + f" Reporter{town[1]}{number} filed from {town[3]} near {town[1]}."
        for number in range(count)
        for town in TOWNS
    }


def test_reports_of_one_happening_are_one_story_and_others_apart() -> None:
    texts = {
        "a": "Gunmen abducted twelve schoolgirls from a convent in Zamfara, and drove them off on motorcycles.",
        "b": "The twelve schoolgirls abducted from the Zamfara convent were driven off on motorcycles by gunmen.",
        "c": "The central bank of Hungary lifted its benchmark rate as the forint slid to a record low.",
    }
    assert stories(texts, SPREAD) == [frozenset("ab"), frozenset("c")]


def test_look_alike_happenings_are_told_apart_by_what_sets_them_apart() -> None:
    found = stories(quakes(6), SPREAD)
    assert {frozenset(key.split()[0] for key in story) for story in found} == {frozenset({"Izmit"}), frozenset({"Bam"})}


def test_the_order_of_texts_changes_nothing() -> None:
    texts = quakes(5)
    assert stories(texts, SPREAD) == stories(dict(reversed(texts.items())), SPREAD)


def test_no_texts_are_no_stories_and_empty_ones_stay_alone() -> None:
    assert stories({}, SPREAD) == []
    assert stories({"a": "", "b": ""}, SPREAD) == [frozenset("a"), frozenset("b")]


def test_reports_that_came_out_weeks_apart_are_no_story_however_alike() -> None:
    texts = {key: "Shells fell on the bakery in Dhale, killing its owner, residents said." for key in "abc"}
    assert stories(texts, SPREAD, days={"a": 100, "b": 101, "c": 140}) == [frozenset("ab"), frozenset("c")]


def test_a_report_without_a_day_goes_with_the_one_it_is_like() -> None:
    texts = {key: "Shells fell on the bakery in Dhale, killing its owner, residents said." for key in "ab"}
    assert stories(texts, SPREAD, days={"a": 100}) == [frozenset("ab")]
