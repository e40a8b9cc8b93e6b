"""Sum a cluster of events up as an incident: days, places, sides, origins, positions and status, by displayed rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from standoff.codebook.load import Codebook
from standoff.joining.answers import Answer
from standoff.joining.labels import label, main_kind, main_type
from standoff.joining.mentions import Mention
from standoff.model.clock import UNKNOWN, Interval
from standoff.model.document import Document
from standoff.model.entity import PartyRef, PlaceRef
from standoff.model.incident import Incident, Position
from standoff.model.record import Record
from standoff.model.sketch import Window
from standoff.model.statement import Polarity
from standoff.values.contest import status_of
from standoff.values.sides import side, side_ref, speaker

# Two texts of one agency within these days are taken for one origin.
_SAME_WIRE_DAYS = 2
_MOST = 3


@dataclass(frozen=True, slots=True)
class Context:
    """Hold what all incidents are summed up from."""

    record: Record
    codebook: Codebook
    copied: Mapping[str, str]


def context(record: Record, codebook: Codebook) -> Context:
    """Prepare the folding of copies once for all incidents."""
    copied = {link.document: link.copy_of for link in record.copies}
    return Context(record, codebook, {key: _first(key, copied) for key in copied})


def incident(id_: str, members: Sequence[Mention], answered: Iterable[Answer], given: Context) -> Incident:
    """Sum one cluster up."""
    codebook = given.codebook
    happened = interval(members)
    kind = main_kind(members, codebook)
    roles = (_common(members, "actor", given), _common(members, "recipient", given))
    roles = (_common(members, "", given), ()) if kind.roles == "mutual" else (roles[0], apart(*roles))
    places = common_places(members)
    positions = _positions(members, answered, given)
    documents = sorted({m.event.document for m in members})
    count = len(set(origins([given.record.documents[key] for key in documents], given.copied).values()))
    return Incident(
        id=id_,
        label=label(members, roles, places, happened, codebook),
        type=main_type(members),
        happened=happened,
        places=places,
        actors=roles[0],
        recipients=roles[1],
        events=tuple(m.id for m in members),
        documents=tuple(documents),
        origins=count,
        status=status_of(positions, count, told=_told_by_an_outlet(members)),
        parties=positions,
    )


def interval(members: Sequence[Mention]) -> Interval:
    """Return the days most members agree on: stated single days first, then where windows meet."""
    exact = [m.window for m in members if m.window and m.window.exact]
    if exact:
        return Interval(_iso(min(w.first for w in exact)), _iso(max(w.last for w in exact)), "text")
    stated = [m.window for m in members if m.window and m.window.stated]
    if stated:
        return _meeting(stated, "text")
    guessed = [m.window for m in members if m.window]
    return _meeting([*guessed, *_fresh(members, guessed)], "inferred:published") if guessed else UNKNOWN


def _fresh(members: Sequence[Mention], guessed: Sequence[Window]) -> list[Window]:
    """Return the few days before the reports that open with it, where all tellings can mean one happening.

    A later report may open with what an earlier one told: its days then lie after the happening and say nothing.
    """
    told = min(w.last for w in guessed)
    fresh = [m.fresh for m in members if m.window and m.fresh and m.fresh.first <= told]
    together = [*guessed, *fresh]
    return fresh if max(w.first for w in together) <= min(w.last for w in together) else []


def _meeting(windows: Sequence[Window], basis: str) -> Interval:
    """Return where windows meet, or all they cover where they do not."""
    first, last = max(w.first for w in windows), min(w.last for w in windows)
    if first > last:
        first, last = min(w.first for w in windows), max(w.last for w in windows)
    return Interval(_iso(first), _iso(last), basis)


def _iso(day: int) -> str:
    """Return a day number as an ISO date."""
    return date.fromordinal(max(day, 1)).isoformat()


def common_places(members: Sequence[Mention]) -> tuple[PlaceRef, ...]:
    """Return the places most named, the more precise first among equals."""
    counted: Counter[str] = Counter()
    refs: dict[str, PlaceRef] = {}
    for mention in members:
        if mention.place:
            key = mention.place.place or mention.place.name
            counted[key] += 1
            refs.setdefault(key, mention.place)
    ordered = sorted(refs, key=lambda key: (_vague(refs[key]), -counted[key], refs[key].precision_km or 0.0, key))
    return tuple(refs[key] for key in ordered[:_MOST])


def _vague(place: PlaceRef) -> bool:
    """Tell whether a place is as wide as a country."""
    return place.lat is None or (place.precision_km or 0.0) > 100


def _common(members: Sequence[Mention], role: str, given: Context) -> tuple[PartyRef, ...]:
    """Return the sides that most members name in a role (or in any), at most three."""
    counted: Counter[str] = Counter()
    refs: dict[str, PartyRef] = {}
    parties = given.codebook.parties
    for mention in members:
        for ref in _in_role(mention, role):
            key = side(ref, parties)
            counted[key] += 1
            refs.setdefault(key, side_ref(ref, parties))
    most = max(counted.values(), default=0)
    kept = [key for key in counted if counted[key] * 3 >= most]
    return tuple(refs[key] for key in sorted(kept, key=lambda key: (-counted[key], key))[:_MOST])


def apart(actors: tuple[PartyRef, ...], recipients: tuple[PartyRef, ...]) -> tuple[PartyRef, ...]:
    """Return the recipients that do not act themselves; reports that disagree on who did it to whom leave both."""
    if {a.party or a.name for a in actors} == {r.party or r.name for r in recipients} and len(actors) > 1:
        return recipients
    return tuple(r for r in recipients if (r.party or r.name) not in {a.party or a.name for a in actors})


def _in_role(mention: Mention, role: str) -> tuple[PartyRef, ...]:
    """Return who fills a role of an event, or all who take part."""
    cast = mention.cast
    return {"actor": cast.actors, "recipient": cast.recipients}.get(role, (*cast.actors, *cast.recipients))


def _positions(members: Sequence[Mention], answered: Iterable[Answer], given: Context) -> tuple[Position, ...]:
    """Return where each side stands on whether it occurred; a firm word outweighs an open one."""
    said: defaultdict[str, defaultdict[Polarity, set[str]]] = defaultdict(lambda: defaultdict(set))
    refs: dict[str, PartyRef] = {}
    stances = [(m.event.statement, m.polarity) for m in members if m.event.statement]
    stances += [(answer.statement, answer.polarity) for answer in answered]
    for key, polarity in stances:
        statement = given.record.statements.get(key or "")
        who = speaker(statement) if statement else None
        if statement is None or who is None:
            continue
        name = side(who, given.codebook.parties)
        refs.setdefault(name, side_ref(who, given.codebook.parties))
        said[name][polarity].add(statement.id)
    return tuple(
        Position(refs[name], polarity, tuple(sorted(said[name][polarity])))
        for name in sorted(said)
        for polarity in ("asserts", "denies", "open")
        if polarity in said[name] and (polarity != "open" or len(said[name]) == 1)
    )


def _told_by_an_outlet(members: Sequence[Mention]) -> bool:
    """Tell whether an outlet says in its own words that it occurred."""
    return any(m.event.statement is None and m.polarity == "asserts" for m in members)


def origins(documents: Sequence[Document], copied: Mapping[str, str]) -> dict[str, str]:
    """Return the origin of each of some documents: what it copies, or the first text of its agency within two days.

    `copied` leads from a copy to the first of what it copies, which need not be among them.
    """
    origin = {document.id: copied.get(document.id, document.id) for document in documents}
    parent = {key: key for key in origin.values()}
    wires: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.agency:
            wires[document.agency].append(document)
    for texts in wires.values():
        texts.sort(key=lambda d: (d.published.earliest or "", d.id))
        for before, after in pairwise(texts):
            if _near(before, after):
                parent[_root(parent, origin[after.id])] = _root(parent, origin[before.id])
    return {key: _root(parent, first) for key, first in origin.items()}


def _first(key: str, copied: Mapping[str, str]) -> str:
    """Return the document at the end of a chain of copies; each link leads to an earlier one."""
    seen = {key}
    while (before := copied.get(key)) is not None and before not in seen:
        key = before
        seen.add(key)
    return key


def _near(before: Document, after: Document) -> bool:
    """Tell whether two texts were published within the days of one wire story."""
    one, other = before.published.first_day, after.published.first_day
    return one is not None and other is not None and abs((other - one).days) <= _SAME_WIRE_DAYS


def _root(parent: dict[str, str], key: str) -> str:
    """Return the origin a document leads to."""
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key
