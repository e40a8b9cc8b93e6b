"""Write what is new as an Atom feed (RFC 4287), for readers of feeds: each entry leads to the words behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree import ElementTree as xml

from standoff.views.screens.shapes_incident import IncidentPage
from standoff.views.screens.shapes_record import InboxRow, News

MEDIA = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
NAME = "feed.atom"
_NEVER = "1970-01-01T00:00:00Z"  # an empty feed has to have a time
_BAD = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # characters no XML may hold
_WORDS: Mapping[str, str] = {"opens": "New", "adds_position": "New position", "changes_number": "Changed figure"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one entry: a lasting key, a title, the moment it is of (UTC), where it leads, and the words under it."""

    key: str
    title: str
    updated: str
    address: str
    words: tuple[str, ...]


def atom(title: str, home: str, entries: Sequence[Entry]) -> str:
    """Return a feed; `home` is the address of the pages, to which those of the entries are relative."""
    root = xml.Element("feed", {"xmlns": NAMESPACE})
    _add(root, "id", f"urn:standoff:{quote(title)}")
    _add(root, "title", title)
    _add(root, "updated", max((entry.updated for entry in entries), default=_NEVER))
    _add(_add(root, "author"), "name", "standoff")
    _add(root, "link", href=f"{home}{NAME}" if home.endswith("/") else home, rel="self", type=MEDIA)
    _add(root, "subtitle", "What is said and where accounts differ; a machine read the texts, nothing is judged.")
    for entry in entries:
        part = _add(root, "entry")
        _add(part, "id", f"urn:standoff:{entry.key}")
        _add(part, "title", entry.title)
        _add(part, "updated", entry.updated)
        _add(part, "link", href=entry.address, rel="alternate", type="text/html")
        _add(part, "content", "\n".join(entry.words), type="text")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + xml.tostring(root, "unicode")


def _add(parent: xml.Element, name: str, text: str = "", **attributes: str) -> xml.Element:
    """Add an element, without characters that no XML may hold."""
    made = xml.SubElement(parent, name, attributes)
    made.text = _BAD.sub("\N{REPLACEMENT CHARACTER}", text) or None
    return made


def news_entries(rows: Iterable[InboxRow], home: str) -> Iterator[Entry]:
    """Yield what new documents add: an incident, a position, a changed figure; what repeats is left out."""
    for row in rows:
        for news in row.news:
            if news.effect in _WORDS:
                yield _news(row, news, home)


def _news(row: InboxRow, news: News, home: str) -> Entry:
    """Return what one document adds to one incident."""
    document = row.document
    show = f"?show={quote(f'card:{news.statements[0]}', safe='')}" if news.statements else ""
    return Entry(
        key=f"{news.incident}:{document.id}",
        title=f"{_WORDS[news.effect]}: {news.label}",
        updated=row.recorded,
        address=f"{home}#/incidents/{news.short_id}{show}",
        words=(
            *(f"{words}." for words in news.words),
            f"{document.name} ({document.outlet}, {document.published_words})",
        ),
    )


def incident_entry(page: IncidentPage) -> Entry | None:
    """Return an incident as published, of the day of its last report; nothing where no day is known."""
    days = [
        day[:10] for row in page.documents if row.published and (day := row.published.latest or row.published.earliest)
    ]
    whole = [day for day in days if len(day) == len("2023-05-10")]
    if not whole:
        return None
    found = page.incident
    return Entry(
        key=found.id,
        title=found.label,
        updated=f"{max(whole)}T00:00:00Z",
        address=f"./#/incidents/{found.short_id}",
        words=(page.sentence, *(one.explanation for one in page.differences)),
    )
