"""Serve the record as a web application."""

from __future__ import annotations

import getpass
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from standoff.cli.options import opened, store_option

if TYPE_CHECKING:
    from standoff.serving.api import Site
    from standoff.store.protocol import Store


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; others need --token-file.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8417, show_default=True, help="Port; 0 takes a free one."
)
@click.option(
    "--token-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Who may read and decide: lines of `ROLE NAME TOKEN`, ROLE viewer, editor or owner.",
)
@click.option("--name", "names", multiple=True, metavar="HOST", help="A further name the server answers to.")
@click.option("--title", default="Conflict record", show_default=True, help="Title of the pages.")
@store_option
def serve(host: str, port: int, token_file: Path | None, names: tuple[str, ...], title: str, store: str | None) -> None:  # noqa: PLR0913, PLR0917 - one parameter an option
    """Show the record in a browser, and let people review it there.

    Without --token-file it listens to this machine only, and decisions are signed with the user's name. Prints its
    address; Ctrl+C ends it.
    """
    from standoff.serving.start import Address, assembled, listening, run
    from standoff.settings import read_settings

    kept = opened(store)
    counts = kept.counts()
    address = Address(host, port, token_file, names)
    reviewer = read_settings().reviewer or getpass.getuser()
    with tempfile.TemporaryDirectory(prefix="standoff-") as folder:
        app = assembled(kept, address, reviewer, _site(kept, Path(folder), title), title)
        at = listening(address)
        shown = f"[{host}]" if ":" in host else host
        click.echo(
            f"{counts['incidents']} incidents, {counts['documents']} documents at http://{shown}:{at.getsockname()[1]}/"
        )
        click.echo("Ctrl+C ends it.", err=True)
        with suppress(KeyboardInterrupt):
            run(app, at)
        click.echo("Ended.", err=True)


def _site(kept: Store, folder: Path, title: str) -> Site:
    """Return the built front end; where none was built, the page that `publish --single` writes from templates."""
    from standoff.serving.api import Site
    from standoff.serving.pages import built

    found = built()
    if found is not None:
        return Site(found)
    from standoff.exporting.selection import select_rows
    from standoff.exporting.single import publish
    from standoff.reviewing.desk import verdicts_in_force
    from standoff.views.books import load_books

    page = folder / "record.html"
    with kept.connect() as connection:
        selection = select_rows(connection, verdicts_in_force(kept).states, unreviewed=True)
    publish(kept, page, selection, load_books(), title)
    return Site(None, page)
