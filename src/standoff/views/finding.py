"""Find what a person means: words of an incident's name, a file's name, or the nearest ids to a mistyped one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from standoff.store import tables as t

_SHOWN = 5
_ALIKE = 80  # of 100: one or two letters of eleven may differ


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold a row a name may mean: its full id, what to type for it, and what it is called."""

    id: str
    short_id: str
    name: str


def named(connection: Connection, kind: str, words: str) -> tuple[Candidate, ...]:
    """Return incidents whose names hold all the words, or documents whose path or title holds the text."""
    if kind == "incident":
        i = t.incidents.c
        holding = [i.label.icontains(word, autoescape=True) for word in words.split()]
        query = select(i.id, i.short_id, i.label).where(*holding).order_by(i.documents_count.desc(), i.id)
    elif kind == "document":
        d = t.documents.c
        either = d.path.icontains(words, autoescape=True) | d.title.icontains(words, autoescape=True)
        query = select(d.id, d.short_id, d.path).where(either).order_by(d.number)
    else:
        return ()
    return tuple(Candidate(*row) for row in connection.execute(query.limit(_SHOWN + 1)))


def nearest(connection: Connection, kind: str, name: str) -> tuple[Candidate, ...]:
    """Return the rows of a kind whose short ids look most like a mistyped one."""
    tables = {"incident": t.incidents, "document": t.documents, "statement": t.statements}
    column = tables[kind].c
    query = select(column.short_id, column.id)
    known = {row.short_id: row.id for row in connection.execute(query)}
    from rapidfuzz import process  # a hundredth of a second that most commands need not pay

    close = process.extract(name.lower(), known.keys(), limit=3, score_cutoff=_ALIKE)
    return tuple(Candidate(known[short], short, "") for short, *_ in close)
