"""Put the questions that looking things up asks of a store, each a statement with named values.

The same statements stand, compiled for SQLite, in `questions.json`, so that a command that only looks something up
need not load what compiles them; `python -m standoff.store.questions` writes that file, and a test compares.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import JSON, BindParameter, ColumnElement, Select, Text, bindparam, case, func, or_, select
from sqlalchemy.dialects import sqlite

from standoff.store import tables as t
from standoff.store.asking import FILE
from standoff.store.finding import SEVERAL, SPOKEN

NAMED = {  # kind of row that an id can name -> its table
    "document": t.documents,
    "annotation": t.annotations,
    "statement": t.statements,
    "event": t.events,
    "incident": t.incidents,
    "claim": t.claims,
    "discrepancy": t.discrepancies,
    "agreement_link": t.agreement_links,
    "decision": t.decisions,
}
_CLOCK = ("earliest", "latest", "basis")


def _value(name: str) -> BindParameter[str | None]:
    """Return a value that is given when the question is asked."""
    return bindparam(name, type_=Text)


def _among(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the condition that a column has one of some values, given as `among`."""
    return column.in_(bindparam("among", expanding=True))


def _naming() -> dict[str, Select[Any]]:
    """Return the questions for rows by id, beginning of an id, and short id."""
    ids = {kind: table.c.id for kind, table in NAMED.items()}
    found: dict[str, Select[Any]] = {}
    for kind, key in ids.items():
        bounds = (key >= _value("first"), key < _value("after"))
        found[f"{kind} by beginning"] = select(key).where(*bounds).order_by(key).limit(SEVERAL + 1)
    for kind in SPOKEN:
        table = NAMED[kind]
        found[f"{kind} by short id"] = select(table.c.id).where(table.c.short_id == _value("name")).limit(SEVERAL)
    i, d, s, r = t.incidents.c, t.documents.c, t.statements.c, t.redirects.c
    gone = (r.incident >= _value("first"), r.incident < _value("after"))
    return {
        **found,
        "incident names": select(i.id, i.short_id, i.label).order_by(i.documents_count.desc(), i.id),
        "document names": select(d.id, d.short_id, d.path, d.title).order_by(d.number),
        "statement names": select(s.id, s.short_id),
        "gone by beginning": select(r.incident).where(*gone).order_by(r.incident).limit(SEVERAL + 1),
        "gone": select(r.incident),
        "heirs": select(r.heir).where(_among(r.incident)),
    }


def _listing() -> dict[str, Select[Any]]:
    """Return the questions for lists of incidents, by weight (contested first) or in order of happening."""
    i, about = t.incidents.c, t.discrepancies.c
    counted = select(about.incident, func.count().label("number")).group_by(about.incident).subquery("differences")
    number = func.coalesce(counted.c.number, 0)
    entries = (
        select(i.body, i.documents_count, number.label("differences"))
        .outerjoin(counted, counted.c.incident == i.id)
        .where(*_within())
        .limit(bindparam("most"))
    )
    when = (i.happened_earliest.is_(None), i.happened_earliest, i.happened_latest, i.id)
    rank = case((i.status == "contested", 0), (i.status == "uncontested", 1), else_=2)
    weight = (rank, i.documents_count.desc(), number.desc(), i.events_count.desc(), *when)
    return {
        "incidents by weight": entries.order_by(*weight),
        "incidents by time": entries.order_by(*when),
        "incidents by status": select(i.status, func.count().label("number")).where(*_within()).group_by(i.status),
        "differences of an incident": select(func.count()).where(about.incident == _value("incident")),
    }


def _within() -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of a period, each void where its bound is absent; the undated are in no bounded period."""
    i, first, last, since = t.incidents.c, _value("first"), _value("last"), _value("since")
    begun = func.substr(func.coalesce(i.happened_earliest, i.happened_latest), 1, 10)
    return (
        or_(first.is_(None), func.coalesce(i.happened_latest, i.happened_earliest) >= first),
        or_(last.is_(None), begun <= last),
        or_(since.is_(None), i.id.in_(_published_since(since))),
    )


def _published_since(day: BindParameter[str | None]) -> Select[tuple[str]]:
    """Return the incidents that a document published on or after a day speaks of; an unknown date counts as new."""
    member, d, dated = t.incident_events.c, t.documents.c, t.datings.c
    published = func.coalesce(
        dated.published_latest, d.published_latest, dated.published_earliest, d.published_earliest
    )
    return (
        select(member.incident)
        .join(t.events, t.events.c.id == member.event)
        .join(t.documents, d.id == t.events.c.document)
        .outerjoin(t.datings, dated.document == d.id)
        .where((published >= day) | published.is_(None))
    )


def _bodies() -> dict[str, Select[Any]]:
    """Return the questions for whole records: by id, and all that is of one incident."""
    kept = (t.statements, t.events, t.claims, t.discrepancies, t.agreement_links)
    by_id = {f"{table.name} by id": select(table.c.body).where(_among(table.c.id)) for table in kept}
    incident, member = _value("incident"), t.incident_events.c
    differ, said, links = t.discrepancies.c, t.claims.c, t.agreement_links.c
    either = (differ.incident == incident) | (differ.other_incident == incident)
    return {
        **by_id,
        "incident": select(t.incidents.c.body).where(t.incidents.c.id == incident),
        "events of an incident": select(t.events.c.body)
        .join(t.incident_events, member.event == t.events.c.id)
        .where(member.incident == incident)
        .order_by(member.position),
        "discrepancies of an incident": select(differ.body).where(either).order_by(differ.slot, differ.kind, differ.id),
        "claims of an incident": select(said.body).where(said.incident == incident),
        "agreement links of statements": select(links.body).where(_among(links.statement)),
        "parties of the codebook": select(t.parties.c.body).where(t.parties.c.local.is_(False)),
    }


def _documents() -> dict[str, Select[Any]]:
    """Return the questions for documents without their texts, an inferred date beside their own, and for copies."""
    d, dated, c = t.documents.c, t.datings.c, t.copies.c
    plain = ("id", "path", "title", "publisher", "agency", "url", "language", "text_sha256", "replaces")
    headings = (
        select(
            *(d[name] for name in plain),
            func.length(d.text).label("length"),
            *(d[f"published_{part}"] for part in _CLOCK),
            *(dated[f"published_{part}"].label(f"dated_{part}") for part in _CLOCK),
        )
        .select_from(t.documents)
        .outerjoin(t.datings, dated.document == d.id)
        .order_by(d.number)
    )
    copies = select(c.document, c.copy_of, c.share).order_by(c.share, c.copy_of.desc())
    return {
        "headings": headings,
        "headings by id": headings.where(_among(d.id)),
        "copies": copies,
        "copies by document": copies.where(_among(c.document)),
    }


QUESTIONS = {**_naming(), **_listing(), **_bodies(), **_documents()}


def compiled() -> dict[str, dict[str, Any]]:
    """Return each question as SQLite is asked it, its own values, and the columns that hold JSON.

    `(:among)` stands for a list.
    """
    dialect = sqlite.dialect(paramstyle="named")
    found = {}
    for name, query in QUESTIONS.items():
        made = query.compile(dialect=dialect)
        found[name] = {
            "sql": " ".join(str(made).replace("__[POSTCOMPILE_among]", ":among").split()),
            "values": {key: value for key, value in made.params.items() if value is not None},
            "json": [column.name for column in query.selected_columns if isinstance(column.type, JSON)],
        }
    return found


def written() -> str:
    """Return the text of the file that holds the compiled questions."""
    return json.dumps(compiled(), indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
