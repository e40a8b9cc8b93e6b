"""Shape what every screen needs of the record: its counts, the days of its published clock, signs and choices."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version

from sqlalchemy import Connection, func, select

from standoff.store import tables as t
from standoff.views.books import Books
from standoff.views.map import BOUNDARIES
from standoff.views.screens.shapes_record import DayCount, RecordPage, Sign
from standoff.views.wording import KIND_WORDS, SIGNS, STATUS_WORDS

_COUNTED = ("documents", "discrepancies", "decisions", "failures")


def record_page(connection: Connection, books: Books, choices: Mapping[str, tuple[str, ...]], title: str) -> RecordPage:
    """Shape the overview of a record."""
    sums, held = t.publisher_sums.c, t.status_sums.c
    days = connection.execute(select(sums.day, func.sum(sums.documents)).group_by(sums.day).order_by(sums.day)).all()
    status = connection.execute(select(held.status, held.incidents).order_by(held.status)).all()
    return RecordPage(
        title=title,
        version=version("standoff"),
        counts={**_counts(connection), "incidents": sum(row[1] for row in status)},
        status={row[0]: row[1] for row in status},
        days=tuple(DayCount(day, number) for day, number in days if day),
        undated=next((number for day, number in days if not day), 0),
        last_recorded=connection.scalar(select(t.documents.c.recorded).order_by(t.documents.c.number.desc()).limit(1)),
        signs=tuple(Sign(stance, sign.shape, sign.word) for stance, sign in SIGNS.items()),
        status_words=STATUS_WORDS,
        kind_words=KIND_WORDS,
        slots={key: slot.label for key, slot in books.slots.slots.items()},
        choices=choices,
        boundaries=BOUNDARIES,
    )


def _counts(connection: Connection) -> dict[str, int]:
    """Count what is small by itself, and statements and links by their sums."""
    sums, links = t.publisher_sums.c.statements, t.agreement_sums.c.links
    return {
        **{name: _count(connection, name) for name in _COUNTED},
        "statements": connection.scalar(select(func.coalesce(func.sum(sums), 0))) or 0,
        "agreement_links": connection.scalar(select(func.coalesce(func.sum(links), 0))) or 0,
    }


def _count(connection: Connection, name: str) -> int:
    """Count the rows of a table."""
    return connection.scalar(select(func.count()).select_from(t.metadata.tables[name])) or 0
