"""List incidents in order of happening, or the calls and meetings among them."""

from __future__ import annotations

import click

from standoff.cli.options import opened, store_option
from standoff.cli.periods import period_options
from standoff.views.period import Period


@click.command()
@period_options
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="Rows shown; 0 shows all.")
@store_option
def timeline(period: Period, limit: int, store: str | None) -> None:
    """List incidents in order of happening."""
    from standoff.cli.lists import incidents

    incidents(opened(store), limit or None, period, order="time")


@click.command()
@click.argument("incident", required=False)
@store_option
def contacts(incident: str | None, store: str | None) -> None:
    """List calls, visits and meetings, of one INCIDENT or of the whole record."""
    from standoff.cli.finding import meant
    from standoff.cli.lists import meetings

    kept = opened(store)
    meetings(kept, meant(kept, "incident", incident) if incident else None)
