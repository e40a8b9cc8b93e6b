"""Tell what an anaphoric noun points back to: the country, the ministry, the two, both sides."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from standoff.codebook.words import NameWords
from standoff.grounding.parties.coreference import Entity, Resolved
from standoff.grounding.parties.described import (
    Context,
    Described,
    again,
    called,
    composed,
    found,
    leading,
    made,
    qualifies,
    terms,
    unnamed,
    with_phrase,
)
from standoff.grounding.parties.offices import counterpart
from standoff.grounding.parties.pairs import persons, states
from standoff.grounding.parties.sides import opponent
from standoff.model.entity import PartyKind, PartyRef
from standoff.model.grounding import ResolvedFrom
from standoff.model.parse import Parse

_MINISTRIES = ("/mfa", "/mod", "/interior", "/health", "/justice", "/finance", "/energy", "/information", "/economy")
_MISSION = "mission"
_CALLED = 2.0  # prominence that a group gains for having been called by the same word


def anaphor(context: Context, said: Described) -> Resolved | None:
    """Return what an anaphoric noun points back to, by the kind it stands for."""
    rule = _ANAPHORS.get(said.role.stands_for or "")
    return rule(context, said) if rule else None


def _country(context: Context, said: Described) -> Resolved | None:
    """Return the state in focus for "the country"; the other one for "its neighbour"."""
    if said.plural:
        return states(context, said)
    if not said.definite:
        return None
    other = _other_country(context, said)
    if other is not None:
        return other[0]
    if said.owner and said.owner.ref.kind == "state" and said.mark.span.quote.lower().startswith("our "):
        return Resolved(said.owner.refs, said.owner.principal, "description")
    if said.owner and said.owner.ref.kind != "person":
        return None
    if said.owner and said.owner.principal:
        return Resolved((said.owner.principal,), said.owner.principal, "description")
    told = _country_of_speaker(context, said)
    if told or _is_ours(said):
        return told
    return found(context, said, lambda e: e.kind == "state" and not e.resolved.plural, reach=4) or _home(context)


def _other_country(context: Context, said: Described) -> tuple[Resolved | None] | None:
    """Return whom "its neighbour" or "the breakaway region" means, if anybody; nothing where it is not that word."""
    if said.head.startswith(("breakaway", "self-proclaimed")):
        return (found(context, said, lambda e: is_unrecognised(context, e), reach=20),)
    if "neighb" not in said.mark.span.quote.lower():
        return None
    mine = _own_state(context, said)
    return (found(context, said, lambda e: e.kind == "state" and e.resolved.key != (mine,), reach=6),)


def is_unrecognised(context: Context, entity: Entity) -> bool:
    """Tell whether an entity is a state that few recognise."""
    party = entity.resolved.ref.party or ""
    return party in context.book.states and context.book.parties[party].kind != "state"


def _is_ours(said: Described) -> bool:
    """Tell whether somebody whom only the words around can tell calls the country his own ("our state")."""
    return said.owner is None and said.mark.attributes.get("owner") is not None


def _home(context: Context) -> Resolved | None:
    """Return the state that most of the text is about."""
    home = context.cast.home
    if home is None:
        return None
    return Resolved((context.book.ref(home),), context.book.principal(home), "description", {"home": 1.0})


def _own_state(context: Context, said: Described) -> str | None:
    """Return whose neighbour is spoken of: the owner's, else that of the subject of the verbs above."""
    if said.owner and said.owner.principal:
        return said.owner.principal.party
    parse = context.page.parse
    for token in parse.ancestors(said.token):
        for subject in parse.children_of(token, "nsubj", "nsubjpass"):
            state = context.discourse.state_at(subject)
            if state and subject < said.token:
                return state
    return None


def _country_of_speaker(context: Context, said: Described) -> Resolved | None:
    """Return the state of the person whose words the clause is ("Sandu announced that the country ...")."""
    parse = context.page.parse
    chain = (said.token, *parse.ancestors(said.token))
    clause = next((t for t in chain if parse.deps[t] == "ccomp" or _is_told(parse, t)), None)
    if clause is None:
        return None
    verb = parse.heads[clause] if parse.deps[clause] == "ccomp" else parse.heads[parse.heads[clause]]
    for subject in parse.children_of(verb, "nsubj"):
        state = context.discourse.state_at(subject)
        if state and state in context.book.states and subject < said.token:
            return Resolved((context.book.ref(state),), context.book.principal(state), "description", {"speaker": 1.0})
    return None


def _is_told(parse: Parse, clause: int) -> bool:
    """Tell whether what somebody is told was hung on him as a relative clause ("told a rally the country was")."""
    hearer = parse.heads[clause]
    return (
        parse.deps[clause] == "relcl" and parse.deps[hearer] == "dobj" and parse.lemmas[parse.heads[hearer]] == "tell"
    )


def _ministry(context: Context, said: Described) -> Resolved | None:
    """Return the ministry mentioned last; the owner's one if there is an owner."""
    mine = said.owner.ref.party if said.owner else None
    if said.owner and said.owner.ref.kind == "person":
        return _headed_by(context, said.owner)

    def fits(entity: Entity) -> bool:
        ref = entity.resolved.ref
        party = ref.party or ""
        if not party and ref.kind == "organisation" and mine is None:
            return "ministry" in ref.name.lower().split()  # one that only this text knows
        return party.endswith(_MINISTRIES) and (mine is None or party.startswith(f"{mine}/"))

    if said.owner is not None and _is_charged(context, said):
        return composed(context.book, said, "organisation")
    told = found(context, said, fits, reach=12)
    if told is None and said.owner is None and said.definite:
        minister, writer = leading(context, said), context.page.author
        headed = _headed_by(context, minister.resolved) if minister else None
        own = writer if writer and (writer.party or "").endswith(_MINISTRIES) else None
        return headed or (Resolved((own,), context.book.principal(own.party or ""), "description") if own else None)
    if told or mine not in context.book.states:
        return told
    other = context.discourse.best(said.token, lambda e: (e.resolved.ref.party or "").endswith(_MINISTRIES), reach=4)
    body = (other.resolved.ref.party or "").split("/")[1] if other else ""
    return made(context.book, str(mine), context.book.roles[body], by="description") if body else None


def _is_charged(context: Context, said: Described) -> bool:
    """Tell whether a word before "ministry" tells with what it is charged ("its water ministry")."""
    parse = context.page.parse
    before = parse.token_at(said.mark.head.start) - 1
    return before >= 0 and before not in context.at and parse.deps[before] in {"amod", "compound"}


def _headed_by(context: Context, minister: Resolved) -> Resolved | None:
    """Return the ministry that somebody heads by an office he was said to hold, or holds."""
    for role, owner in sorted(minister.roles or terms(context, minister.ref)):
        plan = context.book.roles.roles.get(role)
        if plan and plan.body and owner in context.book.states and f"/{plan.body}".endswith(_MINISTRIES):
            return made(context.book, owner, context.book.roles[plan.body], by="description")
    return None


def _organisation(context: Context, said: Described) -> Resolved | None:
    """Return the organisation or group mentioned last that the noun can mean."""
    if said.owner is not None and (
        said.owner.ref.kind == "state" or said.mark.attributes.get("definite") in {"a", "an"}
    ):
        return composed(context.book, said, "organisation")
    if (
        said.owner is None
        and said.mark.attributes.get("definite") == "poss"
        and said.mark.attributes.get("owner") is None
    ):
        return _local(said, "group")  # "the miners' association"
    if not said.definite or said.plural or not (said.mark.attributes.get("definite") or qualifies(context, said)):
        return None
    if said.owner and said.owner.ref.kind in {"organisation", "group", "armed_force"}:
        if said.head.split()[-1] in context.book.words.part and said.owner.ref.kind != "armed_force":
            return composed(context.book, said, "organisation")
        return Resolved(said.owner.refs, said.owner.principal, "description")
    if (said.owner is None or said.owner.ref.kind == "person") and _is_called(context, said):
        return _local(said, "group")

    called = _called_so(context, said)
    found_one = again(called) if called else None
    if found_one is None and not _is_other(context, said):
        found_one = _last_organisation(context, said)
    if found_one is None and said.owner is None and said.mark.head.quote[0].isupper():
        found_one = _of_named_union(context, said.head)
    if found_one is None and said.head.split()[-1] == _MISSION:
        return _local(said, "organisation", "description")
    return found_one


def _of_named_union(context: Context, head: str) -> Resolved | None:
    """Return the one body of a union of states that the text names, by the noun in capitals ("the Commission")."""
    named = (held for held in context.book.parties.values() if held.parent in context.cast.states)
    found = [held.id for held in named if held.sector == "IGO" and held.name.lower().endswith(f" {head}")]
    return Resolved((context.book.ref(found[0]),), context.book.principal(found[0])) if len(found) == 1 else None


def _local(said: Described, kind: PartyKind, by: ResolvedFrom = "explicit") -> Resolved:
    """Return an organisation of this text alone under its own words."""
    return Resolved((PartyRef(None, said.words(), None, kind),), None, by, {"local": 1.0})


def _is_other(context: Context, said: Described) -> bool:
    """Tell whether words before a noun for a body make it one that the text has not named ("the refugee agency")."""
    words, last = context.book.words, said.head.split()[-1]
    if last not in words.part | words.body or said.owner is not None:
        return False
    start, stop = said.mark.span.start, said.mark.head.start
    named = bool(context.page.within(start, stop, "name"))  # "the NATO-led mission"
    before = said.words().lower().split()[: -len(said.head.split())]
    return last in words.named_so or not (named or words.pointing.issuperset(before))


def _last_organisation(context: Context, said: Described) -> Resolved | None:
    """Return the organisation or group mentioned last that a noun can stand for."""
    words, word = context.book.words, said.head.split()[-1]

    def fits(entity: Entity) -> bool:
        ref = entity.resolved.ref
        if ref.kind not in {"organisation", "group", "armed_force"} or entity.resolved.plural:
            return False
        held = context.book.get(ref.party) if ref.party else None
        sector = held.sector if held else None
        if _is_too_high(word, ref, sector, words):
            return False
        if said.head in words.union:
            return sector == "IGO"
        if said.head in words.outlet:
            return sector == "MED" or held is None
        return sector != "MED"

    def own(entity: Entity) -> bool:
        principal = entity.resolved.principal
        return fits(entity) and (principal is None or principal.kind != "state")

    def band(entity: Entity) -> bool:
        held = context.book.get(entity.resolved.ref.party or "")
        return held is not None and held.kind != "person" and held.sector in {"REB", "SEP", "CRM"}

    if word in words.charity:
        return found(context, said, own, reach=8) or found(context, said, fits, reach=8)
    if word not in words.group:
        return found(context, said, fits, reach=8)
    # "the paramilitary group" is no division of the army
    banded = word in words.gang or not words.armed.isdisjoint(said.mark.span.quote.lower().split())
    group = found(context, said, band, reach=12) if banded else None
    group = group or _likeliest(context, said, own) or found(context, said, fits, reach=8)
    return group.worded(frozenset({(word, "word")})) if group else None


def _is_too_high(word: str, ref: PartyRef, sector: str | None, words: NameWords) -> bool:
    """Tell whether a party is no "group", as the UN and a state's army are, or no "mission", as its ministries are."""
    ranked = sector == "IGO" or "/" in (ref.party or "")
    group = word in words.group and ranked and word not in ref.name.lower()
    gang = word in words.gang and ref.kind == "organisation" and ref.party is not None  # no outlet is a gang
    return group or gang or (word == _MISSION and "/" in (ref.party or ""))


def _likeliest(context: Context, said: Described, fits: Callable[[Entity], bool]) -> Resolved | None:
    """Return the group spoken of lately, rather one that the same word has stood for before."""
    word = said.head.split()[-1]
    called = {e.resolved.ref.party: _CALLED for e in context.discourse.recent() if (word, "word") in e.roles}
    entity = context.discourse.best(said.token, fits, reach=12, gains=called)
    return again(entity) if entity else None


def _called_so(context: Context, said: Described) -> Entity | None:
    """Return the organisation mentioned before whose name, or another name of it, holds the noun itself."""
    word = said.head.split()[-1]
    if word not in context.book.words.part and word not in context.book.words.body:
        return None
    wanted = {word, *said.words().lower().split()} - context.book.words.pointing

    def fits(entity: Entity) -> bool:
        ref = entity.resolved.ref
        if ref.kind not in {"organisation", "group", "armed_force"} or entity.resolved.plural:
            return False
        names = {ref.name, *context.book.aliases(ref.party or "")}
        return any(wanted <= set(name.lower().split()) for name in names)

    return context.discourse.best(
        said.token, lambda e: fits(e) and e.resolved.ref.party is not None, reach=15
    ) or context.discourse.best(said.token, fits, reach=15)


def _is_called(context: Context, said: Described) -> bool:
    """Tell whether a name stands before the noun and tells it from others ("the Hafiz Gul faction")."""
    names = context.page.within(said.mark.span.start, said.mark.head.start, "name")
    told = (name.attributes.get("label") for name in names if name.attributes.get("party") is None)
    if any(label in {"person", "group"} for label in told):
        return True
    parse = context.page.parse
    words = parse.tokens_in(said.mark.span.start, said.mark.head.start)
    return any(parse.pos[token] == "PROPN" and token not in context.at for token in words)  # missed by the tagger


def _person(context: Context, said: Described) -> Resolved | None:
    """Return the person mentioned last, for "the man"."""
    if said.mark.attributes.get("definite") != "the":
        return unnamed(said, "person")
    return found(context, said, lambda e: e.kind == "person" and not e.resolved.plural, reach=3)


def _latter(context: Context, said: Described) -> Resolved | None:
    """Return the last of two persons or parties named lately, for "the latter", or the first, for "the former"."""
    here, last = context.discourse.sentence(said.token), said.head == "latter"
    near = [e for e in context.discourse.recent() if e.token < said.token and here - e.sentence <= 1]
    near.sort(key=lambda e: e.token)
    two = next((e for e in reversed(near) if len(e.resolved.refs) == 2), None)
    if two is not None and (not last or two is near[-1]):
        ref = two.resolved.refs[last]
        return Resolved((ref,), context.book.principal(ref.party or ""), "description", {"pair": 1.0})
    told = [e for e in near if e.kind == "person"] or [e for e in near if e.kind is not None]
    one = told[-1] if told and last else told[-2] if len(told) > 1 else None
    return again(one) if one and not one.resolved.plural else None


def political(context: Context, said: Described) -> Resolved | None:
    """Return the political party named last, for "the party", else the body of this text alone that spoke just now."""
    if said.mark.attributes.get("definite") != "the" and not qualifies(context, said):
        return None

    def fits(entity: Entity) -> bool:
        ref = entity.resolved.ref
        held = context.book.get(ref.party) if ref.party else None
        return held.sector == "PTY" if held else ref.kind == "organisation" and "party" in ref.name.lower().split()

    def local(entity: Entity) -> bool:
        ref = entity.resolved.ref
        return ref.party is None and ref.kind == "organisation" and entity.spoke and not entity.resolved.plural

    return found(context, said, fits, reach=8) or found(context, said, local, reach=2)


def facing(context: Context, said: Described) -> Resolved | None:
    """Return the party against whose side somebody speaks of "the other side", which is no place ("of the river")."""
    if "of" in context.page.parse.forms[said.token + 1 : said.token + 2]:
        return None
    party = opponent(context, said.token)
    if party is None:
        return None
    return Resolved((context.book.ref(party),), context.book.principal(party), "description", {"facing": 1.0})


def same_people(context: Context, said: Described) -> Entity | None:
    """Return the person or people mentioned before under the same noun, or the armed group that "the rebels" are."""
    definite, word = said.mark.attributes.get("definite"), said.head.split()[-1]
    banded = definite in {None, "the"} and (definite is None or word in context.book.words.band)
    if not said.plural and not (banded and said.role.id in {"rebels", "separatists"}):
        if definite != "the" or said.owner is not None:
            return None
        last = leading(context, said) if said.role.id == "officials" else None
        if word in context.book.words.rank:  # "the general" is rather who led the sentence before than an inspector
            return called(context, said) or last
        return with_phrase(context, said) or last
    if definite not in {None, "the", "these", "those"}:
        return None

    def same(entity: Entity) -> bool:
        was = entity.resolved
        told = bool(was.principal or was.ref.state or definite) or said.role.id != "people"
        return (word, "word") in entity.roles and told  # "witnesses" may be others than those told of

    known = context.discourse.best(said.token, same, reach=12)
    if known or said.role.id not in {"rebels", "separatists"}:
        return known

    def fits(entity: Entity) -> bool:
        held = context.book.get(entity.resolved.ref.party or "")
        return held is not None and held.kind != "person" and held.sector in {"REB", "SEP"}

    return context.discourse.best(said.token, fits, reach=15)


_ANAPHORS: Mapping[str, Callable[[Context, Described], Resolved | None]] = {
    "state": _country,
    "ministry": _ministry,
    "organisation": _organisation,
    "person": _person,
    "persons": persons,
    "states": states,
    "latter": _latter,
    "counterpart": counterpart,
}
