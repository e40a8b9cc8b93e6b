"""Draw the claims matrix of an incident in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from standoff.cli.options import glanced, json_option, store_option

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

    from standoff.views.incidents import Entry
    from standoff.views.matrix import Cell, Line, Matrix

_FIRST = 24  # columns of the terminal for the questions
_LEGEND = "▲ asserts  ▼ denies  ● urges  ◆ differs  ○ no position  — not reported ×n voices"  # 80 columns
_MOST = 120  # characters of the words in a cell
_NARROWEST = 15  # of a side's column: below this, sides are listed under each question instead


@click.command()
@click.argument("incident")
@json_option()
@store_option
def matrix(incident: str, as_json: bool, store: str | None) -> None:
    """Draw who asserts, who denies and who differs in INCIDENT: its id, its short id, or words of its name."""
    from standoff.cli.finding import meant
    from standoff.codebook.slots import load_slots
    from standoff.reviewing.verdicts import verdicts_in_force
    from standoff.views.books import FOLDER, kept_parties
    from standoff.views.corrected import corrected_dossier
    from standoff.views.incidents import entry_of
    from standoff.views.matrix import matrix as lay_out
    from standoff.views.summary import clauses, sentence

    kept = glanced(store)
    key = meant(kept, "incident", incident)
    verdicts = verdicts_in_force(kept)
    with kept.connect() as connection:
        found = corrected_dossier(connection, key, kept_parties(connection), verdicts)
        laid = lay_out(found, load_slots(FOLDER))
        entry = entry_of(connection, found.incident)
    summary = sentence(clauses(laid))
    if as_json:
        from standoff.cli.rows import matrix_row, print_rows

        print_rows([matrix_row(found.incident, laid, summary)])
        return
    from standoff.cli.drawing import console

    out = console()
    print_heading(out, entry, summary)
    out.print(drawn(laid, out.width))
    print_legend(out, found.incident.short_id)


def print_heading(out: Console, entry: Entry, sentence: str) -> None:
    """Print an incident's name, facts and the sentence that sums it up."""
    from standoff.cli.drawing import STATUS_STYLES, flowed, plain
    from standoff.views.wording import STATUS_WORDS, count_words, inferred, interval_words

    incident = entry.incident
    out.print(plain(incident.label, "bold"))
    when = interval_words(incident.happened) + (", inferred" if inferred(incident.happened) else "")
    facts = [
        when,
        count_words(entry.documents, "document"),
        count_words(incident.origins, "independent origin"),
        count_words(entry.discrepancies, "discrepancy", "discrepancies") if entry.discrepancies else "",
        incident.short_id,
    ]
    status = plain(STATUS_WORDS[incident.status], STATUS_STYLES[incident.status])
    out.print(flowed([status, *map(plain, facts)], out.width))
    if sentence:
        out.print(plain(sentence, "italic"))
    out.print()


def drawn(laid: Matrix, width: int) -> RenderableType:
    """Draw a matrix as a table, or, where the terminal is too narrow for its sides, as a list under each question."""
    from standoff.cli.drawing import widths

    wide_enough = widths(width, _FIRST, len(laid.sides)) >= _NARROWEST
    return _table(laid) if wide_enough else _list(laid)


def _table(laid: Matrix) -> RenderableType:
    """Draw a column for each side."""
    from rich import box
    from rich.table import Table

    from standoff.cli.drawing import plain, stacked

    table = Table(box=box.ROUNDED, show_lines=True, expand=False)
    table.add_column("Claim", min_width=14, max_width=_FIRST)
    for side in laid.sides:
        table.add_column(plain(side.name, "bold" if side.involved else ""), min_width=11, max_width=30)
    for line in laid.lines:
        marked = plain(_differ(line), "yellow")
        table.add_row(stacked([plain(line.question), marked]), *(_cell(line.cell(side.key)) for side in laid.sides))
    return table


def _differ(line: Line) -> str:
    """Say how many differences there are about a question, if any."""
    from standoff.views.wording import count_words

    return f"◆ {count_words(len(line.discrepancies), 'difference')}" if line.discrepancies else ""


def _words(cell: Cell, most: int) -> str:
    """Return the words of a cell, or who speaks, and how many say the contrary."""
    from standoff.cli.drawing import joined, shorten

    contrary = "denies" if cell.stance == "asserts" else "asserts"
    return joined([shorten(cell.words or cell.speakers, most), f"{cell.against} {contrary}" if cell.against else ""])


def _cell(cell: Cell) -> Text:
    """Draw one cell: its sign, the words and how many documents hold them."""
    from standoff.cli.drawing import plain, sign, stacked

    documents = f"{cell.documents} documents" if cell.documents > 1 else ""
    return stacked([sign(cell.stance, cell.count), plain(_words(cell, _MOST)), plain(documents, "dim")])


def _list(laid: Matrix) -> RenderableType:
    """Draw the sides that spoke under each question."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    from standoff.cli.drawing import joined, plain, sign

    parts: list[RenderableType] = []
    for line in laid.lines:
        parts.append(plain(line.question, "bold") + plain(joined([" ", _differ(line)], " "), "yellow"))
        table = Table.grid(padding=(0, 2))
        table.add_column(width=2)
        table.add_column(min_width=10, max_width=20)
        table.add_column(min_width=14, no_wrap=True)
        table.add_column()
        for side in laid.sides:
            cell = line.cell(side.key)
            if cell.stance != "not_reported" or side.involved:  # that a party to it is silent is worth a line
                words = _words(cell, 2 * _MOST)
                documents = f" ({cell.documents} documents)" if cell.documents > 1 else ""
                table.add_row("", plain(side.name), sign(cell.stance, cell.count, spelt=True), plain(words + documents))
        parts += [table, Text()]
    return Group(*parts[:-1])


def print_legend(out: Console, incident: str | None) -> None:
    """Print what the signs mean, and where to read on about an incident."""
    from standoff.cli.drawing import plain

    out.print(plain(_LEGEND, "dim"))
    if incident:
        out.print(plain(f"The words behind it: standoff show incident {incident}", "dim"))
