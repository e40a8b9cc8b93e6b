"""Find the row that a command's argument means, or say which it may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from standoff.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from standoff.store.protocol import Readable


def meant(store: Readable, kind: str, name: str) -> str:
    """Return the full id of the row of a kind that a name means.

    A name is an id or its beginning, a short id, words of an incident's name, or part of a document's path. Refuses
    what several rows answer to, and names them; of an unknown short id it names the nearest.
    """
    try:
        found = store.find(name)
    except NotFoundError as error:
        return _by_words(store, kind, name, error)
    if found.kind != kind:
        raise UsageError(f"{name} is the {found.kind} {found.id}, not {_a(kind)}: {_instead(found.kind, name)}.")
    return found.id


def _by_words(store: Readable, kind: str, name: str, refusal: NotFoundError) -> str:
    """Return the one row whose name holds the words given."""
    from standoff.views import finding

    with store.connect() as connection:
        found = finding.named(connection, kind, name)
        if len(found) == 1:
            return found[0].id
        if found:
            several = "; ".join(f"{c.short_id} ({c.name})" for c in found[:5])
            more = ", and more" if len(found) > 5 else ""
            raise UsageError(f"Several {kind}s answer to {name!r}: {several}{more}. Give one of these short ids.")
        close = finding.nearest(connection, kind, name)
    if close:
        nearest = " or ".join(c.short_id for c in close)
        raise NotFoundError(f"No {kind} in {store.address} is called {name!r}. Did you mean {nearest}?")
    if kind in finding.NAMED:
        raise NotFoundError(
            f"No {kind} in {store.address} has the id, the short id or the name {name!r}: `standoff show {kind}s` "
            "lists what there is."
        )
    raise refusal


def _a(kind: str) -> str:
    """Return a kind with its article."""
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _instead(kind: str, name: str) -> str:
    """Say which command shows a row of another kind."""
    if kind in {"incident", "document", "statement"}:
        return f"try `standoff show {kind} {name}`"
    return "`standoff show` lists the incidents, `standoff show documents` the documents"
