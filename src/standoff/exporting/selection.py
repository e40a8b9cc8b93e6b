"""Choose what leaves the house: reviewed rows only, or all that nobody has rejected; say how many were left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from standoff.store import tables as t
from standoff.views import incidents as listing
from standoff.views.dossier import Heading
from standoff.views.period import ALWAYS, Period
from standoff.views.wording import count_words, list_words

_REVIEWED = {"statements": "statement", "claims": "claim", "incidents": "incident", "discrepancies": "discrepancy"}
_MANY = {"discrepancy": "discrepancies"}


@dataclass(frozen=True, slots=True)
class Selection:
    """Hold review states by row id, and whether rows nobody has reviewed are shown too.

    A rejected row is never shown. An incident is shown when it, or a row of its own that is shown, was accepted.
    """

    states: Mapping[str, str]
    unreviewed: bool
    period: Period = ALWAYS
    left_out: str | None = None

    def keeps(self, key: str) -> bool:
        """Tell whether a row is shown."""
        state = self.states.get(key)
        return state == "accepted" or (self.unreviewed and state != "rejected")

    @property
    def words(self) -> str:
        """Say which rows are shown."""
        shown = "unreviewed rows are shown too" if self.unreviewed else "only rows that people have accepted are shown"
        return shown if self.period == ALWAYS else f"{shown}; only incidents {self.period.words}"

    def entries(self, connection: Connection) -> tuple[listing.Entry, ...]:
        """Return the incidents shown, by weight."""
        found = listing.listing(connection, self.period)
        if self.unreviewed:
            return tuple(entry for entry in found if self.keeps(entry.incident.id))
        accepted = {key for key, state in self.states.items() if state == "accepted"}
        reached = _incidents_reached(connection, accepted)
        return tuple(
            entry
            for entry in found
            if entry.incident.id in reached and self.states.get(entry.incident.id) != "rejected"
        )

    def headings(self, found: Mapping[str, Heading], cited: Iterable[str]) -> dict[str, Heading]:
        """Return the documents shown: all, or those in which a row that is shown stands."""
        wanted = set(found) if self.unreviewed and self.period == ALWAYS else set(cited)
        return {key: heading for key, heading in found.items() if key in wanted}


def _incidents_reached(connection: Connection, accepted: set[str]) -> set[str]:
    """Return the incidents that are accepted or hold an accepted row."""
    e, member, c = t.events.c, t.incident_events.c, t.claims.c
    reached = {key for key in accepted if key.startswith("inc-")}
    rows = (
        select(member.incident, e.statement, member.event).join(t.events, e.id == member.event),
        select(c.incident, c.statement, c.id),
    )
    for query in rows:
        reached |= {incident for incident, *keys in connection.execute(query) if accepted.intersection(keys)}
    return reached


def select_rows(
    connection: Connection, states: Mapping[str, str], unreviewed: bool, period: Period = ALWAYS
) -> Selection:
    """Choose the rows to show by their review states, and count those left out."""
    chosen = Selection(states, unreviewed, period)
    left = []
    for table, name in _REVIEWED.items():
        total = connection.scalar(select(func.count()).select_from(t.metadata.tables[table])) or 0
        prefix = {"statements": "stm-", "claims": "clm-", "incidents": "inc-", "discrepancies": "dsc-"}[table]
        known = [state for key, state in states.items() if key.startswith(prefix)]
        out = known.count("rejected") if unreviewed else total - known.count("accepted")
        if out > 0:
            left.append(count_words(out, name, _MANY.get(name)))
    if not left:
        return chosen
    why = "rejected by reviewers" if unreviewed else "not reviewed, or not accepted"
    return Selection(states, unreviewed, period, f"Left out, because {why}: {list_words(left)}.")
