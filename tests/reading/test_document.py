from __future__ import annotations

import pytest

from standoff.codebook.publishers import PublisherBook
from standoff.model.document import Document
from standoff.reading.document import reading_of
from standoff.reading.draft import Draft, Stated


def made(text: str, publishers: PublisherBook, **facts: str) -> Document:
    draft = Draft("r.txt", text.encode(), "text/plain", text, Stated(**facts))
    return reading_of(draft, publishers).document


def test_outlet_by_address_and_agency_by_dateline(publishers: PublisherBook) -> None:
    text = "KYIV, March 3 (Reuters) - Shells fell on the port, the mayor said."
    document = made(text, publishers, url="https://www.kyivpost.com/x")
    assert (document.publisher, document.agency, document.country) == ("Kyiv Post", "Reuters", "UKR")
    assert document.dateline == "KYIV, March 3 (Reuters) -"


def test_an_agency_is_its_own_origin(publishers: PublisherBook) -> None:
    document = made("Shells fell on the port, the mayor said.", publishers, outlet="ITAR-TASS")
    assert (document.publisher, document.agency) == ("TASS", "TASS")


def test_an_outlet_that_nobody_knows_stays_as_stated(publishers: PublisherBook) -> None:
    document = made("Shells fell on the port.", publishers, outlet="Harbour Leaflet", country="XX")
    assert (document.publisher, document.agency, document.country) == ("Harbour Leaflet", None, "XX")


def test_an_outlet_named_by_its_host_is_known(publishers: PublisherBook) -> None:
    assert made("Shells fell on the port.", publishers, outlet="aljazeera.com").publisher == "Al Jazeera"


def test_furniture_tells_the_outlet_where_nothing_else_does(publishers: PublisherBook) -> None:
    text = "Shells fell on the port, the mayor of the town said.\n\nWith AFP\n\nDownload the France 24 app\n"
    document = made(text, publishers)
    assert (document.publisher, document.agency) == ("France 24", "AFP")


@pytest.mark.parametrize(
    ("line", "outlet", "agency"),
    [
        ("Al Jazeera, 19 February 2025", "Al Jazeera", None),
        ("Northern Hills Courier | February 19, 2025", "Northern Hills Courier", None),
        ("The Lake Observer - 19 February 2025", "The Lake Observer", None),
        ("Reuters, 19 February 2025", None, "Reuters"),
        ("Goma, 19 February 2025", None, None),
        ("GOMA, Feb 19 2025 (Reuters)", None, "Reuters"),
    ],
)
def test_an_outlet_stands_with_its_date_alone_under_the_headline(
    publishers: PublisherBook, line: str, outlet: str | None, agency: str | None
) -> None:
    document = made(f"Shells fall on the port\n{line}\n\nTwo men were killed, the mayor said.", publishers)
    assert (document.publisher, document.agency, document.published.earliest) == (outlet, agency, "2025-02-19")
    assert document.blocks[1].kind == ("metadata" if outlet else "dateline")


def test_nothing_known_is_nothing_said(publishers: PublisherBook) -> None:
    document = made("Shells fell.", publishers)
    assert (document.publisher, document.agency, document.language, document.title) == (None, None, None, None)
    assert not document.published.known


def test_the_id_holds_what_is_stated_and_not_how_the_codebook_spells_it(publishers: PublisherBook) -> None:
    stated = made("Shells fell.", publishers, outlet="ITAR-TASS")
    bare = reading_of(Draft("r.txt", b"x", "text/plain", "Shells fell.", Stated(outlet="ITAR-TASS")), PublisherBook())
    assert stated.id == bare.document.id
    assert stated.id != made("Shells fell.", publishers, outlet="AFP").id
