"""Offer what many questions are put in: values given when one is asked, lists of ids, intervals of one row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Table, Text, bindparam, func, or_

CLOCK = ("earliest", "latest", "basis")


def value(name: str) -> BindParameter[str | None]:
    """Return a value that is given when the question is asked."""
    return bindparam(name, type_=Text)


def among(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the condition that a column has one of some values, given as `among`."""
    return column.in_(bindparam("among", expanding=True))


def one_of(column: ColumnElement[Any], fixed: Iterable[str]) -> ColumnElement[bool]:
    """Return the condition that a column has one of some fixed values, each written out."""
    return or_(*(column == one for one in fixed))


def clock(table: Table, name: str) -> tuple[ColumnElement[Any], ...]:
    """Return the columns of an interval, from which a view reads it back."""
    return tuple(table.c[f"{name}_{part}"] for part in CLOCK)


def outlet(documents: Table) -> ColumnElement[Any]:
    """Return who published a document: the outlet, else the agency."""
    return func.coalesce(documents.c.publisher, documents.c.agency).label("publisher")
