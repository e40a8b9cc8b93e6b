"""Write a briefing in the terminal, or as Markdown to a file."""

from __future__ import annotations

from pathlib import Path

import click

from standoff.cli.options import opened, store_option
from standoff.cli.periods import period_options
from standoff.errors import ExportError
from standoff.views.period import Period


@click.command()
@click.option("--template", type=click.Choice(["short"]), default="short", show_default=True, help="Kind of briefing.")
@period_options
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to a file instead.")
@store_option
def brief(period: Period, template: str, out: Path | None, store: str | None) -> None:  # noqa: ARG001 - one so far
    """Write a briefing as Markdown: who says what and who denies it, every sentence with its sources."""
    from standoff.cli.drawing import clean
    from standoff.views.books import load_books
    from standoff.views.briefing import as_markdown, short

    with opened(store).connect() as connection:
        text = as_markdown(short(connection, load_books(), period))
    if out is None:
        click.echo(clean(text), nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        raise ExportError(f"{out} cannot be written ({error.strerror}): give another place.") from error
    click.echo(f"Wrote {out}.")
