"""Say who took part in an event, with what its voice and its sentence leave unsaid filled in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from standoff.codebook.incidents import Roles
from standoff.codebook.load import Codebook
from standoff.joining.ships import ships_of
from standoff.joining.topics import topic
from standoff.model.document import Document
from standoff.model.entity import PartyRef
from standoff.model.event import Event
from standoff.model.record import Record
from standoff.model.statement import Statement
from standoff.values.names import head_of
from standoff.values.numerals import amount
from standoff.values.sentences import Sentences, sentences_of
from standoff.values.sides import side, side_ref, speaker

_CLEFT = re.compile(r"\b[Ii]t (?:is|was) (?:the )?([A-Z][\w' -]{1,30}?) (?:that|who|which) [\w ]{0,20}\Z")
_OPENING = 3  # sentences with which a report tells its news


@dataclass(frozen=True, slots=True)
class Cast:
    """Hold who acted and on whom."""

    actors: tuple[PartyRef, ...]
    recipients: tuple[PartyRef, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Hold one document with its sentences, and its statements by the sentence of their cue or content.

    `opening` is the offset at which the sentences end that a report opens with, 0 for a chronicle of several days;
    `ships` are the names of those that each sentence tells of.
    """

    document: Document
    cut: Sentences
    statements: Mapping[int, tuple[Statement, ...]]
    sides: frozenset[str]
    voices: Mapping[str, Statement]
    opening: int = 0
    topic: Mapping[str, float] = field(default_factory=dict)
    ships: Mapping[int, frozenset[str]] = field(default_factory=dict)


def told_by(record: Record, codebook: Codebook) -> dict[str, Told]:
    """Lay out all documents of a record."""
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    sides: defaultdict[str, set[str]] = defaultdict(set)
    for statement in record.statements.values():
        said[statement.document].append(statement)
    for event in record.events.values():
        for ref in known((*event.parties("actor"), *event.parties("recipient")), codebook):
            sides[event.document].add(side(ref, codebook.parties))
    return {key: _told(doc, said[key], frozenset(sides[key]), codebook) for key, doc in record.documents.items()}


def known(refs: Iterable[PartyRef], codebook: Codebook) -> tuple[PartyRef, ...]:
    """Return the parties that are more than a phrase: of the codebook, of a state, or with a name of their own."""
    unnamed = codebook.incidents.list("unnamed")
    return tuple(ref for ref in refs if ref.party or ref.state or (ref.kind and _named(ref, unnamed)))


def _named(ref: PartyRef, unnamed: frozenset[str]) -> bool:
    """Tell whether a phrase's head is a name: no number ('Three civilians'), no people at large ('Elders of Tine')."""
    if not ref.name[:1].isupper() or amount(ref.name) is not None:
        return False
    head = head_of(ref.name)
    return ref.kind == "person" or (not head.islower() and head.casefold() not in unnamed)


def _told(document: Document, statements: Iterable[Statement], sides: frozenset[str], codebook: Codebook) -> Told:
    """Lay out one document."""
    cut = sentences_of(document)
    found: defaultdict[int, list[Statement]] = defaultdict(list)
    said = sorted(statements, key=lambda s: s.id)
    for statement in said:
        spans = statement.cue or statement.content
        if spans:
            found[cut.index(spans[0].start)].append(statement)
    by_sentence = {index: tuple(items) for index, items in found.items()}
    voices = {s.id: s for s in said}
    opening, about = _opening(document, cut), topic(document, codebook)
    return Told(document, cut, by_sentence, sides, voices, opening, about, ships_of(cut, codebook))


def _opening(document: Document, cut: Sentences) -> int:
    """Return where the sentences end that a report opens with; one with several datelines tells of several days."""
    if sum(block.kind == "dateline" for block in document.blocks) > 1:
        return 0
    first = next((block.start for block in document.blocks if block.kind == "paragraph"), 0)
    after = cut.index(first) + _OPENING
    return cut.starts[after] if after < len(cut.starts) else len(cut.text)


def cast_of(event: Event, roles: Roles, told: Told, codebook: Codebook) -> Cast:
    """Return who took part: as named, else whoever denies it as the one charged, or who speaks with whom."""
    actors, recipients = _owned(event, "actor", told, codebook), _owned(event, "recipient", told, codebook)
    if roles == "mutual":
        return _meeting(event, actors, recipients, told, codebook)
    actors = actors or _stressed(event, told, codebook)
    if not actors and event.factuality.endswith("-") and not _mutual(event, codebook):
        charged = told.voices.get(event.statement or "")
        who = speaker(charged) if charged else None
        accused = side_ref(who, codebook.parties) if who else None
        outside = accused is not None and accused.kind == "organisation"  # a bloc that denies it is seldom charged
        if (
            who
            and accused
            and not outside
            and side(who, codebook.parties) not in {side(r, codebook.parties) for r in recipients}
            and not _at_home(event, accused)
        ):
            return Cast((accused,), recipients)
    return Cast(actors, recipients)


def _at_home(event: Event, accused: PartyRef) -> bool:
    """Tell whether what a party denies lies on its own ground: it may deny that it was struck."""
    return event.place is not None and event.place.country is not None and event.place.country == accused.state


def _owned(event: Event, role: Literal["actor", "recipient"], told: Told, codebook: Codebook) -> tuple[PartyRef, ...]:
    """Return who fills a role; whoever speaks of `his forces` means those of the party that he speaks for."""
    said = told.voices.get(event.statement or "")
    source, who = (said.source.ref, speaker(said)) if said else (None, None)
    refs = event.parties(role)
    if source is not None and who is not None and source.kind == "person":
        refs = tuple(who if not r.party and r.name.endswith(f" of {source.name}") else r for r in refs)
    return known(refs, codebook)


def _stressed(event: Event, told: Told, codebook: Codebook) -> tuple[PartyRef, ...]:
    """Return the party that a sentence stresses as the actor: 'it is Chad that violates the border'."""
    start, _ = told.cut.around(event.trigger.start)
    match = _CLEFT.search(told.document.text[start : event.trigger.start])
    held = codebook.parties.find(match[1]) if match else None
    return (PartyRef(held.id, held.name, held.state, held.kind),) if held else ()


def _mutual(event: Event, codebook: Codebook) -> bool:
    """Tell whether an event's type has no single actor, such as a clash."""
    known_type = codebook.events.types.get(event.type)
    return known_type is not None and known_type.mutual


def _meeting(
    event: Event, actors: tuple[PartyRef, ...], recipients: tuple[PartyRef, ...], told: Told, codebook: Codebook
) -> Cast:
    """Return who met: those named, and speaker and addressee of the sentence where fewer than two sides are."""
    named = (*actors, *recipients)
    sides = {side(ref, codebook.parties) for ref in named}
    if len(sides) >= 2:
        return Cast(actors, recipients)
    for statement in told.statements.get(told.cut.index(event.trigger.start), ()):
        heard = statement.addressee
        pair = (speaker(statement), heard if heard and known((heard,), codebook) else None)
        who = next(iter(known((ref for ref in (statement.source.ref, pair[0]) if ref), codebook)), None)
        inside = any(span.contains(event.trigger) for span in statement.content)
        if len(sides) == 1 and pair[0] and who and not inside and side(pair[0], codebook.parties) not in sides:
            return Cast((*actors, who), recipients)
        if pair[0] is None or pair[1] is None or who is None:
            continue
        both = {side(ref, codebook.parties) for ref in pair if ref}
        if len(both) == 2 and sides <= both:
            return Cast((*actors, *(r for r in (who, pair[1]) if side(r, codebook.parties) not in sides)), recipients)
    return Cast(actors, recipients)
