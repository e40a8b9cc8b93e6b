"""Build the gazetteer, add GeoNames dumps to it, and look names up in it."""

from __future__ import annotations

from pathlib import Path

import click

from standoff.cli.naming import rows_words
from standoff.errors import NotFoundError
from standoff.settings import read_settings


@click.group()
def gazetteer() -> None:
    """Build the gazetteer, add GeoNames dumps to it, and look names up in it."""


@gazetteer.command()
def build() -> None:
    """Build the gazetteer anew from the installed packages.

    It is built on first use too; what was imported has to be imported again.
    """
    from standoff.grounding.places.gazetteer_build import build_gazetteer

    path = build_gazetteer(read_settings().data)
    click.echo(f"Built {path} ({path.stat().st_size / 1e6:.0f} MB).")


@gazetteer.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_(files: tuple[Path, ...]) -> None:
    """Add the places of GeoNames dumps: allCountries.zip, a country such as AM.zip, or their tables as text.

    Either all FILES are imported or nothing changes.
    """
    from standoff.grounding.places.gazetteer_import import import_dumps

    for done in import_dumps(files, read_settings().data):
        new, skipped = rows_words(done.new, "places"), rows_words(done.skipped, "features")
        click.echo(f"{done.file}: {new} added, {done.known:,} known before, {skipped} left out.")


@gazetteer.command()
@click.argument("name")
def find(name: str) -> None:
    """List the places that NAME may stand for, with country, coordinates, time zone and who claims them."""
    from standoff.codebook.load import load
    from standoff.grounding.places.gazetteer import open_gazetteer
    from standoff.grounding.places.world import World

    found = World(load(), open_gazetteer()).candidates(name)
    if not found:
        raise NotFoundError(f"No place is called {name!r}: import more with `standoff gazetteer import FILE`.")
    for place in found[:20]:
        point = f"{place.lat:.3f}, {place.lon:.3f}" if place.point else "no point"
        claims = f", claimed by {', '.join(place.claimed_by)}" if place.claimed_by else ""
        zone = f", {place.zone}" if place.zone else ""
        click.echo(
            f"{place.name} ({place.kind.replace('_', ' ')}, {place.country or 'no country'}): {point}{zone}{claims}"
        )
