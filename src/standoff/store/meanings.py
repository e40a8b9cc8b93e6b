"""Keep what statements mean: per document the ids of its statements and their vectors, as bytes, made when needed.

They are made of the texts alone, so they are no part of the record: writing them leaves its revision as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, delete, func, insert, literal_column, select

from standoff.store.tables import meanings

ID = 12  # bytes of an id
_KIND = "stm-"  # what ids of statements begin with
BATCH = 500  # documents whose vectors are made and kept together


@dataclass(frozen=True, slots=True)
class Meaning:
    """Hold a document's statements, 12 bytes of each id, and their vectors, as bytes."""

    document: str
    statements: bytes
    vectors: bytes


def packed(statements: Iterable[str]) -> bytes:
    """Return ids of statements as bytes, one after the other."""
    return b"".join(bytes.fromhex(key.removeprefix(_KIND)) for key in statements)


def unpacked(statement: bytes) -> str:
    """Return the id of a statement from its bytes."""
    return f"{_KIND}{statement.hex()}"


def waiting(connection: Connection, lexicon: str) -> list[tuple[str, str]]:
    """Return some documents that have no vectors of a lexicon yet, each with the name of what makes them."""
    from standoff.store.tables.derived import analyses

    a, m = analyses.c, meanings.c
    made = a.run + ":" + lexicon
    query = (
        select(a.document, made)
        .outerjoin(meanings, and_(m.document == a.document, m.run == made))
        .where(m.document.is_(None))
        .limit(BATCH)
    )
    return [(row[0], row[1]) for row in connection.execute(query)]


def contents(connection: Connection, documents: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return the words that the statements of some documents give, by document and statement."""
    from standoff.store.tables.across import marks

    m = marks.c
    found: dict[str, dict[str, str]] = {key: {} for key in documents}
    query = (
        select(m.document, m.owner, m.quote)
        .where(m.document.in_(documents), m.owner_kind == "statement", m.role == "content")
        .order_by(m.document, m.owner, m.position)
    )
    for document, statement, quote in connection.execute(query):
        told = found[document]
        told[statement] = f"{told[statement]} {quote}" if statement in told else quote
    return found


def keep(connection: Connection, made: Sequence[tuple[Meaning, str]]) -> None:
    """Keep the vectors of some documents in the place of those there were."""
    connection.execute(delete(meanings).where(meanings.c.document.in_([one.document for one, _ in made])))
    rows = [
        {"document": one.document, "run": run, "statements": one.statements, "vectors": one.vectors}
        for one, run in made
    ]
    connection.execute(insert(meanings), rows)


def kept(connection: Connection) -> Iterator[Meaning]:
    """Yield all that is kept."""
    query = select(meanings.c.document, meanings.c.statements, meanings.c.vectors)
    for row in connection.execute(query):
        yield Meaning(*row)


def state(connection: Connection) -> str:
    """Return what changes when documents come or are analysed again."""
    from standoff.store.tables.derived import analyses
    from standoff.store.tables.kept import documents

    last = connection.scalar(select(func.max(documents.c.number)))
    row = connection.scalar(select(func.max(literal_column("analyses.rowid"))).select_from(analyses))
    return f"{last} {row}"
