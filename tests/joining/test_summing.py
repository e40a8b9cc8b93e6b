import pytest

from standoff.joining.scoring import score
from standoff.model.clock import Interval
from tests.newsroom import CHAD, SUDAN, TINE, day, figure, report, tell


@pytest.mark.parametrize(
    ("text", "trigger", "summed"),
    [
        ("Chad said 900 people have been killed since October.", "killed", True),
        ("Chad said 900 people were killed in the war.", "killed", True),
        ("Chad said 9 people were killed at a post held since the war of 1990.", "killed", False),
        ("Chad said 9 people were killed in the strike.", "killed", False),
    ],
)
def test_the_dead_of_a_long_time_are_a_sum(laid, text, trigger, summed) -> None:
    desk = report("a", text)
    tell(desk, trigger, "killing", None, CHAD)
    assert laid(desk)[trigger].sum is summed


def test_losses_of_many_days_are_a_sum_and_those_of_a_day_are_none(laid, codebook) -> None:
    desk = report("a", "The army killed 9 and wounded 3 since then.")
    tell(desk, "killed", "killing", None, CHAD, happened=day("2023-06-16"))
    tell(desk, "wounded", "wounding", None, CHAD, happened=Interval("2023-04-15", "2023-06-16", "text"))
    found = laid(desk)
    assert (found["killed"].sum, found["wounded"].sum) == (False, True)


def test_breaches_counted_together_are_a_sum(laid) -> None:
    desk = report("a", "Observers saw 27 ceasefire violations. The violations went on.")
    tell(desk, "ceasefire violations", "ceasefire_violation")
    tell(desk, "violations went", "ceasefire_violation")
    found = laid(desk)
    assert (found["ceasefire violations"].sum, found["violations went"].sum) == (True, False)


def test_a_sum_is_not_joined_with_one_deed_of_it(laid, codebook) -> None:
    desks = [report("a", "A strike killed 16 people in Tine."), report("b", "900 people have been killed since April.")]
    for desk, words, low in zip(desks, ("16 people", "900 people"), (16, 900), strict=True):
        tell(desk, "killed", "killing", SUDAN, CHAD, extra=[figure(desk, words, "killed", low, low)], place=TINE)
    one, other = laid(desks[0])["killed"], laid(desks[1])["killed"]
    assert score(one, other, codebook.incidents).reason == "one sums up many happenings"
