"""Shape what the drawer of an incident holds: coded events with their rule, similar incidents, the review history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from standoff.model.entity import PartyRef, PlaceRef
from standoff.model.event import Argument, Event
from standoff.reviewing.anchoring import Anchored
from standoff.reviewing.log import taken_back
from standoff.store import tables as t
from standoff.store.batches import batches
from standoff.values.sentences import Sentences, sentences
from standoff.views.dossier import Dossier
from standoff.views.reader import Body, bodies
from standoff.views.screens.listing import rows_of
from standoff.views.screens.reading import Reading, known_dossier
from standoff.views.screens.shapes import Entry, when
from standoff.views.screens.shapes_incident import EventArgument, EventRow, SimilarRow
from standoff.views.sides import speaker_words
from standoff.views.wording import interval_words

SIMILAR = 12  # incidents shown beside one
_LEAST = 0.1  # score of two events below which nobody would think them the same


def event_rows(connection: Connection, key: str, reading: Reading) -> list[EventRow]:
    """Return an incident's members in their order."""
    found, _, _ = known_dossier(connection, key, reading)
    texts = bodies(connection, {event.document for event in found.events.values()})
    cut = {key: sentences(body.text) for key, body in texts.items()}
    told = {e.id: sentence_at(texts[e.document], cut[e.document], e.trigger.start) for e in found.events.values()}
    return [_event_row(e, found, told[e.id], reading) for e in found.events.values()]


def sentence_at(body: Body, cut: Sentences, offset: int) -> str:
    """Return the sentence at an offset on one line, without what is kept out of the analysis before it."""
    start, stop = cut.around(offset)
    start = max([start, *(end for _, end in body.excluded if start < end <= offset)])
    return " ".join(body.text[start:stop].split())


def _event_row(event: Event, found: Dossier, sentence: str, reading: Reading) -> EventRow:
    """Return one event as shown."""
    voice = found.statements.get(event.statement or "")
    heading = found.documents[event.document]
    return EventRow(
        id=event.id,
        document=event.document,
        document_name=heading.called,
        statement=event.statement,
        voice=speaker_words(voice.source.ref) if voice else heading.outlet,
        trigger=event.trigger.quote,
        type=event.type,
        plover_type=event.plover.type,
        plover_mode=event.plover.mode,
        contexts=event.plover.contexts,
        cameo=event.cameo,
        intensity=event.intensity,
        factuality=event.factuality,
        frame=event.frame,
        rule=event.rule,
        score=round(event.score, 3),
        happened=when(event.happened),
        place=event.place,
        arguments=tuple(_argument(argument) for argument in event.arguments),
        sentence=sentence,
        state=reading.states.get(event.id),
    )


def _argument(argument: Argument) -> EventArgument:
    """Return one role as shown."""
    if isinstance(argument.ref, PartyRef | PlaceRef):
        value = argument.ref.name
    elif argument.time is not None:
        value = interval_words(argument.time)
    else:
        value = str((argument.value or {}).get("text") or "")
    return EventArgument(argument.role, argument.span.quote if argument.span else "", value)


def similar_rows(connection: Connection, key: str, reading: Reading) -> list[SimilarRow]:
    """Return incidents whose events were thought the same as this one's and kept apart, the likest first."""
    best = _likest(connection, key)
    found = {row.id: row for row in rows_of(connection, list(best), reading)}
    return [
        SimilarRow(found[other], round(score, 3), why, left, right)
        for other, (score, why, left, right) in best.items()
        if other in found
    ][:SIMILAR]


Likeness = tuple[float, tuple[str, ...], str, str]


def _likest(connection: Connection, key: str) -> dict[str, Likeness]:
    """Return, by incident, the best score that one of its events has with one of this incident's, with the reasons."""
    link, mine, theirs = t.links.c, t.incident_events.alias("mine"), t.incident_events.alias("theirs")
    best: dict[str, Likeness] = {}
    for own, other in ((link.left, link.right), (link.right, link.left)):
        query = (
            select(theirs.c.incident, link.score, link.features, link.reason, link.left, link.right)
            .select_from(mine)
            .join(t.links, own == mine.c.event)
            .join(theirs, theirs.c.event == other)
            .where(mine.c.incident == key, theirs.c.incident != key, link.score >= _LEAST)
            .order_by(link.score.desc(), other)
            .limit(SIMILAR * 4)
        )
        for incident, score, features, reason, left, right in connection.execute(query):
            if incident not in best or best[incident][0] < score:
                best[incident] = (score, _why(features, reason), left, right)
    return dict(sorted(best.items(), key=lambda item: (-item[1][0], item[0])))


def _why(features: Mapping[str, float], reason: str | None) -> tuple[str, ...]:
    """Say what speaks most for and against one happening."""
    strong = sorted(features.items(), key=lambda item: -abs(item[1]))[:4]
    said = [f"{name.replace('_', ' ')} {value:+.2f}" for name, value in strong if value]
    return tuple([*([reason] if reason else []), *said])


def history(log: Iterable[Anchored], ids: Iterable[str] | None = None) -> list[Entry]:
    """Return entries of the review log, the last first, all or those about some rows."""
    entries = tuple(log)
    wanted = None if ids is None else set(ids)
    gone = taken_back(entry.decision for entry in entries)
    return [
        entry_row(entry, entry.decision.id in gone)
        for entry in reversed(entries)
        if wanted is None or wanted.intersection((entry.target, entry.other, entry.decision.target))
    ]


def entry_row(entry: Anchored, taken_back: bool = False) -> Entry:
    """Return one entry of the log as shown."""
    decision = entry.decision
    return Entry(
        id=decision.id,
        recorded=decision.recorded,
        reviewer=decision.reviewer,
        verb=decision.verb,
        target_kind=decision.target_kind,
        target=decision.target,
        target_now=entry.target,
        other=decision.other,
        other_now=entry.other,
        correction=decision.correction,
        reason=decision.reason,
        supersedes=decision.supersedes,
        taken_back=taken_back,
        attachment=entry.attachment,
        quote=" … ".join(" ".join(span.quote.split()) for span in decision.anchor[:3]),
    )


def rows_of_incident(connection: Connection, key: str) -> set[str]:
    """Return the ids of an incident and of everything that people can decide on in it."""
    e, member, c, d = t.events.c, t.incident_events.c, t.claims.c, t.discrepancies.c
    found = {key}
    inside = select(e.id, e.statement).join(t.incident_events, member.event == e.id).where(member.incident == key)
    for query in (inside, select(c.id, c.statement).where(c.incident == key)):
        found |= {value for row in connection.execute(query) for value in row if value}
    found |= set(connection.scalars(select(d.id).where((d.incident == key) | (d.other_incident == key))))
    links = t.agreement_links.c
    for batch in batches([key for key in found if key.startswith("stm-")]):
        found |= set(connection.scalars(select(links.id).where(links.statement.in_(batch))))
    return found


Named = tuple[str, str, str]  # id, short id and label of an incident


def incidents_of(connection: Connection, keys: Iterable[str]) -> dict[str, list[Named]]:
    """Return, by row, the incidents it belongs to: statements, events, claims and discrepancies."""
    e, member, i, c, d = t.events.c, t.incident_events.c, t.incidents.c, t.claims.c, t.discrepancies.c
    named = (i.id, i.short_id, i.label)
    wanted: dict[str, list[str]] = {}
    for key in keys:
        wanted.setdefault(key[:3], []).append(key)
    told = select(e.statement, *named).distinct().join(t.incident_events, member.event == e.id)
    queries = {
        "stm": (told.join(t.incidents, i.id == member.incident), e.statement),
        "evt": (select(member.event, *named).join(t.incidents, i.id == member.incident), member.event),
        "clm": (select(c.id, *named).join(t.incidents, i.id == c.incident), c.id),
        "dsc": (select(d.id, *named).join(t.incidents, i.id == d.incident), d.id),
        "inc": (select(i.id.label("row"), *named), i.id),
    }
    found: dict[str, list[Named]] = {}
    for kind, (query, column) in queries.items():
        for batch in batches(wanted.get(kind, ())):
            for key, *name in connection.execute(query.where(column.in_(batch)).order_by(column, i.short_id)):
                found.setdefault(key, []).append((name[0], name[1], name[2]))
    return found
