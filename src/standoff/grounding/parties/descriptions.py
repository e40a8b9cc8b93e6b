"""Tell whom a description means: a role and its owner make a body, an office, forces, people or the owner itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from standoff.grounding.parties.anaphora import anaphor, facing, is_unrecognised, political, same_people
from standoff.grounding.parties.coreference import Entity, Resolved
from standoff.grounding.parties.described import (
    Context,
    Described,
    again,
    composed,
    found,
    is_retired,
    made,
    of_state,
    terms,
    unnamed,
    with_role,
)
from standoff.grounding.parties.locality import LOCAL, is_local, local_body, local_state
from standoff.grounding.parties.offices import holder, office
from standoff.grounding.parties.pairs import means_two, of_both, states
from standoff.grounding.parties.sides import EMBASSY, Asked, capital_of, focus, guest, seat_of, state_owner, town_of
from standoff.model.entity import PartyKind, PartyRef

_OF_EACH = frozenset({"body", "forces", "office"})
_OTHER_SIDE = "the other side"
_NEAR = 5  # sentences
_ARMIES = frozenset({"armed_forces", "army", "general_staff", "mod"})
_ARMED = frozenset({"group", "armed_force"})


def describe(context: Context, said: Described) -> Resolved | None:
    """Return whom a description stands for, or nothing where that cannot be told."""
    if said.owner is None and said.role.sort in _OF_EACH and means_two(said):
        return of_both(context, said)
    if said.role.sort == "office" and said.plural:
        return _each_holder(context, said) or _people(context, said)
    found = _RULES[said.role.sort](context, said)
    return _serving(context, said, found) if found and said.role.sort in {"office", "people"} else found


def _serving(context: Context, said: Described, found: Resolved) -> Resolved:
    """Return somebody unnamed as one of the state in focus where his words say that he serves it ("a navy captain")."""
    words = said.mark.span.quote.lower().replace("-", " ").split()[:-1]
    told = context.book.words
    serves = not said.role.own and not told.stately.isdisjoint(words) and told.apart.isdisjoint(words)
    serves = serves and not is_retired(context.book, said)
    if "unnamed" not in found.features or not serves or said.owner is not None:
        return found
    sources = said.head.removesuffix("s") == "source"  # who speak to the press of their own state
    seat = context.cast.seat if sources else None
    state = seat or _around(context, said) or focus(context, Asked(said.token, officer=True))
    return of_state(context, found, state, plural=found.plural)


def _each_holder(context: Context, said: Described) -> Resolved | None:
    """Return who holds an office of a state for one of several owners ("the defence ministers of Chad and Niger")."""
    owner = said.owner.ref.party if said.owner and said.called else None
    if owner not in context.book.states or said.role.body is None or said.role.id == "ambassador":
        return None
    return holder(context, replace(said, called=None), str(owner), said.role)


def _body(context: Context, said: Described) -> Resolved | None:
    """Return a body of the owner; without one, the last such body mentioned or that of the state in focus."""
    if said.owner is None:
        told = _told_before(context, said)
        if told or not _can_point(context, said):
            return told
    owner = _around(context, said) or _breakaway(context, said) or _whole(context, said, state_owner(context, said))
    if owner:
        return made(context.book, owner, said.role, by="description").worded(frozenset({(_noun(said), "word")}))
    if said.owner is None:
        return None
    part = context.book.part(said.owner.ref.party or "", said.role.id)
    if part:
        return Resolved((context.book.ref(part),), context.book.principal(part), "description")
    return composed(context.book, said, said.role.kind or "organisation")


def _whole(context: Context, said: Described, owner: str | None) -> str | None:
    """Return the state of a region where the words tell that the body is that of all the land ("federal")."""
    words = said.mark.span.quote.lower().split()
    region = context.book.states.get(owner or "")
    return region.within if region and region.within and not context.book.words.countrywide.isdisjoint(words) else owner


def _told_before(context: Context, said: Described) -> Resolved | None:
    """Return the body that words without an owner tell: a local one, one told of before, that of an armed group."""
    if is_local(said):
        return local_body(context, said)
    writer = context.page.author
    if writer and (writer.party or "").endswith(f"/{said.role.id}") and _can_point(context, said):
        return Resolved((writer,), context.book.principal(writer.party or ""), "description", {"author": 1.0})
    seat = capital_of(context, said.token) or town_of(context, said.token) or seat_of(context, said.token)
    if seat:
        return made(context.book, seat, said.role, by="description")
    if said.role.id == EMBASSY:
        state = guest(context, said)
        return made(context.book, state, said.role, by="description") if state else None
    known = _called_so(context, said) or with_role(context, said, said.role.id)
    if known and _can_point(context, said):
        return again(known).worded(frozenset({(_noun(said), "word")}))
    band = _band(context, said) if _can_point(context, said) else None
    return composed(context.book, replace(said, owner=band), said.role.kind or "organisation") if band else None


def _can_point(context: Context, said: Described) -> bool:
    """Tell whether words can point at one body: "the authorities" can, "embassies" cannot."""
    several = said.plural and _noun(said).endswith("s")  # unlike "the joint chiefs of staff"
    served = said.head in context.book.words.serving or _is_de_facto(said)
    return said.definite and (served or not several)


def _is_de_facto(said: Described) -> bool:
    """Tell whether a body is that of a state which few recognise."""
    return "de facto" in said.mark.span.quote.lower()


def _noun(said: Described) -> str:
    """Return the noun that heads a description."""
    return said.head.split()[-1]


def _called_so(context: Context, said: Described) -> Entity | None:
    """Return the body mentioned last under the same noun, so that "the junta" is no other state's "government"."""
    if not said.definite:
        return None
    return context.discourse.best(
        said.token, lambda e: (_noun(said), "word") in e.roles and any(held == said.role.id for held, _ in e.roles), 12
    )


def _band(context: Context, said: Described) -> Resolved | None:
    """Return the armed group for which somebody spoke just before, whose "general command" is then meant."""
    last = context.discourse.voice_before(said.token) if said.role.sector == "MIL" else None
    voice = last.resolved.principal.party if last and last.resolved.principal else None
    held = context.book.get(voice) if voice and voice not in context.book.states else None
    if held is None or held.kind not in _ARMED:
        return None
    return Resolved((context.book.ref(held.id),), context.book.principal(held.id))


def _breakaway(context: Context, said: Described) -> str | None:
    """Return the unrecognised state mentioned last, for "the de facto authorities"."""
    if said.owner is not None or not _is_de_facto(said):
        return None

    entity = context.discourse.best(said.token, lambda e: is_unrecognised(context, e), reach=20)
    return entity.resolved.ref.party if entity else None


def _around(context: Context, said: Described) -> str | None:
    """Return the state of the places around a body that serves where it stands, as the police do."""
    if said.owner is not None or said.head not in context.book.words.serving:
        return None
    return seat_of(context, said.token) or local_state(context, said.mark.span.start, said.mark.span.stop)


def _forces(context: Context, said: Described) -> Resolved | None:
    """Return the armed people of an owner: a state's forces, or the group itself."""
    if said.owner is None and said.role.id == "peacekeepers":
        keepers = with_role(context, said, said.role.id) or _keepers(context, said)  # never a party to the conflict
        return again(keepers) if keepers else unnamed(said, "armed_force")
    if said.owner is None and _is_named_so(context, said):
        return unnamed(said, "armed_force")  # of somebody whom nobody knows
    one = _one_of_them(context, said) if said.owner is None else None
    if one:
        return one
    owner = _only_army(context, said) or state_owner(context, said)
    if owner and owner in context.book.states and context.book.parties[owner].kind in {"state", "organisation"}:
        if said.owner is None and not (said.definite and said.role.id == "armed_forces"):
            return _with_role_or_none(context, said)
        return made(context.book, owner, said.role, by="description", plural=said.plural)
    if said.owner and said.owner.ref.kind in {"group", "organisation", "armed_force"}:
        wing = context.book.wing(said.owner.ref.party or "") if said.head.endswith("wing") else None
        if wing:
            return Resolved((context.book.ref(wing),), said.owner.principal, "description")
        roles = frozenset({(said.role.id, said.owner.ref.party or said.owner.ref.name)})
        return Resolved(said.owner.refs, said.owner.principal, "description", roles=roles, plural=True)
    return unnamed(said, "armed_force") if said.owner is None else composed(context.book, said, "armed_force")


def _one_of_them(context: Context, said: Described) -> Resolved | None:
    """Return somebody unnamed who speaks ("a fighter said"), or the armed force named last, for "the force"."""
    if not said.definite:
        return unnamed(said, "person") if context.discourse.speaks(said.token) and not said.plural else None
    if said.role.id != "troops" or _noun(said).removesuffix("s") != "force":
        return None

    def fits(entity: Entity) -> bool:
        held = context.book.get(entity.resolved.ref.party or "")
        named = said.plural and held is not None and _noun(said) in held.name.lower().split()
        force = held is not None and held.kind == "armed_force" and not said.plural
        return (named or force) and "/" not in (entity.resolved.ref.party or "/") and not entity.resolved.plural

    def own(entity: Entity) -> bool:
        return entity.kind == "armed_force" and entity.resolved.ref.party is not None and not entity.resolved.plural

    return found(context, said, fits, reach=8) or (None if said.plural else found(context, said, own, reach=2))


def _is_named_so(context: Context, said: Described) -> bool:
    """Tell whether a proper name stands in a phrase ("the East African force")."""
    start, stop = said.mark.span.start, said.mark.head.start
    parse = context.page.parse
    return bool(context.page.within(start, stop, "name")) or any(
        parse.pos[token] == "PROPN" for token in parse.tokens_in(start, stop)
    )


def _keepers(context: Context, said: Described) -> Entity | None:
    """Return the mission of several states that was mentioned last, for "the peacekeepers"."""

    def fits(entity: Entity) -> bool:
        held = context.book.get(entity.resolved.ref.party or "")
        parent = context.book.get(held.parent or "") if held and held.kind != "person" else None
        if held is None or parent is None or parent.sector != "IGO":
            return False
        return any(
            context.book.words.mission & set(name.lower().split())
            for name in (held.name, *context.book.aliases(held.id))
        )

    return context.discourse.best(said.token, fits, reach=12) if said.definite else None


def _only_army(context: Context, said: Described) -> str | None:
    """Return the state whose army is the only one that the text has told of lately, for "the military".

    Another state's defence ministry is not far from its army.
    """
    if said.owner is not None or not said.definite or said.role.id != "armed_forces":
        return None
    here = context.discourse.sentence(said.token)
    near = (e for e in context.discourse.recent() if here - e.sentence <= _NEAR)
    armed = [e for e in near if any(_has(e, role) for role in _ARMIES) and "/" in (e.resolved.ref.party or "")]
    owners = {(e.resolved.ref.party or "").split("/")[0] for e in armed}
    return owners.pop() if len(owners) == 1 and any(_has(e, "armed_forces") for e in armed) else None


def _with_role_or_none(context: Context, said: Described) -> Resolved | None:
    """Return the forces mentioned last, for "the troops"; nobody for troops in general."""
    known = with_role(context, said, said.role.id) or with_role(context, said, "armed_forces")
    return again(known) if known and said.mark.attributes.get("definite") in {"the", "these", "those"} else None


def _people(context: Context, said: Described) -> Resolved | None:
    """Return unnamed people of an owner, or the person of that description mentioned before."""
    if said.owner is None:
        known = same_people(context, said)
        if known:
            return again(known)
        fellow = _fellow(context, said)
        if fellow:
            return fellow
        if said.role.id == "state_media":
            return _media(context, said)
        one = unnamed(said, _number(context, said))
        if said.role.id == "officials" and said.plural and said.mark.attributes.get("qualifier") in LOCAL:
            return of_state(context, one, local_state(context, said.mark.span.start, said.mark.span.stop), plural=True)
        state = focus(context, Asked(said.token, officer=True)) if _governs(context, said) else None
        return of_state(context, one, state)
    bands = context.book.words.fighters
    if said.role.id in {"rebels", "separatists"} and said.head.split()[-1] in bands and said.owner.ref.kind in _ARMED:
        return Resolved(said.owner.refs, said.owner.principal, "description")
    return composed(context.book, said, _number(context, said))


def _governs(context: Context, said: Described) -> bool:
    """Tell whether somebody whom no name tells is a minister, as only a state has them ("the transport minister")."""
    one = said.mark.attributes.get("definite") == "the" and not said.plural
    return one and any(said.head.endswith(word) for word in context.book.words.ministerial)


def _fellow(context: Context, said: Described) -> Resolved | None:
    """Return somebody unnamed as one more of those told of before ("another official"), of the same owner."""
    if context.book.words.further.isdisjoint(said.mark.span.quote.lower().split()[:2]):
        return None
    role = said.role.id
    last = context.discourse.best(said.token, lambda e: not e.resolved.ref.party and _has(e, role), reach=6)
    if last is None or last.resolved.principal is None:
        return None
    ref = replace(unnamed(said, _number(context, said)).ref, state=last.resolved.ref.state)
    return Resolved((ref,), last.resolved.principal, "description", {"fellow": 1.0}, frozenset(last.roles))


def _has(entity: Entity, role: str) -> bool:
    """Tell whether an entity was said to have a role."""
    return any(held == role for held, _ in entity.roles)


def _media(context: Context, said: Described) -> Resolved:
    """Return unnamed media of a state, which is the one in focus."""
    media, state = unnamed(said, "organisation"), focus(context, Asked(said.token))
    return of_state(context, media, state)


def _number(context: Context, said: Described) -> PartyKind:
    """Return whether unnamed people are one person or several; a word like "public" is several."""
    if said.role.kind == "organisation" and not said.plural:
        return "organisation"
    return "group" if said.plural or said.head.split()[-1] in context.book.words.collective else "person"


def _self(context: Context, said: Described) -> Resolved | None:
    """Return the owner, for "the Armenian side"."""
    if said.owner is None:
        if said.mark.attributes.get("definite") in {"each", "either", "neither"}:
            return states(context, said)
        if said.mark.span.quote.lower() == _OTHER_SIDE:
            return facing(context, said)
        return political(context, said) if said.head == "party" else None
    return Resolved(said.owner.refs, said.owner.principal, "description", plural=len(said.owner.refs) > 1)


def _office_of(context: Context, said: Described) -> Resolved | None:
    """Return the office of a person ("his office"), under the name of the post; a body's press office is the body."""
    if said.owner is None:
        return _again_by_noun(context, said)
    ref = said.owner.ref
    if ref.kind != "person":
        return Resolved(said.owner.refs, said.owner.principal, "description")
    held = said.owner.roles or terms(context, ref)
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
    name = f"Office of {ref.name}" if said.owner.by == "explicit" else said.words()
    return Resolved((PartyRef(None, name, ref.state, "organisation"),), said.owner.principal, "description")


def _again_by_noun(context: Context, said: Described) -> Resolved | None:
    """Return the body mentioned before whose name holds the noun ("the Office" for the High Commissioner's)."""
    if said.mark.attributes.get("definite") != "the":
        return None

    def fits(entity: Entity) -> bool:
        ref = entity.resolved.ref
        return ref.kind in {"organisation", "group"} and said.head in ref.name.lower().split()

    return found(context, said, fits, reach=12)


def _document(context: Context, said: Described) -> Resolved | None:
    """Return whose words a document holds: its owner's, or the last speaker's for "the statement"."""
    if said.owner:
        return Resolved(said.owner.refs, said.owner.principal, "description")
    speaker = context.discourse.speaker_before(said.token)
    if speaker and said.mark.attributes.get("definite") in {"the", "this", "that"}:
        return again(speaker)
    return None


_RULES: Mapping[str, Callable[[Context, Described], Resolved | None]] = {
    "body": _body,
    "office": office,
    "forces": _forces,
    "people": _people,
    "self": _self,
    "self_office": _office_of,
    "document": _document,
    "anaphor": anaphor,
}
