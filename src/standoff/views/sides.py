"""Find whose side a voice speaks for, so that a matrix or timeline has one column or lane for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from standoff.codebook.parties import PartyBook
from standoff.model.entity import PartyRef
from standoff.model.incident import Incident
from standoff.model.statement import Statement
from standoff.values.sides import side, side_ref
from standoff.views.wording import with_article


@dataclass(frozen=True, slots=True)
class Side:
    """Hold one column: a key, the name shown, and whether it is a party to the incident."""

    key: str
    name: str
    involved: bool = False


OUTLETS = Side("outlets", "Outlets")
UNNAMED = Side("unnamed", "Unnamed sources")
OTHERS = Side("others", "Other voices")
UNNAMED_SPEAKER = "unnamed source"
_FOLDED = {OUTLETS.name: "reports in their own words", UNNAMED.name: "unnamed sources", OTHERS.name: "other voices"}
_LAST = {OTHERS.key: 1, UNNAMED.key: 2, OUTLETS.key: 3}


def folds(name: str) -> bool:
    """Tell whether the name of a side stands for voices of no one side."""
    return name in _FOLDED


def spoken(name: str) -> str:
    """Return the name of a side as it stands within a sentence: `the United States`, `other voices`."""
    return _FOLDED.get(name) or with_article(name)


def side_of_ref(ref: PartyRef, book: PartyBook) -> Side:
    """Return the side of a named voice; who speaks for nobody known stands among the other voices."""
    key = side(ref, book)
    if key.startswith("name:") and not _organised(ref):
        return OTHERS
    return Side(key, side_ref(ref, book).name)


def _organised(ref: PartyRef) -> bool:
    """Tell whether a voice that no codebook holds is a body with a name (`Kachin Army`), no person, no `residents`."""
    if ref.kind in {None, "person"}:
        return False
    capitals = sum(word[:1].isupper() for word in ref.name.split())
    return capitals > 1 or (capitals == 1 and ref.kind != "group" and ref.name[:1].isupper())


def side_of(principal: PartyRef | None, source: PartyRef | None, spoken: bool, book: PartyBook) -> Side:
    """Return the side of a voice, its principal or else its source; `spoken` tells a statement from a report."""
    if principal is not None:
        return side_of_ref(principal, book)
    if source is not None:
        return side_of_ref(source, book)
    return UNNAMED if spoken else OUTLETS


def side_of_statement(statement: Statement, book: PartyBook) -> Side:
    """Return the side a statement is made for; an outlet that speaks for itself stands among the outlets."""
    if statement.source.resolved_from == "publisher" and statement.principal is None:
        return OUTLETS
    return side_of(statement.principal, statement.source.ref, True, book)


def order_sides(incident: Incident, counted: Mapping[Side, int], book: PartyBook) -> tuple[Side, ...]:
    """Put the parties to the incident first, then those who take a position, then the rest by how much they say."""
    involved = _keys((*incident.actors, *incident.recipients), book)
    taking = _keys((p.party for p in incident.parties if p.polarity != "open"), book)
    known = {side.key: side for side in counted}

    def rank(side: Side) -> tuple[int, int, int, int, str]:
        place = involved.index(side.key) if side.key in involved else len(involved)
        aside = 0 if side.key in taking else 1
        return (_LAST.get(side.key, 0), place, aside, -counted[side], side.name)

    ordered = sorted(known.values(), key=rank)
    return tuple(Side(side.key, side.name, side.key in involved) for side in ordered)


def _keys(refs: Iterable[PartyRef], book: PartyBook) -> list[str]:
    """Return the sides' keys of some parties, each once, in order."""
    return list(dict.fromkeys(side_of_ref(ref, book).key for ref in refs))


def speaker_words(ref: PartyRef | None) -> str:
    """Name a speaker briefly: a person by the last name, a body by its whole name."""
    if ref is None:
        return UNNAMED_SPEAKER
    if ref.kind == "person" and " " in ref.name:
        return ref.name.rsplit(" ", 1)[1]
    return ref.name
