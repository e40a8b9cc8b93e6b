"""Ask for documents without their texts, an inferred date beside their own, and for texts, layout, marks and copies."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select

from standoff.store import tables as t
from standoff.store.questions.terms import CLOCK, among, clock, one_of

_OPENING = 240  # characters of a text by which it is known where it has no title
_SHOWN = ("content", "cue", "said_at", "source")  # roles of a statement's words that a reader marks


def questions() -> dict[str, Select[Any]]:
    """Return the questions by name."""
    d, c, b = t.documents.c, t.copies.c, t.blocks.c
    headings = _headings()
    copies = select(c.document, c.copy_of, c.share).order_by(c.share, c.copy_of.desc())
    return {
        "headings": headings,
        "first headings": headings.limit(bindparam("most")),
        "headings by id": headings.where(among(d.id)),
        "number of documents": select(func.count().label("number")).select_from(t.documents),
        "copies": copies,
        "copies by document": copies.where(among(c.document)),
        "texts": select(d.id, d.text).where(among(d.id)),
        "documents": select(t.documents).where(among(d.id)),
        "datings": select(t.datings),
        "datings by document": select(t.datings).where(among(t.datings.c.document)),
        "blocks": select(b.document, b.kind, b.start, b.stop).where(among(b.document)).order_by(b.document, b.position),
        "marks": _marks(),
        "incidents told in documents": _told_in(),
    }


def _headings() -> Select[Any]:
    """Return the question for all headings, in order of arrival."""
    d, dated = t.documents.c, t.datings.c
    plain = ("id", "path", "title", "publisher", "agency", "url", "language", "text_sha256", "replaces")
    return (
        select(
            *(d[name] for name in plain),
            func.length(d.text).label("length"),
            func.substr(d.text, 1 + _first_word(), _OPENING).label("opening"),
            *clock(t.documents, "published"),
            *(dated[f"published_{part}"].label(f"dated_{part}") for part in CLOCK),
        )
        .select_from(t.documents)
        .outerjoin(t.datings, dated.document == d.id)
        .order_by(d.number)
    )


def _told_in() -> Select[Any]:
    """Return the question which incidents some documents tell of."""
    i, e, member = t.incidents.c, t.events.c, t.incident_events.c
    return (
        select(e.document, i.id, i.short_id, i.label, i.status)
        .join(t.incident_events, member.event == e.id)
        .join(t.incidents, i.id == member.incident)
        .where(among(e.document))
        .distinct()
        .order_by(e.document, i.id)
    )


def _first_word() -> ColumnElement[int]:
    """Return where the date and the dateline before a text's first word end."""
    b = t.blocks.c
    before = (b.document == t.documents.c.id, b.position <= 1, one_of(b.kind, ("metadata", "dateline")))
    return func.coalesce(select(func.max(b.stop)).where(*before).scalar_subquery(), 0)


def _marks() -> Select[Any]:
    """Return the question where the words of statements stand in some documents."""
    m = t.marks.c
    return (
        select(m.document, m.start, m.stop, m.role, m.owner)
        .where(among(m.document), m.owner_kind == "statement", one_of(m.role, _SHOWN))
        .order_by(m.document, m.start, m.owner)
    )
