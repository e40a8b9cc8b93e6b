from dataclasses import replace

from standoff.joining.incidents import apart, common_places, interval, origins
from standoff.model.clock import Interval
from standoff.model.entity import PlaceRef
from tests.newsroom import CHAD, SUDAN, TINE, day, record, report, tell

COUNTRY = PlaceRef("p-sd", "Sudan", 15.0, 30.0, 900.0, "SDN")


def test_a_stated_day_comes_before_a_guess(laid) -> None:
    desk = report("a", "first second", "2023-06-16")
    tell(desk, "first", "shelling", CHAD, SUDAN, happened=day("2023-06-14"))
    tell(desk, "second", "shelling", CHAD, SUDAN)
    found = interval(list(laid(desk).values()))
    assert (found.earliest, found.latest, found.basis) == ("2023-06-14", "2023-06-14", "text")


def test_a_guess_says_that_it_is_one(laid) -> None:
    desk = report("a", "first", "2023-06-16")
    tell(desk, "first", "shelling", CHAD, SUDAN)
    assert interval(list(laid(desk).values())).basis == "inferred:published"


TOLD = "Chad shelled Tine. It hit the market. Homes burned. A school was damaged. Last month the army razed a camp."


def told(laid, trigger: str, published: str, **fields: object):
    desk = report(f"{trigger}-{published}", TOLD, published)
    tell(desk, trigger, "shelling", CHAD, SUDAN, **fields)
    return laid(desk)[trigger]


def days(*members) -> tuple[str | None, str | None]:
    found = interval(members)
    return found.earliest, found.latest


def test_what_a_report_opens_with_is_of_the_days_before_it(laid) -> None:
    assert days(told(laid, "shelled", "2023-06-16")) == ("2023-06-13", "2023-06-16")
    assert days(told(laid, "razed", "2023-06-16")) == ("2023-06-02", "2023-06-16")


def test_a_later_report_that_opens_with_it_does_not_move_it(laid) -> None:
    assert days(told(laid, "razed", "2023-06-10"), told(laid, "shelled", "2023-06-16")) == ("2023-06-02", "2023-06-10")


def test_a_denial_or_a_month_of_publishing_narrows_nothing(laid) -> None:
    assert days(told(laid, "shelled", "2023-06-16", factuality="certain-")) == ("2023-06-02", "2023-06-16")
    desk = report("month", TOLD, None)
    desk.document = replace(desk.document, published=Interval("2023-06-01", "2023-06-30", "stated"))
    tell(desk, "shelled", "shelling", CHAD, SUDAN)
    assert days(*laid(desk).values()) == ("2023-05-18", "2023-06-30")


def test_a_lasting_state_is_no_news(laid) -> None:
    desk = report("a", TOLD, "2023-06-16")
    tell(desk, "shelled", "deployment", CHAD, SUDAN)
    assert days(*laid(desk).values()) == ("2023-06-02", "2023-06-16")


def test_a_noun_that_no_verb_carries_narrows_nothing(laid) -> None:
    firsts = []
    for rule in ("triggers.csv:hit.n", "triggers.csv:strike.n"):
        desk = report("a", TOLD, "2023-06-16")
        desk.events[0:] = [replace(tell(desk, "hit", "shelling", CHAD, SUDAN), rule=rule)]
        firsts.append(days(*laid(desk).values())[0])
    assert firsts == ["2023-06-02", "2023-06-13"]


def test_a_close_place_comes_before_a_country(laid) -> None:
    desk = report("a", "first second third")
    tell(desk, "first", "shelling", CHAD, SUDAN, place=COUNTRY)
    tell(desk, "second", "shelling", CHAD, SUDAN, place=COUNTRY)
    tell(desk, "third", "shelling", CHAD, SUDAN, place=TINE)
    assert [place.name for place in common_places(list(laid(desk).values()))] == ["Tine", "Sudan"]


def test_copies_and_texts_of_one_agency_on_near_days_have_one_origin() -> None:
    texts = {
        "own": report("own", "Our reporter saw it.", publisher="own"),
        "copy": report("copy", "Our reporter saw it!", publisher="copy"),
        "wire1": report("wire1", "A wire text.", "2023-06-15", publisher="one", agency="Wire"),
        "wire2": report("wire2", "A wire text, cut.", "2023-06-16", publisher="two", agency="Wire"),
        "wire3": report("wire3", "Another wire text.", "2023-06-26", publisher="two", agency="Wire"),
    }
    held = record(texts.values())
    ids = {name: desk.document.id for name, desk in texts.items()}
    found = origins(list(held.documents.values()), {ids["copy"]: ids["own"]})
    assert found[ids["copy"]] == found[ids["own"]]
    assert found[ids["wire1"]] == found[ids["wire2"]]
    assert len(set(found.values())) == 3


def test_who_acts_does_not_undergo_as_well_but_where_reports_name_both_ways() -> None:
    assert apart((CHAD,), (SUDAN, CHAD)) == (SUDAN,)
    assert apart((CHAD,), (CHAD,)) == ()
    assert apart((CHAD, SUDAN), (SUDAN, CHAD)) == (SUDAN, CHAD)
