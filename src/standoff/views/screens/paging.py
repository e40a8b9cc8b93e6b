"""Page lists by key: a cursor holds the sort values of the last row, so that pages stay right while rows are added."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, and_, or_

from standoff.errors import UsageError

T = TypeVar("T")
Value = str | int | float


@dataclass(frozen=True, slots=True)
class Sorted:
    """Hold one column that a list is ordered by, and which way."""

    column: ColumnElement[Any]
    down: bool = False


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """Hold one page of a list, the cursor of the next, and how many there are in all, where that is known."""

    rows: list[T]
    next: str | None = None
    total: int | None = None


def paged(query: Select[Any], order: Sequence[Sorted], cursor: str | None, limit: int) -> Select[Any]:
    """Return a select of the page after a cursor, with one row more than the limit, which tells whether it goes on."""
    if cursor is not None:
        query = query.where(_after(order, read_cursor(cursor, len(order))))
    by = [item.column.desc() if item.down else item.column.asc() for item in order]
    return query.order_by(*by).limit(limit + 1)


def _after(order: Sequence[Sorted], values: Sequence[Value]) -> ColumnElement[bool]:
    """Return the condition of coming after some sort values."""
    steps = []
    for place, (item, value) in enumerate(zip(order, values, strict=True)):
        beyond = item.column < value if item.down else item.column > value
        same = [other.column == held for other, held in zip(order[:place], values[:place], strict=True)]
        steps.append(and_(*same, beyond))
    first = order[0].column <= values[0] if order[0].down else order[0].column >= values[0]
    return and_(first, or_(*steps))  # the first condition lets the database begin at the right place of the index


def part(rows: Sequence[Any], limit: int, *keys: str, total: int | None = None) -> Part[Any]:
    """Return a page of rows; `keys` name the sort values that the cursor of the next page holds."""
    kept = list(rows[:limit])
    more = len(rows) > limit
    return Part(kept, write_cursor([getattr(kept[-1], key) for key in keys]) if more else None, total)


def write_cursor(values: Sequence[Value]) -> str:
    """Return sort values as a text that goes into an address."""
    return base64.urlsafe_b64encode(json.dumps(list(values), separators=(",", ":")).encode()).decode().rstrip("=")


def read_cursor(cursor: str, length: int) -> list[Value]:
    """Return the sort values of a cursor; refuses one that this list did not make."""
    try:
        found: list[Value] = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, RecursionError) as error:
        raise UsageError("The cursor is none of this list: begin again without one.") from error
    plain = isinstance(found, list) and all(isinstance(v, str | int | float) and abs_small(v) for v in found)
    if not plain or len(found) != length:
        raise UsageError("The cursor is none of this list: begin again without one.")
    return found


def abs_small(value: Value) -> bool:
    """Tell whether a number fits into the database's own."""
    return isinstance(value, str) or abs(value) < 2**62
