"""Find what a person means: words of an incident's name, a file's name, or the nearest ids to a mistyped one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from standoff.store.asking import Asked, ask

NAMED = frozenset({"incident", "document"})
_SHOWN = 5
_ALIKE = 80  # of 100: one or two letters of eleven may differ


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold a row a name may mean: its full id, what to type for it, and what it is called."""

    id: str
    short_id: str
    name: str


def named(connection: Asked, kind: str, words: str) -> tuple[Candidate, ...]:
    """Return incidents whose names hold all the words, or documents whose path or title holds the text.

    Where no incident is called so, those are returned that have all the words in their name and those of their places.
    """
    if kind not in NAMED:
        return ()
    wanted = words.casefold().split() if kind == "incident" else [words.casefold()]
    rows = ask(connection, f"{kind} names")
    found = (row for row in rows if any(_holds(name, wanted) for name in row[2:]))
    called = tuple(Candidate(*row[:3]) for row in islice(found, _SHOWN + 1))
    return called or (_placed(connection, wanted) if kind == "incident" else ())


def _placed(connection: Asked, wanted: list[str]) -> tuple[Candidate, ...]:
    """Return incidents that have all that is wanted in their name and the names of their places."""
    incidents: dict[Candidate, str] = {}
    for *row, place in ask(connection, "incident places"):
        candidate = Candidate(*row)
        incidents[candidate] = f"{incidents.get(candidate, candidate.name)}\n{place}"
    found = (candidate for candidate, names in incidents.items() if _holds(names, wanted))
    return tuple(islice(found, _SHOWN + 1))


def _holds(name: str | None, wanted: list[str]) -> bool:
    """Tell whether a name holds all that is wanted, whatever the case of its letters."""
    return name is not None and all(part in name.casefold() for part in wanted)


def nearest(connection: Asked, kind: str, name: str) -> tuple[Candidate, ...]:
    """Return the rows of a kind whose short ids have a part as typed, or look most like a mistyped one."""
    known = {row.short_id: row.id for row in ask(connection, f"{kind} names")}
    from rapidfuzz import process  # a hundredth of a second that most commands need not pay

    wanted = name.lower()
    close = [short for short in known if wanted in short.split("-")]
    close = close or [short for short, *_ in process.extract(wanted, known.keys(), limit=3, score_cutoff=_ALIKE)]
    return tuple(Candidate(known[short], short, "") for short in close[:3])
