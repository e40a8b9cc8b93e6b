from tests.newsroom import CHAD, SUDAN, TINE, figure, report, tell


def test_speech_and_plans_tell_of_no_happening(laid) -> None:
    desk = report("a", "Sudan accused Chad. It plans to attack Tine. It shelled Tine.")
    tell(desk, "accused", "accusation", SUDAN, CHAD)
    tell(desk, "attack", "attack", SUDAN, None, frame="planned")
    tell(desk, "shelled", "shelling", SUDAN, None, place=TINE)
    assert set(laid(desk)) == {"shelled"}


def test_an_undated_present_event_lies_in_the_fortnight_before_its_report(laid) -> None:
    desk = report("a", "Guns shelled Tine.", "2023-06-16")
    tell(desk, "shelled", "shelling", SUDAN, None)
    window = laid(desk)["shelled"].window
    assert (window.last - window.first, window.stated) == (14, False)


def test_an_undated_war_need_not_be_a_fresh_one(laid) -> None:
    desk = report("a", "They fought a war.", "2023-06-16")
    tell(desk, "war", "war", SUDAN, CHAD)
    assert laid(desk)["war"].window is None


def test_an_event_of_no_party_place_or_day_is_bare(laid) -> None:
    desk = report("a", "Chad entered. The infiltration went on. It was a provocation.")
    tell(desk, "entered", "incursion", CHAD, SUDAN)
    tell(desk, "infiltration", "incursion")
    tell(desk, "provocation", "provocation")
    found = laid(desk)
    assert [found[word].bare for word in ("entered", "infiltration", "provocation")] == [False, True, True]
    assert set(found["provocation"].kinds) >= {"incursion", "fighting"}


def test_figures_are_kept_by_kind(laid) -> None:
    desk = report("a", "Shells killed 17 people.", "2023-06-16")
    tell(desk, "killed", "killing", extra=[figure(desk, "17 people", "killed", 17, 17)])
    assert laid(desk)["killed"].counts == {"killed": (17.0, 17.0)}


def test_rare_words_weigh_more_than_common_ones(laid) -> None:
    desk = report("a", "The howitzers of the other troops shelled Kulbus.")
    tell(desk, "shelled", "shelling", SUDAN, None)
    words = laid(desk)["shelled"].words
    assert words["howitzers"] > words["troops"] > 0
    assert "other" not in words


def test_what_an_event_weighs_does_not_hang_on_other_reports(laid) -> None:
    desks = [report(name, f"Guns near Kulbus {name}.", publisher=name) for name in ("fired", "thundered")]
    for desk, name in zip(desks, ("fired", "thundered"), strict=True):
        tell(desk, name, "shelling", SUDAN, None)
    assert laid(desks[0])["fired"] == laid(*desks)["fired"]
