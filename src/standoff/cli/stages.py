"""Run the straight path: `run`, `rebuild`, and `doctor`, which says what they would run with."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import click

from standoff.cli.naming import failure_words, rows_words
from standoff.cli.options import json_option, opened, store_option
from standoff.cli.progress import shown
from standoff.settings import read_settings

if TYPE_CHECKING:
    from standoff.pipeline import Counts
    from standoff.store.protocol import Store

SOME_FAILED = 3  # exit code
HELD = ("documents", "statements", "events", "incidents", "claims", "discrepancies")
_TOLD = 5  # failures of which a run gives the reasons


def _workers(command: click.decorators.FC) -> click.decorators.FC:
    """Add `--workers N`."""
    return click.option(
        "--workers",
        type=click.IntRange(1),
        help="Processes that analyse documents; by default one a core. [env: STANDOFF_WORKERS]",
    )(command)


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@store_option
@_workers
@json_option()
def run(paths: tuple[str, ...], store: str | None, workers: int | None, as_json: bool) -> int:
    """Read, analyse, join, compare and store reports.

    PATH is a file, a folder with all below it, or `-` for JSON lines on standard input. The same bytes again change
    nothing; a run that was cut off is taken up where it stopped. Ends with one line of counts; exit code 3 says that
    some documents failed, each of which is a row with step and reason.
    """
    from standoff import pipeline
    from standoff.engines.local import Local

    _warn()
    kept = opened(store, create=True)
    with shown() as progress:
        counts = pipeline.run(paths, kept, Local(workers or read_settings().workers), progress)
    if not counts.seen:
        click.echo(f"Nothing to read was found at {', '.join(paths)}: give a file, or a folder with reports.", err=True)
    return _report(counts, kept, as_json)


@click.command()
@store_option
@_workers
@json_option()
def rebuild(store: str | None, workers: int | None, as_json: bool) -> int:
    """Derive everything in a store again from its documents.

    Texts, raw bytes and the review log stay as they are; the outcome is the same as before, unless the program, its
    codebook or its models have changed.
    """
    from standoff import pipeline
    from standoff.engines.local import Local

    _warn()
    kept = opened(store)
    with shown() as progress:
        counts = pipeline.rebuild(kept, Local(workers or read_settings().workers), progress)
    return _report(counts, kept, as_json)


@click.command()
@store_option
@json_option()
def doctor(store: str | None, as_json: bool) -> int:
    """Say which versions, models, codebook and store are in use."""
    from standoff.cli.diagnosis import diagnose

    findings, well = diagnose(opened(store) if store or read_settings().store else None)
    if as_json:
        click.echo(json.dumps(findings))
    else:
        width = max(map(len, findings))
        click.echo("\n".join(f"{name.ljust(width)}  {found}" for name, found in findings.items()))
    return 0 if well else 1


def _warn() -> None:
    """Say on stderr that statements are found by rules alone where the tagger is missing and nobody asked for that."""
    from standoff.attributing.tagging.finder import RULES, describe

    way = read_settings().attribution
    if way != RULES and (found := describe(way)).startswith("none"):
        click.echo(f"tagger: {found}", err=True)


def _report(counts: Counts, store: Store, as_json: bool) -> int:
    """Print what failed, what a run did and what the store holds now, and return the exit code."""
    held = store.counts()
    store.close()
    for failure in counts.failures[:_TOLD]:
        click.echo(failure_words(failure.path, failure.step, failure.reason), err=True)
    if counts.failed > _TOLD:
        listed = f"`standoff show failures --limit 0 --store {store.address}` lists all"
        click.echo(f"{counts.failed - _TOLD} more failed: {listed}.", err=True)
    numbers = asdict(replace(counts, failures=()))
    click.echo(json.dumps({**numbers, "store": held}) if as_json else sentence(counts, held))
    return SOME_FAILED if counts.failed else 0


def sentence(counts: Counts, held: dict[str, int]) -> str:
    """Return the counts of a run and of the store as one line."""
    known = counts.seen - counts.new - counts.unread
    named = ", ".join(rows_words(held[name], name) for name in HELD)
    return (
        f"{rows_words(counts.seen, 'documents')}: {counts.new} new, {known} known, {counts.failed} failed; "
        f"{counts.analysed} analysed; the record holds {named}."
    )
