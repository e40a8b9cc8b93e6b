from dataclasses import replace
from datetime import date

from standoff.model.clock import Interval
from standoff.views.agreements import Entry, Ledger
from standoff.views.balance import balances, day_of
from standoff.views.period import ALWAYS, Period


def entry(number: int, day: str | None, relation: str = "alleges_violation", voice: str = "Chad") -> Entry:
    said = Interval(day, day, "text") if day else None
    accused = "Sudan" if relation == "alleges_violation" else None
    return Entry(f"e{number}", relation, None, voice, accused, said, None, "d", "Sahel Wire", "s", "broke it", ())


TRUCE = Ledger(
    "truce",
    "Truce of May",
    None,
    (
        entry(1, "2023-06-01"),
        entry(2, "2023-06-09"),
        entry(3, "2023-06-12"),
        entry(4, "2023-06-13", "denies_violation", "Sudan"),
        entry(5, None),
        entry(6, "2023-04-01"),
    ),
)


def test_a_period_is_set_beside_the_one_of_its_length_before() -> None:
    (made,) = balances([TRUCE], Period("2023-06-08", "2023-06-14"))
    assert made.before == (date(2023, 6, 1), date(2023, 6, 7))
    told = [(turn.relation, turn.voice, turn.accused, turn.now, turn.before) for turn in made.turns]
    assert told == [("alleges_violation", "Chad", "Sudan", 2, 1), ("denies_violation", "Sudan", None, 1, 0)]
    assert made.undated == 1


def test_without_bounds_it_is_the_week_of_the_newest_entry() -> None:
    (made,) = balances([TRUCE], ALWAYS)
    assert (made.first, made.last, made.days) == (date(2023, 6, 7), date(2023, 6, 13), 7)


def test_nothing_said_in_either_period_is_no_balance() -> None:
    assert balances([TRUCE], Period("2022-06-08", "2022-06-14")) == ()
    assert balances([replace(TRUCE, entries=(entry(5, None),))], ALWAYS) == ()
    assert balances([TRUCE], Period("2023-06-14", "2023-06-08")) == ()


def test_the_day_of_the_report_stands_in_for_that_of_the_word() -> None:
    published = Interval("2023-06-02", "2023-06-02", "stated")
    assert day_of(replace(entry(1, None), published=published)) == date(2023, 6, 2)
    assert day_of(entry(1, None)) is None
