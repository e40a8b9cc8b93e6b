"""Serve the record as a web application."""

from __future__ import annotations

import getpass
from contextlib import suppress
from pathlib import Path

import click

from standoff.cli.options import opened, store_option


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
    from standoff.serving.api import Site
    from standoff.serving.pages import HOW, built
    from standoff.serving.start import Address, assembled, listening, run
    from standoff.settings import read_settings

    kept = opened(store)
    counts = kept.counts()
    address = Address(host, port, token_file, names)
    reviewer = read_settings().reviewer or getpass.getuser()
    pages = built()
    app = assembled(kept, address, reviewer, Site(pages), title)
    at = listening(address)
    shown = f"[{host}]" if ":" in host else host
    click.echo(
        f"{counts['incidents']} incidents, {counts['documents']} documents at http://{shown}:{at.getsockname()[1]}/"
    )
    if pages is None:
        click.echo(HOW, err=True)
    click.echo("Ctrl+C ends it.", err=True)
    with suppress(KeyboardInterrupt):
        run(app, at)
    click.echo("Ended.", err=True)
