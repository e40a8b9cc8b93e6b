"""Check that a bundle keeps the invariants before it leaves the process that made it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol, TypeVar

from standoff.errors import InvariantError
from standoff.model.run import Bundle
from standoff.model.span import Span


class _Keyed(Protocol):
    """Have an id that is a content key."""

    @property
    def id(self) -> str: ...


K = TypeVar("K", bound=_Keyed)


def sound(bundle: Bundle) -> Bundle:
    """Return a bundle in which each id stands once; raises InvariantError for a false quote or a reference to nothing.

    Two rows of one content key are the same thing said twice: the first is kept.
    """
    once = replace(
        bundle,
        annotations=_once(bundle.annotations),
        groundings=_once(bundle.groundings),
        statements=_once(bundle.statements),
        events=_once(bundle.events),
    )
    _check_quotes(once)
    _check_references(once)
    return once


def _once(rows: Iterable[K]) -> tuple[K, ...]:
    """Return the first row of each id."""
    found: dict[str, K] = {}
    for row in rows:
        found.setdefault(row.id, row)
    return tuple(found.values())


def _check_quotes(bundle: Bundle) -> None:
    """Refuse a span that does not quote the text it points at."""
    text, key = bundle.document.text, bundle.document.id
    for span in _spans(bundle):
        if span.document != key or text[span.start : span.stop] != span.quote:
            raise InvariantError(f"A mark at [{span.start}, {span.stop}) quotes {span.quote!r}, which is not there.")


def _spans(bundle: Bundle) -> Iterator[Span]:
    """Yield every span of a bundle."""
    for mark in bundle.annotations:
        yield mark.span
        yield mark.head
    for statement in bundle.statements:
        yield from (*statement.cue, *statement.content)
        yield from (span for span in (statement.source.span, statement.said_at_span) if span)
    for event in bundle.events:
        yield from (event.trigger, *((event.happened_span,) if event.happened_span else ()))
        yield from (argument.span for argument in event.arguments if argument.span)


def _check_references(bundle: Bundle) -> None:
    """Refuse a grounding of no annotation, an event in no statement, and a statement told in none."""
    marks = {mark.id for mark in bundle.annotations}
    statements = {statement.id for statement in bundle.statements}
    named = (
        *(("grounding", tie.id, tie.annotation, marks) for tie in bundle.groundings),
        *(("event", event.id, event.statement, statements) for event in bundle.events),
        *(("statement", row.id, row.parent, statements) for row in bundle.statements),
    )
    for kind, key, other, known in named:
        if other is not None and other not in known:
            raise InvariantError(f"The {kind} {key} refers to {other}, which this document does not have.")
