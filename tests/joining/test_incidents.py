from standoff.joining.incidents import apart, common_places, interval, origins
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
