from dataclasses import replace

from standoff.joining.join import join
from standoff.joining.scoring import THRESHOLD, score, veto
from standoff.model.clock import Interval
from standoff.model.entity import PlaceRef
from standoff.model.event import Argument
from tests.newsroom import CHAD, EGYPT, EL_GENEINA, FRANCE, NYALA, SUDAN, TINE, day, record, report, tell


def test_a_score_explains_itself(laid, codebook) -> None:
    desks = [report(name, f"{name} shelled El Geneina.", publisher=name) for name in ("one", "two")]
    for desk, word in zip(desks, ("one", "two"), strict=True):
        tell(desk, word, "shelling", SUDAN, None, happened=day("2023-06-15"), place=EL_GENEINA)
    found = laid(*desks)
    link = score(found["one"], found["two"], codebook.incidents)
    assert link.joined
    assert link.score >= THRESHOLD
    assert abs(sum(link.features.values()) - link.score) < 1e-6
    assert {"type", "actor", "time", "place"} <= set(link.features)


def test_vetoes_give_their_reason(laid, codebook) -> None:
    desks = [report(name, f"{name} shelled it.", publisher=name) for name in ("one", "two", "three")]
    tell(desks[0], "one", "shelling", SUDAN, None, happened=day("2023-06-15"), place=EL_GENEINA)
    tell(desks[1], "two", "shelling", SUDAN, None, happened=day("2023-06-15"), place=NYALA)
    tell(desks[2], "three", "shelling", SUDAN, None, happened=day("2023-06-25"), place=EL_GENEINA)
    found = laid(*desks)
    kind = codebook.incidents.kinds["fighting"]
    assert "km apart" in (veto(found["one"], found["two"], kind) or "")
    assert "days lie 10 apart" in (veto(found["one"], found["three"], kind) or "")
    assert not score(found["one"], found["two"], codebook.incidents).joined


def test_an_appeal_with_another_object_or_hearer_is_another_one(laid, codebook) -> None:
    desk = report("a", "first second third")
    tell(desk, "first", "appeal_for_help", SUDAN, EGYPT)
    tell(desk, "second", "appeal_for_help", SUDAN, FRANCE)
    tell(desk, "third", "request_consultations", SUDAN, EGYPT)
    found = laid(desk)
    kind = codebook.incidents.kinds["appeal"]
    assert veto(found["first"], found["second"], kind)
    assert veto(found["first"], found["third"], kind)
    assert CHAD.party not in found["first"].sides


def test_clashes_of_an_undated_report_are_no_part_of_the_war_it_looks_back_on(laid, codebook) -> None:
    text = "The truce ended clashes of Sudan and Chad. The valley is run by Chad since a war of Sudan and Chad in 1990."
    desk = report("a", text, None)
    tell(desk, "clashes", "clash", SUDAN, CHAD)
    tell(desk, "war", "war", SUDAN, CHAD, happened=day("1990-05-01"), frame="past")
    found = laid(desk)
    link = score(found["clashes"], found["war"], codebook.incidents)
    assert link.reason == "one is told as past, the other as present"


def test_one_appeal_called_by_two_types_joins_where_the_words_are_the_same(laid, codebook) -> None:
    desks = [
        report("a", "France calls on Chad to pull back its columns from the disputed wells."),
        report("b", "France appealed to the transgressor to pull back its columns from the disputed wells."),
        report("c", "France urged mediators to open a corridor for grain lorries."),
    ]
    tell(desks[0], "calls", "request", FRANCE, CHAD)
    tell(desks[1], "appealed", "urge_ceasefire", FRANCE, None)
    tell(desks[2], "urged", "urge_ceasefire", FRANCE, None)
    found = laid(*desks)
    assert score(found["calls"], found["appealed"], codebook.incidents).joined
    assert not score(found["calls"], found["urged"], codebook.incidents).joined


def test_an_aircraft_brought_down_is_not_the_shelling_of_that_day(laid, codebook) -> None:
    desk = report("a", "It shelled Nyala. It downed two jets. Both pilots died.", "2023-06-16")
    tell(desk, "shelled", "shelling", SUDAN, CHAD, happened=day("2023-06-15"))
    tell(desk, "downed", "shootdown", SUDAN, CHAD, happened=day("2023-06-15"))
    tell(desk, "died", "killing", None, CHAD, happened=day("2023-06-15"))
    found, book = laid(desk), codebook.incidents
    assert score(found["shelled"], found["downed"], book).reason == "they are deeds of two sorts"
    assert score(found["downed"], found["died"], book).reason is None


def test_shellings_of_one_day_at_hours_far_apart_are_two(laid, codebook) -> None:
    desk = report("a", "They shelled Tine at one. They fired at six. They struck it at two.")
    for word, type_, hour in (
        ("shelled", "shelling", "01:15"),
        ("fired", "shelling", "06:00"),
        ("struck", "shelling", "02:00"),
    ):
        at = f"2023-06-15T{hour}"
        tell(desk, word, type_, CHAD, SUDAN, happened=Interval(at, at, "text"), place=EL_GENEINA)
    found, book = laid(desk), codebook.incidents
    assert score(found["shelled"], found["fired"], book).reason == "their hours lie 4 apart"
    assert score(found["shelled"], found["struck"], book).reason is None


def test_a_deed_at_two_towns_is_that_at_either(laid, codebook) -> None:
    desk = report("a", "Chad struck El Geneina and Nyala. Sudan denied any strike in Nyala.")
    both = [Argument("place", desk.span(place.name), place) for place in (EL_GENEINA, NYALA)]
    tell(desk, "struck", "airstrike", CHAD, SUDAN, happened=day("2023-06-15"), place=EL_GENEINA, extra=both)
    said = desk.say("Sudan", "any strike in Nyala", "denied", SUDAN, principal=SUDAN, act="deny", polarity="denies")
    tell(desk, "any strike", "airstrike", None, None, statement=said, factuality="certain-", place=NYALA)
    found = laid(desk)
    assert found["any strike"].actors == frozenset()  # on its own ground Sudan may deny that it was struck
    assert score(found["struck"], found["any strike"], codebook.incidents).joined


def test_the_dead_lie_where_the_deed_does(laid, codebook) -> None:
    desks = [report(name, f"They attacked {place.name}; three died.") for name, place in (("a", TINE), ("b", NYALA))]
    for desk, place in zip(desks, (TINE, NYALA), strict=True):
        tell(desk, "attacked", "attack", None, None, happened=day("2023-06-15"), place=place)
        tell(desk, "died", "killing", None, None, happened=day("2023-06-15"))
    assert len(join(record(desks), codebook).incidents) == 2


def test_houses_set_on_fire_are_not_the_shelling_of_that_day(laid, codebook) -> None:
    desk = report("a", "Chad shelled Tine. Troops burned homes. Two died.")
    for word, type_ in (("shelled", "shelling"), ("burned", "arson"), ("died", "killing")):
        tell(desk, word, type_, CHAD, SUDAN, happened=day("2023-06-15"), place=TINE)
    found, book = laid(desk), codebook.incidents
    assert score(found["shelled"], found["burned"], book).reason == "they are deeds of two sorts"
    assert score(found["burned"], found["died"], book).reason is None


def test_strikes_of_one_day_on_two_towns_are_two(laid, codebook) -> None:
    near = PlaceRef("p-near", "Kabkabiya", 13.66, 24.08, 5.0, "SDN")
    desk = report("a", "Chad struck Geneina. It struck beside it. It hit the area.")
    for word, place in (
        ("struck Geneina", EL_GENEINA),
        ("struck beside", near),
        ("hit", replace(near, precision_km=90.0)),
    ):
        tell(desk, word, "airstrike", CHAD, SUDAN, happened=day("2023-06-15"), place=place)
    found, book = laid(desk), codebook.incidents
    assert "km apart" in (score(found["struck Geneina"], found["struck beside"], book).reason or "")
    assert score(found["struck Geneina"], found["hit"], book).reason is None


def test_an_execution_is_a_deed_not_what_another_deed_led_to(laid) -> None:
    desk = report("a", "Troops executed two. Two died.")
    tell(desk, "executed", "execution", CHAD, SUDAN)
    tell(desk, "died", "killing", CHAD, SUDAN)
    found = laid(desk)
    assert (found["executed"].outcome, found["died"].outcome) == (False, True)
