"""Find statements by their words and by what they mean, and rank both together.

A statement's place in each of the two lists gives it 1 / (60 + place); the sums are compared (reciprocal rank fusion:
Cormack, Clarke and Buettcher 2009). So what both find comes first, and neither list's scores need to be like the
other's. Each hit says by what it was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, select

from standoff.store import tables as t
from standoff.store.batches import batches
from standoff.views.dossier import Heading, headings
from standoff.views.known import Known
from standoff.views.meaning import Index, Near
from standoff.views.screens.excerpts import folded, pieces
from standoff.views.screens.shapes_search import Hit, SaidRow
from standoff.views.screens.words import WORD
from standoff.views.wording import published_words

Kind = Literal["incident", "statement", "document", "actor", "place", "agreement", "source"]
_FUSED = 60  # the constant of the paper: it keeps the first few places from counting for all
_NEAREST = 60  # statements near in meaning that are looked up
By = tuple[Mapping[str, Heading], Index | None]  # the documents that hold the words, and what finds meanings


@dataclass(frozen=True, slots=True)
class Question:
    """Hold what is searched for: the words, the kind of thing or any, and how many of each."""

    q: str
    kind: Kind | None = None
    most: int = 8

    def asks(self, kind: Kind) -> bool:
        """Tell whether things of a kind are searched for."""
        return self.kind in {None, kind}


@dataclass(slots=True)
class _Found:
    """Hold one statement found: its row, its document, its likeness in meaning, and what both lists give it."""

    row: Any
    heading: Heading
    shared: int = 0
    likeness: float | None = None
    score: float = 0.0


def statements(connection: Connection, known: Known, question: Question, by: By) -> Iterable[Hit]:
    """Yield statements whose words are those typed, or near them in meaning, the best of both first."""
    outlets, near = by
    found = _with_words(connection, outlets, question)
    for place, one in enumerate(sorted(found.values(), key=lambda one: (-one.shared, one.row.owner)), start=1):
        one.score += 1 / (_FUSED + place)
    _add_near(connection, known, found, near.nearest(question.q, _NEAREST) if near else [])
    best = sorted(found.values(), key=lambda one: (-one.score, one.row.owner))
    for one in best[: question.most]:
        yield _hit(one, question)


def _with_words(connection: Connection, outlets: Mapping[str, Heading], question: Question) -> dict[str, _Found]:
    """Return statements of some documents whose content holds words that were typed."""
    words = {word.casefold() for word in WORD.findall(folded(question.q))}
    found: dict[str, _Found] = {}
    for row in _rows(connection, t.marks.c.document.in_(list(outlets))):
        said = {word.casefold() for word in WORD.findall(folded(row.quote))}
        shared = sum(any(word.startswith(typed) for word in said) for typed in words)
        if shared and shared > (found[row.owner].shared if row.owner in found else 0):
            found[row.owner] = _Found(row, outlets[row.document], shared)
    return found


def _add_near(connection: Connection, known: Known, found: dict[str, _Found], near: Iterable[Near]) -> None:
    """Add statements near in meaning that are known on the day, in the order of their likeness."""
    likeness = {one.statement: one.likeness for one in near}
    missing = [key for key in likeness if key not in found]
    rows: dict[str, Any] = {}
    for row in _rows(connection, t.marks.c.owner.in_(missing)) if missing else ():
        rows.setdefault(row.owner, row)
    held = headings(connection, sorted({row.document for row in rows.values()})) if rows else {}
    for row in rows.values():
        if known.knows(held[row.document].published):
            found[row.owner] = _Found(row, held[row.document])
    for place, key in enumerate((key for key in likeness if key in found), start=1):
        found[key].likeness = likeness[key]
        found[key].score += 1 / (_FUSED + place)


def said_in(connection: Connection, documents: Iterable[Heading], keeps: Callable[[str], bool]) -> list[SaidRow]:
    """Return every statement of some documents that may be shown, with the words it gives, for pages that search."""
    found: dict[str, SaidRow] = {}
    outlets = {heading.id: heading for heading in documents}
    for batch in batches(outlets):
        for row in _rows(connection, t.marks.c.document.in_(batch)):
            words, before = " ".join(row.quote.split()), found.get(row.owner)
            if before is not None:
                found[row.owner] = replace(before, words=f"{before.words} … {words}")
            elif keeps(row.owner):
                found[row.owner] = SaidRow(
                    row.owner, row.document, _who(row), _facts(row, outlets[row.document]), words
                )
    return list(found.values())


def _rows(connection: Connection, wanted: ColumnElement[bool]) -> Iterable[Any]:
    """Return the contents of statements with who makes them."""
    m, s = t.marks.c, t.statements.c
    query = (
        select(m.owner, m.quote, m.document, s.short_id, s.principal_name, s.source_name, s.act)
        .join(t.statements, s.id == m.owner)
        .where(wanted, m.owner_kind == "statement", m.role == "content")
        .order_by(m.document, m.start)
    )
    return connection.execute(query)


def _hit(one: _Found, question: Question) -> Hit:
    """Return a statement as shown."""
    row, heading = one.row, one.heading
    by = ["these words"] if one.shared else []
    by += [f"near in meaning ({one.likeness:.2f})"] if one.likeness is not None else []
    quote = " ".join(row.quote.split())
    who, facts = _who(row), _facts(row, heading)
    return Hit("statement", row.owner, row.short_id, who, facts, pieces(quote, question.q), ", ".join(by), row.document)


def _who(row: Any) -> str:
    """Return for whom a statement is made."""
    return str(row.principal_name or row.source_name or "unnamed source")


def _facts(row: Any, heading: Heading) -> str:
    """Say what a statement does and where it stands."""
    return f"{row.act.replace('_', ' ')}; {heading.outlet}, {published_words(heading.published)}"
