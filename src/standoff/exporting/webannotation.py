"""Write statements and events as W3C Web Annotations with position and quote selectors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sqlalchemy import Connection, select

from standoff.exporting.files import folder, writing
from standoff.model.document import Document
from standoff.model.event import Event
from standoff.model.span import Span
from standoff.model.statement import Statement
from standoff.store import codecs, tables

if TYPE_CHECKING:
    from standoff.store.protocol import Store

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # code points of prefix and suffix, which find the words again in a changed page
Json = dict[str, object]


def export(store: Store, out: Path) -> dict[str, int]:
    """Write one annotation page a document into a folder."""
    folder(out)
    counts = {}
    with store.connect() as connection:
        for document in store.documents():
            items = list(annotate(document, *_marks(connection, document.id)))
            name = f"{document.id}.jsonld"
            with writing(out / name) as handle:
                json.dump(_page(document, items), handle, ensure_ascii=False, indent=1)
            counts[name] = len(items)
    return counts


def _marks(connection: Connection, document: str) -> tuple[list[Statement], list[Event]]:
    """Return the statements and events of a document in order of id."""
    s, e = tables.statements.c, tables.events.c
    said = connection.scalars(select(s.body).where(s.document == document).order_by(s.start, s.id))
    told = connection.scalars(select(e.body).where(e.document == document).order_by(e.start, e.id))
    return [codecs.STATEMENT.decode(body) for body in said], [codecs.EVENT.decode(body) for body in told]


def _page(document: Document, items: list[Json]) -> Json:
    """Return the annotation page of a document."""
    return {"@context": CONTEXT, "id": f"urn:standoff:{document.id}", "type": "AnnotationPage", "items": items}


def annotate(document: Document, statements: list[Statement], events: list[Event]) -> Iterator[Json]:
    """Yield an annotation for each statement (its content, else its cue) and each event (its trigger)."""
    for statement in statements:
        spans = statement.content or statement.cue
        yield _annotation(document, statement.id, _targets(document, spans), _said(statement))
    for event in events:
        yield _annotation(document, event.id, _targets(document, (event.trigger,)), _told(event))


def _annotation(document: Document, key: str, targets: list[list[Json]], body: list[Json]) -> Json:
    """Return one annotation; a page without a web address is named by its id."""
    source = safe_url(document.url) or f"urn:standoff:{document.id}"
    return {
        "id": f"urn:standoff:{key}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": body,
        "target": [{"source": source, "selector": selector} for selector in targets],
    }


def _targets(document: Document, spans: tuple[Span, ...]) -> list[list[Json]]:
    """Return two selectors for each span: its position, and its quote with what stands around it.

    Positions count code points, not code units (Web Annotation Data Model, 4.2.5).
    """
    return [
        [
            {"type": "TextPositionSelector", "start": span.start, "end": span.stop},
            {
                "type": "TextQuoteSelector",
                "exact": span.quote,
                "prefix": document.text[max(0, span.start - _AROUND) : span.start],
                "suffix": document.text[span.stop : span.stop + _AROUND],
            },
        ]
        for span in spans
    ]


def _tag(value: str) -> Json:
    """Return a body that names a class."""
    return {"type": "TextualBody", "purpose": "tagging", "value": value}


def _said(statement: Statement) -> list[Json]:
    """Describe a statement."""
    who = statement.source.ref.name if statement.source.ref else "unnamed source"
    on_behalf = f", for {statement.principal.name}" if statement.principal else ""
    described = f"{who}{on_behalf}: {statement.act.replace('_', ' ')} ({statement.polarity})"
    return [{"type": "TextualBody", "purpose": "describing", "value": described}, _tag(statement.act)]


def _told(event: Event) -> list[Json]:
    """Describe an event by its codes."""
    plover = f"PLOVER {event.plover.type}" + (f"/{event.plover.mode}" if event.plover.mode else "")
    cameo = [_tag(f"CAMEO {event.cameo}")] if event.cameo else []
    return [_tag(event.type), _tag(plover), *cameo, _tag(event.factuality)]


def safe_url(url: str | None) -> str | None:
    """Return an address that may be linked to, or nothing: only http and https lead anywhere."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None
