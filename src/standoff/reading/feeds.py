"""Read XML that holds news: saved feeds (RSS, Atom), each entry with words a report of their outlet, and NewsML-G2."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from standoff.errors import ReadingError
from standoff.model.run import Failure
from standoff.reading.draft import Draft, Input, Stated
from standoff.reading.items import facts_of, headed, key_of
from standoff.reading.markup import words_of_html
from standoff.reading.newsml import ROOTS, read_newsml
from standoff.reading.rows import refused, summed
from standoff.reading.xml import below, name_of, tree_of, words_in

_FEEDS = frozenset({"rss", "RDF", "feed"})
_ENTRIES = ("item", "entry")
_WORDS = ("encoded", "content", "description", "summary")  # the fullest first
_DAYS = ("pubDate", "published", "date", "updated")


def read_feed(source: Input) -> Iterator[Draft | Failure]:
    """Yield the drafts of a feed's entries and a failure for each that holds no words."""
    root = tree_of(source.data)
    if name_of(root) in ROOTS:
        yield from read_newsml(source, root)
        return
    if name_of(root) not in _FEEDS:
        raise ReadingError(f"its root is <{name_of(root)}>, no feed of RSS or Atom and no NewsML-G2; save its text")
    channel = next(below(root, "channel"), root)
    entries = [*below(root, *_ENTRIES), *(() if channel is root else below(channel, *_ENTRIES))]
    outlet = source.stated.over(Stated(outlet=words_in(channel, "title"), language=words_in(channel, "language")))
    drafts = (_entry(source.path, number, entry, outlet) for number, entry in enumerate(entries, 1))
    yield from summed(source.path, drafts)


def _entry(path: str, number: int, entry: Element, outlet: Stated) -> Draft | Failure:
    """Return the draft of one entry, or why it has none."""
    try:
        facts = facts_of(_link(entry), words_in(entry, "title"), words_in(entry, *_DAYS), outlet)
        text = headed(facts.title, words_of_html(words_in(entry, *_WORDS) or ""))
        place = f"{path}#{key_of(words_in(entry, 'guid', 'id'), number)}"
        return Draft(place, tostring(entry), "application/xml", text, facts)
    except ReadingError as error:
        return refused(path, number, error, "Entry")


def _link(entry: Element) -> str | None:
    """Return the address of an entry's page, or nothing."""
    for link in below(entry, "link"):
        address = link.get("href") or "".join(link.itertext()).strip()
        if link.get("rel", "alternate") == "alternate" and address.startswith(("http://", "https://")):
            return address
    return None
