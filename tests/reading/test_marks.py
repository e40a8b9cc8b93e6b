from __future__ import annotations

import pytest

from standoff.codebook.publishers import PublisherBook
from standoff.reading.layout import lay_out
from standoff.reading.marks import is_clocked, is_signature, lead_of, only_marks


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("• Two men were hurt.", "• "),
        ("💬 Two men were hurt.", "💬 "),
        ("🇺🇦 Kyiv: two men were hurt.", "🇺🇦 "),
        ("- Two men were hurt.", "- "),
        ("3/ Rescuers count 40 dead.", "3/ "),
        ("2/7 Rescuers count 40 dead.", "2/7 "),
        ("14:05 GMT - Army says 30 killed", "14:05 GMT - "),
        ("[09.40] Shelling resumes", "[09.40] "),
        ("10:15 | Port closed", "10:15 | "),
        ("6:30 am is when it began.", ""),
        ("- A heading -", ""),
        ("12 people died.", ""),
        ("-40 degrees were measured.", ""),
    ],
)
def test_tells_what_stands_before_the_words(line: str, mark: str) -> None:
    assert line[: lead_of(line)] == mark


def test_knows_the_clocks_of_live_blogs() -> None:
    assert is_clocked("14:05 GMT - Army says 30 killed")
    assert not is_clocked("• Two men were hurt.")


@pytest.mark.parametrize(
    "line",
    ["| Kherson | 0 | 2 |", "(END)", "(ST)", "R.S./ M.N.", "-30-", "###", "#Goma #M23", "👍 2.3K   💬 412 Comments"],
)
def test_tells_lines_of_marks_alone(line: str) -> None:
    assert only_marks(line)


@pytest.mark.parametrize("line", ["The UN left.", "M23 took Goma.", "🚨 3 dead in Goma.", "Ends of the earth"])
def test_keeps_lines_that_tell_something(line: str) -> None:
    assert not only_marks(line)


def test_knows_the_signature_under_an_embedded_post() -> None:
    assert is_signature("— Ana Roe / Ана Ро (@ana_roe) April 4, 2025")
    assert not is_signature("— We had no water for a week, she said.")


def test_a_live_blog_is_headings_and_paragraphs_with_their_clocks_apart(publishers: PublisherBook) -> None:
    text = (
        "Live: fighting at the crossing\n\n"
        "14:05 GMT - Interior ministry says 30 killed\n"
        "More than 30 people have been killed in clashes at the crossing, the ministry says.\n\n"
        "13:40 GMT - Governor calls for calm\n"
        "The governor has urged both sides to stop shooting and to let the ambulances pass.\n\n"
        "13:12 GMT - Shells hit market\n"
        "Two shells hit the market in the old town shortly after noon, residents say by telephone.\n"
    )
    blocks = [(b.kind, text[b.start : b.stop]) for b in lay_out(text, publishers).blocks]
    assert blocks[1:4] == [
        ("metadata", "14:05 GMT -"),
        ("subheading", "Interior ministry says 30 killed"),
        ("paragraph", "More than 30 people have been killed in clashes at the crossing, the ministry says."),
    ]


def test_items_of_a_list_are_paragraphs_without_their_bullets(publishers: PublisherBook) -> None:
    text = (
        "Summary\n\n- two trucks looted near the camp\n- one worker missing\n\nThe road is closed, the agency said.\n"
    )
    blocks = [(b.kind, text[b.start : b.stop]) for b in lay_out(text, publishers).blocks]
    assert ("paragraph", "two trucks looted near the camp") in blocks
    assert ("metadata", "-") in blocks


@pytest.mark.parametrize("bullet", ["◾️", "▫️", "🔹", "❗️", "⚡️", "•"])
def test_the_bullets_of_channels_are_no_words(bullet: str) -> None:
    line = f"{bullet} Last night the forces struck a depot."
    assert line[lead_of(line) :] == "Last night the forces struck a depot."
