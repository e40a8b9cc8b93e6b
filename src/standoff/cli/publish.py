"""Publish the record as one page that opens anywhere."""

from __future__ import annotations

from pathlib import Path

import click

from standoff.cli.options import opened, store_option
from standoff.cli.periods import period_options
from standoff.views.period import Period

_HEAVY = 20_000_000  # bytes from which browsers grow slow


@click.command()
@click.option(
    "--single", required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The page."
)
@click.option("--unreviewed", is_flag=True, help="Show rows that nobody has reviewed too.")
@click.option("--title", default="Conflict record", show_default=True, help="Title of the page.")
@period_options
@store_option
def publish(period: Period, single: Path, unreviewed: bool, title: str, store: str | None) -> None:
    """Write the record as one HTML file: matrix, sources, timeline, agreements, contacts, casualties, documents.

    Only rows that reviewers have accepted are shown, unless --unreviewed is given; rejected rows never are. The page
    says how many rows were left out. It needs no network, and names no reviewer.
    """
    from standoff.exporting.selection import select_rows
    from standoff.exporting.single import publish as write
    from standoff.reviewing.desk import verdicts_in_force
    from standoff.views.books import load_books

    kept = opened(store)
    states = verdicts_in_force(kept).states
    with kept.connect() as connection:
        selection = select_rows(connection, states, unreviewed, period)
    made = write(kept, single, selection, load_books(), title)
    click.echo(f"Wrote {made.path} ({made.size / 1e6:.1f} MB): {made.incidents} incidents, {made.documents} documents.")
    if made.size > _HEAVY:
        click.echo("Browsers are slow with a page of this size: bound it with --from, --to or --since.")
    if made.left_out:
        click.echo(made.left_out)
    if not made.incidents and not unreviewed:
        click.echo("Nothing is reviewed yet: `standoff review accept ID` accepts a row, --unreviewed shows all.")
