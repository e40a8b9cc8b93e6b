"""Name who did what a text tells without its doer: whoever is accused of it, denies it, or harms beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from standoff.codebook.event_types import EventType
from standoff.coding.clauses import NOMINAL, conjuncts, surface_subjects
from standoff.coding.desk import Desk, full_cast
from standoff.coding.lending import brought_about
from standoff.coding.marks import Filled, distinct
from standoff.coding.roles import Cast
from standoff.coding.sides import against, as_side, foes, side_keys
from standoff.coding.triggers import Hit
from standoff.model.statement import Statement

_CHARGE = frozenset({"for", "of", "over", "behind"})
_LAID_AT = frozenset({"on", "upon", "to", "at"})
_VERBAL = frozenset({"VERB", "AUX"})
_UP = frozenset({"pobj", "prep", "conj", "dobj", "pcomp", "oprd", "acomp"})
_ONE_ANOTHER = frozenset({"other", "another"})
_DENIED = frozenset({"dobj", "ccomp", "xcomp", "pobj", "prep"})
_GIVEN_UP = frozenset({"handover_of_territory", "return_of_remains"})
_HIGH = 4  # steps from a deed up to the word that charges somebody with it


def with_implied(desk: Desk, hit: Hit, cast: Cast, voice: Statement | None) -> Cast:
    """Return a cast whose actor, where none is told, is the one the words around the deed leave no doubt of."""
    kind = desk.marks.book.types[desk.types[hit.token]]
    if cast.actors and kind.kind == "outcome":
        return replace(cast, actors=_harmer(desk, hit, cast) or cast.actors)
    if cast.actors or kind.kind == "speech" or kind.mutual:
        return cast
    if kind.kind == "outcome":
        suffering = {filled.token for filled in cast.recipients}
        laid = tuple(f for f in _charged_with(desk, hit, cast, voice) if f.token not in suffering)
        return replace(
            cast, actors=against(_beside(desk, hit.token), cast.recipients) or laid or _foe_of_teller(desk, cast, voice)
        )
    charged = _charged_with(desk, hit, cast, voice)
    return replace(cast, actors=charged or _harming(desk, hit) or _foe(desk, hit, kind, cast))


def _charged_with(desk: Desk, hit: Hit, cast: Cast, voice: Statement | None) -> tuple[Filled, ...]:
    """Return whom somebody charges with a deed, or who denies it as his own; that somebody died is nobody's deed."""
    undergone = hit.entry.pos == "v" and hit.entry.roles.get("subject") == "recipient"
    return _accused(desk, hit.token) or (() if undergone else _denier(desk, hit, cast, voice))


def _harmer(desk: Desk, hit: Hit, cast: Cast) -> tuple[Filled, ...]:
    """Return who harms those whom the grammar makes the doers: `fired on residents who tried to flee, killing two`."""
    parse, doers = desk.marks.page.parse, {filled.token for filled in cast.actors}
    if parse.tags[hit.token] != "VBG":
        return ()
    before = (t for t in range(parse.sentence_of(hit.token).start, hit.token) if t in desk.hits)
    harms = (desk.casts[t] for t in before if desk.marks.book.types[desk.types[t]].plover == "ASSAULT")
    return next((c.actors for c in harms if c.actors and doers <= {f.token for f in c.recipients}), ())


def _harming(desk: Desk, hit: Hit) -> tuple[Filled, ...]:
    """Return who did the harm that a deed brought about: `Chad killed two in strikes`."""
    if hit.entry.pos != "n":
        return ()
    toll = brought_about(desk.marks.page.parse, desk.hits, desk.marks.book, hit.token)
    return desk.casts[toll].actors if toll is not None else ()


def _accused(desk: Desk, token: int) -> tuple[Filled, ...]:
    """Return whom a charge is laid at: `blamed Chad for the attack`, `held responsible for`, `blamed it on Chad`."""
    parse, node = desk.marks.page.parse, token
    for clause in _charging_clauses(desk, token):
        return _charged(desk, clause, token)
    for _ in range(_HIGH):
        if parse.deps[node] not in _UP or parse.heads[node] == node:
            break
        node = parse.heads[node]
        if parse.pos[node] == "ADP" and parse.forms[node].lower() not in _CHARGE:
            break
        answerable = _answerable(desk, node)
        if answerable:
            return answerable
        if _charges(desk, node):
            return _charged(desk, node, token)
    return ()


def _charging_clauses(desk: Desk, token: int) -> Iterator[int]:
    """Yield what charges somebody with the deed it describes: `the fire, for which elders blamed the rebels`."""
    parse = desk.marks.page.parse
    under = (n for c in parse.children_of(token, "prep") for n in parse.children_of(c, "pobj"))
    for clause in (c for noun in (token, *under) for c in parse.children_of(noun, "relcl")):
        which = (n for c in parse.children_of(clause, "prep") for n in parse.children_of(c, "pobj"))
        if _charges(desk, clause) and any(parse.tags[n] == "WDT" for n in which):
            yield clause


def _answerable(desk: Desk, word: int) -> tuple[Filled, ...]:
    """Return who is said to have done it: `X is responsible for`, `held X responsible for`, `X was behind`."""
    parse, answers = desk.marks.page.parse, desk.marks.book.classes["answerable"].words
    head, dep = parse.heads[word], parse.deps[word]
    if parse.lemmas[word].lower() not in answers or head == word:
        return ()
    own = parse.children_of(word, "nsubj")  # "found the army responsible"
    if own or dep in ("amod", "appos", "acl"):
        return _parties(desk, own or [head])
    if parse.pos[head] not in _VERBAL:
        return ()
    held = parse.children_of(head, "dobj", "nsubjpass") if dep in ("oprd", "acomp", "xcomp") else []
    return _parties(desk, [t for t in held if t != word] or surface_subjects(parse, head))


def _charges(desk: Desk, verb: int) -> bool:
    """Tell whether a verb lays something at somebody's door."""
    hit, statement = desk.hits.get(verb), desk.voices.cued(verb)
    if desk.marks.page.parse.pos[verb] != "VERB":
        return False
    accusing = hit is not None and desk.marks.book.types[desk.types[verb]].plover == "ACCUSE"
    return accusing or (statement is not None and statement.act == "accuse")


def _charged(desk: Desk, verb: int, deed: int) -> tuple[Filled, ...]:
    """Return who stands as object of a charge, or after `on` or `at` where the object is the deed or a finger."""
    parse = desk.marks.page.parse
    objects = [t for t in parse.children_of(verb, "dobj", "nsubjpass") if t != deed]
    if any(parse.forms[t].lower() in _ONE_ANOTHER for t in objects):
        objects = surface_subjects(parse, verb)  # each of them is blamed by the other
    links = [c for t in (verb, *objects) for c in parse.children_of(t, "prep") if parse.forms[c].lower() in _LAID_AT]
    laid = [t for link in links for t in parse.children_of(link, "pobj")]
    return _parties(desk, objects) or _parties(desk, laid) or _parties(desk, objects, known=False)


def _parties(desk: Desk, nouns: Iterable[int], *, known: bool = True) -> tuple[Filled, ...]:
    """Return the parties that some nouns and those coordinated with them name, by default only those of known sides."""
    parse = desk.marks.page.parse
    listed = (t for token in nouns if parse.pos[token] in NOMINAL for t in conjuncts(parse, token))
    found = (filled for t in listed if (filled := desk.marks.party(t)) is not None)
    return distinct(filled for filled in found if side_keys(filled) or not known)


def _denier(desk: Desk, hit: Hit, cast: Cast, voice: Statement | None) -> tuple[Filled, ...]:
    """Return the side that denies a deed as its own, unless it suffers it: `the army denied any overflight`."""
    if voice is None or voice.polarity != "denies" or voice.source.span is None or not voice.source.refs:
        return ()
    denier = as_side(Filled(voice.source.span, voice.source.refs, -1, voice.principal))
    suffering = {key for filled in cast.recipients for key in side_keys(filled)}
    if suffering.intersection(side_keys(denier)) or not side_keys(denier) or not _is_denied(desk, hit.token, voice):
        return ()
    return (denier,)


def _is_denied(desk: Desk, token: int, voice: Statement) -> bool:
    """Tell whether the deed itself is denied, or a charge of it: not that there were reports or evidence of it."""
    parse, node = desk.marks.page.parse, token
    charges = desk.marks.book.classes["chargenoun"].words
    cues = {t for span in voice.cue for t in parse.tokens_in(span.start, span.stop)}
    for _ in range(_HIGH):
        head, dep = parse.heads[node], parse.deps[node]
        if head in cues:
            return dep in _DENIED
        onward = dep in ("pobj", "conj") or (dep == "prep" and parse.lemmas[head].lower() in charges)
        if head == node or not onward:
            return False
        node = head
    return False


def _foe(desk: Desk, hit: Hit, kind: EventType, cast: Cast) -> tuple[Filled, ...]:
    """Return the other of two opposed sides for harm in the passive to what one of them has (`two tanks were hit`)."""
    given = kind.id in _GIVEN_UP and hit.clause.passive  # "the district was handed over to Chad", by its foe
    return foes(desk.sides, cast.recipients) if given or (hit.clause.passive and kind.plover == "ASSAULT") else ()


def _foe_of_teller(desk: Desk, cast: Cast, voice: Statement | None) -> tuple[Filled, ...]:
    """Return the other of two sides for a toll of soldiers or people of no told side: the teller's own are meant."""
    if voice is None or voice.source.span is None or not desk.sides or not cast.recipients:
        return ()
    own = desk.marks.book.classes["own"].words
    lemmas = desk.marks.page.parse.lemmas
    meant = (f.token >= 0 and lemmas[f.token].lower() in own and not side_keys(f) for f in cast.recipients)
    teller = as_side(Filled(voice.source.span, voice.source.refs, -1, voice.principal))
    return foes(desk.sides, (teller,)) if all(meant) else ()


def _beside(desk: Desk, token: int) -> tuple[Filled, ...]:
    """Return who did the harm told in one breath with it: `one was killed and two were wounded by Chadian fire`."""
    parse = desk.marks.page.parse
    near = [*parse.children_of(token, "conj"), *([parse.heads[token]] if parse.deps[token] == "conj" else [])]
    harms = (t for t in near if t in desk.hits and desk.marks.book.types[desk.types[t]].kind == "outcome")
    return next((actors for t in harms if (actors := full_cast(desk, desk.hits[t]).actors)), ())
