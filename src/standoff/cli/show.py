"""Show what a store holds: lists of incidents and documents, or one incident, document or statement with its words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from standoff.cli.options import glanced, opened, store_option
from standoff.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from standoff.store.protocol import Found, Readable

LISTS = ("incidents", "documents", "failures")
ROWS = ("incident", "document", "statement")


@click.command()
@click.argument("kind", metavar="[KIND]", default="incidents")
@click.argument("name", metavar="[ID|SHORTID|WORDS]", required=False)
@click.option("--limit", type=click.IntRange(0), default=30, show_default=True, help="Rows, or voices, shown; 0: all.")
@click.option("--json", "as_json", is_flag=True, help="Print the row as JSON, as `export` writes it.")
@store_option
def show(kind: str, name: str | None, limit: int, as_json: bool, store: str | None) -> None:
    """Show the incidents of a store, the most disputed first, or one row with the words behind it.

    KIND is incidents (the default), documents or failures for a list, incident, document or statement for a row. A row
    is named by its id, the beginning of it, its short id, words of an incident's name, or part of a document's path;
    an id says by itself of which kind it is.
    """
    if kind in LISTS:
        if name:
            raise UsageError(f"`standoff show {kind}` takes no name: did you mean `standoff show {kind[:-1]} {name}`?")
        _list(glanced(store), kind, limit or None)
        return
    if kind in ROWS and not name:
        listed = f" `standoff show {kind}s` lists them." if f"{kind}s" in LISTS else ""
        raise UsageError(f"Say which {kind}: `standoff show {kind} ID`.{listed}")
    kept = glanced(store)
    kind, key = _meant(kept, kind, name)
    if as_json:
        from standoff.exporting.records import one_record

        click.echo(json.dumps(one_record(opened(store), kind, key), ensure_ascii=False))
    else:
        _one(kept, kind, key, limit or None)


def _meant(kept: Readable, kind: str, name: str | None) -> tuple[str, str]:
    """Return kind and full id of the row that is meant; an id may stand where its kind would."""
    from standoff.cli.finding import meant

    if kind in ROWS:
        return kind, meant(kept, kind, name or "")
    found = None if name else _named(kept, kind)
    if found is None:
        raise UsageError(f"{kind!r} is no id in {kept.address}, nor one of {', '.join((*LISTS, *ROWS))}.")
    return found.kind, meant(kept, found.kind if found.kind in ROWS else "incident", found.id)


def _named(kept: Readable, name: str) -> Found | None:
    """Return the row of an id, if there is one."""
    try:
        return kept.find(name)
    except NotFoundError:
        return None


def _list(kept: Readable, kind: str, limit: int | None) -> None:
    """Print a list."""
    from standoff.cli import lists

    {"incidents": lists.incidents, "documents": lists.documents, "failures": lists.failures}[kind](kept, limit)


def _one(kept: Readable, kind: str, key: str, limit: int | None) -> None:
    """Print one row with its words."""
    from standoff.cli import details

    if kind == "incident":
        details.incident(kept, key, limit)
    else:
        {"document": details.document, "statement": details.statement}[kind](kept, key)
