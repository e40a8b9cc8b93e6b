"""Load the parties: states, bodies, groups and persons, by which names they go, and who held which office when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast, get_args

import ahocorasick

from standoff.codebook.holders import HolderBook, Term, load_holders
from standoff.codebook.names import Names, Sense, build_names
from standoff.codebook.origins import Origins, origins
from standoff.codebook.roles import RoleBook, load_roles
from standoff.codebook.schema import Entry, read_csv
from standoff.codebook.words import NameWords, Words, read_lists, read_words
from standoff.errors import CodebookError
from standoff.model.clock import Interval
from standoff.model.entity import Party, PartyKind, PartyRef
from standoff.values.names import with_article

_SHORTEST = 7  # letters: shorter names are one slip away from too many others
_OPEN = "9999"  # later than any day on which a term ended
_LIKE = 84.0  # rapidfuzz ratio: "Azerbaijain" is 95 from "Azerbaijan", "Nigeria" 83 from "Niger"


@dataclass(frozen=True, slots=True)
class State:
    """Hold a state's (or a de facto authority's) words: adjectives, people, capitals and who leads it.

    `within` is the state whose federal or central government is another than a region's own.
    """

    id: str
    name: str
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    leader: str | None = None
    within: str | None = None


@dataclass(frozen=True, slots=True)
class PartyBook:
    """Hold parties by id and names; states have their ISO 3166-1 alpha-3 code as id, their bodies `ISO/role`.

    `listed` are the names by party; `words` what stands around names; `articled` the heads of names that want "the".
    """

    parties: Mapping[str, Party] = field(default_factory=dict)
    states: Mapping[str, State] = field(default_factory=dict)
    bodies: Mapping[str, Party] = field(default_factory=dict)
    roles: RoleBook = field(default_factory=RoleBook)
    holders: HolderBook = field(default_factory=HolderBook)
    names: Names = field(default_factory=lambda: Names(ahocorasick.Automaton()))
    genders: Mapping[str, str] = field(default_factory=dict)
    listed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: NameWords = field(default_factory=NameWords)
    articled: Words = frozenset()
    origins: Origins = field(default_factory=Origins)

    def get(self, party: str) -> Party | None:
        """Return the party of an id, composing a state's standard bodies and offices (`ARM/mfa`), or nothing."""
        held = self.parties.get(party) or self.bodies.get(party)
        if held or "/" not in party:
            return held
        owner, role = party.split("/", 1)
        return self.body(owner, role) if owner in self.parties and role in self.roles.roles else None

    def body(self, owner: str, role: str) -> Party:
        """Return the body or office that an owner has in a role, under its own name if it has one."""
        special = self.bodies.get(f"{owner}/{role}")
        if special:
            return special
        of, plan = self.parties[owner], self.roles[role]
        if plan.body and plan.sort == "forces":
            return self.body(owner, plan.body)
        state = self.states.get(owner)
        form = (
            state.adjectives[0]
            if plan.adjectival and state and state.adjectives
            else with_article(of.name, self.articled)
        )
        key = f"{owner}/{role}"
        principal = (key if plan.sort == "body" else None) if plan.own else (of.principal or owner)
        kind: PartyKind = plan.kind or "person"
        return Party(key, plan.name.format(form), kind, of.state, owner, principal, plan.sector or of.sector)

    def find(self, name: str) -> Party | None:
        """Return the one party that a name stands for in exactly this spelling, or nothing."""
        found = self.names.exact(name)
        return self.get(found[0]) if len(found) == 1 else None

    def nearest(self, name: str) -> Sense | None:
        """Return what a long misspelt or otherwise romanised name of a state must mean, or nothing."""
        if len(name) < _SHORTEST or not name[0].isupper() or self.names.exact(name):
            return None
        from rapidfuzz import fuzz  # a hundredth of a second that most commands need not pay

        near = [(fuzz.ratio(name.lower(), known.lower()), known) for known in self.names.close(name)]
        best = sorted((like, known) for like, known in near if like >= _LIKE)
        senses = [sense for _, known in best for sense in self.names.meanings(known) if sense.party in self.states]
        return senses[-1] if len({sense.party for sense in senses}) == 1 else None

    def ref(self, party: str, name: str | None = None) -> PartyRef:
        """Return a reference to a party of the book, under its standard name or another; refuses an unknown id."""
        held = self.get(party)
        if held is None:
            raise CodebookError(f"No party has the id {party!r}.")
        return PartyRef(held.id, name or held.name, held.state, held.kind)

    def principal(self, party: str) -> PartyRef | None:
        """Return the party one speaks for: a state for its bodies, itself for a state or movement; else nothing."""
        held = self.get(party)
        return self.ref(held.principal) if held and held.principal else None

    def holder(self, owner: str, role: str, when: Interval) -> PartyRef | None:
        """Return who held an office in an interval, if the book knows exactly one."""
        person = self.holders.holder(owner, role, when)
        return self.ref(person) if person else None

    def wing(self, party: str) -> str | None:
        """Return the one armed force that belongs to a movement, or nothing."""
        found = [held.id for held in self.parties.values() if held.parent == party and held.kind == "armed_force"]
        return found[0] if len(found) == 1 else None

    def part(self, party: str, role: str) -> str | None:
        """Return the one body of a movement whose name tells a role ("Gaza Ministry of Health"), or nothing."""
        plan = self.roles.roles[role]
        found = [
            held.id
            for held in self.parties.values()
            if held.parent == party and any(phrase in held.name.lower() for phrase in plan.phrases)
        ]
        return found[0] if party and len(found) == 1 else None

    def aliases(self, party: str) -> tuple[str, ...]:
        """Return the other names of an organisation or group, as the book lists them."""
        return self.listed.get(party, ())

    def gender(self, name: str) -> str | None:
        """Return m or f where a full name, or the given name it begins with, is borne by one of them, else nothing.

        Whole names are listed where the family's comes first ("Wang Yi").
        """
        first, _, rest = name.partition(" ")
        return (self.genders.get(name) or self.genders.get(first)) if rest else None

    def leader_role(self, owner: str) -> str | None:
        """Return the role of whoever leads a state, or nothing."""
        state = self.states.get(owner)
        return state.leader if state else None


def load_parties(folder: Path, named: bool = True) -> PartyBook:
    """Read and check the party files of a codebook folder; refuses unknown owners, roles, parents and principals.

    Without `named` the book holds parties, not the index that finds names in texts, which takes the longest to build.
    """
    roles = load_roles(folder / "roles.yaml")
    parties: dict[str, Party] = {}
    states: dict[str, State] = {}
    spoken: dict[str, list[str]] = {}
    for row in read_csv(folder / "states.csv"):
        _add_state(row, parties, states, spoken)
    for row in read_csv(folder / "parties.csv"):
        _add_party(row, parties, spoken)
    words = read_words(folder / "words" / "names.yaml", NameWords)
    articled = read_lists(folder / "mentions.yaml").get("articled", frozenset())
    book = PartyBook(parties, states, {}, roles, words=words, articled=articled)
    book = replace(book, bodies=_bodies(folder / "bodies.csv", book, spoken))
    _check_links(parties, book.bodies)
    _check_regions(states)
    _check_roles(roles, parties)
    holders = load_holders(folder / "holders.csv", named)
    _add_persons(parties, holders, book)
    book = replace(book, holders=holders, genders=_genders(folder / "given_names.csv"), listed=_listed(spoken))
    if not named:
        return book
    names = build_names(spoken, states.values(), holders, _seats(folder / "seats.csv", parties))
    return replace(book, names=names, origins=origins(_bearers(book)))


def _bearers(book: PartyBook) -> Iterator[tuple[str, str]]:
    """Yield the name of each office-holder of a state, or of one of its bodies, with that state."""
    for person, terms in book.holders.terms.items():
        owner = terms[0].owner.split("/")[0]
        if owner in book.states:
            yield book.holders.names[person][0], owner


def _listed(spoken: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return the names of each party."""
    listed: dict[str, tuple[str, ...]] = {}
    for name, owners in spoken.items():
        for owner in owners:
            listed[owner] = (*listed.get(owner, ()), name)
    return listed


def _seats(path: Path, parties: Mapping[str, Party]) -> Iterator[tuple[str, str]]:
    """Yield the places that stand for a party beside the capitals of states: "Brussels" for the Union there."""
    for row in read_csv(path):
        party = row.text("party")
        if party not in parties:
            raise row.refuse("party", f"{party!r} is no party")
        yield from ((name, party) for name in row.texts("names"))


def _add_state(row: Entry, parties: dict[str, Party], states: dict[str, State], spoken: dict[str, list[str]]) -> None:
    """Add one state or de facto authority."""
    key, name = row.text("id"), row.text("name")
    kind = cast("PartyKind", row.choice("kind", *get_args(PartyKind)))
    if key in parties:
        raise row.refuse("id", f"{key} is given twice")
    iso = key if kind == "state" else None
    parties[key] = Party(key, name, kind, iso, None, key, "GOV")
    states[key] = State(
        key,
        name,
        row.texts("adjectives"),
        row.texts("people"),
        row.texts("metonyms"),
        row.maybe("leader"),
        row.maybe("within"),
    )
    for alias in (name, *row.texts("aliases")):
        spoken.setdefault(alias, []).append(key)


def _add_party(row: Entry, parties: dict[str, Party], spoken: dict[str, list[str]]) -> None:
    """Add one organisation, force or group."""
    key, name = row.text("id"), row.text("name")
    if key in parties:
        raise row.refuse("id", f"{key} is given twice")
    kind = cast("PartyKind", row.choice("kind", *get_args(PartyKind)))
    principal = row.maybe("principal")
    wikidata = row.maybe("wikidata")
    parties[key] = Party(
        key,
        name,
        kind,
        row.maybe("state"),
        row.maybe("parent"),
        key if principal == "self" else principal,
        row.maybe("sector"),
        {"wikidata": wikidata} if wikidata else {},
    )
    for alias in (name, *row.texts("names")):
        spoken.setdefault(alias, []).append(key)


def _genders(path: Path) -> dict[str, str]:
    """Return the gender of given names; a name listed under both tells nothing."""
    lists = {row.choice("gender", "m", "f"): set(row.texts("names")) for row in read_csv(path)}
    both = lists.get("m", set()) & lists.get("f", set())
    return {name: gender for gender, names in lists.items() for name in names - both}


def _bodies(path: Path, book: PartyBook, spoken: dict[str, list[str]]) -> dict[str, Party]:
    """Return the bodies with names of their own by id, and note those names, before groups of the same name."""
    bodies: dict[str, Party] = {}
    named: dict[str, list[str]] = {}
    for row in read_csv(path):
        owner, role = row.text("state"), row.text("role")
        if owner not in book.states:
            raise row.refuse("state", f"{owner!r} is no state of states.csv")
        if role not in book.roles.roles:
            raise row.refuse("role", f"{role!r} is no role of roles.yaml")
        usual = book.body(owner, role)
        made = Party(usual.id, row.text("name"), usual.kind, usual.state, owner, usual.principal, usual.sector)
        bodies[made.id] = made
        for alias in (made.name, *row.texts("names")):
            named.setdefault(alias, []).append(made.id)
    spoken |= {alias: [*found, *spoken.get(alias, ())] for alias, found in named.items()}
    return bodies


def _check_links(parties: Mapping[str, Party], bodies: Mapping[str, Party]) -> None:
    """Refuse a parent or principal that nobody has."""
    for party in parties.values():
        for link in (party.parent, party.principal):
            if link and link not in parties and link not in bodies and "/" not in link:
                raise CodebookError(f"parties.csv: {party.id} points at {link!r}, which is no party.")


def _check_regions(states: Mapping[str, State]) -> None:
    """Refuse a region that lies within no state of the file."""
    for state in states.values():
        if state.within is not None and state.within not in states:
            raise CodebookError(f"states.csv: {state.id} lies within {state.within!r}, which is no state.")


def _check_roles(roles: RoleBook, parties: Mapping[str, Party]) -> None:
    """Refuse a role of a party that nobody is."""
    for role in roles.roles.values():
        if role.of and role.of not in parties:
            raise CodebookError(f"roles.yaml: role {role.id} is of {role.of!r}, which is no party.")


def _add_persons(parties: dict[str, Party], holders: HolderBook, book: PartyBook) -> None:
    """Add the persons who held an office as parties; their owner and role must exist."""
    for person, terms in holders.terms.items():
        last = terms[0] if len(terms) == 1 else max(terms, key=_latest)
        owner = parties.get(last.owner) or book.bodies.get(last.owner) or book.get(last.owner)
        if owner is None or last.role not in book.roles.roles:
            raise CodebookError(f"holders.csv: {person} holds {last.role!r} of {last.owner!r}, which does not exist.")
        body = book.roles[last.role].body
        parent = f"{owner.id}/{body}" if body and owner.id in book.states else owner.id
        parties[person] = Party(
            person,
            holders.names[person][0],
            "person",
            owner.state,
            parent,
            owner.principal or owner.id,
            book.roles[last.role].sector,
        )


def _latest(term: Term) -> tuple[str, str]:
    """Return what to order terms by, so that the last is what a person still is, or was at last."""
    return term.last or _OPEN, term.first or ""


def refs(book: PartyBook, ids: Iterable[str]) -> tuple[PartyRef, ...]:
    """Return references to several parties."""
    return tuple(book.ref(party) for party in ids)
