"""List incidents in order of happening, or the calls and meetings among them."""

from __future__ import annotations

import click

from standoff.cli.options import glanced, json_option, limit_option, store_option
from standoff.cli.periods import period_options
from standoff.views.period import Period


@click.command()
@period_options
@limit_option(50, "Lines shown; 0 shows all.")
@click.option("--why", is_flag=True, help="Say under each line what makes it count.")
@json_option("Print the lines as JSON, one a line.")
@store_option
def timeline(period: Period, limit: int, why: bool, as_json: bool, store: str | None) -> None:
    """List the incidents that count most in order of happening, each with reports that tell of it.

    What is dated to more than a few days stands under the day it was first reported, and says so.
    """
    if as_json:
        from standoff.cli.rows import print_rows, told_row
        from standoff.views.books import kind_weights
        from standoff.views.chronology import chronology

        with glanced(store).connect() as connection:
            print_rows(map(told_row, chronology(connection, kind_weights(), period, limit or None)))
        return
    from standoff.cli.chronicle import chronicle

    chronicle(glanced(store), period, limit or None, why=why)


@click.command()
@click.argument("incident", required=False)
@json_option("Print contacts as JSON, one a line.")
@store_option
def contacts(incident: str | None, as_json: bool, store: str | None) -> None:
    """List calls, visits and meetings, of one INCIDENT or of the whole record."""
    from standoff.cli.finding import meant

    kept = glanced(store)
    key = meant(kept, "incident", incident) if incident else None
    if as_json:
        from standoff.cli.rows import contact_row, print_rows
        from standoff.views.network import contacts as met

        with kept.connect() as connection:
            print_rows(map(contact_row, met(connection, key)))
        return
    from standoff.cli.lists import meetings

    meetings(kept, key)
