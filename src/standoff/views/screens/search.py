"""Search everything: names by the index of names, words in documents and statements by that of texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, func, select, text

from standoff.model.ids import speakable
from standoff.store import tables as t
from standoff.views.dossier import Heading, headings
from standoff.views.meaning import Index
from standoff.views.screens.excerpts import Pieces, excerpt, pieces
from standoff.views.screens.listing import rows_of
from standoff.views.screens.reading import Reading
from standoff.views.screens.said import Question, statements
from standoff.views.screens.shapes_search import Hit, SearchPage
from standoff.views.screens.words import WORD, likest, match_of
from standoff.views.wording import count_words, published_words

_RANKING = text(
    "SELECT rowid AS number, bm25(documents_fts) AS badness FROM documents_fts WHERE documents_fts MATCH :match "
    "ORDER BY rowid DESC LIMIT :most"
)
_RANKED = 2_000  # the last documents to arrive that match, which are ranked by likeness
_COUNTED = 1_000  # documents up to which they are counted
_READ = 40  # documents whose statements are looked through


def search(connection: Connection, reading: Reading, question: Question, near: Index | None = None) -> SearchPage:
    """Return what was found, by kind, in order of likeness; `near` finds what is said in other words."""
    match = match_of(question.q)
    if match is None:
        return SearchPage(question.q, (), {}, "Type a word of a name or a text.")
    hits: list[Hit] = []
    counts: dict[str, int] = {}
    for kind in ("incident", "actor", "place"):
        if question.asks(kind):
            rows = likest(connection, kind, match, question.most)
            counts[kind] = rows[0].found if rows else 0
            hits += _named(connection, reading, kind, rows, question)
    if question.asks("agreement"):
        hits += _agreements(reading, question)
    if question.asks("source"):
        hits += _sources(connection, question)
    if question.asks("document") or question.asks("statement"):
        ranked = connection.execute(_RANKING, {"match": match, "most": _RANKED}).all()
        hits += _texts(connection, reading, question, (ranked, near))
        counts["document"] = min(len(ranked), _COUNTED)
    for hit in hits:
        counts.setdefault(hit.kind, sum(other.kind == hit.kind for other in hits))
    return SearchPage(question.q, tuple(hits), counts, None if hits else "Nothing has all these words: try fewer.")


def _named(
    connection: Connection, reading: Reading, kind: str, rows: Sequence[Any], question: Question
) -> Iterable[Hit]:
    """Yield things found by their names."""
    if kind == "incident":
        for row in rows_of(connection, [row.key for row in rows], reading):
            facts = f"{row.status_words}; {count_words(row.documents, 'document')}"
            yield Hit(kind, row.id, row.short_id, row.label, facts, pieces(row.label, question.q))
        return
    table = t.parties if kind == "actor" else t.places
    kinds = dict(
        connection.execute(select(table.c.id, table.c.kind).where(table.c.id.in_([r.key for r in rows]))).all()
    )
    for row in rows:
        facts = str(kinds.get(row.key, "")).replace("_", " ")
        yield Hit(kind, row.key, None, row.name, facts, pieces(row.name, question.q))


def _agreements(reading: Reading, question: Question) -> Iterable[Hit]:
    """Yield agreements of the codebook one of whose names holds all words."""
    words = [word.casefold() for word in WORD.findall(question.q)]
    found = 0
    for key, held in reading.books.agreements.items():
        names = " ".join((held.name, *held.names)).casefold()
        if found < question.most and all(word in names for word in words):
            found += 1
            yield Hit("agreement", key, None, held.name, f"signed {held.signed}", pieces(held.name, question.q))


def _sources(connection: Connection, question: Question) -> Iterable[Hit]:
    """Yield outlets whose name holds the words."""
    sums = t.publisher_sums.c
    query = (
        select(sums.publisher, func.sum(sums.documents).label("n"))
        .where(sums.publisher.icontains(question.q.strip(), autoescape=True))
        .group_by(sums.publisher)
        .order_by(func.sum(sums.documents).desc())
        .limit(question.most)
    )
    for row in connection.execute(query):
        facts = count_words(row.n, "document")
        yield Hit("source", row.publisher, None, row.publisher, facts, pieces(row.publisher, question.q))


def _texts(
    connection: Connection, reading: Reading, question: Question, by: tuple[Sequence[Any], Index | None]
) -> Iterable[Hit]:
    """Yield documents that hold the words, then statements in them; `by` has the documents and what finds meanings."""
    ranked, near = by
    numbers = [row.number for row in sorted(ranked, key=lambda row: (row.badness, row.number))]
    d, kept = t.documents.c, _READ * (4 if reading.known.day else 1)
    ids = connection.execute(select(d.number, d.id).where(d.number.in_(numbers[:kept]))).all()
    names = {row.number: row.id for row in ids}
    held = headings(connection, sorted(names.values()))
    liked = [(number, held[names[number]]) for number in numbers[:kept]]
    known = [(number, heading) for number, heading in liked if reading.known.knows(heading.published)]
    if question.asks("document"):
        shown = [heading for _, heading in known[: question.most]]
        texts = connection.execute(select(d.id, d.text).where(d.id.in_([heading.id for heading in shown]))).all()
        words = {row.id: excerpt(row.text, question.q) for row in texts}
        for heading in shown:
            yield _document(heading, words[heading.id])
    if question.asks("statement"):
        outlets = {heading.id: heading for _, heading in known[:_READ]}
        yield from statements(connection, reading.known, question, (outlets, near))


def _document(heading: Heading, words: Pieces) -> Hit:
    """Return a document that was found."""
    facts = f"{heading.outlet}, {published_words(heading.published)}"
    return Hit("document", heading.id, speakable(heading.id), heading.called, facts, words)
