"""Find whom a deed affects where no role names him: whose demand is rejected, where to the troops or the loans go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from standoff.codebook.event_types import EventType
from standoff.coding.clauses import NOMINAL, conjuncts
from standoff.coding.marks import Filled, Marks, distinct
from standoff.coding.roles import Cast
from standoff.coding.sides import side_keys
from standoff.coding.triggers import Hit
from standoff.model.parse import Parse

_DEPTH = 6
_APART = frozenset({"relcl", "advcl", "ccomp", "appos", "parataxis", "nsubj", "nsubjpass", "npadvmod", "conj"})
_HANGING = frozenset({"unless", "if", "until"})
_APART_FROM_ALL = frozenset({"after", "before", "since", "during", "amid", "despite", "without", "as"})
_ASIDE = _APART_FROM_ALL | {"by", "with"}  # beside the deed itself; "calls by Chad" are Chad's


def with_affected(marks: Marks, hit: Hit, kind: EventType, cast: Cast) -> Cast:
    """Return a cast whose recipient, where none is told, is the nearest other state or party under the trigger."""
    acting = {key for filled in cast.actors for key in side_keys(filled)}
    told = bool(cast.recipients) or not cast.actors or (kind.mutual and len(acting) != 1)
    if told or kind.kind == "outcome" or kind.plover == "COMMENT":
        return cast
    moved = frozenset(hit.clause.objects) if kind.of == "actor" else frozenset()
    tops = (hit.token, *_carrying(cast)) if kind.plover == "PROTEST" else (hit.token,)
    for token in (t for t in _under(marks, tops) if t not in moved and not marks.sided(t)):
        listed = _listed(marks, token)
        others = tuple(filled for filled in listed if not acting.intersection(side_keys(filled)))
        if others and (len(others) == len(listed) or len(others) == 1):
            return replace(cast, recipients=distinct(others))
    return cast


def _listed(marks: Marks, token: int) -> tuple[Filled, ...]:
    """Return the parties of known sides that a noun and those coordinated with it name, if it names one itself.

    Of a list that holds who acts beside several others (an accord of three states, broken by one) none is affected.
    """
    found = tuple(
        filled for t in conjuncts(marks.page.parse, token) if (filled := marks.party(t)) and side_keys(filled)
    )
    return found if marks.party(token) else ()


def _carrying(cast: Cast) -> tuple[int, ...]:
    """Return the verb that carries a deed, on which its aim hangs: `began a strike to protest against Chad's raid`."""
    return (cast.carrier,) if cast.carrier is not None else ()


def _under(marks: Marks, tops: tuple[int, ...]) -> Iterator[int]:
    """Yield the nouns under a trigger, nearest first; those of other clauses, of time and of a charge aside."""
    parse, held = marks.page.parse, marks.book.classes["charge"].words
    level = [*tops]
    for _ in range(_DEPTH):
        level = [
            child
            for token in level
            if parse.lemmas[token].lower() not in held
            for child in parse.children[token]
            if (
                parse.deps[child] not in _APART
                or _condition(parse, child)
                or _condition(parse, token)
                or (token in tops and _aims(parse, child))
            )
            and parse.forms[child].lower() not in (_ASIDE if token in tops else _APART_FROM_ALL)
            and parse.pos[child] != "PRON"
        ]
        yield from (t for t in level if parse.pos[t] in (*NOMINAL, "ADJ") and parse.entities[t] not in ("DATE", "TIME"))


def _aims(parse: Parse, clause: int) -> bool:
    """Tell whether a clause says to what end: `to demand`, `calling for`."""
    to = any(parse.tags[c] == "TO" for c in parse.children_of(clause, "aux"))
    return parse.deps[clause] == "advcl" and (to or parse.tags[clause] == "VBG")


def _condition(parse: Parse, clause: int) -> bool:
    """Tell whether a clause says on what a threat or promise hangs (`unless the neighbour withdraws`)."""
    return any(parse.forms[c].lower() in _HANGING for c in parse.children_of(clause, "mark"))


def apart_from(affected: Filled, acting: Iterable[Filled]) -> Filled:
    """Return a filler of several parties without who acts: France that urges both sides is neither of them."""
    actors = {
        ref.party or ref.state for filled in acting for ref in (*filled.refs, filled.principal) if ref is not None
    }
    others = tuple(ref for ref in affected.refs if (ref.party or ref.state) not in actors)
    return replace(affected, refs=others) if len(affected.refs) > 1 and others else affected
