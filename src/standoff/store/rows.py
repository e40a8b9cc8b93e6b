"""Turn records into rows of the tables; marks are read back here, documents in `texts`, all else by its `codecs`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import Table

from standoff.model.annotation import Annotation
from standoff.model.clock import Interval
from standoff.model.decision import Decision
from standoff.model.document import Document, Raw
from standoff.model.entity import Party, PartyRef, Place, PlaceRef
from standoff.model.event import Argument, Event
from standoff.model.grounding import Grounding
from standoff.model.ids import content_key, speakable
from standoff.model.run import Bundle, Failure, Run
from standoff.model.span import Span
from standoff.model.statement import Statement
from standoff.store import tables
from standoff.store.codecs import DECISION, EVENT, GROUNDING, PARTY, PLACE, STATEMENT

Row: TypeAlias = dict[str, Any]  # column name -> value
Rows: TypeAlias = dict[Table, list[Row]]

_DOCUMENT_COLUMNS = frozenset(c.name for c in tables.documents.columns)
_DOCUMENT_FIELDS = tuple(f.name for f in fields(Document) if f.name not in ("published", "blocks"))


def clock_columns(name: str, interval: Interval | None) -> Row:
    """Return the columns of a clock; an unknown one leaves its bounds absent and keeps its basis."""
    parts = (interval.earliest, interval.latest, interval.basis) if interval else (None, None, None)
    return dict(zip(_columns(name, "earliest", "latest", "basis"), parts, strict=True))


@cache
def _columns(name: str, *parts: str) -> tuple[str, ...]:
    """Return the names of the columns that hold the parts of one thing."""
    return tuple(f"{name}_{part}" for part in parts)


def party_columns(role: str, ref: PartyRef | None) -> Row:
    """Return the columns of a reference to a party."""
    parts = (ref.party, ref.name, ref.state, ref.kind) if ref else (None, None, None, None)
    return dict(zip(_columns(role, "party", "name", "state", "kind"), parts, strict=True))


def place_columns(ref: PlaceRef | None) -> Row:
    """Return the columns of a reference to a place."""
    parts = (ref.place, ref.name, ref.lat, ref.lon, ref.precision_km, ref.country) if ref else (None,) * 6
    return dict(zip(("place", "place_name", "lat", "lon", "precision_km", "country"), parts, strict=True))


def marks(kind: str, owner: str, spans: Mapping[str, Iterable[Span]]) -> Iterator[Row]:
    """Yield the evidence of one record: its spans by role, each with its words."""
    for role, found in spans.items():
        for position, span in enumerate(found):
            yield {
                "owner": owner,
                "owner_kind": kind,
                "role": role,
                "position": position,
                "document": span.document,
                "start": span.start,
                "stop": span.stop,
                "quote": span.quote,
            }


# Documents ------------------------------------------------------------------------------------------------------------


def document_row(document: Document, recorded: str) -> Row:
    """Return the row of a document; fields that have no column of their own go to `extra`."""
    values = {name: getattr(document, name) for name in _DOCUMENT_FIELDS}
    extra = {name: value for name, value in values.items() if name not in _DOCUMENT_COLUMNS and value is not None}
    kept = {name: value for name, value in values.items() if name in _DOCUMENT_COLUMNS}
    return {
        **kept,
        **clock_columns("published", document.published),
        "short_id": speakable(document.id),
        "recorded": recorded,
        "extra": extra,
    }


def raw_row(raw: Raw, recorded: str) -> Row:
    """Return the row of raw bytes."""
    return {"sha256": raw.sha256, "data": raw.data, "media_type": raw.media_type, "recorded": recorded}


def sighting_row(path: str, document: str, raw: str, recorded: str) -> Row:
    """Return the row that says where a document was seen, in which bytes."""
    return {"path": path, "document": document, "raw_sha256": raw, "recorded": recorded}


def dating_row(document: str, interval: Interval) -> Row:
    """Return the row of a date inferred for a document."""
    return {"document": document, **clock_columns("published", interval)}


def block_rows(document: Document) -> list[Row]:
    """Return the rows of a document's layout."""
    return [
        {"document": document.id, "position": position, "kind": b.kind, "start": b.start, "stop": b.stop}
        for position, b in enumerate(document.blocks)
    ]


# Bundles --------------------------------------------------------------------------------------------------------------


def run_row(run: Run) -> Row:
    """Return the row of a run."""
    return {"id": run.id, "version": run.version, "codebook": run.codebook, "models": run.models}


def analysis_row(bundle: Bundle) -> Row:
    """Return the row that says which run analysed a document, resting on which date."""
    return {"document": bundle.document.id, "run": bundle.run, **clock_columns("published", bundle.document.published)}


def failure_row(failure: Failure) -> Row:
    """Return the row of a failure; one input has one a step."""
    key = content_key("fal", failure.path, failure.step, failure.document)
    return {
        "id": key,
        "path": failure.path,
        "step": failure.step,
        "reason": failure.reason,
        "document": failure.document,
    }


def bundle_rows(bundle: Bundle) -> Rows:
    """Return all rows of a bundle but its document's and its entities', by table."""
    shared = {"document": bundle.document.id, "run": bundle.run}
    return {
        tables.annotations: [annotation_row(a) | shared for a in bundle.annotations],
        tables.groundings: [grounding_row(g) | shared for g in bundle.groundings],
        tables.statements: [statement_row(s) | shared for s in bundle.statements],
        tables.events: [event_row(e) | shared for e in bundle.events],
        tables.arguments: [row for e in bundle.events for row in argument_rows(e)],
        tables.document_parties: [{"document": bundle.document.id, "party": p.id} for p in bundle.parties],
        tables.document_places: [{"document": bundle.document.id, "place": p.id} for p in bundle.places],
        tables.marks: [
            *(row for s in bundle.statements for row in marks("statement", s.id, statement_spans(s))),
            *(row for e in bundle.events for row in marks("event", e.id, event_spans(e))),
        ],
    }


def annotation_row(mark: Annotation) -> Row:
    """Return the row of an annotation."""
    return {
        "id": mark.id,
        "kind": mark.kind,
        "start": mark.span.start,
        "stop": mark.span.stop,
        "quote": mark.span.quote,
        "head_start": mark.head.start,
        "head_stop": mark.head.stop,
        "attributes": dict(mark.attributes),
    }


def annotation_of(row: Mapping[str, Any], document: Document) -> Annotation:
    """Return the annotation of a row."""
    span = Span(document.id, row["start"], row["stop"], row["quote"])
    head = document.span(row["head_start"], row["head_stop"])
    return Annotation(row["id"], row["kind"], span, head, row["attributes"])


def grounding_row(tie: Grounding) -> Row:
    """Return the row of a grounding."""
    return {
        "id": tie.id,
        "annotation": tie.annotation,
        "party": tie.parties[0].party if tie.parties else None,
        "place": tie.place.place if tie.place else None,
        "geocode": tie.geocode,
        **clock_columns("time", tie.time),
        "body": GROUNDING.encode(tie),
    }


def statement_spans(statement: Statement) -> dict[str, tuple[Span, ...]]:
    """Return the spans of a statement by role."""
    source = statement.source.span
    said = statement.said_at_span
    return {
        "source": (source,) if source else (),
        "cue": statement.cue,
        "content": statement.content,
        "said_at": (said,) if said else (),
    }


def statement_row(statement: Statement) -> Row:
    """Return the row of a statement; `start` and `stop` bound its content, or its cue where it has none."""
    extent = statement.content or statement.cue
    return {
        "id": statement.id,
        "short_id": speakable(statement.id),
        "start": min((s.start for s in extent), default=0),
        "stop": max((s.stop for s in extent), default=0),
        **party_columns("source", statement.source.ref),
        "resolved_from": statement.source.resolved_from,
        **party_columns("principal", statement.principal),
        **party_columns("addressee", statement.addressee),
        **clock_columns("said", statement.said_at),
        **_extent("said", statement.said_at_span),
        **{name: getattr(statement, name) for name in _STATEMENT_COLUMNS},
        "body": STATEMENT.encode(statement),
    }


_STATEMENT_COLUMNS = ("act", "polarity", "negated_act", "directness", "hedge", "channel", "parent", "score")


def _extent(clock: str, span: Span | None) -> Row:
    """Return the columns that say where the words of a clock stand."""
    parts = (span.start, span.stop) if span else (None, None)
    return dict(zip(_columns(clock, "start", "stop"), parts, strict=True))


def event_spans(event: Event) -> dict[str, tuple[Span, ...]]:
    """Return the spans of an event by role: its trigger and its arguments, one role each by position."""
    filled = {f"argument{n}:{a.role}": (a.span,) for n, a in enumerate(event.arguments) if a.span}
    dated = {"happened": (event.happened_span,)} if event.happened_span else {}
    return {"trigger": (event.trigger,), **filled, **dated}


def event_row(event: Event) -> Row:
    """Return the row of an event."""
    return {
        "id": event.id,
        "start": event.trigger.start,
        "stop": event.trigger.stop,
        "plover_type": event.plover.type,
        "plover_mode": event.plover.mode,
        **clock_columns("happened", event.happened),
        **_extent("happened", event.happened_span),
        **place_columns(event.place),
        **{name: getattr(event, name) for name in _EVENT_COLUMNS},
        "body": EVENT.encode(event),
    }


_EVENT_COLUMNS = ("statement", "type", "cameo", "intensity", "factuality", "frame", "rule", "score")


def argument_rows(event: Event) -> Iterator[Row]:
    """Yield the rows of an event's arguments."""
    for position, argument in enumerate(event.arguments):
        yield {"event": event.id, "position": position, **_argument(argument)}


def _argument(argument: Argument) -> Row:
    """Return the columns of one filled role."""
    ref, span = argument.ref, argument.span
    return {
        "role": argument.role,
        "start": span.start if span else None,
        "stop": span.stop if span else None,
        "name": ref.name if ref else None,
        "party": ref.party if isinstance(ref, PartyRef) else None,
        "state": ref.state if isinstance(ref, PartyRef) else None,
        "kind": ref.kind if isinstance(ref, PartyRef) else None,
        "place": ref.place if isinstance(ref, PlaceRef) else None,
    }


def party_row(party: Party) -> Row:
    """Return the row of a party."""
    named = ("id", "name", "kind", "state", "parent", "principal", "sector", "local")
    return {**{name: getattr(party, name) for name in named}, "body": PARTY.encode(party)}


def place_row(place: Place) -> Row:
    """Return the row of a place."""
    named = ("id", "name", "kind", "lat", "lon", "radius_km", "country")
    return {**{name: getattr(place, name) for name in named}, "body": PLACE.encode(place)}


# Decisions ------------------------------------------------------------------------------------------------------------


def decision_row(decision: Decision) -> Row:
    """Return the row of a decision."""
    named = (
        "id",
        "recorded",
        "reviewer",
        "verb",
        "target_kind",
        "target",
        "other",
        "reason",
        "supersedes",
    )
    return {**{name: getattr(decision, name) for name in named}, "body": DECISION.encode(decision)}


def decision_marks(decision: Decision) -> Iterator[Row]:
    """Yield the spans a decision is anchored to."""
    yield from marks("decision", decision.id, {"anchor": decision.anchor})
