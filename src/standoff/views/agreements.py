"""Keep the ledger of agreements: who invokes which clause, who is said to break it, and who denies that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from standoff.model.agreement import Agreement
from standoff.model.clock import Interval
from standoff.store.asking import Asked, ask, ask_among
from standoff.views.incidents import interval_of
from standoff.views.wording import relation_words


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one line of the ledger with the words it rests on."""

    id: str
    relation: str
    clause: str | None
    voice: str
    accused: str | None
    said: Interval | None
    published: Interval | None
    document: str
    publisher: str | None
    statement: str | None
    quote: str
    incidents: tuple[tuple[str, str], ...]

    @property
    def words(self) -> str:
        """Say what the voice does to the agreement."""
        return relation_words(self.relation, self.voice, quoted=self.statement is not None)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Hold one agreement with the lines about it, in order of being said."""

    id: str
    name: str
    agreement: Agreement | None
    entries: tuple[Entry, ...]

    def clause_text(self, clause: str | None) -> str | None:
        """Return what a clause says, retold, or nothing."""
        clauses = self.agreement.clauses if self.agreement else ()
        return next((item.text for item in clauses if item.id == clause), None)


def ledgers(connection: Asked, agreements: Mapping[str, Agreement], incident: str | None = None) -> tuple[Ledger, ...]:
    """Return a ledger for each agreement that is spoken of, in the whole record or in one incident."""
    if incident is not None:
        return ledgers_in(connection, agreements, [incident])
    return _ledgers(ask(connection, "ledger"), ask(connection, "incidents in the ledger"), agreements)


def ledgers_in(connection: Asked, agreements: Mapping[str, Agreement], incidents: Sequence[str]) -> tuple[Ledger, ...]:
    """Return ledgers of what is said where some incidents, a page of them, are told of."""
    found = ask(connection, "ledger of incidents", among=incidents)
    return _ledgers(found, ask(connection, "incidents in the ledger of incidents", among=incidents), agreements)


def ledgers_of(connection: Asked, agreements: Mapping[str, Agreement], ids: Sequence[str]) -> tuple[Ledger, ...]:
    """Return ledgers of some links only, by their ids."""
    found = ask_among(connection, "ledger by link", ids)
    return _ledgers(found, ask_among(connection, "incidents in the ledger by link", ids), agreements)


def _ledgers(rows: Iterable[Any], told: Iterable[Any], agreements: Mapping[str, Agreement]) -> tuple[Ledger, ...]:
    """Return the ledgers of some rows; `told` gives, by statement, id and short id of the incidents it tells of."""
    about: dict[str, list[tuple[str, str]]] = {}
    for statement, key, short in told:
        about.setdefault(statement, []).append((key, short))
    entries: dict[str, list[Entry]] = {}
    for row in rows:
        entries.setdefault(row.agreement, []).append(_entry(row, tuple(about.get(row.statement, ()))))
    return tuple(_ledger(key, agreements.get(key), tuple(lines)) for key, lines in sorted(entries.items()))


def _entry(row: Any, incidents: tuple[tuple[str, str], ...]) -> Entry:
    """Return the entry of one row."""
    evidence = row.body.get("evidence") or []
    voice = row.principal_name or row.source_name or ("unnamed source" if row.statement else row.publisher)
    return Entry(
        id=row.id,
        relation=row.relation,
        clause=row.clause,
        voice=voice or "outlet not reported",
        accused=row.accused_name,
        said=interval_of(row, "said"),
        published=interval_of(row, "published"),
        document=row.document,
        publisher=row.publisher,
        statement=row.statement,
        quote=max((words for _, _, _, words in evidence), key=len, default=""),
        incidents=incidents,
    )


def _ledger(key: str, agreement: Agreement | None, entries: tuple[Entry, ...]) -> Ledger:
    """Return one agreement's ledger; one that the codebook no longer holds is shown by its id."""
    return Ledger(key, agreement.name if agreement else key, agreement, entries)
