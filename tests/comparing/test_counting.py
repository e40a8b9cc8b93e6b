import pytest

from standoff.model.entity import PartyRef
from tests.newsroom import CHAD, EL_GENEINA, FRANCE, SUDAN, day, figure, report, tell


def strike(path: str, source: PartyRef, sentence: str, words: str, low: float, **fields):
    """Tell of the dead of a strike on El Geneina in a source's words; `words` are the figure in its sentence."""
    desk = report(path, f"{source.name} said {sentence}.", publisher=path)
    said = desk.say(source.name, sentence, "said", source, principal=fields.pop("principal", source))
    where = {"happened": day("2023-06-15"), "place": EL_GENEINA} | fields
    tell(
        desk, "killed", "killing", None, None, statement=said, extra=[figure(desk, words, "killed", low, low)], **where
    )
    tell(desk, "strike", "airstrike", CHAD, None, statement=said, happened=day("2023-06-15"), place=EL_GENEINA)
    return desk


def kinds(outcome, *desks) -> list[str]:
    return [d.kind for d in outcome(*desks).discrepancies if d.slot == "killed"]


@pytest.mark.parametrize(
    ("sentence", "words", "low", "found"),
    [
        ("the strike killed 40 people", "40 people", 40, ["disagreement"]),
        ("the strike killed about 40 assailants", "about 40 assailants", 40, ["disagreement"]),
        ("the strike killed 40 fighters", "40 fighters", 40, ["disagreement"]),  # more of some than of all
        ("the strike killed 40 scientists", "40 scientists", 40, []),
        ("the strike killed nine scientists", "nine scientists", 9, []),
        ("the strike killed a general and nine other people", "nine other people", 9, []),
        ("the strike killed many, among them 9 men and 11 people from Tine", "11 people", 11, []),
        ("the strike and others killed 40 people since Monday", "40 people", 40, []),
        ("the strike and others killed 40 people between 3 and 20 May", "40 people", 40, []),
        ("in all the strike killed 40 people", "40 people", 40, ["disagreement"]),
    ],
)
def test_figures_are_set_against_each_other_where_they_count_the_same(sentence, words, low, found, outcome) -> None:
    one = strike("a", SUDAN, "the strike killed 17 people", "17 people", 17)
    assert kinds(outcome, one, strike("b", FRANCE, sentence, words, low)) == found


def test_a_headline_repeats_the_sum_of_its_report(outcome) -> None:
    one = strike("a", SUDAN, "the strike killed 17 people", "17 people", 17)
    text = "the strike killed 40 people. The office counted 40 people killed since Monday"
    assert kinds(outcome, one, strike("b", FRANCE, text, "40 people", 40)) == []


def test_a_bare_figure_counts_those_counted_before_it(outcome) -> None:
    one = strike("a", SUDAN, "the strike killed 12 civilians", "12 civilians", 12)
    text = "the strike wounded 30 soldiers and killed 40"
    assert kinds(outcome, one, strike("b", FRANCE, text, "40", 40)) == []


def test_bodies_that_count_their_own_dead_count_in_their_own_country(outcome) -> None:
    def doctors(path: str, side: PartyRef, low: int):
        ministry = PartyRef(None, f"health ministry of {side.name}", side.state, "organisation")
        sentence = f"the war and the strike killed {low} people"
        return strike(path, ministry, sentence, f"{low} people", low, principal=side, place=None, happened=None)

    assert kinds(outcome, doctors("a", SUDAN, 17), doctors("b", CHAD, 40)) == []


def test_to_ask_how_many_died_states_no_figure(outcome) -> None:
    one = strike("a", SUDAN, "the strike killed 17 people", "17 people", 17)
    desk = report("b", "How many people were killed by the strike?", publisher="b")
    where = {"happened": day("2023-06-15"), "place": EL_GENEINA}
    tell(desk, "killed", "killing", extra=[figure(desk, "many people", "killed", 3, None)], **where)
    tell(desk, "strike", "airstrike", CHAD, **where)
    assert kinds(outcome, one, desk) == []


def test_a_number_between_two_is_no_stretch_of_days(outcome) -> None:
    one = strike("a", SUDAN, "the strike killed 17 people", "17 people", 17)
    apart = "between 30 and 35 hurt and the strike killed 40 people"
    assert kinds(outcome, one, strike("b", FRANCE, apart, "40 people", 40)) == ["disagreement"]
    summed = "between 3 and 15 June the strike killed 40 people"
    assert kinds(outcome, one, strike("b", FRANCE, summed, "40 people", 40)) == []


def test_the_dead_of_both_sides_together_are_not_those_of_one(outcome) -> None:
    one = strike("a", SUDAN, "the strike killed 17 people", "17 people", 17)
    assert kinds(outcome, one, strike("b", FRANCE, "the strike killed a combined 40 people", "40 people", 40)) == []


def test_two_sides_that_each_count_their_own_dead_do_not_differ(outcome) -> None:
    def told(path: str, who: PartyRef, other: PartyRef, low: int):
        desk = report(path, f"{who.name} said the other side killed {low} people in the fighting.", publisher=path)
        said = desk.say(who.name, f"the other side killed {low} people in the fighting", "said", who, principal=who)
        where = {"happened": day("2023-06-15"), "place": EL_GENEINA}
        tell(desk, "fighting", "clash", CHAD, SUDAN, statement=said, **where)
        count = [figure(desk, f"{low} people", "killed", low, low)]
        tell(desk, "killed", "killing", other, None, statement=said, extra=count, **where)
        return desk

    assert kinds(outcome, told("a", SUDAN, CHAD, 12), told("b", CHAD, SUDAN, 46)) == []
