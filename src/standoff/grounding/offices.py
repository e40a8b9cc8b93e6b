"""Tell who holds the office that a description names: by the text, by the day, or the office itself."""

from __future__ import annotations

from standoff.codebook.roles import Role
from standoff.grounding.coreference import Resolved
from standoff.grounding.described import Context, Described, again, composed, made, state_owner, unnamed, with_role
from standoff.model.entity import PartyRef

_NOT_IN_OFFICE = frozenset({
    "former", "ex", "late", "deputy", "vice", "opposition", "would", "future", "elect", "assistant", "incoming",
    "junior", "under", "regional", "provincial", "local",
})  # fmt: skip


def office(context: Context, said: Described) -> Resolved | None:
    """Return who holds an office: a person of the text, the holder on the day, or the office itself."""
    if said.owner is None and _of_unknown(context, said):
        return unnamed(said, "person")
    if said.owner is None:
        known = with_role(context, said, said.role.id)
        if known:
            return again(known)
    if said.role.spokes:
        return _spokesperson(context, said)
    if said.mark.attributes.get("qualifier") in _NOT_IN_OFFICE:
        return composed(said, "person")
    if said.role.id in {"member", "governor", "commander"}:
        return _somebody(context, said)
    owner = said.owner.ref.party if said.owner and _led(said.owner.ref) else state_owner(context, said)
    if owner is None:
        return composed(said, "person")
    return holder(context, said, owner, said.role)


def _of_unknown(context: Context, said: Described) -> bool:
    """Tell whether an office is that of a body which cannot be told ("the court's president")."""
    parse = context.page.parse
    return any(parse.pos[c] == "NOUN" and c not in context.at for c in parse.children_of(said.token, "poss"))


def _somebody(context: Context, said: Described) -> Resolved | None:
    """Return an unnamed official, who without an owner is of the state in focus."""
    if said.owner is not None or said.mark.attributes.get("definite") != "the":
        return composed(said, "person")
    found = composed(said, "person")
    state = state_owner(context, said)
    if found is None or state is None:
        return found
    ref = PartyRef(None, found.ref.name, context.book.parties[state].state, "person")
    return Resolved((ref,), context.book.principal(state), "description", {"focus": 1.0}, found.roles)


def _led(ref: PartyRef) -> bool:
    """Tell whether a party is an organisation or group with a head of its own."""
    return ref.party is not None and "/" not in ref.party and ref.kind in {"organisation", "group", "armed_force"}


def holder(context: Context, said: Described, owner: str, role: Role) -> Resolved | None:
    """Return the holder of a state's office, or the office where nobody is known to hold it."""
    if role.id == "leader":
        role = context.book.roles.roles.get(context.book.leader_role(owner) or "", role)
    sought = {(role.id, owner)} | ({("foreign_minister", owner)} if role.id == "secretary_of_state" else set())
    entity = context.discourse.best(said.token, lambda e: e.kind == "person" and bool(e.roles & sought), reach=10**6)
    if entity:
        return again(entity)
    for name, holder in sorted(sought):
        named = context.cast.offices.get((name, holder))
        person = context.book.ref(named) if named else context.book.holder(holder, name, context.cast.when)
        if person and person.party:
            return Resolved(
                (person,), context.book.principal(person.party), "office", {"date": 1.0}, frozenset({(name, holder)})
            )
    if owner not in context.book.states:
        return composed(said, "person")
    return made(context.book, owner, role, by="office")


def _spokesperson(context: Context, said: Described) -> Resolved | None:
    """Return who speaks for the owner: a person of the text or one known on the day, else nobody by name."""
    if said.owner is None:
        return None if said.mark.attributes.get("definite") == "the" else unnamed(said)
    ref = said.owner.ref
    body = ref.party
    if ref.kind == "person" and ref.party and ref.party in context.book.parties:
        body = context.book.parties[ref.party].parent
    if body is None:
        return composed(said, "person")
    sought = ("spokesperson", body)
    entity = context.discourse.best(said.token, lambda e: e.kind == "person" and sought in e.roles, reach=10**6)
    if entity:
        return again(entity)
    named = context.cast.offices.get(sought)
    known = context.book.ref(named) if named else context.book.holder(body, "spokesperson", context.cast.when)
    if known and known.party and ref.kind != "state":
        return Resolved((known,), context.book.principal(known.party), "office", {"date": 1.0}, frozenset({sought}))
    return composed(said, "person")


def counterpart(context: Context, said: Described) -> Resolved | None:
    """Return who holds for the owner the office that the person in focus holds for another."""
    if said.owner is None:
        return None
    owner = said.owner.ref.party or ""
    subject = context.discourse.best(said.token, lambda e: e.kind == "person" and bool(e.roles), reach=2)
    if subject is None or owner not in context.book.states:
        return composed(said, "person")
    role = sorted(subject.roles)[0][0]
    return holder(context, said, owner, context.book.roles[role]) if role in context.book.roles.roles else None
