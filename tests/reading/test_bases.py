from __future__ import annotations

from standoff.codebook.publishers import PublisherBook
from standoff.model.document import Document
from standoff.reading.bases import contradictions
from standoff.reading.document import reading_of
from standoff.reading.draft import Draft, Stated


def document(text: str, publishers: PublisherBook, **stated: str) -> Document:
    return reading_of(Draft("a.txt", text.encode(), "text/plain", text, Stated(**stated)), publishers).document


TEXT = "GOMA, March 4, 2023 - Shells fell on the depot, the command said.\n\nIt denied the report."


def test_bases_that_agree_are_no_contradiction(publishers: PublisherBook) -> None:
    assert contradictions(document(TEXT, publishers, published="2023-03-05")) == ()
    assert contradictions(document(TEXT, publishers, url="https://example.org/2023/03/04/depot")) == ()


def test_a_dateline_long_before_the_stated_day_is_told(publishers: PublisherBook) -> None:
    (said,) = contradictions(document(TEXT, publishers, published="2023-04-05"))
    assert said == "It is held to be of (stated) 2023-04-05, its dateline says 2023-03-04: 32 days apart"


def test_an_address_of_another_month_is_told(publishers: PublisherBook) -> None:
    (said,) = contradictions(document(TEXT, publishers, url="https://example.org/2023/06/depot"))
    assert "its web address says 2023-06-01 to 2023-06-30" in said


def test_a_prefix_against_what_is_stated_is_told(publishers: PublisherBook) -> None:
    (said,) = contradictions(document(" date 2023-01-04 Shells fell.", publishers, published="2023-03-05"))
    assert "the prefix of its text says 2023-01-04" in said


def test_a_weekday_that_its_date_never_was_is_told(publishers: PublisherBook) -> None:
    text = "Shells fell on Monday, March 4, 2023, the command said."
    (said,) = contradictions(document(text, publishers, published="2023-03-05"))
    assert said == "“Monday, March 4, 2023” is no date: that day was a Saturday"
