"""Read saved feeds (RSS, Atom): each entry that holds words is a report of the outlet whose feed it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from xml.etree.ElementTree import Element, tostring

from standoff.errors import ReadingError
from standoff.model.run import Failure
from standoff.reading.draft import Draft, Input, Stated
from standoff.reading.markup import words_of_html
from standoff.reading.normal import tidy
from standoff.reading.rows import refused, summed
from standoff.reading.xml import below, name_of, tree_of, words_in

_FEEDS = frozenset({"rss", "RDF", "feed"})
_ENTRIES = ("item", "entry")
_WORDS = ("encoded", "content", "description", "summary")  # the fullest first
_DAYS = ("pubDate", "published", "date", "updated")


def read_feed(source: Input) -> Iterator[Draft | Failure]:
    """Yield the drafts of a feed's entries and a failure for each that holds no words."""
    root = tree_of(source.data)
    if name_of(root) not in _FEEDS:
        raise ReadingError(f"its root is <{name_of(root)}>, no feed of RSS or Atom; save the report's text")
    channel = next(below(root, "channel"), root)
    entries = [*below(root, *_ENTRIES), *(() if channel is root else below(channel, *_ENTRIES))]
    outlet = source.stated.over(Stated(outlet=words_in(channel, "title"), language=words_in(channel, "language")))
    drafts = (_entry(source.path, number, entry, outlet) for number, entry in enumerate(entries, 1))
    yield from summed(source.path, drafts)


def _entry(path: str, number: int, entry: Element, outlet: Stated) -> Draft | Failure:
    """Return the draft of one entry, or why it has none."""
    title, link = words_in(entry, "title"), _link(entry)
    facts = Stated(url=link, title=title, published=_day(entry), basis="metadata").over(outlet)
    try:
        words = words_of_html(words_in(entry, *_WORDS) or "").strip()
        if not words:
            raise ReadingError("the entry holds no words but its title; save the report's own page")
        text = tidy(f"{title}\n\n{words}" if title and not words.startswith(title) else words)
        return Draft(f"{path}#{_key(entry) or number}", tostring(entry), "application/xml", text, facts)
    except ReadingError as error:
        return refused(path, number, error, "Entry")


def _key(entry: Element) -> str | None:
    """Return what a feed calls an entry, or nothing where no terminal can show it."""
    key = words_in(entry, "guid", "id")
    return key if key and key.isprintable() else None


def _link(entry: Element) -> str | None:
    """Return the address of an entry's page, or nothing."""
    for link in below(entry, "link"):
        address = link.get("href") or "".join(link.itertext()).strip()
        if link.get("rel", "alternate") == "alternate" and address.startswith(("http://", "https://")):
            return address
    return None


def _day(entry: Element) -> str | None:
    """Return the day of an entry, by the form of mails or of ISO 8601; nothing where it is malformed."""
    said = words_in(entry, *_DAYS)
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(said).date().isoformat() if said else None
        except (ValueError, TypeError):
            continue
    return None
