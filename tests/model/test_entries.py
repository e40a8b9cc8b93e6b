from __future__ import annotations

from dataclasses import replace

from standoff.model.document import Block
from standoff.model.entries import entries
from standoff.model.page import Page
from tests.texts import laid

LINES = ("12 May", "Shells fell on Goma.", "13 May", "The road was cut.")


def chronicle(*lines: str) -> Page:
    text, blocks = "", []
    for line in lines:
        start = len(text)
        text += line + "\n\n"
        blocks.append(Block("dateline" if line[:1].isdigit() else "paragraph", start, start + len(line)))
    page = laid(text, "2024-05-20")
    return replace(page, document=replace(page.document, blocks=tuple(blocks)))


def test_what_stands_under_a_dated_line_is_of_its_day():
    page = chronicle(*LINES)
    under = entries(page)
    found = [under(page.document.text.index(words)) for words in ("Shells", "The road")]
    assert [entry.time.earliest for entry in found if entry] == ["2024-05-12", "2024-05-13"]


def test_what_stands_before_the_first_line_is_under_none():
    page = chronicle("The week in brief.", *LINES)
    assert entries(page)(0) is None


def test_one_dateline_makes_no_chronicle():
    page = chronicle("12 May", "Shells fell on Goma.")
    assert entries(page)(page.document.text.index("Shells")) is None


def test_clocks_hang_on_the_day_of_their_line():
    page = chronicle("12 May", "It was quiet.", "All day.", "At 10:30 a drone fell.", "13 May", "Rain.")
    clock = next(mark for mark in page.annotations if mark.span.quote == "10:30")
    tie = page.time_grounding(clock)
    assert tie is not None
    assert tie.time is not None
