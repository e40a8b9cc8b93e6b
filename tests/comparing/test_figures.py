from standoff.model.clock import Interval
from standoff.model.entity import PartyRef
from standoff.model.event import Argument
from tests.newsroom import CHAD, FRANCE, SUDAN, TINE, day, figure, report, tell


def crossing(path: str, words: str, low: float, source=SUDAN, hour: str = "at 10 am"):
    desk = report(path, f"{source.name} said Chadian troops crossed near Tine {hour} and went {words}.", publisher=path)
    content = f"Chadian troops crossed near Tine {hour} and went {words}"
    said = desk.say(source.name, content, "said", source, principal=source)
    extra = [
        figure(desk, words, "distance", low, low, unit="kilometre"),
        Argument("time", desk.span(hour), time=day("2023-06-14")),
    ]
    where = {"place": TINE, "happened": day("2023-06-14")}
    tell(desk, "crossed", "incursion", CHAD, SUDAN, statement=said, extra=extra, **where)
    return desk


def test_each_slot_and_kind_makes_one_discrepancy(outcome) -> None:
    desks = [crossing("a", "3 km", 3), crossing("b", "9 km", 9, FRANCE), crossing("c", "20 km", 20, CHAD)]
    found = [d for d in outcome(*desks).discrepancies if d.slot == "distance"]
    assert [d.kind for d in found] == ["disagreement"]
    assert len(found[0].claims) == 3


def test_hours_of_one_day_can_exclude_each_other(outcome) -> None:
    desks = [crossing("a", "3 km", 3), crossing("b", "3 km", 3, FRANCE, hour="in the evening")]
    assert [d.kind for d in outcome(*desks).discrepancies] == ["disagreement"]


def test_the_larger_gap_scores_higher(outcome) -> None:
    near = outcome(crossing("a", "3 km", 3), crossing("b", "4 km", 4, FRANCE)).discrepancies
    far = outcome(crossing("a", "3 km", 3), crossing("b", "30 km", 30, FRANCE)).discrepancies
    assert far[0].score > (near[0].score if near else 0)


def test_two_figures_of_unnamed_voices_in_one_report_speak_of_two_things(outcome) -> None:
    text = "Chadian troops crossed near Tine and went 3 km. Chadian troops crossed near Tine and went 30 km."
    desk = report("a", text, publisher="a")
    for words, low in (("3 km", 3), ("30 km", 30)):
        extra = [figure(desk, words, "distance", low, low, unit="kilometre")]
        where = {"place": TINE, "happened": day("2023-06-14")}
        tell(desk, f"crossed near Tine and went {words}", "incursion", CHAD, SUDAN, extra=extra, **where)
    assert not [d for d in outcome(desk).discrepancies if d.slot == "distance"]


def voices(first: str, second: str):
    """Tell of two tolls of one strike by two unnamed voices of one report."""
    desk = report(
        "a", f"A strike hit Tine. {first} said 12 people died. {second} put the toll at 20 dead.", publisher="a"
    )
    where = {"place": TINE, "happened": day("2023-06-14")}
    tell(desk, "hit", "airstrike", SUDAN, CHAD, **where)
    for name, cue, words, low, trigger in (
        (first, "said", "12 people", 12, "died"),
        (second, "put", "20 dead", 20, "toll at 20 dead"),
    ):
        who = PartyRef(None, name, None, "group")
        said = desk.say(name, words, cue, who)
        extra = [figure(desk, words, "killed", low, low)]
        tell(desk, trigger, "killing", None, CHAD, statement=said, extra=extra, **where)
    return desk


def test_two_voices_that_a_report_quotes_give_two_tolls(outcome) -> None:
    found = [d for d in outcome(voices("Medics", "Residents")).discrepancies if d.slot == "killed"]
    assert [d.kind for d in found] == ["disagreement"]


def test_so_many_each_are_twice_as_many_in_all(outcome) -> None:
    desks = [report("a", "Chad freed 95 prisoners each."), report("b", "Chad freed 190 prisoners in all.")]
    for desk, words, low, source in zip(
        desks, ("95 prisoners", "190 prisoners"), (95, 190), (CHAD, FRANCE), strict=True
    ):
        said = desk.say("Chad", f"freed {words}", "freed", source, principal=source)
        extra = [figure(desk, words, "captured", low, low)]
        where = {"place": TINE, "happened": day("2023-06-14")}
        tell(desk, "freed", "release", CHAD, SUDAN, statement=said, extra=extra, **where)
    assert not [d for d in outcome(*desks).discrepancies if d.slot == "captured"]


def toll(path: str, low: int, source=None, published: str = "2023-06-15"):
    """Tell of the dead of one strike in a report's own words, or in a source's."""
    words = f"{low} people"
    desk = report(path, f"A strike hit Tine on 14 June. In all {words} died there.", published, publisher=path)
    where = {"place": TINE, "happened": day("2023-06-14")}
    tell(desk, "hit", "airstrike", SUDAN, CHAD, **where)
    said = desk.say("In all", f"{words} died there", "died", source, principal=source) if source else None
    counted = [figure(desk, words, "killed", low, low)]
    tell(desk, "died", "killing", SUDAN, None, statement=said, extra=counted, **where)
    return desk


def killed(outcome, *desks) -> list[tuple[str, int]]:
    return [(d.kind, len(d.claims)) for d in outcome(*desks).discrepancies if d.slot == "killed"]


def test_who_repeats_a_figure_stands_beside_who_gave_it_first(outcome) -> None:
    desks = [toll("a", 12, source=SUDAN), toll("b", 12, source=SUDAN), toll("c", 40, source=CHAD)]
    assert killed(outcome, *desks) == [("disagreement", 3)]


def test_a_later_report_that_says_the_toll_rose_revises_it(outcome) -> None:
    desk = report("b", "A strike hit Tine on 14 June. The toll rose to 20 dead.", "2023-06-17", publisher="b")
    where = {"place": TINE, "happened": day("2023-06-14")}
    tell(desk, "hit", "airstrike", SUDAN, CHAD, **where)
    tell(desk, "dead", "killing", SUDAN, None, extra=[figure(desk, "20 dead", "killed", 20, 20)], **where)
    (found,) = [d for d in outcome(toll("a", 12), desk).discrepancies if d.slot == "killed"]
    assert found.kind == "revision"
    assert found.explanation == (
        "Killed: 12 people (a, 2023-06-15), then 20 dead (b, 2023-06-17): a figure revised over time."
    )


def test_a_slip_of_a_copy_is_no_revision(outcome) -> None:
    desks = [toll("a", 12, source=CHAD), toll("b", 13, source=CHAD)]
    desks.append(toll("c", 12, source=CHAD, published="2023-06-17"))
    assert killed(outcome, *desks) == [("transmission", 3)]


def counted(path: str, when: str, killed: tuple[str, float, float | None], source=CHAD, said: str = ""):
    """A party gives a toll of one strike; what it says can be told in other words."""
    words, low, high = killed
    told = said or f"{words} were killed in the strike on Tine"
    desk = report(path, f"{source.name} said {told}.", when, publisher=path)
    voice = desk.say(source.name, told, "said", source, principal=source)
    extra = [figure(desk, words, "killed", low, high)]
    tell(desk, "killed", "killing", SUDAN, CHAD, statement=voice, happened=day("2023-06-14"), place=TINE, extra=extra)
    return desk


def test_a_least_number_that_a_party_later_goes_beyond_is_a_figure_revised(outcome) -> None:
    first = counted("a", "2023-06-14", ("at least 26 people", 26, None))
    found = outcome(first, counted("b", "2023-06-17", ("40 people", 40, 40))).discrepancies
    assert [d.kind for d in found if d.slot == "killed"] == ["revision"]
    other = outcome(first, counted("b", "2023-06-17", ("40 people", 40, 40), FRANCE)).discrepancies
    assert "revision" not in [d.kind for d in other if d.slot == "killed"]


def test_a_loss_that_brings_the_toll_to_a_number_revises_what_others_counted(outcome) -> None:
    later = "a woman was killed by her wounds, taking the number of dead to two people"
    first = counted("a", "2023-06-14", ("one person", 1, 1))
    found = outcome(first, counted("b", "2023-06-16", ("two people", 2, 2), FRANCE, later)).discrepancies
    assert [d.kind for d in found if d.slot == "killed"] == ["revision"]


def test_a_sides_own_dead_are_no_other_count_of_the_dead_of_both(outcome) -> None:
    text = "43 people were killed in the fighting: Chad put its dead at 30."
    desk = report("a", text, "2023-06-20", publisher="a")
    where = {"happened": day("2023-06-14"), "place": TINE}
    tell(desk, "killed", "killing", None, None, extra=[figure(desk, "43 people", "killed", 43, 43)], **where)
    said = desk.say("Chad", "its dead at 30", "put", CHAD, principal=CHAD)
    tell(desk, "dead", "killing", None, None, statement=said, extra=[figure(desk, "30", "killed", 30, 30)], **where)
    assert not [d for d in outcome(desk).discrepancies if d.slot == "killed"]


def test_two_least_numbers_for_one_sides_words_of_a_day_are_a_fault_of_a_copy(outcome) -> None:
    def page(path: str, low: int):
        words = f"at least {low} people"
        desk = report(path, f"Sudan said the strike killed {words} in Tine.", "2023-06-15", publisher=path)
        said = desk.say("Sudan", f"the strike killed {words} in Tine", "said", SUDAN, principal=SUDAN)
        where = {"place": TINE, "happened": day("2023-06-14"), "statement": said}
        tell(desk, "strike", "airstrike", CHAD, SUDAN, **where)
        tell(desk, "killed", "killing", None, None, extra=[figure(desk, words, "killed", low, None)], **where)
        return desk

    (found,) = [d for d in outcome(page("a", 8), page("b", 5)).discrepancies if d.slot == "killed"]
    assert found.kind == "transmission"
    assert "two outlets give one side" in found.explanation.casefold()


def test_a_time_of_the_day_that_stands_beside_another_event_is_not_compared(outcome) -> None:
    def page(path: str, text: str, clock: str):
        desk = report(path, text, "2023-06-15", publisher=path)
        said = desk.say("Sudan", text.split("said ")[1].rstrip("."), "said", SUDAN, principal=SUDAN)
        when = Interval(f"2023-06-14T{clock}", f"2023-06-14T{clock}", "text")
        time = Argument("time", desk.span(clock), time=when)
        where = {"place": TINE, "happened": day("2023-06-14"), "statement": said}
        tell(desk, "strike", "airstrike", CHAD, SUDAN, extra=[time], **where)
        if "fired" in text:
            tell(desk, "fired", "firing", SUDAN, CHAD, statement=said)
        return desk

    one = page("a", "Sudan said the strike came at 07:30.", "07:30")
    beside = page("b", "Sudan said the strike came after it had fired at 10:30.", "10:30")
    other = page("b", "Sudan said the strike came at 10:30.", "10:30")
    assert not [d for d in outcome(one, beside).discrepancies if d.slot == "time"]
    assert [d for d in outcome(one, other).discrepancies if d.slot == "time"]


def _toll(path: str, published: str, words: str, low: int, text: str = "Chad said {} died in Tine."):
    desk = report(path, text.format(words), published, publisher=path)
    said = desk.say("Chad", text.format(words).split("said ")[1].rstrip("."), "said", CHAD, principal=CHAD)
    count = [figure(desk, words, "killed", low, low)]
    tell(desk, "died", "killing", None, None, statement=said, extra=count, happened=day("2023-06-12"), place=TINE)
    return desk


def test_a_toll_that_falls_to_a_tenth_is_one_of_something_else(outcome) -> None:
    def found(*tolls):
        return [d.kind for d in outcome(*tolls).discrepancies if d.slot == "killed"]

    first = _toll("a", "2023-06-14", "200 people", 200)
    assert found(first, _toll("b", "2023-06-16", "20 people", 20)) == []
    assert found(first, _toll("b", "2023-06-16", "130 people", 130)) == ["revision"]


def test_a_figure_given_before_is_revised(outcome) -> None:
    now = _toll("a", "2023-06-14", "nine people", 9)
    text = "Chad, which had earlier put the number at six, said {} died in Tine."
    before = _toll("b", "2023-06-14", "six people", 6, text)
    plain = _toll("b", "2023-06-14", "six people", 6)
    for desk, kind in ((before, "revision"), (plain, "transmission")):
        assert [d.kind for d in outcome(now, desk).discrepancies if d.slot == "killed"] == [kind]


def test_a_copy_with_another_number_is_told_once(outcome) -> None:
    pages = [_toll(name, "2023-06-14", f"{low} people", low) for name, low in (("a", 18), ("b", 28))]
    assert [d.kind for d in outcome(*pages).discrepancies if d.slot == "killed"] == ["transmission"]
