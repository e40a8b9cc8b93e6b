"""NewsML-G2: an item of text is a report of who provides it; a picture is told of."""

from __future__ import annotations

from pathlib import Path

from standoff.codebook.publishers import PublisherBook
from standoff.model.document import Reading
from standoff.model.run import Failure
from standoff.reading.read import read

SPACE = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
ABOUT = (
    "<itemMeta><provider qcode='nprov:KIVU'><name>Kivu Agency</name></provider>"
    "<versionCreated>2024-06-11T23:15:00Z</versionCreated></itemMeta>"
    "<contentMeta><language tag='en'/><headline>Shells fall</headline></contentMeta>"
)
INLINE = (
    "<contentSet><inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><head><title>No words</title></head><body>"
    "<p>The army said\n that shells fell on <b>Goma</b>.</p><p>Two died.</p></body></html></inlineXML></contentSet>"
)
PLAIN = "<contentSet><inlineData contenttype='text/plain'>The army said that shells fell.</inlineData></contentSet>"


def item(guid: str, content: str) -> str:
    return f"<newsItem {SPACE} guid='{guid}'>{ABOUT}{content}</newsItem>"


def found(path: Path, text: str, publishers: PublisherBook) -> list[Reading | Failure]:
    path.write_text(text, encoding="utf-8")
    return list(read(path, publishers))


def test_an_item_is_a_report_of_its_provider(tmp_path: Path, publishers: PublisherBook) -> None:
    (one,) = found(tmp_path / "a.xml", item("https://kivu.example/1", INLINE), publishers)
    assert isinstance(one, Reading)
    document = one.document
    assert document.text == "Shells fall\n\nThe army said that shells fell on Goma.\n\nTwo died."
    assert (document.title, document.publisher, document.url) == (
        "Shells fall",
        "Kivu Agency",
        "https://kivu.example/1",
    )
    assert (document.published.earliest, document.published.basis) == ("2024-06-11", "metadata")


def test_a_message_holds_several_and_a_picture_has_no_words(tmp_path: Path, publishers: PublisherBook) -> None:
    parts = item("urn:a", PLAIN) + item("urn:b", "<contentSet><remoteContent href='a.jpg'/></contentSet>")
    text = f"<newsMessage {SPACE}><itemSet>{parts}</itemSet></newsMessage>"
    one, picture = found(tmp_path / "a.xml", text, publishers)
    assert isinstance(one, Reading)
    assert one.document.text == "Shells fall\n\nThe army said that shells fell."
    assert (one.document.url, one.document.path) == (None, f"{tmp_path}/a.xml#urn:a")
    assert isinstance(picture, Failure)
    assert "Item 2" in picture.reason
