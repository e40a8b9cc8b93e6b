"""Ask a store what looking things up takes, through SQLAlchemy or, where that is not loaded, through SQLite itself."""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from orjson import loads

from standoff.store.batches import batches
from standoff.store.codec import Codec

if TYPE_CHECKING:
    from sqlalchemy import Connection

T = TypeVar("T")
FILE = Path(__file__).with_name("questions.json")  # what is asked in `questions/`, compiled


@dataclass(frozen=True, slots=True)
class Light:
    """Hold a connection that answers the compiled questions and nothing else."""

    connection: sqlite3.Connection
    questions: dict[str, Any] = field(default_factory=lambda: loads(FILE.read_bytes()))

    def ask(self, question: str, values: dict[str, Any]) -> Iterator[Any]:
        """Yield the rows that answer a question, columns by name."""
        asked = self.questions[question]
        among = {f"among_{place}": value for place, value in enumerate(values.pop("among", ()))}
        sql = asked["sql"].replace(":among", ", ".join(f":{name}" for name in among))
        found = self.connection.execute(sql, {**asked["values"], **values, **among})
        names = tuple(column[0] for column in found.description)
        made = _row(names)
        turned = [names.index(name) for name in asked["json"]]
        for cells in found:
            read = list(cells)
            for place in turned:
                read[place] = loads(read[place])
            yield made(read)


@cache
def _row(names: tuple[str, ...]) -> Callable[[Iterable[Any]], Any]:
    """Return what makes a row of cells, columns by name; making one takes longer than most questions."""
    shape: Any = namedtuple("row", names)  # type: ignore[misc] # the columns are known only now
    make: Callable[[Iterable[Any]], Any] = shape._make
    return make


Asked: TypeAlias = "Connection | Light"


def ask(connection: Asked, question: str, **values: Any) -> Iterator[Any]:
    """Yield the rows that answer a question, columns by name; `among` is a list short enough for one statement."""
    if isinstance(connection, Light):
        return connection.ask(question, values)
    from standoff.store.questions import QUESTIONS  # loads SQLAlchemy, as whoever opened this connection has

    return iter(connection.execute(QUESTIONS[question], values))


def ask_among(connection: Asked, question: str, among: Iterable[str], **values: Any) -> Iterator[Any]:
    """Yield the rows that answer a question for each of some ids, however many these are."""
    return (row for batch in batches(among) for row in ask(connection, question, among=batch, **values))


def records(codec: Codec[T], found: Iterable[Any]) -> list[T]:
    """Return the records of rows that hold nothing but a body."""
    return [codec.decode(row.body) for row in found]
