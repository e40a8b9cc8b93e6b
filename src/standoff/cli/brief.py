"""Write a briefing in the terminal, or as Markdown to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from standoff.cli.options import opened, store_option
from standoff.cli.periods import period_options
from standoff.errors import ExportError, UsageError
from standoff.views.period import Period

if TYPE_CHECKING:
    from standoff.store.protocol import Store
    from standoff.views.screens.brief import Template

TEMPLATES = ("short", "osce-daily", "question-led")


@click.command()
@click.option("--template", type=click.Choice(TEMPLATES), default="short", show_default=True, help="Kind of briefing.")
@click.option("--incident", metavar="ID", help="Only this incident.")
@period_options
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to a file instead.")
@store_option
def brief(period: Period, template: Template, incident: str | None, out: Path | None, store: str | None) -> None:
    """Write a briefing as Markdown: who says what and who denies it, every sentence with its sources."""
    from standoff.cli.drawing import clean

    kept = opened(store)
    text = _whole(kept, period) if template == "short" and not incident else _chosen(kept, period, template, incident)
    kept.close()
    if out is None:
        click.echo(clean(text), nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        raise ExportError(f"{out} cannot be written ({error.strerror}): give another place.") from error
    click.echo(f"Wrote {out}.")


def _whole(kept: Store, period: Period) -> str:
    """Write the short briefing of a period."""
    from standoff.views.books import load_books
    from standoff.views.briefing import as_markdown, short

    with kept.connect() as connection:
        return as_markdown(short(connection, load_books(), period))


def _chosen(kept: Store, period: Period, template: Template, incident: str | None) -> str:
    """Write a briefing of one incident, or by another template, as people corrected the record."""
    from standoff.reviewing.verdicts import verdicts_in_force
    from standoff.views.books import load_books
    from standoff.views.screens.brief import as_markdown, briefing
    from standoff.views.screens.listing import Filters
    from standoff.views.screens.reading import Reading

    found = kept.find(incident) if incident else None
    if found is not None and found.kind != "incident":
        raise UsageError(f"{incident} is a {found.kind}: give the id of an incident.")
    wanted = Filters(
        first=period.first, last=period.last, since=period.since, incident=found.id if found is not None else None
    )
    reading = Reading(load_books(), verdicts_in_force(kept))
    with kept.connect() as connection:
        return as_markdown(briefing(connection, reading, template, wanted))
