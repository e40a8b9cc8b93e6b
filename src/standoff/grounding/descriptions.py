"""Tell whom a description means: a role and its owner make a body, an office, forces, people or the owner itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from standoff.codebook.parties import PartyBook
from standoff.codebook.roles import Role
from standoff.grounding.coreference import Discourse, Entity, Resolved
from standoff.grounding.persons import Cast
from standoff.model.annotation import Annotation
from standoff.model.entity import PartyKind, PartyRef
from standoff.model.grounding import ResolvedFrom

_NOT_IN_OFFICE = frozenset({
    "former", "ex", "late", "deputy", "vice", "opposition", "would", "future", "elect", "assistant", "incoming",
    "junior", "under", "regional", "provincial", "local",
})  # fmt: skip
_INDEFINITE = frozenset({"a", "an", "some", "several", "many"})
_BELLIGERENT = frozenset({"state", "group", "organisation"})
_MINISTRIES = ("/mfa", "/mod", "/interior", "/health", "/justice", "/finance", "/energy", "/information", "/economy")
_IGO_WORDS = frozenset({"bloc", "alliance", "union", "pact", "regional bloc", "security bloc", "military alliance"})
_MEDIA_WORDS = frozenset({"newspaper", "network", "channel", "broadcaster", "daily", "news agency", "newswire"})


@dataclass(frozen=True, slots=True)
class Context:
    """Hold what a description is read with."""

    book: PartyBook
    cast: Cast
    discourse: Discourse


@dataclass(frozen=True, slots=True)
class Described:
    """Hold one description: its mark, its last token, its role and whom its owner stands for."""

    mark: Annotation
    token: int
    role: Role
    owner: Resolved | None

    @property
    def head(self) -> str:
        """Return the role phrase as the text has it, in lower case."""
        return self.mark.head.quote.lower()

    @property
    def definite(self) -> bool:
        """Tell whether the description points at somebody in particular."""
        return self.mark.attributes.get("definite") not in _INDEFINITE

    @property
    def plural(self) -> bool:
        """Tell whether the description is of several."""
        return bool(self.mark.attributes.get("plural"))

    def words(self) -> str:
        """Return the noun phrase without article, quantity or possessive pronoun, on one line."""
        words = self.mark.span.quote.split()
        while len(words) > 1 and words[0].lower() in _DROPPED:
            words = words[1:]
        return " ".join(words)


_DROPPED = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "some", "several", "many", "his", "her", "its", "their",
    "our", "my", "both", "two", "other",
})  # fmt: skip


def describe(context: Context, said: Described) -> Resolved | None:
    """Return whom a description stands for, or nothing where that cannot be told."""
    return _RULES[said.role.sort](context, said)


def _body(context: Context, said: Described) -> Resolved | None:
    """Return a body of the owner; without one, the last such body mentioned or that of the state in focus."""
    if said.owner is None:
        known = _with_role(context, said, said.role.id)
        if known:
            return _again(known)
        if not said.definite or said.plural:
            return None
    owner = _state_owner(context, said)
    if owner:
        return _made(context.book, owner, said.role, by="description")
    if said.owner is None:
        return None
    return _composed(said, said.role.kind or "organisation")


def _office(context: Context, said: Described) -> Resolved | None:
    """Return who holds an office: a person of the text, the holder on the day, or the office itself."""
    if said.plural:
        return _people(context, said)
    if said.owner is None:
        known = _with_role(context, said, said.role.id)
        if known:
            return _again(known)
    if said.role.spokes:
        return _spokesperson(context, said)
    if said.mark.attributes.get("qualifier") in _NOT_IN_OFFICE:
        return _composed(said, "person")
    owner = _state_owner(context, said)
    if owner is None or (said.role.id in {"member", "governor"}):
        return _composed(said, "person")
    return _holder(context, said, owner, said.role)


def _holder(context: Context, said: Described, owner: str, role: Role) -> Resolved | None:
    """Return the holder of a state's office, or the office where nobody is known to hold it."""
    if role.id == "leader":
        role = context.book.roles.roles.get(context.book.leader_role(owner) or "", role)
    sought = {(role.id, owner)} | ({("foreign_minister", owner)} if role.id == "secretary_of_state" else set())
    entity = context.discourse.best(said.token, lambda e: e.kind == "person" and bool(e.roles & sought), reach=10**6)
    if entity:
        return _again(entity)
    for name, holder in sorted(sought):
        person = context.book.holder(holder, name, context.cast.when)
        if person and person.party:
            return Resolved(
                (person,), context.book.principal(person.party), "office", {"date": 1.0}, frozenset({(name, holder)})
            )
    return _made(context.book, owner, role, by="office")


def _spokesperson(context: Context, said: Described) -> Resolved | None:
    """Return who speaks for the owner: a person of the text or one known on the day, else nobody by name."""
    if said.owner is None:
        return None if said.mark.attributes.get("definite") == "the" else _unnamed(said)
    ref = said.owner.ref
    body = ref.party
    if ref.kind == "person" and ref.party and ref.party in context.book.parties:
        body = context.book.parties[ref.party].parent
    if body is None:
        return _composed(said, "person")
    sought = ("spokesperson", body)
    entity = context.discourse.best(said.token, lambda e: e.kind == "person" and sought in e.roles, reach=10**6)
    if entity:
        return _again(entity)
    known = context.book.holder(body, "spokesperson", context.cast.when)
    if known and known.party and ref.kind != "state":
        return Resolved((known,), context.book.principal(known.party), "office", {"date": 1.0}, frozenset({sought}))
    return _composed(said, "person")


def _forces(context: Context, said: Described) -> Resolved | None:
    """Return the armed people of an owner: a state's forces, or the group itself."""
    owner = _state_owner(context, said)
    if owner and owner in context.book.states and context.book.parties[owner].kind in {"state", "organisation"}:
        if said.owner is None and not (said.definite and said.role.id == "armed_forces"):
            return _with_role_or_none(context, said)
        return _made(context.book, owner, said.role, by="description", plural=said.plural)
    if said.owner and said.owner.ref.kind in {"group", "organisation", "armed_force"}:
        return Resolved(said.owner.refs, said.owner.principal, "description", plural=True)
    return _unnamed(said, "armed_force") if said.owner is None else _composed(said, "armed_force")


def _with_role_or_none(context: Context, said: Described) -> Resolved | None:
    """Return the forces mentioned last, for "the troops"; nobody for troops in general."""
    known = _with_role(context, said, said.role.id) or _with_role(context, said, "armed_forces")
    return _again(known) if known and said.mark.attributes.get("definite") in {"the", "these", "those"} else None


def _people(context: Context, said: Described) -> Resolved | None:
    """Return unnamed people of an owner, or the person of that description mentioned before."""
    if said.mark.attributes.get("definite") == "the" and not said.plural and said.owner is None:
        known = _with_phrase(context, said)
        if known:
            return _again(known)
    if said.owner is None:
        return _unnamed(said, "group" if said.plural else "person")
    return _composed(said, "group" if said.plural else "person")


def _self(_context: Context, said: Described) -> Resolved | None:
    """Return the owner, for "the Armenian side"."""
    if said.owner is None:
        return None
    return Resolved(said.owner.refs, said.owner.principal, "description", plural=len(said.owner.refs) > 1)


def _office_of(context: Context, said: Described) -> Resolved | None:
    """Return the office of a person ("his office"), under the name of the post; a body's press office is the body."""
    if said.owner is None:
        return None
    ref = said.owner.ref
    if ref.kind != "person":
        return Resolved(said.owner.refs, said.owner.principal, "description")
    held = said.owner.roles or _terms(context, ref)
    for role, owner in sorted(held):
        plan = context.book.roles.roles.get(role)
        if plan and plan.body and owner in context.book.states:
            party = context.book.body(owner, plan.body)
            title = plan.name.format(context.book.parties[owner].name)
            name = f"Office of the {title}" if plan.body in {"presidency", "pm_office"} else party.name
            return Resolved(
                (PartyRef(party.id, name, party.state, party.kind),),
                context.book.principal(party.id),
                "description",
                roles=frozenset({(plan.body, owner)}),
            )
    return Resolved(
        (PartyRef(None, f"Office of {ref.name}", ref.state, "organisation"),), said.owner.principal, "description"
    )


def _terms(context: Context, ref: PartyRef) -> frozenset[tuple[str, str]]:
    """Return the offices that a known person held on the day, or all of them for an undated text."""
    terms = context.book.holders.terms.get(ref.party or "", ())
    return frozenset((term.role, term.owner) for term in terms if term.covers(context.cast.when))


def _document(context: Context, said: Described) -> Resolved | None:
    """Return whose words a document holds: its owner's, or the last speaker's for "the statement"."""
    if said.owner:
        return Resolved(said.owner.refs, said.owner.principal, "description")
    speaker = context.discourse.speaker
    if speaker and said.mark.attributes.get("definite") in {"the", "this", "that"}:
        return _again(speaker)
    return None


def _anaphor(context: Context, said: Described) -> Resolved | None:
    """Return what an anaphoric noun points back to, by the kind it stands for."""
    rule = _ANAPHORS.get(said.role.stands_for or "")
    return rule(context, said) if rule else None


def _country(context: Context, said: Described) -> Resolved | None:
    """Return the state in focus for "the country"; the other one for "its neighbour"."""
    if not said.definite or said.plural:
        return None
    if said.head.startswith("neighb") or "neighb" in said.mark.span.quote.lower():
        mine = said.owner.key if said.owner else ()
        pair = context.discourse.pair(said.token, frozenset({"state"}))
        other = next((e for e in pair or () if e.resolved.key != mine), None)
        return _again(other) if other else None
    if said.owner and said.owner.ref.kind != "person":
        return None
    if said.owner and said.owner.principal:
        return Resolved((said.owner.principal,), said.owner.principal, "description")
    return _found(context, said, lambda e: e.kind == "state" and not e.resolved.plural, reach=4)


def _ministry(context: Context, said: Described) -> Resolved | None:
    """Return the ministry mentioned last; the owner's one if there is an owner."""
    mine = said.owner.ref.party if said.owner else None

    def fits(entity: Entity) -> bool:
        party = entity.resolved.ref.party or ""
        return party.endswith(_MINISTRIES) and (mine is None or party.startswith(f"{mine}/"))

    return _found(context, said, fits, reach=12)


def _organisation(context: Context, said: Described) -> Resolved | None:
    """Return the organisation or group mentioned last that the noun can mean."""
    if not said.definite or said.plural or said.mark.attributes.get("definite") is None:
        return None
    if said.owner and said.owner.ref.kind in {"organisation", "group"}:
        return Resolved(said.owner.refs, said.owner.principal, "description")

    def fits(entity: Entity) -> bool:
        ref = entity.resolved.ref
        if ref.kind not in {"organisation", "group", "armed_force"} or entity.resolved.plural:
            return False
        held = context.book.get(ref.party) if ref.party else None
        sector = held.sector if held else None
        if said.head in _IGO_WORDS:
            return sector == "IGO"
        if said.head in _MEDIA_WORDS:
            return sector == "MED" or held is None
        return sector != "MED"

    return _found(context, said, fits, reach=8)


def _person(context: Context, said: Described) -> Resolved | None:
    """Return the person mentioned last, for "the man"."""
    if said.mark.attributes.get("definite") != "the":
        return _unnamed(said, "person")
    return _found(context, said, lambda e: e.kind == "person" and not e.resolved.plural, reach=3)


def _persons(context: Context, said: Described) -> Resolved | None:
    """Return the two persons (else parties) talked of, for "the two"."""
    if not (said.mark.attributes.get("definite") in {"the", "both", "two"} or said.head in {"two", "both"}):
        return None
    pair = _last_pair(context, said, frozenset({"person"})) or context.discourse.pair(said.token, _BELLIGERENT)
    return _both(pair) if pair else None


def _states(context: Context, said: Described) -> Resolved | None:
    """Return the two parties talked of, for "both countries" and "the two sides"."""
    if said.owner or not (said.definite and said.mark.attributes.get("definite")):
        return None
    strict = frozenset({"state"}) if said.head in {"countries", "nations", "states", "neighbours"} else _BELLIGERENT
    pair = context.discourse.pair(said.token, frozenset({"state"})) or context.discourse.pair(said.token, strict)
    return _both(pair) if pair else None


def _counterpart(context: Context, said: Described) -> Resolved | None:
    """Return who holds for the owner the office that the person in focus holds for another."""
    if said.owner is None or said.plural:
        return None
    owner = said.owner.ref.party or ""
    subject = context.discourse.best(said.token, lambda e: e.kind == "person" and bool(e.roles), reach=2)
    if subject is None or owner not in context.book.states:
        return _composed(said, "person")
    role = sorted(subject.roles)[0][0]
    return _holder(context, said, owner, context.book.roles[role]) if role in context.book.roles.roles else None


def _last_pair(context: Context, said: Described, kinds: frozenset[str | None]) -> tuple[Entity, Entity] | None:
    """Return the two entities of some kinds mentioned last, within two sentences."""
    here = context.discourse.sentence(said.token)
    near = [
        e
        for e in context.discourse.recent()
        if e.kind in kinds and len(e.resolved.refs) == 1 and here - e.sentence <= 2 and e.resolved.ref.party
    ][:2]
    return (near[1], near[0]) if len(near) == 2 else None


def _both(pair: tuple[Entity, Entity]) -> Resolved:
    """Return two entities as one resolution; they have no principal in common."""
    refs = tuple(entity.resolved.ref for entity in pair)
    return Resolved(refs, None, "description", {"pair": 1.0}, plural=True)


def _found(context: Context, said: Described, fits: Callable[[Entity], bool], reach: int) -> Resolved | None:
    """Return the most prominent fitting entity as found by description."""
    entity = context.discourse.best(said.token, fits, reach)
    return _again(entity) if entity else None


def _again(entity: Entity) -> Resolved:
    """Return an entity as pointed at again by a description."""
    was = entity.resolved
    return Resolved(was.refs, was.principal, "description", {"again": 1.0}, frozenset(entity.roles), was.plural)


def _with_role(context: Context, said: Described, role: str) -> Entity | None:
    """Return the entity mentioned last that has a role, whosever."""
    if not said.definite:
        return None
    return context.discourse.best(said.token, lambda e: any(held == role for held, _ in e.roles), reach=12)


def _with_phrase(context: Context, said: Described) -> Entity | None:
    """Return the person mentioned last under a title that ends like this description ("the minister")."""
    word = said.head.split()[-1]
    return context.discourse.best(
        said.token,
        lambda e: e.kind == "person" and any(_role_words(context.book, role, word) for role, _ in e.roles),
        reach=8,
    )


def _role_words(book: PartyBook, role: str, word: str) -> bool:
    """Tell whether a role's name or phrases end in a word."""
    plan = book.roles.roles.get(role)
    return role == word or bool(plan and any(phrase.split()[-1] == word for phrase in plan.phrases))


def _state_owner(context: Context, said: Described) -> str | None:
    """Return the state (or de facto authority) behind a description: its owner's, else the one in focus."""
    if said.owner is None:
        entity = context.discourse.best(
            said.token, lambda e: e.resolved.ref.party in context.book.states and not e.resolved.plural, reach=5
        )
        return entity.resolved.ref.party if entity else None
    ref = said.owner.ref
    if ref.party in context.book.states:
        return ref.party
    if ref.kind == "person" or (ref.party and "/" in ref.party):
        return said.owner.principal.party if said.owner.principal and said.owner.principal.party else None
    return None


def _made(book: PartyBook, owner: str, role: Role, by: ResolvedFrom, *, plural: bool = False) -> Resolved:
    """Return the body or office of an owner."""
    party = book.body(owner, role.id)
    return Resolved(
        (book.ref(party.id),),
        book.principal(party.id),
        by,
        {"composed": 1.0},
        frozenset({(role.id, owner)}),
        plural,
    )


def _composed(said: Described, kind: PartyKind) -> Resolved | None:
    """Return a party of this text alone, named by the description itself, speaking for its owner."""
    if said.owner is None:
        return _unnamed(said, kind)
    owner = said.owner
    name = said.words()
    if said.mark.attributes.get("relation") == "poss":
        head = said.mark.head.quote
        name = f"{head} of {owner.ref.name}"
    own = said.role.own
    principal = None if own else (owner.principal or (owner.ref if owner.ref.kind != "person" else None))
    ref = PartyRef(None, name, owner.ref.state, kind)
    return Resolved((ref,), principal, "description", {"composed": 1.0}, _roles(said, owner), said.plural)


def _roles(said: Described, owner: Resolved) -> frozenset[tuple[str, str]]:
    """Return the role a composed party has for its owner."""
    return frozenset({(said.role.id, owner.ref.party or owner.ref.name)})


def _unnamed(said: Described, kind: PartyKind = "group") -> Resolved:
    """Return people who are only described ("residents"), with no principal."""
    return Resolved(
        (PartyRef(None, said.words(), None, kind),), None, "description", {"unnamed": 1.0}, plural=said.plural
    )


_RULES: Mapping[str, Callable[[Context, Described], Resolved | None]] = {
    "body": _body,
    "office": _office,
    "forces": _forces,
    "people": _people,
    "self": _self,
    "self_office": _office_of,
    "document": _document,
    "anaphor": _anaphor,
}
_ANAPHORS: Mapping[str, Callable[[Context, Described], Resolved | None]] = {
    "state": _country,
    "ministry": _ministry,
    "organisation": _organisation,
    "person": _person,
    "persons": _persons,
    "states": _states,
    "counterpart": _counterpart,
}
