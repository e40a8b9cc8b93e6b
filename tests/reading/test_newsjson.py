"""News in JSON: each item of a feed is a report, an item of an agency is one, and what is neither is told of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from standoff.codebook.publishers import PublisherBook
from standoff.model.document import Reading
from standoff.model.run import Failure
from standoff.reading.read import read

WORDS = "The army said that shells fell on Goma. Two died."
FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Kivu Watch",
    "language": "en",
    "items": [
        {
            "id": "n1",
            "url": "https://kivu.example/1",
            "title": "Shells fall",
            "content_html": "<p>The army said that shells fell on Goma &amp; Sake.</p><p>Two died.</p>",
            "date_published": "2024-06-11T23:15:00+02:00",
        },
        {"id": "n2", "title": "Only a title"},
        {"id": "n3", "content_text": WORDS, "date_published": "soon", "url": "kivu.example/3"},
    ],
}
NINJS = {"uri": "https://agency.example/7", "versioncreated": "2024-06-11T23:15:00Z", "language": "en"}


def found(path: Path, data: object, publishers: PublisherBook) -> list[Reading | Failure]:
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return list(read(path, publishers))


def test_items_of_a_feed_are_reports_of_its_outlet(tmp_path: Path, publishers: PublisherBook) -> None:
    one, two, three = found(tmp_path / "a.json", FEED, publishers)
    assert isinstance(one, Reading)
    document = one.document
    assert document.text == "Shells fall\n\nThe army said that shells fell on Goma & Sake.\nTwo died."
    assert (document.title, document.publisher, document.url) == ("Shells fall", "Kivu Watch", "https://kivu.example/1")
    assert (document.published.earliest, document.published.basis) == ("2024-06-11", "metadata")
    assert document.path == f"{tmp_path}/a.json#n1"
    assert isinstance(two, Failure)
    assert "Item 2" in two.reason
    assert isinstance(three, Reading)
    assert (three.document.text, three.document.url, three.document.published.known) == (WORDS, None, False)


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": "Shells fall", "body_text": WORDS, "copyrightholder": "Kivu Agency"},
        {"headline": "Shells fall", "body_xhtml": f"<p>{WORDS}</p>", "copyrightholder": "Kivu Agency"},
        {
            "headlines": [{"role": "main", "value": "Shells fall"}],
            "bodies": [
                {"contenttype": "application/xhtml+xml", "value": "<p>Other words.</p>"},
                {"contenttype": "text/plain", "value": WORDS},
            ],
            "infosources": [{"role": "provider", "name": "Kivu Agency"}],
        },
    ],
)
def test_an_item_of_an_agency_is_a_report(tmp_path: Path, publishers: PublisherBook, fields: dict[str, object]) -> None:
    (item,) = found(tmp_path / "a.json", NINJS | fields, publishers)
    assert isinstance(item, Reading)
    assert item.document.text == f"Shells fall\n\n{WORDS}"
    assert (item.document.publisher, item.document.url) == ("Kivu Agency", "https://agency.example/7")
    assert item.document.published.earliest == "2024-06-11"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("{broken", "not valid JSON"),
        ([1, 2], "no JSON Feed, no ninjs"),
        ({"title": "no news"}, "no JSON Feed, no ninjs"),
        (NINJS | {"headline": "Only a title"}, "holds no words but its title"),
        (NINJS | {"headline": "\ud800", "body_text": WORDS}, "half of a surrogate pair"),
        (FEED | {"items": "none"}, "the input is empty"),
    ],
)
def test_what_holds_no_news_is_a_row_of_failure(
    tmp_path: Path, publishers: PublisherBook, data: object, reason: str
) -> None:
    (failure,) = found(tmp_path / "a.json", data, publishers)
    assert isinstance(failure, Failure)
    assert reason in failure.reason
