from standoff.joining import features
from tests.newsroom import CHAD, SUDAN, TINE, day, report, tell


def test_a_toll_takes_the_day_of_the_deed_told_before_it(laid) -> None:
    desk = report("a", "Guns shelled Tine on Monday. Four people died.")
    shelled = tell(desk, "shelled", "shelling", CHAD, SUDAN, happened=day("2023-06-12"), place=TINE)
    tell(desk, "died", "killing")
    died = laid(desk)["died"]
    assert died.anchor == shelled.id
    assert died.window == laid(desk)["shelled"].window


def test_a_toll_with_a_day_of_its_own_has_no_anchor(laid) -> None:
    desk = report("a", "Guns shelled Tine on Monday. Four people died on Friday.")
    tell(desk, "shelled", "shelling", CHAD, SUDAN, happened=day("2023-06-12"))
    tell(desk, "died", "killing", happened=day("2023-06-16"))
    assert laid(desk)["died"].anchor is None


def test_a_count_of_today_is_no_toll_of_a_past_war(laid) -> None:
    desk = report("a", "They fought a war in 2006. Guns shelled Tine. Chad said four people died.")
    tell(desk, "war", "war", CHAD, SUDAN, happened=day("2006-04-13"), frame="past")
    shelled = tell(desk, "shelled", "shelling", CHAD, SUDAN)
    said = desk.say("Chad", "four people died", "said", CHAD, principal=CHAD)
    tell(desk, "died", "killing", statement=said)
    assert laid(desk)["died"].anchor == shelled.id


def test_a_toll_belongs_to_the_nearest_deed_of_its_sentence_not_to_an_old_war(laid) -> None:
    desk = report("a", "The truce ended clashes that killed a thousand in a region held since the war of 1990.")
    tell(desk, "clashes", "clash", SUDAN, CHAD)
    tell(desk, "killed", "killing")
    tell(desk, "war", "war", SUDAN, CHAD, happened=day("1990-05-01"), frame="past")
    found = laid(desk)
    assert found["killed"].deed == found["clashes"].id
    assert features.led_to(found["killed"], found["clashes"]) == 1.0
    assert features.led_to(found["killed"], found["war"]) == 0.0
