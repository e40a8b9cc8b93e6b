"""Show what a store holds: lists of incidents and documents, or one incident, document or statement with its words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from standoff.cli.options import glanced, opened, store_option
from standoff.errors import UsageError

if TYPE_CHECKING:
    from standoff.store.protocol import Readable

KINDS = ("incidents", "documents", "incident", "document", "statement")


@click.command()
@click.argument("kind", type=click.Choice(KINDS), default="incidents")
@click.argument("name", metavar="[ID|SHORTID|WORDS]", required=False)
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=30,
    show_default=True,
    help="Rows, or voices, shown; 0: all.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the row as JSON, as `export` writes it.")
@store_option
def show(kind: str, name: str | None, limit: int, as_json: bool, store: str | None) -> None:
    """Show the incidents of a store, the most disputed first, or one row with the words behind it.

    KIND is incidents (the default), documents, incident, document or statement. A row is named by its id, the
    beginning of it, its short id, words of an incident's name, or part of a document's path.
    """
    if kind.endswith("s"):
        if name:
            raise UsageError(f"`standoff show {kind}` takes no name: did you mean `standoff show {kind[:-1]} {name}`?")
        _lists(glanced(store), kind, limit or None)
        return
    if not name:
        raise UsageError(
            f"Say which {kind}: `standoff show {kind} ID`. `standoff show {kind}s` lists them."
            if kind != "statement"
            else "Say which statement: `standoff show statement ID`."
        )
    from standoff.cli.finding import meant

    kept = glanced(store)
    key = meant(kept, kind, name)
    if as_json:
        from standoff.exporting.records import one_record

        click.echo(json.dumps(one_record(opened(store), kind, key), ensure_ascii=False))
    else:
        _one(kept, kind, key, limit or None)


def _lists(kept: Readable, kind: str, limit: int | None) -> None:
    """Print a list."""
    from standoff.cli import lists

    draw = lists.incidents if kind == "incidents" else lists.documents
    draw(kept, limit)


def _one(kept: Readable, kind: str, key: str, limit: int | None) -> None:
    """Print one row with its words."""
    from standoff.cli import details

    if kind == "incident":
        details.incident(kept, key, limit)
    else:
        {"document": details.document, "statement": details.statement}[kind](kept, key)
