"""Lay a page out for coding: triggers with their casts and circumstances, and what each takes from its neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from standoff.codebook.load import Codebook
from standoff.codebook.parties import State
from standoff.coding.aftermath import deed_before
from standoff.coding.circumstances import Circumstances, attach
from standoff.coding.clauses import complements, conjuncts, surface_subjects
from standoff.coding.elsewhere import told_here
from standoff.coding.lending import linked_deed
from standoff.coding.marks import Filled, Marks, distinct, marks_of, sighted
from standoff.coding.mending import mended
from standoff.coding.referring import referring
from standoff.coding.roles import Cast, cast_of
from standoff.coding.sides import against, foes, is_fight, side_keys, sides_of
from standoff.coding.speech import families_under, narrowed
from standoff.coding.triggers import Hit, find_triggers
from standoff.coding.voices import Voices
from standoff.model.entries import Lookup, entries, no_entry
from standoff.model.page import Page
from standoff.model.parse import Parse
from standoff.model.statement import Statement

_TOWARDS = frozenset({"with", "against", "to", "on", "from", "of", "for"})
_FIRST = frozenset({"we", "i", "us"})
_HOME = frozenset(
    {"country", "state", "nation", "government", "side", "people", "army", "military", "party", "movement"}
)
_SETTLED = frozenset({"agreement", "ceasefire"})
_ONWARD = frozenset({"pobj", "prep", "dobj", "conj", "xcomp"})
_CLIMB = 4
_DEADLY = frozenset({"fighting", "war", "bombing", "mine", "crowd_control", "shootdown"})


@dataclass(frozen=True, slots=True)
class Desk:
    """Hold what coding one page needs: marks, triggers by token with their casts and circumstances, and voices.

    `back` holds the triggers that seem only to refer back or to name a topic, `sides` the two that the text tells
    as opposed, `states` the codebook's states by code; `under` tells the dated line of a chronicle over an offset.
    """

    marks: Marks
    hits: dict[int, Hit]
    types: dict[int, str]
    casts: dict[int, Cast]
    around: dict[int, Circumstances]
    voices: Voices
    back: frozenset[int] = frozenset()
    sides: tuple[Filled, ...] = ()
    states: Mapping[str, State] = field(default_factory=dict)
    under: Lookup = no_entry


def lay_out(page: Page, statements: tuple[Statement, ...], codebook: Codebook) -> Desk:
    """Find a page's triggers and lay out what fills them."""
    book = codebook.events
    page = replace(page, parse=mended(page.parse, book))
    marks = marks_of(page, book)
    told = told_here(page.parse, book, find_triggers(sighted(marks), book))
    hits = {hit.token: hit for hit in told if _is_told(marks, hit)}
    types = {
        token: narrowed(book, hit.entry.type, families_under(page.parse, book, hits, token))
        if book.types[hit.entry.type].kind == "speech"
        else hit.entry.type
        for token, hit in hits.items()
    }
    casts = {token: _carried(hits, cast_of(hit, book.types[types[token]], marks)) for token, hit in hits.items()}
    carriers = {cast.carrier: token for token, cast in casts.items() if cast.carrier is not None}
    around = attach(marks, hits.values(), carriers)
    back = referring(page.parse, book, hits, casts, around)
    voices = Voices.of(page.parse, statements)
    sides = sides_of(types, casts, book, codebook.parties.states)
    return Desk(marks, hits, types, casts, around, voices, back, sides, codebook.parties.states, entries(page))


def _is_told(marks: Marks, hit: Hit) -> bool:
    """Tell whether a trigger stands in text that is analysed, and is no name of a known party (`Amnesty urged`)."""
    page, name = marks.page, marks.names.get(hit.token)
    known = name is not None and any(ref.party for ref in page.parties_of(name))
    named = known and hit.entry.pos == "n" and page.parse.tags[hit.token] in ("NNP", "NNPS")
    return page.analysed(page.parse.starts[hit.token]) and not named


def _carried(hits: Mapping[int, Hit], cast: Cast) -> Cast:
    """Return a cast without a light verb that tells a deed of its own: of `died in clashes` each word tells one."""
    return replace(cast, carrier=None) if cast.carrier in hits else cast


def _in_contact(desk: Desk, hit: Hit, cast: Cast) -> Cast:
    """Return the cast of a call or talks with who held them: `told her in a call`, `said after talks with him`."""
    kind, parse = desk.marks.book.types[hit.entry.type], desk.marks.page.parse
    if kind.plover != "CONSULT" or not kind.mutual or cast.carrier:
        return cast
    if hit.entry.pos != "n" or hit.clause.subjects:
        partners = tuple(f for t in _partners(parse, hit.token) if (f := desk.marks.party(t)))
        return replace(cast, actors=distinct((*cast.actors, *partners))) if len(cast.actors) == 1 else cast
    node = hit.token
    while parse.deps[node] in ("pobj", "prep", "conj", "dobj") and parse.heads[node] != node:
        node = parse.heads[node]
        if parse.pos[node] == "VERB" and parse.deps[node] != "prep":
            break
    while parse.heads[node] != node and any(parse.tags[c] == "TO" for c in parse.children[node]):
        node = parse.heads[node]  # "called on X to withdraw in a letter after a call with Y": the caller met Y
    if parse.pos[node] != "VERB" or len(cast.actors) > 1:
        return cast
    beside = surface_subjects(parse, node)
    if not cast.actors:
        beside += parse.children_of(node, "dobj", "dative")
    beside += _partners(parse, node)
    met = tuple(f for t in beside if (f := desk.marks.party(t)) and any(ref.party or ref.state for ref in f.refs))
    return replace(cast, actors=distinct((*met, *cast.actors))) if len(met) + len(cast.actors) > 1 else cast


def _partners(parse: Parse, verb: int) -> list[int]:
    """Return with whom something is talked over, hung on the verb or on its topic ("discussed the road with X")."""
    topics = [verb, *parse.children_of(verb, "dobj")]
    links = [c for topic in topics for c in parse.children_of(topic, "prep") if parse.lemmas[c].lower() == "with"]
    return [partner for link in links for partner in parse.children_of(link, "pobj")]


def full_cast(desk: Desk, hit: Hit) -> Cast:
    """Return a trigger's cast; who is missing as actor is the one of the deed that did it, or that it is tied to."""
    cast = _in_contact(desk, hit, desk.casts[hit.token])
    if cast.actors:
        return cast
    agreed = _agreed(desk, hit)
    if agreed:
        return replace(cast, actors=agreed)
    parse = desk.marks.page.parse
    counted = (c.noun for t in hit.clause.subjects for c in complements(parse, t) if c.prep == "of")
    above = (parse.heads[t] for t in hit.clause.subjects if parse.deps[t] == "dobj" and parse.heads[t] != hit.token)
    with_it = (parse.heads[parse.heads[t]] for t in hit.clause.subjects if parse.deps[t] == "pobj")
    replied = (t for t in with_it if t in desk.hits and set(desk.hits[t].taken) & set(hit.clause.subjects))
    used = (t for t in above if t in desk.types and desk.marks.book.types[desk.types[t]].kind != "speech")
    doing = next(
        (t for t in (*hit.clause.subjects, *counted, *used, *replied) if t in desk.hits and _doers(desk, t)), None
    )
    if doing is not None:  # "Israeli air strikes killed ...", "days of strikes killed ..."
        return replace(cast, actors=against(_doers(desk, doing), cast.recipients))
    if desk.marks.book.types[hit.entry.type].kind != "outcome":
        return replace(cast, actors=_doers(desk, hit.token))
    deed = linked_deed(desk.marks.page.parse, desk.hits, hit.token)
    if deed is None:
        return replace(cast, actors=foes(desk.sides, cast.recipients) or _doers_before(desk, hit, cast))
    if desk.marks.book.types[desk.hits[deed].entry.type].family not in _DEADLY:
        return cast
    instruments = cast.instruments or desk.casts[deed].instruments
    harmed = (cast.recipients, desk.casts[deed].recipients)
    doers = against(_doers(desk, deed), cast.recipients) or next((f for h in harmed if (f := foes(desk.sides, h))), ())
    return replace(cast, actors=doers, instruments=instruments)


def _doers_before(desk: Desk, hit: Hit, cast: Cast) -> tuple[Filled, ...]:
    """Return who did the deed that a bare toll of people who bear no arms follows."""
    around = desk.around[hit.token]
    deed = None if around.times or around.places else deed_before(desk.marks, desk.hits, hit.token)
    unarmed = cast.recipients and all(ref.kind == "group" for filled in cast.recipients for ref in filled.refs)
    if deed is None or not unarmed or desk.marks.book.types[desk.types[deed]].mutual:
        return ()
    return desk.casts[deed].actors


def _agreed(desk: Desk, hit: Hit) -> tuple[Filled, ...]:
    """Return who agreed to the truce or accord that a noun names: `both agreed to a truce brokered by Oman`."""
    parse, node = desk.marks.page.parse, hit.token
    signed = parse.deps[node] == "acl" and parse.tags[node] == "VBN"
    if (hit.entry.pos != "n" and not signed) or desk.marks.book.types[desk.types[node]].family not in _SETTLED:
        return ()
    node = parse.heads[node] if signed else node
    for _ in range(_CLIMB):
        node, below = parse.heads[node], node
        if node == below or parse.deps[below] not in _ONWARD:
            return ()
        if node in desk.hits:
            settled = desk.marks.book.types[desk.types[node]].family in _SETTLED and node not in hit.tokens
            return desk.casts[node].actors if settled else ()
    return ()


def _doers(desk: Desk, token: int) -> tuple[Filled, ...]:
    """Return who does what a trigger tells; a fight that names nobody and no other place is that of the two sides."""
    cast, kind = desk.casts[token], desk.marks.book.types[desk.types[token]]
    if cast.actors or cast.recipients or not desk.sides or not is_fight(kind):
        return cast.actors
    sides = {key for side in desk.sides for key in side_keys(side)}
    clause = desk.hits[token].clause
    near = (*clause.modifiers, *clause.subjects, *clause.objects, *(c.noun for c in clause.complements))
    named = {key for t in near if (f := desk.marks.party(t)) for key in side_keys(f)}
    return desk.sides if named <= sides else ()


def with_addressed(desk: Desk, hit: Hit, cast: Cast) -> Cast:
    """Return the cast of a speech event with whom it concerns: who is to act, or whom the deed is done to."""
    kind = desk.marks.book.types[desk.types[hit.token]]
    if cast.recipients or kind.kind != "speech" or kind.mutual or kind.plover == "COMMENT":
        return cast
    told = [c.noun for c in hit.clause.complements if c.prep in ("that", "inf")]
    told += [c.noun for c in hit.clause.complements if c.prep in ("for", "of", "to") and c.noun in desk.hits]
    told += [o for o in hit.clause.objects if o in desk.hits]
    taken = {filled.refs for filled in cast.actors}
    for token in told:
        concerned = tuple(f for f in _concerned(desk, kind.plover, token) if f.refs not in taken)
        if concerned:
            return replace(cast, recipients=concerned)
    return cast


def _concerned(desk: Desk, plover: str, token: int) -> tuple[Filled, ...]:
    """Return whom a deed asked for, offered or threatened concerns: who is to do it, or whom it is done to."""
    parse = desk.marks.page.parse
    if plover == "REQUEST":
        subjects = parse.children_of(token, "nsubj", "nsubjpass")
        if subjects:
            return tuple(f for s in subjects if (f := desk.marks.party(s)))
        return desk.casts[token].actors if token in desk.casts else ()
    if plover == "ACCUSE" and token in desk.casts:
        return desk.casts[token].actors  # who did what is condemned, not whom he did it to
    if token in desk.casts and desk.casts[token].recipients:
        return desk.casts[token].recipients
    around = [c.noun for c in complements(parse, token) if c.prep in ("with", "against", "to", "on", "from")]
    around += [c.noun for o in parse.children_of(token, "dobj") for c in complements(parse, o) if c.prep in _TOWARDS]
    named = (n for t in around for n in conjuncts(parse, t))
    return tuple(f for t in named if (f := desk.marks.party(t)) and any(ref.state or ref.party for ref in f.refs))


def with_ourselves(desk: Desk, hit: Hit, cast: Cast, voice: Statement | None) -> Cast:
    """Return a cast in which `we` and `our troops` are those of the voice."""
    if voice is None or not voice.source.refs:
        return cast
    parse, source = desk.marks.page.parse, voice.source
    if not cast.actors:
        own = [t for t in hit.clause.subjects if parse.forms[t].lower() in _FIRST]
        speakers = tuple(Filled(desk.marks.page.span_of([t]), source.refs, t, voice.principal) for t in own[:1])
        return replace(cast, actors=speakers or _ours(desk, hit, voice))
    belongs = voice.principal or source.ref
    actors = tuple(
        replace(f, principal=belongs) if f.principal is None and _is_ours(parse, f.token) else f for f in cast.actors
    )
    return replace(cast, actors=actors)


def _ours(desk: Desk, hit: Hit, voice: Statement) -> tuple[Filled, ...]:
    """Return whom a voice means by `our country` or `our side`: its own state or party."""
    parse, meant = desk.marks.page.parse, voice.principal or voice.source.ref
    mine = (t for t in hit.clause.subjects if _is_ours(parse, t) and parse.lemmas[t].lower() in _HOME)
    return tuple(Filled(desk.marks.phrase(t), (meant,), t, voice.principal) for t in mine if meant is not None)


def _is_ours(parse: Parse, token: int) -> bool:
    """Tell whether a noun is `our` or `my` something."""
    return token >= 0 and any(parse.forms[c].lower() in ("our", "my") for c in parse.children_of(token, "poss"))


def with_speaker(cast: Cast, statement: Statement | None) -> Cast:
    """Return a cast whose actor is the statement's source and whose recipient is its addressee, where it lacks them."""
    if statement is None:
        return cast
    source = statement.source
    actors, recipients = cast.actors, cast.recipients
    if source.span is not None and source.refs:
        actors = (Filled(source.span, source.refs, -1, statement.principal),)
    told = statement.addressee
    if not recipients and told is not None and source.span is not None and told not in source.refs:
        recipients = (Filled(source.span, (told,), -2),)
    return replace(cast, actors=actors, recipients=recipients)


def without_teller(cast: Cast, statement: Statement | None) -> Cast:
    """Return the cast of a toll without who tells it: `the police put the dead at 12`, `the mission counted 9 dead`."""
    told = statement.source.span if statement is not None else None
    if told is None:
        return cast
    apart = (f for f in cast.recipients if f.span.stop <= told.start or told.stop <= f.span.start)
    return replace(cast, recipients=tuple(apart))


def means(desk: Desk, hit: Hit) -> str | None:
    """Return the PLOVER mode that the weapon of an assault gives: its own, or that of the deed told beside it."""
    parse, book = desk.marks.page.parse, desk.marks.book
    beside = [*hit.clause.subjects, *hit.clause.modifiers, *(c.noun for c in hit.clause.complements)]
    beside += [m for t in beside for m in parse.children_of(t, "compound")]
    own = next((m for t in beside if (m := book.weapons.get(parse.lemmas[t].lower()))), None)
    deed = linked_deed(parse, desk.hits, hit.token)
    if own is not None:
        return own
    around = [deed] if deed is not None else [t for t in parse.sentence_of(hit.token) if t in desk.hits]
    kinds = (book.types[desk.hits[t].entry.type] for t in around)
    return next((kind.mode for kind in kinds if kind.plover == "ASSAULT" and kind.mode), None)
