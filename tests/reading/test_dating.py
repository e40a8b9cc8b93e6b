from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from standoff.codebook.publishers import PublisherBook
from standoff.model.clock import UNKNOWN, Interval, on_day
from standoff.model.document import Document, Reading
from standoff.reading.dating import date_documents, needs_date
from standoff.reading.document import reading_of
from standoff.reading.draft import Draft, Stated
from standoff.reading.read import read


@pytest.fixture(scope="module")
def report(publishers: PublisherBook) -> Callable[..., Document]:
    def make(text: str, published: str | None = None, url: str | None = None) -> Document:
        draft = Draft("r.txt", text.encode(), "text/plain", text, Stated(published=published, url=url, language="en"))
        return reading_of(draft, publishers).document

    return make


def day(interval: Interval) -> str | None:
    return interval.earliest if interval.exact else None


def test_a_weekday_with_its_date_and_a_past_year_give_the_day(report: Callable[..., Document]) -> None:
    text = (
        "Kyiv on Monday (July 21) accused the rebels of blocking the road to the crash site.\n"
        "The front has moved little since the offensive of spring 2014 began, the ministry said on Monday."
    )
    document = report(text)
    found = date_documents([document], [])[document.id]
    assert day(found) == "2014-07-21"
    assert found.basis == "inferred:weekday"


def test_a_date_that_fits_no_year_named_claims_no_day(report: Callable[..., Document]) -> None:
    document = report("Shelling went on in the town on May 12, the governor said.")
    assert date_documents([document], []) == {}


def test_neighbours_give_the_day_and_the_weekday_picks_it(report: Callable[..., Document]) -> None:
    known = report(
        "KHARTOUM - Paramilitaries seized the Wad Shaqra depot near Kabushan on Thursday, the army said.\n"
        "Governor Idris Hamdok Tarig told reporters that 14 lorries of grain were taken from the Wad Shaqra depot.",
        published="2023-06-16",
    )
    other = report(
        "Mediators meet in Jeddah again over a truce.\nThe envoys of both generals did not shake hands.",
        published="2023-10-29",
    )
    undated = report(
        "The paramilitaries denied on Friday that they took grain from the Wad Shaqra depot near Kabushan.\n"
        "Governor Idris Hamdok Tarig had said on Thursday that 14 lorries were seized."
    )
    found = date_documents([undated], [known, other])[undated.id]
    assert day(found) == "2023-06-16"
    assert found.basis == "inferred:neighbours"


def test_neighbours_about_other_things_give_nothing(report: Callable[..., Document]) -> None:
    other = report("Mediators meet in Jeddah again over a truce.", published="2023-10-29")
    undated = report("Fishermen of the lagoon sold their catch on Friday, the co-operative said.")
    assert undated.id not in date_documents([undated], [other])


def test_a_chronicle_is_younger_than_what_it_tells(report: Callable[..., Document]) -> None:
    text = "May 7, 2025. Shells fell near Poonch.\n\nMay 9, 2025. Drones were shot down over Jammu.\n"
    document = report(text)
    assert document.published == Interval("2025-05-09", None, "dateline")
    assert date_documents([document], [report(text + "More.", published="2025-05-10")]) == {}


def test_what_is_known_bounds_what_is_inferred(report: Callable[..., Document]) -> None:
    text = "Officials denied on Wednesday, May 7 that a post was hit."
    document = report(text, url="https://example.org/2025/05/post.html")
    assert needs_date(document)
    assert document.published == Interval("2025-05-01", "2025-05-31", "url")
    assert day(date_documents([document], [])[document.id]) == "2025-05-07"


def test_the_seeds_are_dated_right(shared: Callable[[str], Path], publishers: PublisherBook) -> None:
    documents = [found.document for found in read(shared("seeds"), publishers) if isinstance(found, Reading)]
    waiting = [document for document in documents if needs_date(document)]
    found = date_documents(waiting, [document for document in documents if not needs_date(document)])
    days = {Path(document.path).name[:3]: day(found[document.id]) for document in waiting}
    assert days == {"002": "2021-05-14", "003": "2021-05-14", "004": "2022-03-26"}


def test_no_day_is_claimed_that_is_far_off(shared: Callable[[str], Path], publishers: PublisherBook) -> None:
    documents = [found.document for found in read(shared("reports"), publishers) if isinstance(found, Reading)]
    exact = [document for document in documents if document.published.exact]
    hidden = [dataclasses.replace(document, published=UNKNOWN) for document in exact]
    for blind, seen in zip(hidden, exact, strict=True):
        found = date_documents([blind], [document for document in exact if document.id != seen.id]).get(
            seen.id, UNKNOWN
        )
        if found.exact:
            assert abs((found.first_day or date.min) - (seen.published.first_day or date.max)).days <= 2


def test_an_exact_day_needs_nothing(report: Callable[..., Document]) -> None:
    document = report("Guns fell silent.", published="2015-02-15")
    assert document.published == on_day(date(2015, 2, 15), "stated")
    assert not needs_date(document)


def test_the_day_of_a_dateline_wins_over_what_neighbours_tell(report: Callable[..., Document]) -> None:
    words = "Soldiers of the Tavi garrison crossed the Oru line near Kabest, and shots were fired in warning."
    known = report(f"KABEST, June 10, 2024 - {words}")
    found = report(f"SEOUL, June 11 (Yonhap) -- {words} It was the third such crossing, the army said on Tuesday.")
    assert day(date_documents([found], [known])[found.id]) == "2024-06-11"


def test_a_full_date_in_the_opening_words_bounds_the_day(report: Callable[..., Document]) -> None:
    document = report("Eleven gunmen died in a clash near Datu on Monday (April 22, 2024), the military said.")
    found = date_documents([document], [])[document.id]
    assert (found.earliest, found.latest) == ("2024-04-22", "2024-04-23")


def test_a_year_of_history_dates_no_report(report: Callable[..., Document]) -> None:
    document = report("Damascus, July 14 (SANA) The ministry said that Israel had broken the 1974 agreement on Sunday.")
    assert date_documents([document], []) == {}


def test_a_headline_says_when_its_report_was_issued(report: Callable[..., Document]) -> None:
    document = report("Daily Report 12/2021 issued on 19 November 2021\n\nThe mission heard shots on 17 November.")
    assert (day(document.published), document.published.basis) == ("2021-11-19", "dateline")


def test_the_day_of_a_dateline_without_its_year_is_the_day(report: Callable[..., Document]) -> None:
    document = report(
        'Taipei, Dec. 30 (CNA) The ministry said Tuesday that 130 aircraft flew in the "Justice 2025" drills.'
    )
    assert day(date_documents([document], [])[document.id]) == "2025-12-30"
