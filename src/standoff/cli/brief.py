"""Write a briefing in the terminal, or as Markdown to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from standoff.cli.options import glanced, store_option
from standoff.cli.periods import period_options
from standoff.errors import ExportError, UsageError
from standoff.views.period import ALWAYS, Period

if TYPE_CHECKING:
    from standoff.store.protocol import Readable
    from standoff.views.briefs.templates import Template

TEMPLATES = ("short", "osce-daily", "question-led")


@click.command()
@click.option("--template", type=click.Choice(TEMPLATES), default="short", show_default=True, help="Kind of briefing.")
@click.option("--incident", metavar="ID", help="Only this incident: its id, its short id, or words of its name.")
@period_options
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to a file instead.")
@store_option
def brief(period: Period, template: Template, incident: str | None, out: Path | None, store: str | None) -> None:
    """Write a briefing as Markdown: who says what and who denies it, every sentence with its sources."""
    from standoff.cli.harmless import clean

    if incident and period != ALWAYS:
        raise UsageError("Give either `--incident` or a period: one incident is told of whole.")
    text = _written(glanced(store), period, template, incident)
    if out is None:
        click.echo(clean(text), nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        raise ExportError(f"{out} cannot be written ({error.strerror}): give another place.") from error
    click.echo(f"Wrote {out}.")


def _written(kept: Readable, period: Period, template: Template, incident: str | None) -> str:
    """Write a briefing of a period, or of one incident, as people corrected the record."""
    from standoff.cli.finding import meant
    from standoff.reviewing.verdicts import verdicts_in_force
    from standoff.views.books import kept_books
    from standoff.views.briefs.choosing import of_incident, of_period
    from standoff.views.briefs.markdown import as_markdown
    from standoff.views.briefs.templates import briefing

    key = meant(kept, "incident", incident) if incident else None
    verdicts = verdicts_in_force(kept)
    with kept.connect() as connection:
        books = kept_books(connection)
        matter = (
            of_incident(connection, books, verdicts, key) if key else of_period(connection, books, verdicts, period)
        )
    return as_markdown(briefing(matter, template, books.slots))
