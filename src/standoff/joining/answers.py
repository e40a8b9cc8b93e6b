"""Tie statements that answer or comment on others, and name no happening themselves, to what they are about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from standoff.codebook.load import Codebook
from standoff.joining.mentions import FRESH_DAYS, Mention
from standoff.model.document import Document
from standoff.model.record import Record
from standoff.model.statement import Polarity, Statement
from standoff.values.sides import side, speaker

_WORD = re.compile(r"[a-z][a-z'’-]*")
# An answer names what it answers in a few words; a longer content speaks for itself.
_SHORT = 16
_LONG = 40
# A bare "it" or "this" points back only where nothing else is said.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """Say that a statement puts its speaker's side on a cluster of events, by its index, with a polarity."""

    statement: str
    cluster: int
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Scene:
    """Hold one document's statements and events in text order, and the cluster of each event."""

    document: Document
    statements: tuple[Statement, ...]
    events: tuple[Mention, ...]
    cluster: Mapping[str, int]


def answers(
    record: Record, found: Mapping[str, Mention], clusters: Iterable[tuple[str, ...]], codebook: Codebook
) -> tuple[Answer, ...]:
    """Return what statements without a happening of their own answer or comment on."""
    cluster = {event: index for index, members in enumerate(clusters) for event in members}
    made: list[Answer] = []
    for scene in _scenes(record, found, cluster):
        voiced = {mention.event.statement for mention in scene.events}
        for statement in scene.statements:
            if statement.id in voiced or speaker(statement) is None:
                continue
            answer = _answer(statement, scene, codebook)
            if answer:
                made.append(answer)
    return tuple(made)


def _scenes(record: Record, found: Mapping[str, Mention], cluster: Mapping[str, int]) -> Iterable[Scene]:
    """Yield the documents that hold both statements and events."""
    statements: defaultdict[str, list[Statement]] = defaultdict(list)
    events: defaultdict[str, list[Mention]] = defaultdict(list)
    for statement in record.statements.values():
        statements[statement.document].append(statement)
    for mention in found.values():
        if mention.id in cluster:
            events[mention.event.document].append(mention)
    for key in sorted(statements.keys() & events.keys() & record.documents.keys()):
        yield Scene(
            record.documents[key],
            tuple(sorted(statements[key], key=lambda s: (_place(s), s.id))),
            tuple(sorted(events[key], key=lambda m: (m.event.trigger.start, m.id))),
            cluster,
        )


def _answer(statement: Statement, scene: Scene, codebook: Codebook) -> Answer | None:
    """Return what one statement answers or comments on."""
    words = _words(statement)
    book = codebook.incidents
    if statement.polarity == "open" or words & book.list("watching"):
        return _comment(statement, scene, codebook) if words & book.list("situation") else None
    if not words & book.list("answered") and not (words & book.list("pointing") and _length(statement) <= _SHORTEST):
        return None
    dismissing = words & book.list("dismissing") or any(p in _text(statement) for p in book.phrases("dismissing"))
    if dismissing and _length(statement) <= _LONG:
        return _reply(statement, "denies", scene, codebook)
    if _length(statement) <= _SHORT and (statement.polarity == "denies" or statement.act == "confirm"):
        return _reply(statement, statement.polarity, scene, codebook)
    return None


def _reply(statement: Statement, polarity: Polarity, scene: Scene, codebook: Codebook) -> Answer | None:
    """Return the nearest earlier charge by another side that the statement can answer."""
    who = speaker(statement)
    mine = side(who, codebook.parties) if who else ""
    said = {item.id: item for item in scene.statements}
    best: tuple[int, int, Mention] | None = None
    for mention in scene.events:
        kind = codebook.incidents.kinds.get(mention.kind)
        if mention.event.trigger.start >= _place(statement) or mention.past or kind is None or not kind.comment:
            continue
        voice = said.get(mention.event.statement or "")
        by = speaker(voice) if voice else None
        if by is not None and side(by, codebook.parties) == mine:
            continue
        concerned = 2 if mine in mention.actors else 1 if not mention.actors else 0
        if not concerned:
            continue
        rank = (concerned, mention.event.trigger.start)
        if best is None or rank > best[:2]:
            best = (*rank, mention)
    if best is None:
        return None
    return Answer(statement.id, scene.cluster[best[2].id], polarity)


def _comment(statement: Statement, scene: Scene, codebook: Codebook) -> Answer | None:
    """Return the present happening that a document is mostly about, as what a comment is on."""
    main = _main(scene, codebook)
    return Answer(statement.id, main, "open") if main is not None else None


def _main(scene: Scene, codebook: Codebook) -> int | None:
    """Return the cluster with most mentions in a document among fresh happenings that parties comment on."""
    counted: Counter[int] = Counter()
    stale: set[int] = set()
    for mention in scene.events:
        kind = codebook.incidents.kinds.get(mention.kind)
        if mention.past or not _fresh(mention, scene.document):
            stale.add(scene.cluster[mention.id])
        elif kind and kind.comment:
            counted[scene.cluster[mention.id]] += 1
    return min((i for i in counted if i not in stale), key=lambda i: (-counted[i], i), default=None)


def _fresh(mention: Mention, document: Document) -> bool:
    """Tell whether a happening lies within the fortnight before its report."""
    published = document.published.last_day or document.published.first_day
    if published is None or mention.window is None:
        return True
    return mention.window.last >= published.toordinal() - FRESH_DAYS


def _place(statement: Statement) -> int:
    """Return where a statement stands: its cue, else its content."""
    spans = statement.cue or statement.content
    return spans[0].start if spans else 0


def _words(statement: Statement) -> set[str]:
    """Return the words of a statement's content, in lower case."""
    return {word for span in statement.content for word in _WORD.findall(span.quote.casefold())}


def _text(statement: Statement) -> str:
    """Return a statement's content in lower case."""
    return " ".join(span.quote for span in statement.content).casefold()


def _length(statement: Statement) -> int:
    """Return how many words a statement's content has."""
    return sum(len(span.quote.split()) for span in statement.content)
