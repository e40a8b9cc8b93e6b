"""Print the ledger of agreements: who invokes, affirms, alleges or denies a breach, now against the period before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from standoff.cli.options import glanced, json_option, store_option
from standoff.cli.periods import said_options
from standoff.views.period import Period

if TYPE_CHECKING:
    from rich.console import Console

    from standoff.views.agreements import Ledger
    from standoff.views.balance import Balance, Turn


@click.command()
@said_options
@json_option("Print what is said, or with bounds what is said between them, as JSON, one entry a line.")
@store_option
def agreements(period: Period, as_json: bool, store: str | None) -> None:
    """List what is said of each agreement in a period, beside the period of the same length before it.

    Without --from and --to it is the week that ends with the newest entry. Nothing is said here of whether an agreement
    was kept: the ledger counts who says so.
    """
    from standoff.codebook.agreements import load_agreements
    from standoff.views.agreements import ledgers
    from standoff.views.books import FOLDER

    with glanced(store).connect() as connection:
        every = ledgers(connection, load_agreements(FOLDER).agreements)
    if as_json:
        from standoff.cli.rows import ledger_rows, print_rows

        print_rows(ledger_rows(every, period))
        return
    _print_all(every, period)


def _print_all(every: Sequence[Ledger], period: Period) -> None:
    """Print the balance of each agreement that the period speaks of, and name the others."""
    from standoff.cli.drawing import console
    from standoff.views.balance import balances

    found = balances(every, period)
    out = console()
    if not found:
        out.print("No agreement is spoken of in the period, nor in the one before.")
    for balance in found:
        _print(out, balance)
    shown = {balance.ledger.name for balance in found}
    _print_others(out, [ledger for ledger in every if ledger.entries and ledger.name not in shown])


def _print_others(out: Console, ledgers: Sequence[Ledger]) -> None:
    """Name the agreements that are spoken of at other times only, and when."""
    from standoff.cli.drawing import indented, plain
    from standoff.values.days import day_words
    from standoff.views.balance import day_of
    from standoff.views.wording import count_words

    if ledgers:
        out.print(plain("Spoken of at other times; --from and --to show them:", "dim"))
    for ledger in ledgers:
        days = sorted(day for entry in ledger.entries if (day := day_of(entry)))
        when = [day_words(day) for day in dict.fromkeys((days[0], days[-1]))] if days else ["no exact day"]
        out.print(
            indented(2, f"{ledger.name}: {count_words(len(ledger.entries), 'entry', 'entries')}, {' to '.join(when)}")
        )


def _print(out: Console, balance: Balance) -> None:
    """Print one agreement's ledger."""
    from standoff.cli.drawing import indented, plain, shorten
    from standoff.values.days import day_words
    from standoff.views.wording import count_words

    before = balance.before
    out.print(plain(balance.ledger.name, "bold"))
    now = f"{day_words(balance.first)} to {day_words(balance.last)}"
    out.print(indented(2, f"{now}, against {day_words(before[0])} to {day_words(before[1])}", "dim"))
    for turn in balance.turns:
        out.print(indented(2, f"{_words(turn, balance)}: {turn.now}, before {turn.before}"))
        for entry in turn.entries[:2]:
            quote = shorten(entry.quote, 160)
            out.print(indented(4, f"{entry.publisher or 'outlet not reported'}: “{quote}”", "dim"))
    if balance.undated:
        out.print(indented(2, f"{count_words(balance.undated, 'entry has', 'entries have')} no exact day", "dim"))
    out.print()


def _words(turn: Turn, balance: Balance) -> str:
    """Say who does what to an agreement, to which clause, and against whom."""
    from standoff.views.wording import with_article

    clause = f" clause {turn.clause}" if turn.clause else ""
    text = balance.ledger.clause_text(turn.clause)
    accused = f", accused: {turn.accused}" if turn.accused else ""
    voice = with_article(turn.voice)
    return f"{voice[:1].upper()}{voice[1:]} {turn.entries[0].words} it{clause}{f' ({text})' if text else ''}{accused}"
