"""Show what a store holds: lists of incidents and documents, or one incident, document or statement with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from standoff.cli.options import glanced, json_option, limit_option, opened, store_option
from standoff.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from standoff.store.protocol import Found, Readable

LISTS = ("incidents", "documents", "failures")
ROWS = ("incident", "document", "statement")
SHOWN = (*ROWS, "discrepancy", "claim", "event", "agreement_link")


@click.command()
@click.argument("kind", metavar="[KIND]", default="incidents")
@click.argument("name", metavar="[ID|SHORTID|WORDS]", required=False)
@limit_option(30, "Rows, or voices, shown; 0 shows all.")
@json_option("Print rows as JSON, one a line, as `export` writes them.")
@store_option
def show(kind: str, name: str | None, limit: int, as_json: bool, store: str | None) -> None:
    """Show the incidents of a store, the most disputed first, or one row with the words behind it.

    KIND is incidents (the default), documents or failures for a list, incident, document or statement for a row. A row
    is named by its id, the beginning of it, its short id, words of an incident's name and places, or part of a
    document's path; an id says by itself of which kind it is. Discrepancies, claims and events are shown by id too.
    """
    if kind in LISTS:
        if name:
            raise UsageError(f"`standoff show {kind}` takes no name: did you mean `standoff show {kind[:-1]} {name}`?")
        _list(store, kind, limit, as_json)
        return
    if kind in ROWS and not name:
        listed = f" `standoff show {kind}s` lists them." if f"{kind}s" in LISTS else ""
        raise UsageError(f"Say which {kind}: `standoff show {kind} ID`.{listed}")
    kept = glanced(store)
    kind, key = _meant(kept, kind, name)
    if as_json:
        from standoff.cli.rows import print_rows
        from standoff.exporting.records import TABLES, one_record

        print_rows([one_record(opened(store), TABLES[kind], key)])
    else:
        _one(kept, kind, key, limit or None)


def _meant(kept: Readable, kind: str, name: str | None) -> tuple[str, str]:
    """Return kind and full id of the row that is meant; an id, or words of an incident, may stand for its kind."""
    from standoff.cli.finding import a, meant

    if kind in ROWS:
        return kind, meant(kept, kind, name or "")
    if name:
        raise UsageError(f"{kind!r} is no kind of row: give {', '.join(ROWS)}, or {', '.join(LISTS)}.")
    found = _named(kept, kind)
    if found is None:
        try:
            return "incident", meant(kept, "incident", kind)
        except NotFoundError as error:
            raise UsageError(f"{error} Kinds of rows are {', '.join(ROWS)}.") from error
    if found.kind not in SHOWN:
        raise UsageError(f"{found.id} is {a(found.kind)}: `standoff show` shows {', '.join(SHOWN).replace('_', ' ')}.")
    return found.kind, found.id


def _named(kept: Readable, name: str) -> Found | None:
    """Return the row of an id, if there is one."""
    try:
        return kept.find(name)
    except NotFoundError:
        return None


def _list(store: str | None, kind: str, limit: int, as_json: bool) -> None:
    """Print a list."""
    if as_json:
        from itertools import islice

        from standoff.cli.rows import print_rows
        from standoff.exporting.records import streamed

        print_rows(islice(streamed(opened(store), kind), limit or None))
        return
    from standoff.cli import lists

    printed = {"incidents": lists.incidents, "documents": lists.documents, "failures": lists.failures}[kind]
    printed(glanced(store), limit or None)


def _one(kept: Readable, kind: str, key: str, limit: int | None) -> None:
    """Print one row with its words."""
    from standoff.cli import details, evidence

    if kind == "incident":
        details.incident(kept, key, limit)
    elif kind in ROWS:
        {"document": details.document, "statement": details.statement}[kind](kept, key)
    else:
        evidence.row(kept, kind, key)
