"""List incidents in order of happening, or the calls and meetings among them."""

from __future__ import annotations

import click

from standoff.cli.options import glanced, limit_option, store_option
from standoff.cli.periods import period_options
from standoff.views.period import Period


@click.command()
@period_options
@limit_option(50, "Lines shown; 0 shows all.")
@click.option("--why", is_flag=True, help="Say under each line what makes it count.")
@store_option
def timeline(period: Period, limit: int, why: bool, store: str | None) -> None:
    """List the incidents that count most in order of happening, each with reports that tell of it.

    What is dated to more than a few days stands under the day it was first reported, and says so.
    """
    from standoff.cli.chronicle import chronicle

    chronicle(glanced(store), period, limit or None, why=why)


@click.command()
@click.argument("incident", required=False)
@store_option
def contacts(incident: str | None, store: str | None) -> None:
    """List calls, visits and meetings, of one INCIDENT or of the whole record."""
    from standoff.cli.finding import meant
    from standoff.cli.lists import meetings

    kept = glanced(store)
    meetings(kept, meant(kept, "incident", incident) if incident else None)
