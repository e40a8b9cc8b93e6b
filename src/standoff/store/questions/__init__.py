"""Put the questions that looking things up asks of a store, each a statement with named values.

The same statements stand, compiled for SQLite, in `questions.json`, so that a command that only looks something up
need not load what compiles them; `python -m standoff.store.questions` writes that file, and a test compares.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import JSON, Select
from sqlalchemy.dialects import sqlite

from standoff.store.questions import agreements, casualties, contacts, documents, lists, names, records, standing

_ROOMS = (names, lists, records, documents, casualties, agreements, contacts, standing)
QUESTIONS: Mapping[str, Select[Any]] = {name: query for room in _ROOMS for name, query in room.questions().items()}


def compiled() -> dict[str, dict[str, Any]]:
    """Return each question as SQLite is asked it, its own values, and the columns that hold JSON.

    `(:among)` stands for a list.
    """
    return {name: _compiled(query) for name, query in QUESTIONS.items()}


def _compiled(query: Select[Any]) -> dict[str, Any]:
    """Return one question as SQLite is asked it."""
    made = query.compile(dialect=sqlite.dialect(paramstyle="named"))
    sql = " ".join(str(made).replace("__[POSTCOMPILE_among]", ":among").split())
    return {
        "sql": sql,
        "values": {key: value for key, value in made.params.items() if value is not None},
        "json": [column.name for column in query.selected_columns if isinstance(column.type, JSON)],
    }


def written() -> str:
    """Return the text of the file that holds the compiled questions."""
    return json.dumps(compiled(), indent=1, sort_keys=True) + "\n"
