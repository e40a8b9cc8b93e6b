import pytest

from tests.newsroom import CHAD, EL_GENEINA, FRANCE, SUDAN, day, figure, report, tell


def losses(path: str, source, words: str, count: int, victims=None, **fields):
    """Tell that a strike killed some people; `words` are the figure as it stands in the text."""
    desk = report(path, f"{source.name} said the strike on El Geneina killed {words}.", publisher=path, **fields)
    content = f"the strike on El Geneina killed {words}"
    said = desk.say(source.name, content, "said", source, principal=source)
    where = {"statement": said, "happened": day("2023-06-15"), "place": EL_GENEINA}
    tell(desk, "strike", "airstrike", CHAD, None, **where)
    tell(desk, "killed", "killing", None, victims, extra=[figure(desk, words, "killed", count, count)], **where)
    return desk


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("17 people", "40 people", ["disagreement"]),
        ("17 soldiers", "40 servicemen", ["disagreement"]),
        ("17 civilians", "40 soldiers", []),
        ("two children", "40 people", []),
        ("40 fighters", "17 people", ["disagreement"]),
    ],
)
def test_losses_are_compared_among_their_like(one: str, other: str, kinds: list[str], outcome) -> None:
    numbers = {"17": 17, "40": 40, "two": 2}
    desks = [
        losses("a", SUDAN, one, numbers[one.split(maxsplit=1)[0]]),
        losses("b", FRANCE, other, numbers[other.split(maxsplit=1)[0]]),
    ]
    assert [d.kind for d in outcome(*desks).discrepancies if d.slot == "killed"] == kinds


def test_the_dead_of_two_sides_are_two_figures(outcome) -> None:
    desks = [losses("a", SUDAN, "17 soldiers", 17, SUDAN), losses("b", FRANCE, "40 soldiers", 40, CHAD)]
    assert not [d for d in outcome(*desks).discrepancies if d.slot == "killed"]


def test_our_own_losses_are_those_of_the_speaker(outcome) -> None:
    desks = [losses("a", SUDAN, "17 of its soldiers", 17), losses("b", FRANCE, "40 soldiers", 40, SUDAN)]
    assert [d.kind for d in outcome(*desks).discrepancies if d.slot == "killed"] == ["disagreement"]


@pytest.mark.parametrize(
    ("words", "rest", "kinds"),
    [
        ("40 people", "", ["disagreement"]),
        ("40 people", ", of them", []),
        ("40 people", " seriously", []),
        ("17 of the 40 people", "", []),
    ],
)
def test_some_of_those_counted_are_not_set_against_all(words: str, rest: str, kinds: list[str], outcome) -> None:
    text = f"France said the strike on El Geneina killed {words}{rest}."
    desk = report("b", text, publisher="b")
    said = desk.say("France", f"the strike on El Geneina killed {words}", "said", FRANCE, principal=FRANCE)
    where = {"statement": said, "happened": day("2023-06-15"), "place": EL_GENEINA}
    tell(desk, "strike", "airstrike", CHAD, None, **where)
    tell(desk, "killed", "killing", None, None, extra=[figure(desk, "40 people", "killed", 40, 40)], **where)
    found = outcome(losses("a", SUDAN, "17 people", 17), desk).discrepancies
    assert [d.kind for d in found if d.slot == "killed"] == kinds
