"""Set what is said of an agreement in one period beside the period before, as daily reports of monitors do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.views.agreements import Entry, Ledger
from standoff.views.period import Period

_WEEK = 7
_CLOSE_DAYS = 3
_RELATIONS = ("alleges_violation", "denies_violation", "invokes", "affirms")


@dataclass(frozen=True, slots=True)
class Turn:
    """Hold how often one voice does one thing to an agreement, in this period and in the one before."""

    relation: str
    voice: str
    accused: str | None
    clause: str | None
    now: int
    before: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """Hold one agreement's turns over two periods of one length; `undated` counts what has no day."""

    ledger: Ledger
    first: date
    last: date
    turns: tuple[Turn, ...]
    undated: int

    @property
    def days(self) -> int:
        """Return how many days each period has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> tuple[date, date]:
        """Return the first and the last day of the period before."""
        return self.first - timedelta(days=self.days), self.first - timedelta(days=1)


def balances(ledgers: Iterable[Ledger], period: Period) -> tuple[Balance, ...]:
    """Return the balance of each agreement that either period speaks of, those most spoken of now first.

    Without bounds the period is the week that ends with the newest entry of any agreement.
    """
    kept = tuple(ledgers)
    bounds = _bounds([entry for ledger in kept for entry in ledger.entries], period)
    if bounds is None:
        return ()
    found = [made for ledger in kept if (made := _balance(ledger, *bounds)).turns]
    return tuple(sorted(found, key=lambda made: (-sum(turn.now for turn in made.turns), made.ledger.name)))


def day_of(entry: Entry) -> date | None:
    """Return the day by which an entry was said or, failing that, published; nothing where neither is known closely."""
    for interval in (entry.said, entry.published):
        if interval is not None and interval.days is not None and interval.days <= _CLOSE_DAYS:
            return interval.last_day
    return None


def _bounds(entries: Sequence[Entry], period: Period) -> tuple[date, date] | None:
    """Return the first and the last day of the period asked for."""
    days = [day for entry in entries if (day := day_of(entry))]
    if not days:
        return None
    last = date.fromisoformat(period.last) if period.last else max(days)
    first = date.fromisoformat(period.first) if period.first else last - timedelta(days=_WEEK - 1)
    return (first, last) if first <= last else None


def _balance(ledger: Ledger, first: date, last: date) -> Balance:
    """Count one agreement's entries in two periods."""
    length = last - first + timedelta(days=1)
    now: Counter[tuple[str, str, str, str]] = Counter()
    before: Counter[tuple[str, str, str, str]] = Counter()
    held: dict[tuple[str, str, str, str], list[Entry]] = {}
    undated = 0
    for entry in ledger.entries:
        day, key = day_of(entry), (entry.relation, entry.voice, entry.accused or "", entry.clause or "")
        undated += day is None
        if day is None or not first - length <= day <= last:
            continue
        (now if day >= first else before)[key] += 1
        held.setdefault(key, []).append(entry)
    turns = [
        Turn(relation, voice, accused or None, clause or None, now[key], before[key], tuple(held[key]))
        for key in held
        for relation, voice, accused, clause in [key]
    ]
    return Balance(ledger, first, last, tuple(sorted(turns, key=_order)), undated)


def _order(turn: Turn) -> tuple[int, int, str, str]:
    """Return what turns are ordered by: what is done, then how often, then by whom."""
    rank = _RELATIONS.index(turn.relation) if turn.relation in _RELATIONS else len(_RELATIONS)
    return rank, -turn.now, turn.voice, turn.accused or ""
