"""Publish a record as one plain HTML file that opens anywhere, with nothing fetched from elsewhere."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from sqlalchemy import Connection, func, select

from standoff.exporting import pages
from standoff.exporting.files import writing
from standoff.exporting.selection import Selection
from standoff.model.clock import Interval
from standoff.store import tables as t
from standoff.views import incidents as listing
from standoff.views import wording
from standoff.views.agreements import Ledger
from standoff.views.books import Books
from standoff.views.dossier import Heading, headings
from standoff.views.map import BOUNDARIES, precision_words
from standoff.views.period import ALWAYS
from standoff.views.summary import sentence

if TYPE_CHECKING:
    from standoff.store.protocol import Store

_BREAK = re.compile(r"[ \t]*\n[ \t]*(\n\s*)?")
_ENDINGS = '.!?…:;"”’»)'  # a line that ends so ends a paragraph; any other was broken to fit a width
_HASHED = ("documents", "statements", "events", "incidents", "claims", "discrepancies", "agreement_links", "decisions")


@dataclass(frozen=True, slots=True)
class Published:
    """Say what a published file holds and what was left out."""

    path: Path
    size: int
    incidents: int
    documents: int
    left_out: str | None


def publish(store: Store, path: Path, selection: Selection, books: Books, title: str = "Conflict record") -> Published:
    """Write the record to one HTML file; refuses a path that cannot be written to."""
    with store.connect() as connection:
        context = _context(connection, selection, books, title)
        stream = _environment(books).get_template("page.html").generate(**context)
        with writing(path) as handle:
            handle.writelines(stream)
    return Published(path, path.stat().st_size, len(context["index"]), len(context["headings"]), selection.left_out)


def _environment(books: Books) -> Environment:
    """Return the templates' environment: everything is escaped, and a name that is missing is an error."""
    environment = Environment(
        loader=PackageLoader("standoff.exporting", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "anchor": lambda key, page: page.card_anchor(key),
        "number": lambda key, notes: notes[key].number,
        "capfirst": lambda text: text[:1].upper() + text[1:],
        "safe_url": pages.safe_url,
        "squeeze": squeeze,
        "party_name": lambda key: getattr(books.parties.get(key), "name", key),
    }
    environment.globals |= {
        "signs": wording.SIGNS,
        "status_words": wording.STATUS_WORDS,
        "kind_words": wording.KIND_WORDS,
        "interval": wording.interval_words,
        "name_of": lambda incident: wording.without_date(incident.label),
        "is_inferred": wording.inferred,
        "published": wording.published_words,
        "count": wording.count_words,
        "relation": wording.relation_words,
        "precision": precision_words,
        "boundaries": BOUNDARIES,
        "slot_label": lambda slot: (
            books.slots.slots[slot].label if slot in books.slots.slots else slot.replace("_", " ")
        ),
    }
    return environment


def squeeze(text: str) -> str:
    """Return an excerpt with one line for each paragraph: blank lines close up, and lines broken to fit are joined."""

    def line(found: re.Match[str]) -> str:
        ended = found.group(1) is not None or text[: found.start()].endswith(tuple(_ENDINGS))
        return "\n" if ended else " "

    return _BREAK.sub(line, text)


def _context(connection: Connection, selection: Selection, books: Books, title: str) -> dict[str, Any]:
    """Gather what the templates show; long lists are generators, so that no more than one page is in memory."""
    entries = selection.entries(connection)
    given = pages.gather(connection, books, selection.keeps)
    shaped = [pages.incident_page(connection, entry, books, given, selection.keeps) for entry in entries]
    cited = (card.document for page in shaped for card in page.cards.values())
    known = selection.headings(headings(connection), cited)
    shown = {entry.incident.id for entry in entries}
    content_hash = _content_hash(connection, selection)
    style, script = _asset("page.css"), _asset("page.js")
    return {
        "title": title,
        "version": version("standoff"),
        "style": style,
        "script": script,
        "style_hash": _policy_hash(style),
        "script_hash": _policy_hash(script),
        "index": [{"entry": page.entry, "sentence": sentence(page.clauses)} for page in shaped],
        "incidents": shaped,
        "documents": pages.document_pages(connection, known, books, selection.keeps, shown),
        "headings": list(known.values()),
        "anchors": {key: pages.document_anchor(key) for key in known},
        "shown": shown,
        "ledgers": _ledgers(given, shown, selection),
        "contacts": [c for page in shaped for c in page.contacts],
        "casualties": [
            {"figure": f, "anchor": page.card_anchor(key) if (key := f.statement or f.claim) in page.cards else None}
            for page in shaped
            for found in page.figures.values()
            for f in found
        ],
        "counts": _counts(known, entries),
        "content_hash": content_hash,
        "as_of": _as_of(connection),
        "selection": selection.words,
        "left_out": selection.left_out,
        "data": _data(title, content_hash, known),
    }


def _ledgers(given: pages.Gathered, shown: set[str], selection: Selection) -> tuple[Ledger, ...]:
    """Return all ledgers, or, of a bounded period, what is said of agreements in the incidents shown."""
    if selection.period == ALWAYS:
        return given.ledgers
    bounded = (
        replace(ledger, entries=tuple(e for e in ledger.entries if shown & {key for key, _ in e.incidents}))
        for ledger in given.ledgers
    )
    return tuple(ledger for ledger in bounded if ledger.entries)


def _asset(name: str) -> str:
    """Return the text of a file that goes into the page."""
    return (files("standoff.exporting") / "assets" / name).read_text(encoding="utf-8")


def _policy_hash(text: str) -> str:
    """Return what the page's security policy calls the one script or style it allows."""
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _counts(known: Mapping[str, Heading], entries: tuple[listing.Entry, ...]) -> dict[str, Any]:
    """Count what is shown, in words."""
    outlets = {heading.publisher for heading in known.values() if heading.publisher}
    days = sorted(
        bound for h in known.values() for bound in (h.published.earliest, h.published.latest) if bound is not None
    )
    status = {key: sum(e.incident.status == key for e in entries) for key in wording.STATUS_WORDS}
    span = Interval(days[0][:10], days[-1][:10], "metadata") if days else None
    named = wording.count_words(len(outlets), "outlet" if all(h.publisher for h in known.values()) else "known outlet")
    return {
        "documents_words": wording.count_words(len(known), "document"),
        "outlets_words": named if outlets else "outlets not reported",
        "incidents_words": wording.count_words(len(entries), "incident"),
        "published": wording.interval_words(span, "") if span else "",
        "status": status,
    }


def _content_hash(connection: Connection, selection: Selection) -> str:
    """Return a SHA-256 over the ids of all rows, which are content keys, and what of them is shown."""
    total = hashlib.sha256(selection.words.encode())
    for name in _HASHED:
        column = t.metadata.tables[name].c.id
        for key in _ids(connection, column):
            total.update(key.encode() + b"\n")
    return total.hexdigest()


def _ids(connection: Connection, column: Any) -> Iterator[str]:
    """Yield the ids of a table in order."""
    yield from connection.scalars(select(column).order_by(column))


def _as_of(connection: Connection) -> str:
    """Return the day on which the last document was kept."""
    last = connection.scalar(select(func.max(t.documents.c.recorded)))
    return wording.interval_words(Interval(last[:10], last[:10], "recorded")) if last else "no document"


def _data(title: str, content_hash: str, known: Mapping[str, Heading]) -> str:
    """Return what the script needs as JSON that no text in it can end or turn into markup."""
    documents = {
        pages.document_anchor(key): {
            "outlet": heading.outlet,
            "published": wording.published_words(heading.published),
            "text_sha256": heading.text_sha256,
        }
        for key, heading in known.items()
    }
    held = {"title": title, "version": version("standoff"), "content_sha256": content_hash, "documents": documents}
    return safe_json(held)


def safe_json(value: object) -> str:
    """Return JSON with `<`, `>`, `&` and line separators escaped, so that it may stand in a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
