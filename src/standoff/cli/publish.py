"""Publish the record as a folder of pages or as one page that opens anywhere."""

from __future__ import annotations

from pathlib import Path

import click

from standoff.cli.naming import rows_words
from standoff.cli.options import opened, store_option
from standoff.cli.periods import period_options
from standoff.errors import UsageError
from standoff.views.period import Period

_HEAVY = 60_000_000  # bytes from which browsers grow slow with one page


@click.command()
@click.option("--single", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="One page for all.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="A folder of pages.")
@click.option("--unreviewed", is_flag=True, help="Show rows that nobody has reviewed too.")
@click.option("--coarsen", type=click.FloatRange(0.1, 500), metavar="KM", help="Blur places to a grid of so many km.")
@click.option("--title", default="Conflict record", show_default=True, help="Title of the pages.")
@period_options
@store_option
def publish(  # noqa: PLR0913, PLR0917 - one parameter an option
    period: Period,
    single: Path | None,
    out: Path | None,
    unreviewed: bool,
    coarsen: float | None,
    title: str,
    store: str | None,
) -> None:
    """Publish the record as web pages: one file that opens without a server, or a folder for any web host.

    Only rows that reviewers have accepted are shown, unless --unreviewed is given; rejected rows never are. The pages
    say how many rows were left out. They ask for nothing from elsewhere, and name no reviewer and no reason.
    """
    from standoff.codebook.publishers import load_publishers
    from standoff.exporting.leaving import Leaving
    from standoff.exporting.selection import select_rows
    from standoff.exporting.site import publish_folder, publish_single
    from standoff.reviewing.verdicts import anchored_log, verdicts_in_force
    from standoff.views.books import FOLDER, load_books

    if (single is None) == (out is None):
        raise UsageError("Give either `--single FILE` or `--out DIR`.")
    kept = opened(store)
    verdicts = verdicts_in_force(kept)
    with kept.connect() as connection:
        selection = select_rows(connection, verdicts.states, unreviewed, period)
    leaving = Leaving(selection, load_books(), load_publishers(FOLDER), title, verdicts.corrections, anchored_log(kept))
    if single:
        made = publish_single(kept, single, leaving, coarsen or 0.0)
    else:
        assert out is not None  # one of the two is given
        made = publish_folder(kept, out, leaving, coarsen or 0.0)
    held = f"{rows_words(made.incidents, 'incidents')}, {rows_words(made.documents, 'documents')}"
    click.echo(f"Wrote {made.path} ({made.size / 1e6:.1f} MB): {held}.")
    if single and made.size > _HEAVY:
        click.echo("Browsers are slow with a page of this size: bound it with --from, --to or --since, or use --out.")
    if made.left_out:
        click.echo(made.left_out)
    if not made.incidents and not unreviewed:
        click.echo("Nothing is reviewed yet: `standoff review accept ID` accepts a row, --unreviewed shows all.")
