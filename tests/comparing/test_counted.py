from tests.newsroom import CHAD, FRANCE, SUDAN, day, figure, report, tell


def handover(path: str, text: str, source, counted: str | None = None):
    desk = report(path, f"{source.name} said {text}.", publisher=path)
    said = desk.say(source.name, text, "said", source, principal=source)
    extra = [figure(desk, counted, "count", 970, 970, unit="mine")] if counted else []
    tell(desk, "freed", "release", CHAD, SUDAN, statement=said, happened=day("2023-06-12"), extra=extra)
    return desk


def test_a_figure_beside_an_event_counts_what_another_report_counts(outcome) -> None:
    one = handover("a", "Chad freed Sudanese men for maps of 970 mines", SUDAN, "970 mines")
    other = handover("b", "Chad freed Sudanese men for a map of nearly 1,000 land mines", FRANCE)
    (found,) = [d for d in outcome(one, other).discrepancies if d.slot == "count"]
    assert found.kind == "granularity"
    assert "nearly 1,000 land mines" in found.explanation


def test_other_nouns_and_small_figures_are_left_alone(outcome) -> None:
    one = handover("a", "Chad freed Sudanese men for maps of 970 mines", SUDAN, "970 mines")
    other = handover("b", "Chad freed Sudanese men for 5 mines and 300 goats", FRANCE)
    assert not [d for d in outcome(one, other).discrepancies if d.slot == "count"]
