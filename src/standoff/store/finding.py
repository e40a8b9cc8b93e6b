"""Find the row that a name means: a full id, the beginning of one, or a short id that can be said aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standoff.errors import NotFoundError, UsageError
from standoff.model.ids import speakable
from standoff.store.asking import Asked, ask, ask_among
from standoff.store.protocol import Found

KINDS = {  # prefix of an id -> the kind of row it names
    "doc": "document",
    "ann": "annotation",
    "stm": "statement",
    "evt": "event",
    "inc": "incident",
    "clm": "claim",
    "dsc": "discrepancy",
    "agl": "agreement_link",
    "dec": "decision",
}
SPOKEN = ("incident", "document", "statement")  # kinds with a short id, in the order in which it is looked for
SEVERAL = 5  # ids named in a refusal
_KEY = re.compile(r"([a-z]{3}-)?[0-9a-f]{1,24}\Z")
_LEAST = 4  # digits that an id without its kind must have


def find(connection: Asked, name: str, address: str) -> Found:
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


def _spoken(connection: Asked, name: str) -> list[Found]:
    """Return the row with a short id: an incident, else a document, else a statement."""
    for kind in SPOKEN:
        found = [Found(kind, key) for (key,) in ask(connection, f"{kind} by short id", name=name)]
        if found:
            return found
    return []


def _keyed(connection: Asked, name: str) -> list[Found]:
    """Return rows whose ids begin with a name, which may leave out the kind."""
    if name[:4] in {f"{prefix}-" for prefix in KINDS} and (len(name) == 4 or _KEY.match(name)):
        beginnings = [name]
    elif _KEY.match(name) and "-" not in name and len(name) >= _LEAST:
        beginnings = [f"{prefix}-{name}" for prefix in KINDS]
    else:
        return []
    return [
        Found(kind, key)
        for beginning in beginnings
        for kind in [KINDS[beginning[:3]]]
        for key in _beginning(connection, kind, beginning)
    ]


def _redirected(connection: Asked, name: str, address: str) -> list[Found]:
    """Return the heir of an incident that is no more; refuses one that has none."""
    if _KEY.match(name):
        key = name if name.startswith("inc-") else f"inc-{name}"
        gone = list(_beginning(connection, "gone", key))
    else:  # few incidents ever go, so their short ids are worked out, not kept
        gone = [key for (key,) in ask(connection, "gone") if speakable(key) == name]
    heirs = {heir for (heir,) in ask_among(connection, "heirs", gone)}
    if heirs == {None}:
        raise NotFoundError(f"The incident {gone[0]} is no longer in {address}: none of its events is.")
    return [Found("incident", heir) for heir in sorted(heirs - {None})]


def _beginning(connection: Asked, kind: str, beginning: str) -> Iterator[str]:
    """Yield the first keys that begin in some way, through the index; `g` sorts after the last hexadecimal digit."""
    for (key,) in ask(connection, f"{kind} by beginning", first=beginning, after=beginning + "g"):
        yield key
