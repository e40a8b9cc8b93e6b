from __future__ import annotations

from tests.coding.conftest import Coder
from tests.coding.said import at


def test_a_war_of_years_ago_is_past(coded: Coder) -> None:
    event = at(coded("Armenia and Azerbaijan fought a war in 2020.", "2022-03-26"), "fought")
    assert event.frame == "past"


def test_this_week_is_no_past(coded: Coder) -> None:
    event = at(coded("Rebels shelled the town on Tuesday.", "2022-03-26"), "shelled")
    assert event.frame == "actual"


def test_what_a_past_war_cost_is_past_too(coded: Coder) -> None:
    events = coded("Eritrea and Ethiopia fought a war in 1998. The conflict killed 70,000 people.", "2022-03-26")
    assert at(events, "killed").frame == "past"


def test_months_after_a_war_the_war_is_past(coded: Coder) -> None:
    assert at(coded("Troops clashed months after the two countries fought a war."), "fought").frame == "past"


def test_what_happened_in_a_year_that_a_clause_hangs_on_is_past(coded: Coder) -> None:
    text = "Relations have been tense since 1998, when the Eritrean military occupied Badme."
    assert at(coded(text, "2022-03-26"), "occupied").frame == "past"


def test_a_month_of_a_named_year_is_past_where_the_text_has_no_date(coded: Coder) -> None:
    assert at(coded("Twenty soldiers died in Galwan in June 2020."), "died").frame == "past"


def test_what_hangs_on_something_past_is_past(coded: Coder) -> None:
    events = coded("The two fought a war in August 2008, in which 850 people died and many fled.", "2022-03-26")
    assert {e.frame for e in events} == {"past"}


def test_what_fell_in_an_era_long_gone_is_past(coded: Coder) -> None:
    events = coded("The region, whose people declared independence amid the collapse of the Soviet Union, is poor.")
    assert at(events, "declared").frame == "past"


def test_what_is_coordinated_with_a_deed_of_a_past_war_is_past(coded: Coder) -> None:
    events = coded("Separatists declared independence and seized control of the region in a war in the 1990s.")
    assert {event.frame for event in events} == {"past"}
