from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.annotating.quantities.mark import mark_quantities
from standoff.annotating.times.mark import mark_times
from standoff.grounding.times.resolve import ground_times
from standoff.model.page import page
from standoff.model.parse import Parse
from tests.texts import codebook, language, paper


def marks(text):
    document = paper(text)
    return {mark.span.quote: mark.attributes for mark in mark_times(document, language().parse(document))}


@pytest.mark.parametrize(
    ("text", "quote", "kind", "value"),
    [
        ("The 33-day war left both sides exhausted.", "33-day", "DURATION", "P33D"),
        ("A six-hour curfew was lifted in Khartoum.", "six-hour", "DURATION", "PT6H"),
        ("They held the ridge for more than two years.", "more than two years", "DURATION", "P2Y"),
        ("The siege lasted a year and a half.", "a year and a half", "DURATION", "P1Y6M"),
        ("For decades no road crossed the line.", "decades", "DURATION", "PXDE"),
        ("Patrols pass every day along the river.", "every day", "SET", "P1D"),
        ("The committee meets twice a week.", "a week", "SET", "P1W"),
        ("Talks are held each Thursday in Doha.", "each Thursday", "SET", "XXXX-WXX-4"),
        ("The villagers march each July along the road.", "each July", "SET", "XXXX-07"),
        ("He was born in the 1970s in Goma.", "the 1970s", "DATE", "197"),
        ("The fort dates from the 18th century.", "the 18th century", "DATE", "17"),
    ],
)
def test_it_reads_type_and_value(text, quote, kind, value):
    found = marks(text)
    assert quote in found, list(found)
    assert (found[quote]["type"], found[quote]["value"]) == (kind, value)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Shelling began on 9 November 2021 near Sumy.", ["9 November 2021"]),
        ("Shelling began on Nov. 9, 2021, near Sumy.", ["Nov. 9, 2021"]),
        ("The convoy left at 6:30 a.m. on Tuesday.", ["6:30 a.m. on Tuesday"]),
        ("Rockets fell late Wednesday and early on Thursday.", ["late Wednesday", "early on Thursday"]),
        ("They met between March 24 and 25 in Jeddah.", ["March 24", "25"]),
        ("The truce of 14/05/2021 held.", ["14/05/2021"]),
        ("Earlier this month the road was cut.", ["Earlier this month"]),
        ("In recent weeks drones crossed the river.", ["recent weeks"]),
        ("The army withdrew two days later.", ["two days later"]),
        ("It happened the day before.", ["the day before"]),
        ("The convoy left at 4 in the morning.", ["4 in the morning"]),
        ("The shop was hit at nine at night.", ["nine at night"]),
        ("Talks begin at 5 p.m. EST, Nov. 6, in Geneva.", ["5 p.m. EST, Nov. 6"]),
        ("They crossed on 12 May 2021, at 14:00 (10:00 GMT), near Sumy.", ["12 May 2021, at 14:00 (10:00 GMT)"]),
        ("They crossed on 12.05.2021 at 14.30 in force.", ["12.05.2021 at 14.30"]),
    ],
)
def test_it_finds_the_whole_expression(text, quotes):
    assert list(marks(text)) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "The 52-year-old teacher fled.",
        "Some 2,000 peacekeepers are stationed there.",
        "Resolution 1701 was adopted.",
        "Troops may march across the bridge.",
        'He told ABC\'s "This Week" that it would end.',
        "Good evening from the studio.",
        "Three-quarters of the houses were hit.",
        "Police stopped the March of the Mothers.",
        "He walked 12 kilometers to the second checkpoint.",
    ],
)
def test_it_leaves_ages_counts_and_verbs_alone(text):
    assert marks(text) == {}


def test_marks_never_overlap_and_quote_the_text():
    text = "On Monday, 3 April 2023, at 9 p.m., and again the next morning, after six weeks, they struck."
    document = paper(text)
    found = mark_times(document, language().parse(document))
    assert all(text[m.span.start : m.span.stop] == m.span.quote for m in found)
    assert all(one.span.stop <= other.span.start for one, other in pairwise(found))


VOCABULARY = (
    "the a last next this past several few 9 24 1993 2021 33 - and of in at , . 's day days week year years quarter "
    "March May Thursday Fridays morning night midnight p.m. 10:30 1990s ' 80s early late mid earlier later ago before "
    "after from now until two twenty hundred thousand third 25th century decade every each once spring fall today "
    "yesterday tomorrow weekend end beginning more than about half or so and nineteen ninety six 14/05/2021 00/00/0000 "
    "km percent $ people killed between to Ramadan Easter 9/11 fiscal latest Q overnight tonight GMT ( ) million"
)
WORDS = VOCABULARY.split()


def plain_parse(words):
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    size = len(words)
    stops = tuple(start + len(word) for start, word in zip(starts, words, strict=True))
    tags = tuple("NN" if word.isalpha() else "CD" for word in words)
    blank, heads = ("",) * size, tuple(range(size))
    return Parse(
        tuple(starts), stops, tuple(words), tuple(words), ("NOUN",) * size, tags, heads, ("ROOT",) * size, blank,
        (False,) * size, (0,), ((),) * size,
    )  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_any_run_of_time_words_is_read_and_resolved_without_failing(words):
    document, parse = paper(" ".join(words), "2021-05-14"), plain_parse(words)
    marks = mark_times(document, parse)
    ground_times(page(document, parse, marks), codebook())
    mark_quantities(document, parse, codebook().measures, marks)
    assert all(one.span.stop <= other.span.start for one, other in pairwise(marks))
