"""Tie statements that answer or comment on others, and name no happening themselves, to what they are about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from standoff.codebook.load import Codebook
from standoff.joining.mentions import FRESH_DAYS, Mention
from standoff.model.document import Document
from standoff.model.record import Record
from standoff.model.statement import Polarity, Statement
from standoff.values.sentences import Sentences, sentences_of
from standoff.values.sides import side, speaker
from standoff.values.text import stems

_WORD = re.compile(r"[a-z][a-z'’-]*")
_ABOUT = re.compile(r"\b([a-z]+) (?:about|regarding|concerning|of|over|on)\b(.{0,400})")
_NAME = re.compile(r"\b[A-Z][\w'’-]*")
# An answer names what it answers in a few words; a longer content speaks for itself.
_SHORT = 16
_LONG = 40
# A bare "it" or "this" points back only where nothing else is said.
_SHORTEST = 3
# A denial that takes up another's words follows them within so many sentences.
_BEFORE = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """Say that a statement puts its speaker's side on the happening that an event of its report tells of."""

    statement: str
    event: str
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Scene:
    """Hold one document's statements and events in text order."""

    document: Document
    statements: tuple[Statement, ...]
    events: tuple[Mention, ...]
    cut: Sentences


def answers(record: Record, found: Mapping[str, Mention], codebook: Codebook) -> tuple[Answer, ...]:
    """Return what statements without a happening of their own answer or comment on, each within its own report."""
    made: list[Answer] = []
    for scene in _scenes(record, found):
        voiced = {mention.event.statement for mention in scene.events}
        for statement in scene.statements:
            if statement.id in voiced or speaker(statement) is None:
                continue
            answer = _answer(statement, scene, codebook)
            if answer:
                made.append(answer)
    return tuple(made)


def _scenes(record: Record, found: Mapping[str, Mention]) -> Iterable[Scene]:
    """Yield the documents that hold both statements and events."""
    statements: defaultdict[str, list[Statement]] = defaultdict(list)
    events: defaultdict[str, list[Mention]] = defaultdict(list)
    for statement in record.statements.values():
        statements[statement.document].append(statement)
    for mention in found.values():
        events[mention.document].append(mention)
    for key in sorted(statements.keys() & events.keys() & record.documents.keys()):
        yield Scene(
            record.documents[key],
            tuple(sorted(statements[key], key=lambda s: (_place(s), s.id))),
            tuple(sorted(events[key], key=lambda m: (m.event.trigger.start, m.id))),
            sentences_of(record.documents[key]),
        )


def _answer(statement: Statement, scene: Scene, codebook: Codebook) -> Answer | None:
    """Return what one statement answers or comments on."""
    words = _words(statement)
    book = codebook.incidents
    if statement.polarity == "open" or words & book.list("watching"):
        return _comment(statement, scene, codebook) if words & book.list("situation") else None
    if not words & book.list("answered") and not (words & book.list("pointing") and _length(statement) <= _SHORTEST):
        return _echo(statement, scene, codebook)
    dismissing = words & book.list("dismissing") or any(p in _text(statement) for p in book.phrases("dismissing"))
    if dismissing and _length(statement) <= _LONG:
        return _reply(statement, "denies", scene, codebook)
    if _length(statement) <= _SHORT and (statement.polarity == "denies" or statement.act == "confirm"):
        return _reply(statement, statement.polarity, scene, codebook)
    return None


def _reply(statement: Statement, polarity: Polarity, scene: Scene, codebook: Codebook) -> Answer | None:
    """Return the charge that a statement answers: what another side said just before, else the nearest charge."""
    topic = _topic(statement, codebook)
    fitting = [m for m in scene.events if _charged(m, statement, codebook)]
    fitting = [m for m in fitting if not topic or topic & stems(" ".join(m.words))]
    before = _said_before(statement, scene, codebook)
    if before is not None and not topic:
        fitting = [m for m in fitting if m.statement == before.id]
        ranked = [(2, m.event.trigger.start, m.id) for m in fitting]
    else:
        ranked = [(_concerned(statement, m, codebook), m.event.trigger.start, m.id) for m in fitting]
    best = max((item for item in ranked if item[0]), default=None)
    return Answer(statement.id, best[2], polarity) if best else None


def _echo(statement: Statement, scene: Scene, codebook: Codebook) -> Answer | None:
    """Return the charge that a denial takes up in its words, where no event was found in it.

    "Denied that the town had fallen." Names do not count: what is denied of a town is not all that was said of it.
    """
    if statement.act != "deny" or statement.polarity != "denies" or _length(statement) > _SHORT:
        return None
    said = stems(" ".join(_plain(statement, codebook)))
    ranked = [
        (shared, _concerned(statement, m, codebook), m.event.trigger.start, m.id)
        for m in scene.events
        if _charged(m, statement, codebook) and (shared := len(said & stems(" ".join(m.words))))
    ]
    best = max((item for item in ranked if item[1] and _near(item[2], statement, scene)), default=None)
    return Answer(statement.id, best[3], "denies") if best else None


def _near(trigger: int, statement: Statement, scene: Scene) -> bool:
    """Tell whether a charge stands in the sentence of a denial or just before it."""
    return scene.cut.index(_place(statement)) - scene.cut.index(trigger) <= _BEFORE


def _plain(statement: Statement, codebook: Codebook) -> Iterator[str]:
    """Yield the words of a statement's content that tell of something and are no part of a name."""
    named = {word.casefold() for span in statement.content for word in _NAME.findall(span.quote)}
    return (word for word in _words(statement) if word not in named and codebook.spread.weight(word))


def _said_before(statement: Statement, scene: Scene, codebook: Codebook) -> Statement | None:
    """Return what another side said in the sentence before, where the answer points back at one thing said."""
    if not _words(statement) & codebook.incidents.list("pointing back at one"):
        return None
    here = scene.cut.index(_place(statement))
    for other in reversed(scene.statements):
        if other.id == statement.id or _place(other) >= _place(statement) or other.parent:
            continue
        if here - scene.cut.index(_place(other)) > 1:
            return None
        by = speaker(other)
        if by is not None and side(by, codebook.parties) != _mine(statement, codebook):
            return other
    return None


def _mine(statement: Statement, codebook: Codebook) -> str:
    """Return the side that a statement is made for."""
    who = speaker(statement)
    return side(who, codebook.parties) if who else ""


def _charged(mention: Mention, statement: Statement, codebook: Codebook) -> bool:
    """Tell whether an event was told before a statement, and not by its own side, and is one that parties answer."""
    kind = codebook.incidents.kinds.get(mention.kind)
    if mention.event.trigger.start >= _place(statement) or mention.past or kind is None or not kind.comment:
        return False
    return not mention.voice or mention.voice != _mine(statement, codebook)


def _concerned(statement: Statement, mention: Mention, codebook: Codebook) -> int:
    """Return 2 where an event charges the statement's side, 1 where it charges nobody, 0 else."""
    return 2 if _mine(statement, codebook) in mention.actors else 0 if mention.actors else 1


def _topic(statement: Statement, codebook: Codebook) -> frozenset[str]:
    """Return the stems of what an answer says it is about ("the claim about drones"); names say nothing about it."""
    match = _ABOUT.search(_text(statement))
    if match is None or match[1] not in codebook.incidents.list("answered"):
        return frozenset()
    about = set(_WORD.findall(match[2]))
    return stems(" ".join(word for word in _plain(statement, codebook) if word in about))


def _comment(statement: Statement, scene: Scene, codebook: Codebook) -> Answer | None:
    """Return the present happening that a document is mostly about, as what a comment is on."""
    main = _main(scene, codebook)
    return Answer(statement.id, main, "open") if main is not None else None


def _main(scene: Scene, codebook: Codebook) -> str | None:
    """Return the event that most of a document's fresh happenings, of kinds that parties comment on, can be one with.

    What says who, where or when goes before what does not, and a deed before a word that only judges one.
    """
    kinds = codebook.incidents.kinds
    told = [m for m in scene.events if kinds[m.kind].comment and not m.past and _fresh(m, scene.document)]
    ranked = [
        (m.bare, m.generic, -sum(_compatible(m, other) for other in told), m.event.trigger.start, m.id) for m in told
    ]
    return min(ranked)[-1] if ranked else None


def _compatible(one: Mention, other: Mention) -> bool:
    """Tell whether two events of one report share a kind and do not name other actors."""
    if not set(one.kinds) & set(other.kinds):
        return False
    return not one.actors or not other.actors or bool(one.actors & other.actors)


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
