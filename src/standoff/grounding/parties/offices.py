"""Tell who holds the office that a description names: by the text, by the day, or the office itself."""

from __future__ import annotations

from dataclasses import replace

from standoff.codebook.roles import Role
from standoff.grounding.parties.coreference import LEADING, Entity, Resolved
from standoff.grounding.parties.described import (
    Context,
    Described,
    again,
    composed,
    leading,
    made,
    of_state,
    of_unknown,
    unnamed,
    with_phrase,
    with_role,
)
from standoff.grounding.parties.locality import LOCAL, local_state
from standoff.grounding.parties.sides import AMBASSADOR, capital_in, guest, state_owner
from standoff.model.entity import PartyRef

_WORLD = "un"  # the union of states whose Secretary-General needs no name beside
_RULERS = frozenset({"leader", "ruler", "strongman", "head", "chief", "executive"})  # of a state
_MANY_HEADS = frozenset({"presidency", "pm_office", "government", "embassy"})  # whose head is another than the office
_NOT_IN_OFFICE = frozenset({
    "former", "ex", "late", "deputy", "vice", "opposition", "would", "future", "elect", "assistant", "incoming",
    "junior", "under", *LOCAL,
})  # fmt: skip


def office(context: Context, said: Described) -> Resolved | None:
    """Return who holds an office: a person of the text, the holder on the day, or the office itself."""
    if said.owner is not None and said.role.of == said.owner.ref.party and said.role.of:
        said = replace(said, owner=None)  # "the UN resident coordinator" is as much as "the resident coordinator"
    found = _unowned(context, said) if said.owner is None else _headed(context, said)
    if found:
        return found
    if said.role.spokes:
        return _spokesperson(context, said)
    if said.mark.attributes.get("qualifier") in _NOT_IN_OFFICE | context.book.words.retired:
        return composed(context.book, said, "person")
    if said.role.id in {"member", "governor", "commander"}:
        return _somebody(context, said)
    owner = said.owner.ref.party if said.owner and _led(said.owner.ref) else state_owner(context, said)
    if owner is None:
        return composed(context.book, said, "person")
    return holder(context, said, owner, said.role)


def _unowned(context: Context, said: Described) -> Resolved | None:
    """Return whom an office of nobody named means where that can be told: a local official, one told of before."""
    if said.role.id == "governor":
        return _local_official(context, said)
    if said.role.of:
        known = with_role(context, said, said.role.id)
        return again(known) if known else _of_party(context, said, said.role.of)
    if of_unknown(context, said.token):
        return unnamed(said, "person")
    if said.role.id == "leader" and said.head.replace("-", " ") == "secretary general":
        return _secretary_general(context, said)
    if said.role.id == "leader" and len(said.words().split()) > len(said.head.split()):
        known = _same_or_leading(context, said)  # "the church leader"
        return again(known) if known else unnamed(said, "person")
    if said.role.id == "leader" and said.head.split()[-1] not in _RULERS:
        known = with_phrase(context, said) if said.mark.attributes.get("definite") == "the" else None
        return again(known) if known else unnamed(said, "person")
    known = with_role(context, said, said.role.id) if said.role.id != "member" else _same_or_leading(context, said)
    if known or said.role.id != AMBASSADOR or said.mark.attributes.get("definite") != "the":
        return again(known) if known else None
    state = guest(context, said)
    return made(context.book, state, said.role, by="office") if state else unnamed(said, "person")


def _secretary_general(context: Context, said: Described) -> Resolved | None:
    """Return who heads the union of states named last, or the one whose head is called so without a name."""
    known = with_phrase(context, said)
    if known is not None:
        return again(known)

    def fits(entity: Entity) -> bool:
        held = context.book.get(entity.resolved.ref.party or "")
        return held is not None and held.sector == "IGO" and held.kind != "person"

    union = context.discourse.best(said.token, fits, reach=12)
    party = union.resolved.ref.party if union else _WORLD if said.mark.head.quote.istitle() else None
    if party is None:
        return unnamed(said, "person")
    owner = Resolved((context.book.ref(party),), context.book.principal(party))
    return holder(context, replace(said, owner=owner), party, said.role)


def _same_or_leading(context: Context, said: Described) -> Entity | None:
    """Return whom "the deputy" or "the colonel" means: who was called so before, else who led the sentence before."""
    if said.mark.attributes.get("definite") != "the":
        return None
    return with_phrase(context, said) or leading(context, said)


def _of_party(context: Context, said: Described, party: str) -> Resolved:
    """Return the holder of an office that belongs to one party only ("the pope")."""
    found = unnamed(said, "person")
    roles = frozenset({(said.role.id, party)})
    return Resolved(found.refs, context.book.principal(party), "description", {"composed": 1.0}, roles, said.plural)


def _headed(context: Context, said: Described) -> Resolved | None:
    """Return who heads a body: the holder of its office where it is a state's, somebody unnamed where it is local."""
    if said.role.id != "leader" or said.owner is None:
        return None
    if said.owner.ref.kind == "state" and said.head.split()[-1] not in _RULERS:
        return composed(context.book, said, "person")  # "the Kenyan director"
    if "local" in said.owner.features and said.owner.ref.party is None and said.owner.by == "description":
        return composed(context.book, said, "person")
    return _head_of(context, said, said.owner.ref.party) if "/" in (said.owner.ref.party or "") else None


def _local_official(context: Context, said: Described) -> Resolved | None:
    """Return a governor or mayor: the one of the text where the description names no other place, else a new one."""
    parse = context.page.parse
    elsewhere = parse.tags[said.token].startswith("NN") and any(
        parse.pos[p] == "PROPN" and not _led_from(context, p)
        for link in parse.children_of(said.token, "prep")
        for p in parse.children_of(link, "pobj")
    )
    known = None if elsewhere else with_role(context, said, said.role.id)
    words = {word for word, owner in known.roles if owner == "word"} if known else set()
    if known and (not words or said.head.split()[-1] in words):  # no commissioner is the chief minister
        return again(known)
    found = unnamed(said, "person")
    state = local_state(context, said.mark.span.start, said.mark.span.stop)
    return of_state(context, found, state, plural=found.plural)


def _led_from(context: Context, token: int) -> bool:
    """Tell whether a place is that of the last governor told of, so that he may be meant again."""
    form = context.page.parse.forms[token]
    entity = context.discourse.best(
        token, lambda e: any(role == "governor" and form in owner for role, owner in e.roles), reach=20
    )
    return entity is not None


def _head_of(context: Context, said: Described, party: str | None) -> Resolved | None:
    """Return who heads a state's body: the holder of the office that belongs to it, else somebody unnamed."""
    owner, _, body = (party or "").partition("/")
    if said.owner is not None and ("council", "word") in said.owner.roles:
        return composed(context.book, said, "person")  # whose chairman is no prime minister
    if body == "government" and owner in context.book.states:
        return holder(context, said, owner, context.book.roles["prime_minister"])
    offices = [r for r in context.book.roles.roles.values() if r.body == body and r.sort == "office"]
    if body in _MANY_HEADS or not offices or owner not in context.book.states:
        return composed(context.book, said, "person")
    return holder(context, said, owner, offices[0])


def _somebody(context: Context, said: Described) -> Resolved | None:
    """Return an unnamed official, who without an owner is of the state in focus."""
    if said.owner is not None or said.mark.attributes.get("definite") != "the":
        found = composed(context.book, said, "person")
        local = said.role.id == "governor" and found is not None and found.principal is None
        state = local_state(context, said.mark.span.start, said.mark.span.stop) if local else None
    else:
        found, state = composed(context.book, said, "person"), state_owner(context, said)
    return of_state(context, found, state) if found else None


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
    for name, holder in sorted(sought) if role.body != "embassy" else ():  # a state has an ambassador in every other
        named = context.cast.offices.get((name, holder))
        person = context.book.ref(named) if named else context.book.holder(holder, name, context.cast.when)
        if person and person.party:
            return _on_the_day(context, person, person.party, (name, holder))
    if owner not in context.book.states:
        return composed(context.book, said, "person")
    return made(context.book, owner, role, by="office")


def _spokesperson(context: Context, said: Described) -> Resolved | None:
    """Return who speaks for the owner: a person of the text or one known on the day, else nobody by name."""
    if said.owner is None:
        return None if said.mark.attributes.get("definite") == "the" else _voice_of_last(context, said)
    ref = said.owner.ref
    body = ref.party
    if ref.kind == "person" and ref.party and ref.party in context.book.parties:
        body = context.book.parties[ref.party].parent
    if body is None:
        return composed(context.book, said, "person")
    sought = ("spokesperson", body)
    entity = context.discourse.best(said.token, lambda e: e.kind == "person" and sought in e.roles, reach=10**6)
    if entity:
        return again(entity)
    named = context.cast.offices.get(sought)
    known = context.book.ref(named) if named else context.book.holder(body, "spokesperson", context.cast.when)
    if known and known.party and ref.kind != "state":
        return _on_the_day(context, known, known.party, sought)
    return composed(context.book, said, "person")


def _on_the_day(context: Context, person: PartyRef, party: str, held: tuple[str, str]) -> Resolved:
    """Return a known person as who held an office on the day."""
    gender = context.book.gender(person.name)
    return Resolved((person,), context.book.principal(party), "office", {"date": 1.0}, frozenset({held}), gender=gender)


def _voice_of_last(context: Context, said: Described) -> Resolved | None:
    """Return somebody who speaks for the body that leads the sentence before ("The presidency agreed. A spokesman")."""
    here = context.discourse.sentence(said.token)
    bare = len(said.words().split()) == len(said.head.split())

    def fits(entity: Entity) -> bool:
        body = entity.kind in {"organisation", "armed_force", "group"} and not entity.resolved.plural
        return bare and body and entity.sentence == here - 1 and entity.weight >= LEADING

    last = context.discourse.best(said.token, fits, reach=1)
    return composed(context.book, replace(said, owner=last.resolved), "person") if last else unnamed(said, "person")


def counterpart(context: Context, said: Described) -> Resolved | None:
    """Return who holds for the owner the office that the person in focus holds for another."""
    if said.owner is None or said.mark.attributes.get("relation") == "in":
        return None  # "a colleague in Washington"
    seat = capital_in(context, said.token) if said.owner.ref.kind == "person" else None  # "his colleague in Tokyo"
    whose = Resolved((context.book.ref(seat),), context.book.principal(seat)) if seat else said.owner
    said, owner = replace(said, owner=whose), whose.ref.party or ""
    subject = context.discourse.best(said.token, lambda e: e.kind == "person" and bool(e.roles), reach=2)
    if subject is None or owner not in context.book.states:
        return composed(context.book, said, "person")
    role = context.book.roles.roles.get(min(subject.roles)[0])
    if role is None or role.sort != "office":
        return composed(context.book, said, "person")
    return holder(context, said, owner, role)
