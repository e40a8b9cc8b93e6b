"""Tell who a person's name means: one named before, a known office-holder, or a person of this text alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from standoff.codebook.parties import PartyBook
from standoff.codebook.spelling import plain, skeleton, surname
from standoff.grounding.coreference import Resolved
from standoff.model.annotation import Annotation
from standoff.model.clock import UNKNOWN, Interval
from standoff.model.entity import PartyRef

_LIKE = 72.0  # rapidfuzz ratio above which two surnames of one skeleton are spellings of one name


@dataclass(slots=True)
class Cast:
    """Hold the full names of a document's persons by the skeleton of their surnames, and when it was published."""

    when: Interval = UNKNOWN
    full: dict[str, list[str]] = field(default_factory=dict)
    states: set[str] = field(default_factory=set)

    def full_name(self, name: str) -> str | None:
        """Return the one full name in the text whose surname this is, or nothing."""
        if " " in name.strip():
            return None
        wanted = surname(name)
        like = [known for known in self.full.get(skeleton(wanted), ()) if fuzz.ratio(wanted, surname(known)) >= _LIKE]
        same = [known for known in like if surname(known) == wanted] or like
        return same[0] if len({plain(known) for known in same}) == 1 else None


def cast_of(names: Iterable[Annotation], when: Interval) -> Cast:
    """Gather a document's persons and the states it names."""
    cast = Cast(when)
    for mark in names:
        text = mark.head.quote
        if mark.attributes.get("label") == "person" and " " in text:
            listed = cast.full.setdefault(skeleton(surname(text)), [])
            if text not in listed:
                listed.append(text)
        party = mark.attributes.get("party")
        if isinstance(party, str):
            cast.states.add(party.split("/")[0])
    return cast


def known_person(book: PartyBook, cast: Cast, name: str, owner: str | None, role: str | None) -> str | None:
    """Return the one known person a name can mean, given the office and owner its title tells, or nothing."""
    found = [person for person in book.holders.persons(name) if _close(book, name, person)]
    if not found:
        return None
    fitting = [person for person in found if _fits(book, cast, person, (role, owner), " " not in name)]
    if len(fitting) > 1:
        serving = [p for p in fitting if cast.when.known and any(t.covers(cast.when) for t in book.holders.terms[p])]
        fitting = serving or fitting
    return fitting[0] if len(fitting) == 1 else None


def _close(book: PartyBook, name: str, person: str) -> bool:
    """Tell whether a name's surname is spelled like one of a known person's."""
    wanted = surname(name)
    return any(fuzz.ratio(wanted, surname(spelling)) >= _LIKE for spelling in book.holders.names[person])


def _fits(book: PartyBook, cast: Cast, person: str, title: tuple[str | None, str | None], single: bool) -> bool:
    """Tell whether a known person fits the title in the text, or for a bare surname the states the text names."""
    role, owner = title
    terms = book.holders.terms[person]
    owners = {part for term in terms for part in (term.owner, term.owner.split("/")[0], book.parties[person].state)}
    if owner is not None:
        return owner in owners or owner.split("/")[0] in owners
    if role is not None and any(term.role == role for term in terms):
        return True
    return not single or bool(owners & cast.states)


def known_one(book: PartyBook, cast: Cast, person: str, role: str | None, owner: Resolved | None) -> Resolved:
    """Return a known person with the offices held on the day and the one the text tells."""
    terms = book.holders.terms[person]
    serving = [term for term in terms if term.covers(cast.when)] if cast.when.known else []
    current = serving or [term for term in terms if term.last is None] or [terms[-1]]
    roles = {(term.role, term.owner) for term in current}
    if role is not None:
        roles.add((role, (owner.ref.party if owner else None) or book.parties[person].state or ""))
    return Resolved((book.ref(person),), book.principal(person), "explicit", {"known": 1.0}, frozenset(roles))


def local_person(name: str, role: str | None, owner: Resolved | None) -> Resolved:
    """Return a person of this text alone, of the state and speaking for the party that the title tells."""
    state = owner.ref.state if owner else None
    principal = (owner.principal or _independent(owner.ref)) if owner else None
    roles = frozenset({(role, (owner.ref.party or owner.ref.name) if owner else "")}) if role else frozenset()
    return Resolved((PartyRef(None, name, state, "person"),), principal, "explicit", {"local": 1.0}, roles)


def _independent(owner: PartyRef) -> PartyRef | None:
    """Return an owner that nobody stands behind and that can be spoken for; newsrooms and think tanks are not."""
    return owner if owner.kind in {"group", "armed_force", "state"} else None
