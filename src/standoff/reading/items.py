"""Make the text and the facts of one item of a feed, in whatever form feeds and agencies write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime

from standoff.errors import ReadingError
from standoff.reading.draft import Stated
from standoff.reading.normal import tidy
from standoff.reading.side import stated


def headed(title: str | None, words: str | None) -> str:
    """Return words under their title, which stands first where they do not begin with it; refuses none."""
    words = (words or "").strip()
    if not words:
        raise ReadingError("the entry holds no words but its title; save the report's own page")
    return tidy(f"{title}\n\n{words}" if title and not words.startswith(title) else words)


def key_of(name: str | None, number: int) -> str:
    """Return what a feed calls an item, or its number where it has no name that a terminal can show."""
    return name if name and name.isprintable() else str(number)


def day_of(said: str | None) -> str | None:
    """Return the day of an item, by the form of mails or of ISO 8601; nothing where it is malformed."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(said).date().isoformat() if said else None
        except (ValueError, TypeError):
            continue
    return None


def facts_of(address: str | None, title: str | None, said: str | None, outlet: Stated) -> Stated:
    """Return what an item states, filled up by its outlet; an address is one that can be opened."""
    url = address if address and address.startswith(("http://", "https://")) else None
    own = stated({"url": url, "title": title, "published": day_of(said)})
    return replace(own, basis="metadata").over(outlet)
