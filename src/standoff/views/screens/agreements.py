"""Shape the ledger of agreements: per clause, this period against the one before, as daily reports of monitors do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from standoff.codebook.parties import PartyBook
from standoff.errors import NotFoundError, UsageError
from standoff.model.agreement import Agreement
from standoff.store import tables as t
from standoff.views.agreements import ledgers_of
from standoff.views.known import Known
from standoff.views.screens.parties import in_days
from standoff.views.screens.reading import Reading
from standoff.views.screens.rows import ledger_rows
from standoff.views.screens.shapes_record import AgreementPage, AgreementRow, ClauseRow

SHOWN = 200  # lines of one agreement's ledger, the last said first


@dataclass(frozen=True, slots=True)
class Span:
    """Hold first and last day of a period, by when a document was published; open ends reach without end."""

    first: str | None = None
    last: str | None = None

    @property
    def before(self) -> Span | None:
        """Return the period of the same length before, or nothing where this one is open."""
        if not self.first or not self.last:
            return None
        first, last = date.fromisoformat(self.first), date.fromisoformat(self.last)
        if last < first:
            raise UsageError(f"The period ends ({self.last}) before it begins ({self.first}).")
        try:
            end = first - timedelta(days=1)
            return Span((end - (last - first)).isoformat(), end.isoformat())
        except OverflowError as error:
            raise UsageError(f"No period lies before {self.first}.") from error

    @property
    def words(self) -> str:
        """Say the period."""
        if not self.first and not self.last:
            return "the whole record"
        return f"{self.first or 'the beginning'} to {self.last or 'now'}"


def agreements(connection: Connection, reading: Reading, period: Span) -> list[AgreementRow]:
    """Return the agreements that are spoken of, the most often first, with the period before."""
    now, before = _counts(connection, reading, period), _before(connection, reading, period)
    keys = sorted(now | before, key=lambda key: (-sum(now.get(key, {}).values()), key))
    last = _last(connection, reading, period)
    books = reading.books.agreements
    rows = (_row(key, books.get(key), now.get(key, {}), before.get(key, {}), last.get(key)) for key in keys)
    return [_named(row, reading.books.parties) for row in rows]


Counts = Mapping[str, int]


def _row(key: str, held: Agreement | None, now: Counts, before: Counts, last: str | None) -> AgreementRow:
    """Return one agreement; one that the codebook no longer holds is shown by its id."""
    if held is None:
        return AgreementRow(key, key, None, None, (), now, before, last)
    return AgreementRow(key, held.name, held.signed, held.ended, held.parties, now, before, last)


def _named(row: AgreementRow, book: PartyBook) -> AgreementRow:
    """Return an agreement with its parties by name; one that the codebook does not hold keeps its id."""
    held = ((key, book.get(key)) for key in row.parties)
    return replace(row, parties=tuple(party.name if party else key for key, party in held))


def _within(day: ColumnElement[str], period: Span, known: Known) -> Iterable[ColumnElement[bool]]:
    """Yield the conditions of a period on the day of publication."""
    yield from in_days(day, known)
    if period.first:
        yield day >= period.first
    if period.last:
        yield day != ""
        yield day <= period.last


def _summed(*columns: Any, period: Span, known: Known) -> Select[Any]:
    """Select columns of the sums of a period."""
    return select(*columns).where(*_within(t.agreement_sums.c.day, period, known))


def _counts(connection: Connection, reading: Reading, period: Span) -> dict[str, dict[str, int]]:
    """Count the links of each agreement by relation."""
    a = t.agreement_sums.c
    query = _summed(a.agreement, a.relation, func.sum(a.links), period=period, known=reading.known)
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for agreement, relation, number in connection.execute(query.group_by(a.agreement, a.relation)):
        found[agreement][relation] = number
    return dict(found)


def _before(connection: Connection, reading: Reading, period: Span) -> dict[str, dict[str, int]]:
    """Count the links of the period before, if there is one."""
    return _counts(connection, reading, period.before) if period.before else {}


def _last(connection: Connection, reading: Reading, period: Span) -> dict[str, str]:
    """Return the last day on which each agreement was spoken of."""
    a = t.agreement_sums.c
    query = _summed(a.agreement, func.max(a.day), period=period, known=reading.known).group_by(a.agreement)
    return {agreement: last for agreement, last in connection.execute(query) if last}


def agreement_page(connection: Connection, key: str, reading: Reading, period: Span) -> AgreementPage:
    """Shape one agreement's ledger."""
    held = reading.books.agreements.get(key)
    now, before = _by_clause(connection, key, reading, period), Counter[tuple[str | None, str]]()
    if period.before:
        before = _by_clause(connection, key, reading, period.before)
    if held is None and not now and not before:
        raise NotFoundError(f"No agreement of this record has the id {key}: the ledger names them.")
    line = t.agreement_lines.c
    query = select(line.link).where(line.agreement == key, *_within(line.day, period, reading.known))
    lines = list(connection.scalars(query.order_by(line.day.desc(), line.link.desc()).limit(SHOWN)))
    spoken = ledgers_of(connection, reading.books.agreements, lines)
    last = _last(connection, reading, period).get(key)
    return AgreementPage(
        agreement=_named(_row(key, held, _folded(now), _folded(before), last), reading.books.parties),
        mediators=held.mediators if held else (),
        names=held.names if held else (),
        external=held.external if held else {},
        clauses=tuple(_clauses(held, now, before)),
        accused=tuple(_accused(connection, key, reading, period)),
        entries=ledger_rows(spoken, reading.states)[::-1],
        period=period.words,
        period_before=period.before.words if period.before else "",
    )


def _by_clause(connection: Connection, key: str, reading: Reading, period: Span) -> Counter[tuple[str | None, str]]:
    """Count the links of one agreement by clause and relation."""
    a = t.agreement_sums.c
    query = _summed(a.clause, a.relation, func.sum(a.links), period=period, known=reading.known)
    rows = connection.execute(query.where(a.agreement == key).group_by(a.clause, a.relation))
    return Counter({(clause or None, relation): number for clause, relation, number in rows})


def _folded(counted: Mapping[tuple[str | None, str], int]) -> dict[str, int]:
    """Count by relation, whatever the clause."""
    total: Counter[str] = Counter()
    for (_, relation), number in counted.items():
        total[relation] += number
    return dict(total)


def _clauses(
    held: Agreement | None, now: Mapping[tuple[str | None, str], int], before: Mapping[tuple[str | None, str], int]
) -> Iterable[ClauseRow]:
    """Yield the clauses in order, those nobody speaks of too, and last what names no clause."""
    texts: dict[str | None, str] = {clause.id: clause.text for clause in held.clauses} if held else {}
    spoken = {clause for clause, _ in (*now, *before)}
    order = [*texts, *sorted(clause for clause in spoken if clause and clause not in texts)]
    for clause in [*order, *([None] if None in spoken else [])]:
        yield ClauseRow(
            clause,
            texts.get(clause) or ("no clause named" if clause is None else clause),
            {relation: n for (of, relation), n in now.items() if of == clause},
            {relation: n for (of, relation), n in before.items() if of == clause},
        )


def _accused(connection: Connection, key: str, reading: Reading, period: Span) -> Iterable[tuple[str, str, int]]:
    """Yield who accuses whom of breaking an agreement, and how often."""
    line = t.agreement_lines.c
    voice = func.coalesce(line.voice, "outlets in their own words")
    query = select(voice, func.coalesce(line.accused, "nobody named"), func.count()).where(
        line.agreement == key, line.relation == "alleges_violation", *_within(line.day, period, reading.known)
    )
    grouped = query.group_by(voice, line.accused).order_by(func.count().desc(), voice, line.accused)
    return ((row[0], row[1], row[2]) for row in connection.execute(grouped))
