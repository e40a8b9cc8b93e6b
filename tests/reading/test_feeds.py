from __future__ import annotations

from pathlib import Path

import pytest

from standoff.codebook.publishers import PublisherBook
from standoff.model.document import Reading
from standoff.model.run import Failure
from standoff.reading.read import read

WORDS = "&lt;p&gt;The army said that shells fell on Goma &amp;amp; Sake.&lt;/p&gt;&lt;p&gt;Two died.&lt;/p&gt;"
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Kivu Watch</title><language>en</language>
<item><title>Shells fall</title><link>https://kivu.example/1</link><guid>n1</guid>
<pubDate>Tue, 11 Jun 2024 23:15:00 +0200</pubDate><description>{WORDS}</description></item>
<item><title>Only a title</title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Kivu Watch</title><entry><title>Shells fall</title>
<link rel="self" href="https://kivu.example/feed"/><link href="https://kivu.example/1"/><id>n1</id>
<updated>2024-06-11T23:15:00Z</updated><summary>Short.</summary><content type="html">{WORDS}</content></entry></feed>"""


def found(path: Path, text: str, publishers: PublisherBook) -> list[Reading | Failure]:
    path.write_text(text, encoding="utf-8")
    return list(read(path, publishers))


@pytest.mark.parametrize(("name", "text"), [("a.rss", RSS), ("a.atom", ATOM), ("a.xml", ATOM)])
def test_entries_are_reports_of_the_outlet(tmp_path: Path, publishers: PublisherBook, name: str, text: str) -> None:
    entry = found(tmp_path / name, text, publishers)[0]
    assert isinstance(entry, Reading)
    document = entry.document
    assert document.text == "Shells fall\n\nThe army said that shells fell on Goma & Sake.\nTwo died."
    assert (document.title, document.publisher, document.url) == ("Shells fall", "Kivu Watch", "https://kivu.example/1")
    assert (document.published.earliest, document.published.basis) == ("2024-06-11", "metadata")
    assert document.path == f"{tmp_path}/{name}#n1"


def test_an_entry_without_words_is_a_row_of_failure(tmp_path: Path, publishers: PublisherBook) -> None:
    failure = found(tmp_path / "a.rss", RSS, publishers)[1]
    assert isinstance(failure, Failure)
    assert "Entry 2" in failure.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<rss><channel>", "no well-formed XML"),
        ("<html/>", "no feed"),
        ("<rss>" * 10_000 + "</rss>" * 10_000, "nests more than"),
        ("<feed/>", "the input is empty"),
        ('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>', "declares entities"),
    ],
)
def test_what_is_no_feed_is_refused(tmp_path: Path, publishers: PublisherBook, text: str, reason: str) -> None:
    (failure,) = found(tmp_path / "a.xml", text, publishers)
    assert isinstance(failure, Failure)
    assert reason in failure.reason
