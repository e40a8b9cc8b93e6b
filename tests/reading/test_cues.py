from __future__ import annotations

from standoff.model.document import Block, Document
from standoff.reading.cues import Cues, cues_of


def cues(*blocks: tuple[str, str]) -> Cues:
    text, made = "", []
    for kind, words in blocks:
        made.append(Block(kind, len(text), len(text) + len(words)))  # type: ignore[arg-type]  # kinds are literals here
        text += words + "\n"
    return cues_of(Document("doc-x", text, "", "", "x.txt", blocks=tuple(made)))


def test_dates_of_datelines_stand_apart_from_those_of_the_body() -> None:
    found = cues(
        ("dateline", "KIEV, Jan 25"), ("paragraph", "On January 24 and in 2014 shells fell, he said Wednesday.")
    )
    assert [(m.month, m.day) for m in found.line] == [(1, 25)]
    assert [(m.month, m.day) for m in found.days] == [(1, 24)]
    assert found.years == (2014,)
    assert found.weekdays == ((2, 1),)
    assert not found.chronicle


def test_furniture_tells_nothing_of_the_date() -> None:
    found = cues(("metadata", "date 2021-05-14"), ("paragraph", "He left."), ("boilerplate", "© 2019 The Example"))
    assert (found.line, found.days, found.years) == ((), (), ())


def test_the_weekday_of_a_date_is_no_bare_weekday() -> None:
    found = cues(
        ("paragraph", "Moscow on Saturday (March 26) accused Baku."), ("paragraph", "It was silent on Friday.")
    )
    assert found.lead is not None
    assert (found.lead.month, found.lead.day, found.lead.weekday) == (3, 26, 5)
    assert found.weekdays == ((4, 1),)


def test_one_day_named_twice_counts_once_with_its_year() -> None:
    found = cues(("paragraph", "On May 12 they came. On May 12, 2021 they left."))
    assert [(m.year, m.month, m.day) for m in found.days] == [(2021, 5, 12)]
    assert found.latest_year == 2021


def test_midnight_makes_the_next_day_likelier() -> None:
    assert cues(("paragraph", "He wrote shortly before midnight.")).night
    assert not cues(("paragraph", "He wrote at noon.")).night


def test_several_datelines_make_a_chronicle() -> None:
    assert cues(("dateline", "May 7, 2025."), ("dateline", "May 9, 2025.")).chronicle
