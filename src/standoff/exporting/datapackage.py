"""Describe exported tables for programs: a Data Package (specs.frictionlessdata.io) that names every column's type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from standoff.exporting.tables import Column

NAME = "datapackage.json"
_TYPES: Mapping[str, str] = {"number": "number", "flag": "boolean", "object": "object"}
_FLAGS = {"trueValues": ["1"], "falseValues": ["0"]}
Json = dict[str, object]


def described(tables: Mapping[str, Iterable[Column]]) -> Json:
    """Return the description of a folder of tables; days may hold a minute too, so they are strings."""
    resources = [_resource(name, tuple(columns)) for name, columns in tables.items()]
    return {"profile": "tabular-data-package", "name": "standoff-record", "resources": resources}


def _resource(name: str, columns: tuple[Column, ...]) -> Json:
    """Return the description of one table; a table without ids is told by all of its columns."""
    keys = [c.name for c in columns if c.name == "id"] or [c.name for c in columns]
    schema = {"fields": [_field(column) for column in columns], "missingValues": [""], "primaryKey": keys}
    path = {"path": f"{name}.csv", "encoding": "utf-8"}
    return {"profile": "tabular-data-resource", "name": name, **path, "schema": schema}


def _field(column: Column) -> Json:
    """Return the description of one column."""
    type_ = _TYPES.get(column.type, "string")
    flags = _FLAGS if type_ == "boolean" else {}
    return {"name": column.name, "type": type_, "description": column.meaning, **flags}
