"""Tell nouns that report a happening from those that only refer back to one ("the fighting", "that deal")."""

from __future__ import annotations

from collections.abc import Mapping

from standoff.codebook.event_types import EventType
from standoff.codebook.happenings import EventBook
from standoff.coding.circumstances import Circumstances
from standoff.coding.factuality import judge
from standoff.coding.roles import Cast
from standoff.coding.triggers import Hit
from standoff.model.parse import Parse

# Families whose nouns are mostly topics: a mention without anything of its own is no report.
_TOPICS = frozenset(
    {"war", "agreement", "ceasefire", "talks", "mediation", "incursion_state", "threat", "protest", "aid"}
)
_TOPIC_TYPES = frozenset({"clash", "attack", "border_dispute", "casualties", "offensive", "support", "promise", "aid"})
# Families of which a merely supposed mention ("efforts to settle the conflict") is no event at all.
_SETTLED = frozenset({"war", "agreement", "mediation"})
# Families whose nouns name one happening each ("a truce", "talks"): a first mention reports.
_COUNTED = frozenset({"agreement", "ceasefire", "talks"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "any", "all"})
_BEARING = frozenset({"nsubj", "nsubjpass", "dobj", "ROOT", "attr"})


def referring(
    parse: Parse,
    book: EventBook,
    hits: Mapping[int, Hit],
    casts: Mapping[int, Cast],
    around: Mapping[int, Circumstances],
) -> frozenset[int]:
    """Return the triggers that only refer back or name a topic."""
    seen: set[str] = set()
    back = set()
    for token, hit in hits.items():
        kind = book.types[hit.entry.type]
        if hit.entry.pos == "n" and _refers(parse, token, kind, _substance(parse, token, casts, around), seen):
            back.add(token)
        elif hit.entry.pos == "n" and kind.family in _SETTLED and casts[token].carrier is None:
            outlook = judge(parse, token, book.outlooks)
            if outlook.frame == "hypothetical":
                back.add(token)
        seen.add(kind.family)
    return frozenset(back)


def _substance(parse: Parse, token: int, casts: Mapping[int, Cast], around: Mapping[int, Circumstances]) -> int:
    """Return how much a noun says of its own: parties, time, quantities, a clause; a place is little."""
    cast, bucket = casts[token], around[token]
    own = bool(cast.actors) + bool(cast.recipients) + bool(bucket.times) + bool(bucket.quantities)
    told = cast.carrier is not None or bool(parse.children_of(token, "acl", "relcl"))
    return 2 * own + 2 * told + bool(bucket.places)


def _refers(parse: Parse, token: int, kind: EventType, substance: int, seen: set[str]) -> bool:
    """Tell whether a noun refers back: definite or a mere topic, with nothing of its own, or told of before."""
    if substance >= 2:
        return False
    definite = any(parse.forms[c].lower() in _DEFINITE for c in parse.children_of(token, "det"))
    if kind.family in _TOPICS or kind.id in _TOPIC_TYPES:
        bearing = parse.deps[token] in _BEARING or (not definite and kind.family in _COUNTED)
        return kind.family in seen or not bearing or (definite and substance == 0)
    return definite and kind.family in seen and substance == 0
