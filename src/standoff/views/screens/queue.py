"""Order what to review by what a decision would settle: the statements and documents that hang on a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from standoff.model.claim import Discrepancy
from standoff.model.incident import Incident
from standoff.model.statement import Statement
from standoff.reviewing.anchoring import Anchored
from standoff.reviewing.worklist import SURE, Task, worklist
from standoff.store import codecs
from standoff.store import tables as t
from standoff.store.codec import Codec
from standoff.store.sums import CONTESTED
from standoff.views.screens.drawer import incidents_of
from standoff.views.screens.reading import Reading
from standoff.views.screens.shapes_record import TaskRow

_LOOKED_AT = 150  # rows of each kind among which the most telling are found


def queue(connection: Connection, log: Iterable[Anchored], reading: Reading, limit: int) -> list[TaskRow]:
    """Return what to look at next: what reviewers left open first, then by how much a decision would settle."""
    differ, contested, unsure = _discrepancies(connection), _contested(connection), _unsure(connection)
    tasks = worklist(log, reading.verdicts, contested, differ, unsure)
    settles = {d.id: len(d.claims) + len(d.documents) for d in differ}
    settles |= {i.id: sum(len(p.statements) for p in i.parties) + len(i.documents) for i in contested}
    tasks.sort(key=lambda task: (task.weight < 3.0, -settles.get(task.target, 1) * task.weight, task.target))
    about = incidents_of(connection, [task.target for task in tasks[:limit]])
    return [_row(task, settles.get(task.target, 1), about.get(task.target, ())) for task in tasks[:limit]]


def _row(task: Task, settles: int, about: Sequence[tuple[str, str, str]]) -> TaskRow:
    """Return one task as shown."""
    words = " ".join(task.words.split())
    return TaskRow(task.kind, task.target, task.reason, task.weight, settles, words, next(iter(about), None))


def _discrepancies(connection: Connection) -> list[Discrepancy]:
    """Return the hardest discrepancies of the most disputed incidents."""
    d, sums = t.discrepancies.c, t.incident_sums.c
    worst = select(sums.incident).order_by(sums.weight.desc()).limit(_LOOKED_AT)
    query = select(d.body).where(d.incident.in_(worst), d.kind.in_(("contradiction", "disagreement")))
    query = query.order_by(d.score.desc(), d.id).limit(_LOOKED_AT)
    return [codecs.DISCREPANCY.decode(body) for body in connection.scalars(query)]


def _contested(connection: Connection) -> list[Incident]:
    """Return the most disputed incidents."""
    i, sums = t.incidents.c, t.incident_sums.c
    worst = select(sums.incident, sums.weight).where(sums.weight >= CONTESTED)
    first = worst.order_by(sums.weight.desc(), sums.incident.desc()).limit(_LOOKED_AT).subquery("first")
    query = select(i.body).join(first, first.c.incident == i.id).order_by(first.c.weight.desc(), i.id)
    codec: Codec[Incident] = codecs.INCIDENT
    return [codec.decode(body) for body in connection.scalars(query)]


def _unsure(connection: Connection) -> list[Statement]:
    """Return the least sure statements."""
    s = t.statements.c
    query = select(s.body).where(s.score < SURE).order_by(s.score, s.id).limit(_LOOKED_AT)
    return [codecs.STATEMENT.decode(body) for body in connection.scalars(query)]
