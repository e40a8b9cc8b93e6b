"""Tell which two persons or parties words mean: "the two", "both sides", "neither", "each army"."""

from __future__ import annotations

from dataclasses import replace

from standoff.codebook.roles import Role
from standoff.grounding.parties.coreference import Entity, Resolved
from standoff.grounding.parties.described import Context, Described, again, composed, unnamed
from standoff.grounding.parties.offices import counterpart, holder
from standoff.model.entity import PartyRef

_RULING: frozenset[str | None] = frozenset({"state", "group", "armed_force"})
_STATES: frozenset[str | None] = frozenset({"state"})
_BELLIGERENT = _RULING | {"organisation"}
_DISTRIBUTING = frozenset({"each", "either", "neither"})
_ALONE = frozenset({"two", "both", *_DISTRIBUTING})  # words that mean two without a noun


def persons(context: Context, said: Described) -> Resolved | None:
    """Return the two persons (else parties) talked of, for "the two"."""
    if said.owner is not None:
        return _heads(context, said) or composed(context.book, said, "group")
    if not (said.mark.attributes.get("definite") in {"the", "both", "two"} or said.head in _ALONE):
        return None
    word = (said.head.split()[-1], "word")
    same = context.discourse.best(said.token, lambda e: e.resolved.plural and word in e.roles, reach=4)
    if same:
        return again(same)
    if said.head in _ALONE:
        told = context.discourse.best(said.token, lambda e: e.resolved.plural and len(e.resolved.refs) == 2, reach=1)
        if told:
            return again(told)
    pair = _last_pair(context, said, frozenset({"person"})) or context.discourse.pair(said.token, _BELLIGERENT)
    return _both(pair) if pair else None


def _heads(context: Context, said: Described) -> Resolved | None:
    """Return who leads one of several owners ("the leaders of Russia and Turkey"), or its holder of the same office."""
    owner = said.owner.ref.party if said.owner else None
    if said.called is None or owner not in context.book.states:
        return None
    one = replace(said, called=None)
    if said.head == "counterparts":
        return counterpart(context, one)
    role = context.book.roles.roles.get(said.head.removesuffix("s"))
    return holder(context, one, str(owner), role) if role else None


def states(context: Context, said: Described, belligerent: frozenset[str | None] = _BELLIGERENT) -> Resolved | None:
    """Return the two parties talked of, for "both countries" and "the two sides"."""
    if said.owner is not None:
        return composed(context.book, said, "group") if said.head == "parties" else None
    if not (said.definite and said.mark.attributes.get("definite")):
        return None
    if not {"the", *_ALONE} & set(said.mark.span.quote.lower().split()[:2]):
        return None
    kinds = _STATES if said.head in {"countries", "nations", "states", "neighbours"} else belligerent
    pair = context.discourse.pair(said.token, kinds)
    if pair:
        return _both(pair)
    band = context.discourse.best(said.token, lambda e: _is_band(context, e), reach=2)
    if band is not None and context.cast.home is not None:  # a rebellion is against the state it is in
        home = context.book.ref(context.cast.home)
        return Resolved((home, band.resolved.ref), None, "description", {"rivals": 1.0}, plural=True)
    rivals = context.cast.rivals  # a headline may say "both sides" before it names them
    refs = tuple(context.book.ref(state) for state in rivals)
    return Resolved(refs, None, "description", {"rivals": 1.0}, plural=True) if len(refs) == 2 else None


def _is_band(context: Context, entity: Entity) -> bool:
    """Tell whether an entity is an armed movement."""
    held = context.book.get(entity.resolved.ref.party or "")
    return held is not None and held.kind != "person" and held.sector in {"REB", "SEP"}


def _last_pair(context: Context, said: Described, kinds: frozenset[str | None]) -> tuple[Entity, Entity] | None:
    """Return the two entities of some kinds mentioned last, within two sentences."""
    here = context.discourse.sentence(said.token)
    near = [
        e
        for e in context.discourse.recent()
        if e.kind in kinds and len(e.resolved.refs) == 1 and here - e.sentence <= 2 and e.resolved.ref.party
    ][:2]
    apart = len(near) == 2 and near[0].resolved.principal != near[1].resolved.principal
    return (near[1], near[0]) if apart else None


def _both(pair: tuple[Entity, Entity]) -> Resolved:
    """Return two entities as one resolution; they have no principal in common."""
    refs = tuple(entity.resolved.ref for entity in pair)
    return Resolved(refs, None, "description", {"pair": 1.0}, plural=True)


def means_two(said: Described) -> bool:
    """Tell whether words mean the same body of two parties ("each army", "both governments", "the two ministries")."""
    words = said.mark.span.quote.lower().split()
    return words[0] in _DISTRIBUTING or (said.plural and words[0] in {"both", "two"}) or words[:2] == ["the", "two"]


def of_both(context: Context, said: Described) -> Resolved | None:
    """Return the bodies of the two parties talked of; an armed group is its own army."""
    joined = context.discourse.best(
        said.token, lambda e: len(e.resolved.refs) == 2 and e.kind in _RULING and "joined" in e.resolved.features, 1
    )
    kinds = _RULING if said.role.sort == "forces" else _STATES  # a gang has fighters, no government
    pair = joined.resolved if joined else states(context, said, kinds)
    if pair is None or len(pair.refs) < 2:
        return None if said.role.sort == "forces" else unnamed(said, said.role.kind or "group")
    bodies = tuple(_body_of(context, ref, said.role) for ref in pair.refs)
    return Resolved(bodies, None, "description", {"pair": 1.0}, plural=True)


def _body_of(context: Context, ref: PartyRef, role: Role) -> PartyRef:
    """Return the body or office that a state, or the state of an army, has in a role; a group stands for itself."""
    state = (ref.party or "").split("/")[0]
    return context.book.ref(context.book.body(state, role.id).id) if state in context.book.states else ref
