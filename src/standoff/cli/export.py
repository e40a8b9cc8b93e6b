"""Write the record to files: JSON Lines, CSV, GeoJSON, Web Annotations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from standoff.cli.options import opened, store_option

if TYPE_CHECKING:
    from standoff.store.protocol import Store

FORMATS = ("jsonl", "csv", "geojson", "webannotation")


@click.command()
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True, help="Form of the files."
)
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="DIR|FILE", help="Where to write.")
@store_option
def export(form: str, out: Path, store: str | None) -> None:
    """Write the record to files.

    jsonl writes one file for each record type, csv flat tables with a data dictionary (columns.csv), webannotation a
    page of W3C Web Annotations for each document, each into the folder OUT; geojson writes one file.
    """
    counts = _write(opened(store), form, out)
    files = f"{len(counts)} files" if len(counts) != 1 else "1 file"
    click.echo(f"Wrote {files} with {sum(counts.values()):,} rows to {out}.")


def _write(kept: Store, form: str, out: Path) -> dict[str, int]:
    """Write one form and return the number of rows by file."""
    if form == "geojson":
        from standoff.exporting import geojson

        return geojson.export(kept, out / "incidents.geojson" if out.is_dir() else out)
    if form == "webannotation":
        from standoff.exporting import webannotation

        return webannotation.export(kept, out)
    from standoff.codebook.agreements import load_agreements
    from standoff.codebook.load import FOLDER
    from standoff.exporting import jsonl, tables

    agreements = load_agreements(FOLDER).agreements
    return jsonl.export(kept, out, agreements) if form == "jsonl" else tables.export(kept, out, agreements)
