"""Fill actor, recipient and instrument from what stands around a trigger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from standoff.codebook.event_types import EventType, Filler
from standoff.codebook.happenings import EventBook
from standoff.coding.clauses import (
    QUANTIFIERS,
    Clause,
    Complement,
    clause_of_noun,
    clause_of_verb,
    complements,
    conjuncts,
)
from standoff.coding.marks import Filled, Marks, distinct
from standoff.coding.triggers import Hit
from standoff.model.parse import Parse

_TARGETS = frozenset({"against", "on", "at", "upon", "toward", "towards", "onto"})
_STRUCK = frozenset({"on", "upon", "against"})
_MUTUAL = frozenset({"with", "between", "among", "and"})
_MEANS = frozenset({"with", "by", "from", "using"})
_PERSONS, _BODIES = frozenset({"person"}), frozenset({"state", "organisation", "armed_force", "group"})
_MEANT = {"him": _PERSONS, "her": _PERSONS, "it": _BODIES, "them": _BODIES | _PERSONS}  # by pronoun, what it can mean
_CHAIN = 8  # links of a coordination followed back to its first noun
_GIVING = frozenset(
    {"aid", "arms", "promise", "handover", "release", "support", "concession", "apology", "cooperation"}
)


@dataclass(frozen=True, slots=True)
class Cast:
    """Hold who acts, who undergoes, and with what, as words and the parties they stand for."""

    actors: tuple[Filled, ...]
    recipients: tuple[Filled, ...]
    instruments: tuple[int, ...]
    carrier: int | None = None


def cast_of(hit: Hit, kind: EventType, marks: Marks) -> Cast:
    """Return the parties and instruments of a trigger; a noun may be carried by a light verb."""
    parse, book = marks.page.parse, marks.book
    slots = list(_counting_aside(parse, list(_slots(marks, hit, kind))))
    carrier, carried = _carried(parse, book, hit, kind) if hit.entry.pos != "v" else (None, [])
    slots += carried
    slots += _told_of(parse, hit, kind)
    beside = {*hit.clause.modifiers, *(c.noun for c in hit.clause.complements)}
    weapons = [t for t, f in slots if f == "actor" and _is_weapon(marks, t, strictly=t in beside)]
    acting = [t for t, filler in slots if filler == "actor" and t not in weapons]
    named = [t for t in acting if parse.pos[t] != "NUM"]  # "two of which hit the ship" says of nobody that he did it
    actors = [f for t in named for f in _filled(marks, t) if t not in hit.clause.modifiers or _known(f)]
    told = book.classes["reportwords"].words  # whose evidence it is did not do what it tells of
    things = [t for t in acting if t in hit.clause.subjects and marks.party(t) is None]
    things = [t for t in things if parse.lemmas[t].lower() not in told]
    actors += [owner for t in (*weapons, *things) for owner in marks.owners(t)]  # "Israeli airstrikes killed ..."
    if not actors and kind.of == "actor" and hit.entry.pos != "n":
        actors = [f for t in hit.clause.objects for f in _filled(marks, t)]  # troops that are moved, by whomever
    recipients = [f for t, filler in slots if filler == "recipient" for f in _filled(marks, t, thing=True)]
    recipients = [f for one in recipients for f in _not_oneself(marks, one, actors)]
    instruments = weapons + _instruments(parse, book, hit)
    kept = distinct(actors)
    if kind.mutual and hit.entry.pos == "n" and len(kept) == 1 and kept[0].token in hit.clause.modifiers:
        kept = ()  # "the Karabakh conflict" names no side
    apart = [
        r
        for r in distinct(recipients)
        if (r.span.start, r.span.stop) not in {(a.span.start, a.span.stop) for a in kept}
    ]
    return Cast(kept, tuple(apart), tuple(dict.fromkeys(instruments)), carrier)


def _counting_aside(parse: Parse, slots: list[tuple[int, Filler]]) -> Iterator[tuple[int, Filler]]:
    """Yield the nouns of a clause with their roles, but none that only counts out another (`none of the jets`)."""
    there = {token for token, _ in slots}
    for token, filler in slots:
        links = (c for c in parse.children_of(token, "prep") if parse.forms[c].lower() == "of")
        if not any(noun in there for link in links for noun in parse.children_of(link, "pobj")) or not _counts(
            parse, token
        ):
            yield token, filler


def _counts(parse: Parse, noun: int) -> bool:
    """Tell whether a noun counts out what follows it."""
    return parse.lemmas[noun].lower() in QUANTIFIERS or parse.pos[noun] == "NUM"


def _filled(marks: Marks, token: int, *, thing: bool = False) -> Iterator[Filled]:
    """Yield the party a token stands for; a thing (a depot, a village) stands for its owner, a deed for its doer."""
    parse = marks.page.parse
    found = marks.party(token)
    if found is None and thing:
        owner = next(_doers_of(marks, token), None) if _is_done(marks.book, parse, token) else marks.owner(token)
        own = owner is not None and owner.token >= 0 and parse.pos[owner.token] == "PRON"
        found = None if own else owner  # "Israel lifts its blockade" does nothing to Israel
    if found is not None:
        yield found


def _is_done(book: EventBook, parse: Parse, noun: int) -> bool:
    """Tell whether a noun names a deed done to what follows `of`: `the shelling of villages`."""
    entries = book.nouns.get(parse.lemmas[noun].lower(), ())
    return any(e.type and book.types[e.type].of == "recipient" and not e.others for e in entries)


def _doers_of(marks: Marks, deed: int) -> Iterator[Filled]:
    """Yield who does what a noun names: its owner or who follows `by`."""
    clause = clause_of_noun(marks.page.parse, deed)
    found = (marks.party(t) for t in (*clause.subjects, *clause.modifiers))
    yield from (filled for filled in found if filled is not None)


def _not_oneself(marks: Marks, filled: Filled, actors: list[Filled]) -> tuple[Filled, ...]:
    """Return a filler, but for a pronoun taken for who acts the party named last before it that can be meant, if any.

    "Vietnam condemned China and asked it to leave": `it` beside its verb is not Vietnam, or it would be `itself`.
    """
    parse, token = marks.page.parse, filled.token
    kinds = _MEANT.get(parse.forms[token].lower()) if token >= 0 else None
    acting = {ref for actor in actors for ref in actor.refs}
    if kinds is None or not acting.issuperset(filled.refs):
        return (filled,)
    nouns = (t for t in range(token - 1, parse.sentence_of(token).start - 1, -1) if parse.pos[t] in ("PROPN", "NOUN"))
    others = (other for t in nouns if (other := marks.party(t)) is not None and _known(other) and len(other.refs) == 1)
    meant = (o for o in others if o.refs[0].kind in kinds and o.refs[0] not in acting)
    return tuple(replace(o, span=marks.page.span_of([token]), token=token) for o in islice(meant, 1))


def _known(filled: Filled) -> bool:
    """Tell whether a filler stands for a known party; `troop` in `troop withdrawal` names nobody."""
    return any(ref.party or ref.state for ref in filled.refs)


def _is_weapon(marks: Marks, token: int, *, strictly: bool) -> bool:
    """Tell whether something is a weapon: as a subject, artillery may be an armed body; after `with` it is none."""
    parse = marks.page.parse
    lemma = parse.lemmas[token].lower()
    weapon, force = marks.book.classes["weapon"].words, marks.book.classes["force"].words
    return lemma in weapon and (strictly or lemma not in force) and not parse.entities[token]


def _slots(marks: Marks, hit: Hit, kind: EventType) -> Iterator[tuple[int, Filler]]:
    """Yield each noun around a trigger with the role its place in the clause gives it."""
    parse, roles, clause = marks.page.parse, hit.entry.roles, hit.clause
    medium = marks.book.classes["mediaword"].words  # what is said on television is not said to it
    noun = hit.entry.pos == "n" or not (clause.subjects or clause.objects)
    undergone = kind.kind == "outcome" and hit.entry.pos == "v" and not (clause.objects or clause.passive)
    for token in clause.subjects:
        yield token, roles.get("subject", "recipient" if undergone else "actor")
    for token in clause.objects:
        default: Filler = kind.of if hit.entry.pos == "n" else ("actor" if kind.mutual else "recipient")
        moved = hit.entry.pos != "n" and kind.of == "actor" and not kind.mutual
        if not moved:
            yield token, roles.get("of" if hit.entry.pos == "n" else "object", default)
    if noun:
        for token in clause.modifiers:
            yield token, roles.get("mod", "actor")
    for complement in (*clause.complements, *_asked_under_objects(parse, hit), *_talked_with(parse, hit, kind)):
        filler = roles.get(complement.prep) or _by_preposition(complement.prep, hit, kind, clause)
        if complement.prep == "at" and filler == "recipient" and _undergoes(hit, kind):
            continue  # "attacked a camp at Tine": where, not what
        if filler is not None and not (complement.prep == "on" and parse.lemmas[complement.noun].lower() in medium):
            yield from ((noun, filler) for noun in conjuncts(parse, complement.noun))


def _undergoes(hit: Hit, kind: EventType) -> bool:
    """Tell whether a verb's object, or what follows `on`, is what its deed is done to: `at` then tells where."""
    apart = hit.entry.roles.get("object", "recipient") != "recipient" or kind.of == "actor"
    done_to = () if apart else [o for o in hit.clause.objects if o not in hit.taken]  # "opened gunfire at a post"
    return hit.entry.pos == "v" and (bool(done_to) or any(c.prep in _STRUCK for c in hit.clause.complements))


def _asked_under_objects(parse: Parse, hit: Hit) -> Iterator[Complement]:
    """Yield the complements an entry gives a role that hang on its object (`inflicted losses on the rebels`)."""
    if hit.entry.pos == "v" and hit.entry.preps:
        under = (c for noun in hit.clause.objects for c in complements(parse, noun))
        yield from (c for c in under if c.prep in hit.entry.roles)


def _talked_with(parse: Parse, hit: Hit, kind: EventType) -> Iterator[Complement]:
    """Yield with whom somebody is in the talks that a verb's entry asked for (`is in contact with both of them`)."""
    asked = {wanted.word: wanted.after for wanted in hit.entry.preps if wanted.after}
    if hit.entry.pos == "v" and kind.mutual and asked:
        talks = (c.noun for c in hit.clause.complements if parse.lemmas[c.noun].lower() in asked.get(c.prep, ()))
        yield from (c for noun in talks for c in complements(parse, noun) if c.prep in _MUTUAL)


def _by_preposition(prep: str, hit: Hit, kind: EventType, clause: Clause) -> Filler | None:
    """Return the role a preposition gives where the entry says nothing."""
    if prep in _TARGETS:
        return "recipient"
    if prep in _MUTUAL:
        return "actor" if kind.mutual else None
    if prep == "to":
        return "recipient" if kind.family in _GIVING else None
    if prep == "by" and hit.entry.pos == "n":
        return "actor"
    undergone = hit.entry.roles.get("subject") == "recipient" and kind.plover == "ASSAULT"
    if prep == "from" and (undergone or (kind.family == "fighting" and not clause.subjects)):
        return "actor"
    return None


def _carried(parse: Parse, book: EventBook, hit: Hit, kind: EventType) -> tuple[int | None, list[tuple[int, Filler]]]:
    """Return the light verb that carries a noun (`launched an attack`) and the roles it gives its arguments."""
    verb, roles = _light(parse, book, hit.token)
    if verb is None:
        return None, []
    clause = clause_of_verb(parse, verb)
    stative = clause.passive and parse.deps[hit.token] == "pobj"  # "were engaged in shelling"
    doers = clause.objects if stative else clause.subjects
    found: list[tuple[int, Filler]] = [(t, roles.get("subject", "actor")) for t in doers]
    if kind.kind == "outcome":
        found = [(t, filler) for t, filler in found if filler != "actor"]  # who reports a death did not cause it
    for c in clause.complements:
        if c.prep in _TARGETS or c.prep in ("with", "between", "by"):
            filler: Filler = "recipient" if c.prep in _TARGETS else "actor"
            found += [(noun, filler) for noun in conjuncts(parse, c.noun)]
    return verb, [(t, filler) for t, filler in found if t != hit.token]


def _told_of(parse: Parse, hit: Hit, kind: EventType) -> Iterator[tuple[int, Filler]]:
    """Yield who takes part in the fight or talks that a verb tells of: `clashes between X and Y erupted`."""
    if not kind.mutual or hit.entry.pos != "v" or not any(test not in "+-" for test in hit.entry.subject):
        return
    for noun in (s for s in hit.clause.subjects if parse.pos[s] == "NOUN"):
        clause = clause_of_noun(parse, noun)
        nouns = (c.noun for c in clause.complements if c.prep in _MUTUAL or c.prep == "by")
        yield from ((token, "actor") for noun in nouns for token in conjuncts(parse, noun))
        yield from ((token, "actor") for token in clause.modifiers)


def _light(parse: Parse, book: EventBook, noun: int) -> tuple[int | None, dict[str, Filler]]:
    """Return the light verb above a noun, with its roles: by object, passive subject or preposition."""
    for _ in range(_CHAIN):
        above = _counting(parse, book, noun)
        if above is None and (parse.deps[noun] != "conj" or parse.pos[parse.heads[noun]] != "NOUN"):
            break
        noun = parse.heads[noun] if above is None else above
    head, dep = parse.heads[noun], parse.deps[noun]
    word = ""
    if dep == "pobj":
        word, head = parse.forms[head].lower(), parse.heads[head]
    elif dep not in ("dobj", "nsubjpass"):
        return None, {}
    if parse.pos[head] not in ("VERB", "AUX") or parse.children_of(head, "oprd"):
        return None, {}  # "called the deal a victory" makes none
    lemma = parse.lemmas[head].lower()
    particles = [word] if word else [parse.forms[c].lower() for c in parse.children_of(head, "prt")]
    for key in [f"{lemma} {p}" for p in particles] + ([lemma] if not word else []):
        if key in book.lights:
            return head, dict(book.lights[key])
    return None, {}


def _counting(parse: Parse, book: EventBook, noun: int) -> int | None:
    """Return the noun that only counts or groups another: `59 instances of shelling`."""
    prep = parse.heads[noun]
    if parse.deps[noun] != "pobj" or parse.forms[prep].lower() != "of":
        return None
    return parse.heads[prep] if parse.lemmas[parse.heads[prep]].lower() in book.classes["portion"].words else None


def _instruments(parse: Parse, book: EventBook, hit: Hit) -> list[int]:
    """Return the weapons something is done with: after `with`, or as a noun's modifier."""
    found = [c.noun for c in hit.clause.complements if c.prep in _MEANS]
    found += list(hit.clause.modifiers) + (list(hit.clause.objects) if hit.entry.pos == "v" else [])
    return [
        t
        for t in found
        if parse.pos[t] in ("NOUN", "PROPN")
        and parse.lemmas[t].lower() in book.classes["weapon"].words
        and parse.lemmas[t].lower() not in book.classes["force"].words
    ]
