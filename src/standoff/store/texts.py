"""Read documents back with their layout and dates; needs no database package."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any

from standoff.errors import NotFoundError
from standoff.model.clock import UNKNOWN, Interval
from standoff.model.document import Block, Document
from standoff.store.asking import Asked, ask, ask_among

_FIELDS = tuple(f.name for f in fields(Document) if f.name not in ("published", "blocks"))


def datings(connection: Asked, ids: Sequence[str] | None = None) -> dict[str, Interval]:
    """Return the dates inferred for documents, all or those of some, by document id."""
    found = ask(connection, "datings") if ids is None else ask_among(connection, "datings by document", ids)
    return {row.document: interval for row in found if (interval := _published(row))}


def documents(connection: Asked, ids: Sequence[str], inferred: bool) -> Iterator[Document]:
    """Yield some documents in the order given, with inferred dates or only with their own; refuses unknown ids."""
    dated = datings(connection, ids) if inferred else {}
    layout = _layout(connection, ids)
    found = {row.id: row for row in ask_among(connection, "documents", ids)}
    for key in ids:
        if key not in found:
            raise NotFoundError(f"No document of the store has the id {key}.")
        yield _document(found[key], layout[key], dated.get(key))


def _layout(connection: Asked, ids: Sequence[str]) -> dict[str, list[Block]]:
    """Return the blocks of some documents, by document id."""
    layout: dict[str, list[Block]] = defaultdict(list)
    for document, kind, start, stop in ask_among(connection, "blocks", ids):
        layout[document].append(Block(kind, start, stop))
    return layout


def _published(row: Any) -> Interval | None:
    """Return when a row says its document was published, or nothing where it says nothing."""
    basis = row.published_basis
    return None if basis is None else Interval(row.published_earliest, row.published_latest, basis)


def _document(row: Any, blocks: Iterable[Block], dated: Interval | None) -> Document:
    """Return the document of a row with its layout; an inferred date stands in where its own is unknown or wide."""
    columns = {name: getattr(row, name) for name in _FIELDS if hasattr(row, name)}
    return Document(**columns, **row.extra, published=dated or _published(row) or UNKNOWN, blocks=tuple(blocks))
