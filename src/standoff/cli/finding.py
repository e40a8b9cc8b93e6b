"""Find the row that a command's argument means, or say which it may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from standoff.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from standoff.store.protocol import Readable


WORDS = {"incident": ", or words of its name", "document": ", or part of its path", "statement": ""}
_TYPED = 60  # characters of what was typed that a refusal repeats


def meant(store: Readable, kind: str, name: str) -> str:
    """Return the full id of the row of a kind that a name means.

    A name is an id or its beginning, a short id, words of an incident's name and places, or part of a document's path.
    Refuses what several rows answer to, and names them; of an unknown short id it names the nearest.
    """
    if not name.strip():
        raise UsageError(f"Say which {kind}: give its id, its short id{WORDS[kind]}.")
    try:
        found = store.find(name)
    except NotFoundError:
        return _by_words(store, kind, name)
    if found.kind != kind:
        which = a(found.kind) if name == found.id else f"the {found.kind} {found.id}"
        raise UsageError(f"{name} is {which}, not {a(kind)}: {_instead(found.kind, name)}.")
    return found.id


def _by_words(store: Readable, kind: str, name: str) -> str:
    """Return the one row whose name holds the words given."""
    from standoff.views import finding

    typed = repr(name if len(name) <= _TYPED else f"{name[:_TYPED]}…")
    with store.connect() as connection:
        found = finding.named(connection, kind, name)
        if len(found) == 1:
            return found[0].id
        if found:
            several = "; ".join(f"{c.short_id} ({c.name})" for c in found[:5])
            more = ", and more" if len(found) > 5 else ""
            raise UsageError(f"Several {kind}s answer to {typed}: {several}{more}. Give one of these short ids.")
        close = finding.nearest(connection, kind, name)
    if close:
        nearest = " or ".join(c.short_id for c in close)
        raise NotFoundError(f"No {kind} in {store.address} is called {typed}. Did you mean {nearest}?")
    listed = {
        "incident": "`standoff show incidents` lists what there is",
        "document": "`standoff show documents` lists what there is",
    }.get(kind, f"`standoff show document ID` lists the {kind}s of a document")
    raise NotFoundError(f"No {kind} in {store.address} has the id, the short id or the name {typed}: {listed}.")


def a(kind: str) -> str:
    """Return a kind with its article."""
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _instead(kind: str, name: str) -> str:
    """Say which command shows a row of another kind."""
    if kind in {"annotation", "decision"}:
        return "`standoff show` lists the incidents, `standoff show documents` the documents"
    return f"try `standoff show {kind} {name}`" if kind in WORDS else f"try `standoff show {name}`"
