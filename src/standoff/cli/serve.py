"""Serve the record as one page on this machine."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from standoff.cli.options import opened, store_option
from standoff.errors import UsageError


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8417, show_default=True, help="Port; 0 takes a free one."
)
@click.option("--reviewed", is_flag=True, help="Show only rows that reviewers have accepted.")
@store_option
def serve(port: int, reviewed: bool, store: str | None) -> None:
    """Show the record in a browser: the page that `publish --single` writes, on 127.0.0.1 only, read-only.

    The page holds the record as it is when the command starts. Prints its address; Ctrl+C ends it.
    """
    from standoff.exporting.selection import select_rows
    from standoff.exporting.single import publish
    from standoff.reviewing.desk import verdicts_in_force
    from standoff.serving.page import LOCAL, server
    from standoff.views.books import load_books

    kept = opened(store)
    with kept.connect() as connection:
        selection = select_rows(connection, verdicts_in_force(kept).states, unreviewed=not reviewed)
    with tempfile.TemporaryDirectory(prefix="standoff-") as folder:
        page = Path(folder) / "record.html"
        made = publish(kept, page, selection, load_books())
        try:
            serving = server(page, port)
        except OSError as error:
            raise UsageError(f"Port {port} cannot be used ({error.strerror}): give another with --port.") from error
        with serving:
            click.echo(
                f"{made.incidents} incidents, {made.documents} documents at http://{LOCAL}:{serving.server_port}/"
            )
            click.echo("Ctrl+C ends it.", err=True)
            try:
                serving.serve_forever()
            except KeyboardInterrupt:
                click.echo("Ended.", err=True)
