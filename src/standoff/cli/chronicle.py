"""Print a chronology in the terminal: a day, an incident, who tells of it, and why it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from standoff.cli.drawing import STATUS_STYLES, console, plain, stacked
from standoff.cli.lists import list_table, nothing
from standoff.values.days import day_words
from standoff.views.books import kind_weights
from standoff.views.chronology import Line, chronology
from standoff.views.incidents import count
from standoff.views.period import Period
from standoff.views.wording import STATUS_WORDS, count_words, interval_words, list_words, without_date

if TYPE_CHECKING:
    from standoff.store.protocol import Readable


def chronicle(store: Readable, period: Period, limit: int | None, *, why: bool) -> None:
    """Print the incidents of a period that count most, in order of days."""
    with store.connect() as connection:
        lines = chronology(connection, kind_weights(), period, limit)
        total = sum(count(connection, period).values())
    out = console()
    if not lines:
        out.print(nothing(period), soft_wrap=True)
        return
    table = list_table()
    table.add_column("Day", max_width=20)
    table.add_column("Incident", ratio=1)
    table.add_column("Weight", justify="right", no_wrap=True)
    for line in lines:
        table.add_row(_day(line), _told(line, why=why), plain(f"{line.importance.score:.1f}", "dim"))
    out.print(table)
    if len(lines) < total:
        rest = f"The {len(lines)} of {total} that count most; --limit N shows more, --limit 0 all."
        out.print(plain(rest, "dim"))


def _day(line: Line) -> Text:
    """Return the day a line is entered under; that of a report is named as such."""
    happened = line.entry.incident.happened
    if line.day is None:
        return plain("not reported", "dim")
    if not line.reported:
        return plain(interval_words(happened, line.day))
    from datetime import date

    return plain(f"reported {day_words(date.fromisoformat(line.day))}", "dim")


def _told(line: Line, *, why: bool) -> Text:
    """Return what happened, whether it is contested, who reports it, and the parts of the score where asked for."""
    incident = line.entry.incident
    outlets = [heading.outlet for heading in line.cited]
    more = len(incident.documents) - len(outlets)
    named = list(dict.fromkeys(outlets)) + ([count_words(more, "more report")] if more > 0 else [])
    status = plain(STATUS_WORDS[incident.status], STATUS_STYLES[incident.status])
    facts = [plain(incident.short_id, "cyan"), status, plain(list_words(named), "dim")]
    rows = [plain(without_date(incident.label)), Text(" · ").join(facts)]
    if why:
        rows.append(plain(line.importance.explain(), "dim"))
    return stacked(rows)
