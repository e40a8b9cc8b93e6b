from standoff.joining.blocking import REACH, candidates
from tests.newsroom import CHAD, EGYPT, FRANCE, SUDAN, TINE, USA, day, report, tell


def pairs(found) -> set[frozenset[str]]:
    names = {mention.id: word for word, mention in found.items()}
    return {frozenset((names[left], names[right])) for left, right in candidates({m.id: m for m in found.values()})}


def test_pairs_share_a_kind_a_side_and_a_time(laid) -> None:
    desks = [report(name, f"{name} shelled Tine.", publisher=name) for name in ("one", "two", "three")]
    tell(desks[0], "one", "shelling", CHAD, None, happened=day("2023-06-16"))
    tell(desks[1], "two", "shelling", CHAD, None, happened=day("2023-06-17"))
    tell(desks[2], "three", "shelling", CHAD, None, happened=day("2023-09-01"))
    assert pairs(laid(*desks)) == {frozenset(("one", "two"))}


def test_a_place_brings_reports_together_that_name_no_side(laid) -> None:
    desks = [report(name, f"{name} shelled Tine.", publisher=name) for name in ("one", "two")]
    tell(desks[0], "one", "shelling", CHAD, None, happened=day("2023-06-16"), place=TINE)
    tell(desks[1], "two", "shelling", None, None, happened=day("2023-06-16"), place=TINE)
    assert pairs(laid(*desks)) == {frozenset(("one", "two"))}


def test_a_war_told_without_sides_is_compared_where_reports_are_about_the_same_sides(laid) -> None:
    desks = [report(name, f"{name} killed thousands. Chad shelled Tine.", publisher=name) for name in ("one", "two")]
    for desk, name in zip(desks, ("one", "two"), strict=True):
        tell(desk, name, "war", None, None, happened=day("1993-01-01"))
        tell(desk, "shelled", "shelling", CHAD, SUDAN, happened=day("2023-06-16"))
    assert frozenset(("one", "two")) in pairs(laid(*desks))


def test_a_village_that_no_gazetteer_knows_brings_reports_together(laid) -> None:
    desks = [report(name, f"{name} were shot at Gaskode.", publisher=name) for name in ("men", "guards")]
    for desk, name in zip(desks, ("men", "guards"), strict=True):
        tell(desk, name, "shooting", None, None, happened=day("2023-06-16"))
    assert pairs(laid(*desks)) == {frozenset(("men", "guards"))}


def test_events_of_other_kinds_and_sides_are_not_compared(laid) -> None:
    desks = [report(name, f"{name} it was.", publisher=name) for name in ("one", "two", "three")]
    tell(desks[0], "one", "shelling", CHAD, SUDAN, happened=day("2023-06-16"))
    tell(desks[1], "two", "phone_call", CHAD, SUDAN, happened=day("2023-06-16"))
    tell(desks[2], "three", "shelling", FRANCE, EGYPT, happened=day("2023-06-16"))
    assert not pairs(laid(*desks))


def test_a_large_block_is_compared_in_a_neighbourhood_only(laid) -> None:
    count = REACH + 80
    desks = []
    for number in range(count):
        desk = report(str(number), f"w{number:04} fell.", publisher=str(number))
        tell(desk, f"w{number:04}", "shelling", USA, None, happened=day("2023-06-16"))
        desks.append(desk)
    assert 0 < len(pairs(laid(*desks))) < count * (count - 1) / 2
