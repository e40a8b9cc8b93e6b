"""Print lists of incidents, documents and contacts in the terminal, so that a user finds what to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from standoff.cli.drawing import STATUS_STYLES, console, flowed, plain, shorten, stacked
from standoff.cli.naming import failure_words
from standoff.store.asking import ask
from standoff.views import incidents as listing
from standoff.views.dossier import first_headings
from standoff.views.period import ALWAYS, Period
from standoff.views.wording import (
    STATUS_WORDS,
    count_words,
    inferred,
    interval_words,
    list_words,
    published_words,
    without_date,
)

if TYPE_CHECKING:
    from rich.console import Console

    from standoff.store.protocol import Readable
    from standoff.views.incidents import Entry, Order
    from standoff.views.network import Contact

NOTHING = "No incident to list: `standoff run PATH --store FILE` reads reports into a store."
_ROOMY = 110  # columns of a terminal from which a list has a column for each fact


def nothing(period: Period) -> str:
    """Say that no incident lies in a period, or that the record holds none."""
    return NOTHING if period == ALWAYS else f"No incident lies in the period ({period.words})."


def incidents(store: Readable, limit: int | None, period: Period = ALWAYS, order: Order = "weight") -> None:
    """Print the incidents of a period."""
    with store.connect() as connection:
        found = listing.listing(connection, period, order, limit)
        status = listing.count(connection, period)
    out = console()
    total = sum(status.values())
    if not total:
        out.print(nothing(period), soft_wrap=True)
        return
    table = list_table()
    table.add_column("Short id", no_wrap=True)
    if out.width < _ROOMY:
        table.add_column("Incident", ratio=1)
    else:
        table.add_column("When", max_width=18)
        table.add_column("Incident", ratio=1)
        table.add_column("Status", no_wrap=True)
        for name in ("Docs", "Origins", "Differences"):
            table.add_column(name, justify="right")
    for entry in found:
        table.add_row(*(_stack(entry, out.width) if out.width < _ROOMY else _row(entry)))
    out.print(table)
    say_rest(out, len(found), total)
    kinds = [count_words(status[key], STATUS_WORDS[key], STATUS_WORDS[key]) for key in STATUS_WORDS if status.get(key)]
    out.print(plain(f"{count_words(total, 'incident')}: {list_words(kinds)}.", "dim"))


def list_table() -> Table:
    """Return an empty table in the style of all lists."""
    return Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False)


def _stack(entry: Entry, width: int) -> tuple[Text, ...]:
    """Return the cells of one incident for a terminal of a narrow width: its name over its facts."""
    short_id, when, name, status, *_ = _row(entry)
    facts = [
        count_words(entry.documents, "document"),
        count_words(entry.incident.origins, "origin"),
        f"◆ {count_words(entry.discrepancies, 'difference')}" if entry.discrepancies else "",
    ]
    room = width - _cell_start(short_id)
    return short_id, stacked([name, flowed([status, when, *(plain(fact, "dim") for fact in facts)], room)])


def _cell_start(first: Text) -> int:
    """Return the column of the terminal in which the second of two cells begins."""
    return first.cell_len + 3


def _row(entry: Entry) -> tuple[Text, ...]:
    """Return the cells of one incident."""
    incident = entry.incident
    when = interval_words(incident.happened, "not reported") + (" (inferred)" if inferred(incident.happened) else "")
    return (
        plain(incident.short_id, "cyan"),
        plain(when),
        plain(without_date(incident.label)),
        plain(STATUS_WORDS[incident.status], STATUS_STYLES[incident.status]),
        plain(str(entry.documents)),
        plain(str(incident.origins)),
        plain(str(entry.discrepancies or "—")),
    )


def say_rest(out: Console, shown: int, total: int) -> None:
    """Say that a list was cut off."""
    if shown < total:
        out.print(plain(f"The first {shown} of {total}; --limit N shows more, --limit 0 all.", "dim"))


def documents(store: Readable, limit: int | None) -> None:
    """Print the documents in order of arrival."""
    from standoff.model.ids import speakable

    with store.connect() as connection:
        found, number = first_headings(connection, limit)
    out = console()
    if not found:
        out.print("No document to list: `standoff run PATH --store FILE` reads reports into a store.", soft_wrap=True)
        return
    table = list_table()
    table.add_column("Short id", no_wrap=True)
    if out.width >= _ROOMY:
        table.add_column("Published")
        table.add_column("Outlet")
    table.add_column("Document", ratio=1)
    for heading in found:
        repeats = f"repeats {100 * heading.share:.0f} % of {speakable(heading.copy_of)}" if heading.copy_of else ""
        words = stacked([plain(shorten(heading.name, 90)), plain(repeats, "dim")])
        published = plain(published_words(heading.published))
        short_id, outlet = plain(speakable(heading.id), "cyan"), plain(heading.outlet)
        narrow = (short_id, stacked([words, published + plain(" · ") + outlet]))
        table.add_row(*(narrow if out.width < _ROOMY else (short_id, published, outlet, words)))
    out.print(table)
    say_rest(out, len(found), number)


def failures(store: Readable, limit: int | None) -> None:
    """Print what could not be read or analysed, and why."""
    with store.connect() as connection:
        found = list(ask(connection, "failures"))
    out = console()
    if not found:
        out.print("Nothing failed: all that was read is in the store.", soft_wrap=True)
        return
    for failure in found[:limit]:
        out.print(plain(failure_words(failure.path, failure.step, failure.reason)), soft_wrap=True)
    say_rest(out, min(limit or len(found), len(found)), len(found))


def meetings(store: Readable, incident: str | None = None) -> None:
    """Print calls, visits and meetings in order of happening."""
    from standoff.views.network import contacts

    with store.connect() as connection:
        found = contacts(connection, incident)
    out = console()
    if not found:
        out.print("No contact is reported.")
        return
    table = list_table()
    table.add_column("Incident", no_wrap=True)
    if out.width < _ROOMY:
        table.add_column("Contact", ratio=1)
    else:
        table.add_column("When", max_width=20)
        table.add_column("How", max_width=20)
        table.add_column("Between", ratio=2)
        table.add_column("Told by", ratio=1)
    for contact in found:
        short_id, when, how, between, told = _meeting(contact)
        narrow = (short_id, stacked([how + plain(": ") + between, when + plain(" · told by ") + told]))
        table.add_row(*(narrow if out.width < _ROOMY else (short_id, when, how, between, told)))
    out.print(table)


def _meeting(contact: Contact) -> tuple[Text, ...]:
    """Return the cells of one contact."""
    told = list_words(contact.told_by) or "reports in their own words"
    through = f" ({', '.join(contact.channels)})" if contact.channels else ""
    return (
        plain(contact.short_id, "cyan"),
        plain(interval_words(contact.happened, "not reported") + (" (inferred)" if inferred(contact.happened) else "")),
        plain(contact.how + (", denied" if contact.denied else "")),
        plain(list_words(contact.parties) or "not reported"),
        plain(told + through),
    )
