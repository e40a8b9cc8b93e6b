"""Find the row that a name means: a full id, the beginning of one, or a short id that can be said aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Column, Connection, select

from standoff.errors import NotFoundError, UsageError
from standoff.model.ids import speakable
from standoff.store import tables as t
from standoff.store.protocol import Found

NAMED = {  # prefix of an id -> the kind and table it names
    "doc": ("document", t.documents),
    "ann": ("annotation", t.annotations),
    "stm": ("statement", t.statements),
    "evt": ("event", t.events),
    "inc": ("incident", t.incidents),
    "clm": ("claim", t.claims),
    "dsc": ("discrepancy", t.discrepancies),
    "agl": ("agreement_link", t.agreement_links),
    "dec": ("decision", t.decisions),
}
SEVERAL = 5  # ids named in a refusal
_KEY = re.compile(r"([a-z]{3}-)?[0-9a-f]{1,24}\Z")
_LEAST = 4  # digits that an id without its kind must have


def find(connection: Connection, name: str, address: str) -> Found:
    """Return the row that a name means; refuses unknown names, and beginnings that several ids share."""
    wanted = name.strip().lower()
    found = _spoken(connection, wanted) or _keyed(connection, wanted) or _redirected(connection, wanted, address)
    if not found:
        raise NotFoundError(
            f"Nothing in {address} has the id or short id {name!r}: `standoff show` lists what there is."
        )
    if len(found) > 1:
        several = ", ".join(row.id for row in found[:SEVERAL])
        raise UsageError(f"Several ids of {address} begin with {name!r}: {several}; give more of the id.")
    return found[0]


def _spoken(connection: Connection, name: str) -> list[Found]:
    """Return the row with a short id: an incident, else a document, else a statement."""
    for kind, table in (NAMED["inc"], NAMED["doc"], NAMED["stm"]):
        found = list(connection.scalars(select(table.c.id).where(table.c.short_id == name).limit(SEVERAL)))
        if found:
            return [Found(kind, key) for key in found]
    return []


def _keyed(connection: Connection, name: str) -> list[Found]:
    """Return rows whose ids begin with a name, which may leave out the kind."""
    if name[:4] in {f"{kind}-" for kind in NAMED} and (len(name) == 4 or _KEY.match(name)):
        beginnings = [name]
    elif _KEY.match(name) and "-" not in name and len(name) >= _LEAST:
        beginnings = [f"{kind}-{name}" for kind in NAMED]
    else:
        return []
    return [
        Found(kind, key)
        for beginning in beginnings
        for kind, table in [NAMED[beginning[:3]]]
        for key in _beginning(connection, table.c.id, beginning)
    ]


def _redirected(connection: Connection, name: str, address: str) -> list[Found]:
    """Return the heir of an incident that is no more; refuses one that has none."""
    if _KEY.match(name):
        key = name if name.startswith("inc-") else f"inc-{name}"
        gone = list(_beginning(connection, t.redirects.c.incident, key))
    else:  # few incidents ever go, so their short ids are worked out, not kept
        gone = [key for key in connection.scalars(select(t.redirects.c.incident)) if speakable(key) == name]
    heirs = set(connection.scalars(select(t.redirects.c.heir).where(t.redirects.c.incident.in_(gone))))
    if heirs == {None}:
        raise NotFoundError(f"The incident {gone[0]} is no longer in {address}: none of its events is.")
    return [Found("incident", heir) for heir in sorted(heirs - {None})]


def _beginning(connection: Connection, column: Column[str], beginning: str) -> Iterator[str]:
    """Yield the first keys that begin in some way, through the index; `g` sorts after the last hexadecimal digit."""
    query = select(column).where(column >= beginning, column < beginning + "g").order_by(column)
    yield from connection.scalars(query.limit(SEVERAL + 1))
