"""Set readouts of one contact against each other: which matters one side names that the other leaves out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from standoff.codebook.incidents import IncidentBook
from standoff.comparing import explain
from standoff.comparing.claims import Bench, Telling, Voice
from standoff.comparing.occurrence import build
from standoff.comparing.tables import Sides
from standoff.model.claim import Claim, Discrepancy
from standoff.model.event import Event
from standoff.model.incident import Incident
from standoff.model.statement import Statement
from standoff.values.sides import side, speaker

CONTACT = "contact"
_PREFIX = "matter "
_AFTER = 3  # sentences behind a contact in which a side goes on telling of it
_MOST = 3  # matters of a side that one sentence names
_SURE = 0.8  # the share of a slot's weight where both name what the other leaves out; half of it where one is shorter
Matters = dict[str, Claim]  # matter -> the first claim that names it


@dataclass(frozen=True, slots=True)
class Terms:
    """Hold the matter that each word names, and the pattern of all these words."""

    matters: Mapping[str, str]
    pattern: re.Pattern[str]


def readouts(incidents: Iterable[Incident], given: Bench) -> tuple[list[Claim], list[Discrepancy]]:
    """Return what those who took part name of each contact, and in what their readouts differ."""
    claims: list[Claim] = []
    found: list[Discrepancy] = []
    terms = _terms(given.codebook.incidents)
    for incident in incidents:
        kind = given.codebook.kind(incident.type)
        if kind is None or kind.id != CONTACT:
            continue
        told = _told(incident, given, terms)
        for one, other in combinations(sorted(told), 2):
            mine, theirs = _of_both(told[one], other, given), _of_both(told[other], one, given)
            made = _differing(mine, theirs, given) if mine and theirs else None
            if made is not None:
                found.append(made)
                kept = set(made.claims)
                claims += [c for held in (mine, theirs) for c in held.values() if c.id in kept]
    return list({claim.id: claim for claim in claims}.values()), found


def _told(incident: Incident, given: Bench, terms: Terms) -> Mapping[str, Matters]:
    """Return what each side that took part names, by side; a side that names nothing is absent."""
    book, sides = given.codebook.parties, Sides(given.codebook)
    present = {side(ref, book) for ref in (*incident.actors, *incident.recipients)}
    found: defaultdict[str, Matters] = defaultdict(dict)
    events = sorted((e for key in incident.events if (e := given.record.events.get(key))), key=lambda e: e.id)
    for event in events:
        organ = sides.organ(given.record.documents[event.document].publisher)
        own = side(organ, book) if organ is not None else ""
        for statement in _readout_of(event, own, given):
            parts = _words_of(event, statement, given, further=_AFTER if own in present else 0)
            voice = Voice(given.record.documents[event.document], statement)
            for matter, claim in _matters(Telling(incident.id, voice, "asserts", event, given), parts, terms):
                who = sides.of(claim)
                if who in present:
                    found[who].setdefault(matter, claim)
    return found


def _of_both(held: Matters, other: str, given: Bench) -> Matters:
    """Return what one side names of contacts that the other took part in, as far as the report says who did."""
    return {matter: claim for matter, claim in held.items() if _took_part(other, claim, given)}


def _took_part(who: str, claim: Claim, given: Bench) -> bool:
    """Tell whether a side can have taken part in the contact that a claim is about."""
    event = given.record.events.get(claim.event or "")
    refs = (*event.parties("actor"), *event.parties("recipient")) if event else ()
    sides = {side(ref, given.codebook.parties) for ref in refs}
    return len(sides) < 2 or who in sides


def _readout_of(event: Event, own: str, given: Bench) -> Iterator[Statement | None]:
    """Yield the statements that tell of a contact: those round it, and those just behind it that go on about it.

    These name the contact, or come from the side of one that does, or that publishes it. Nothing stands for the report
    itself; `own` is the side whose organ published it, empty for a newsroom.
    """
    cut, nouns = given.cuts[event.document], _pattern(tuple(sorted(given.codebook.incidents.list("readout"))))
    at = cut.index(event.trigger.start)
    said = [
        s for s in given.said.get(event.document, ()) if s.content and not s.parent and s.polarity != "denies"
    ]  # who denies that trade came up names no matter
    telling = {s.id: s for s in said if any(span.contains(event.trigger) for span in s.content)}
    behind = {s.id: s for s in said if s.id not in telling and 0 <= cut.index(s.content[0].start) - at <= _AFTER}
    telling |= {key: s for key, s in behind.items() if nouns.search(cut.text, *cut.around(s.content[0].start))}
    sides = {_of(statement, given) for statement in telling.values()} | ({own} if own else set())
    yield from telling.values()
    yield from (s for key, s in behind.items() if key not in telling and _of(s, given) in sides)
    if event.statement is None:
        yield None


def _of(statement: Statement, given: Bench) -> str:
    """Return the side a statement is made for, empty where nobody is named."""
    who = speaker(statement)
    return side(who, given.codebook.parties) if who else ""


def _words_of(event: Event, statement: Statement | None, given: Bench, *, further: int) -> Iterator[tuple[int, int]]:
    """Yield where a voice tells of a contact: the content of a statement, else the sentence and those further behind.

    A side's own page goes on about the contact; it ends where the page tells of another one.
    """
    cut = given.cuts[event.document]
    if statement is not None:
        yield from ((span.start, span.stop) for span in statement.content)
        return
    at = cut.index(event.trigger.start)
    others = {
        cut.index(other.trigger.start)
        for other in given.told.get(event.document, ())
        if other.id != event.id and _contact(other, given) and not _same_parties(event, other)
    }
    for index in range(at, min(at + further + 1, len(cut.starts))):
        if index in others and index > at:
            return
        yield cut.around(cut.starts[index])


def _contact(event: Event, given: Bench) -> bool:
    """Tell whether an event is a contact of two sides."""
    kind = given.codebook.kind(event.type)
    return kind is not None and kind.id == CONTACT


def _same_parties(one: Event, other: Event) -> bool:
    """Tell whether two events name the same persons or bodies, as far as the later one names any."""
    left, right = (
        {ref.party or ref.name for ref in (*e.parties("actor"), *e.parties("recipient"))} for e in (one, other)
    )
    return right <= left


def _matters(telling: Telling, parts: Iterable[tuple[int, int]], terms: Terms) -> Iterator[tuple[str, Claim]]:
    """Yield the matters that one voice names in some parts of its text, each with the claim of its first mention."""
    document = telling.voice.document
    seen: set[str] = set()
    for start, stop in parts:
        for match in terms.pattern.finditer(document.text, start, stop):
            matter = terms.matters[match[0].casefold()]
            if matter not in seen:
                seen.add(matter)
                span = document.span(match.start(), match.end())
                yield matter, telling.claim("matters", {"text": span.quote, "normal": matter}, span)


def _differing(one: Matters, other: Matters, given: Bench) -> Discrepancy | None:
    """Return in what two sides' readouts differ, or nothing where each names what the other names."""
    mine, theirs = ([m for m in held if m not in beside] for held, beside in ((one, other), (other, one)))
    if not mine and not theirs:
        return None
    shown = [[held[m] for m in (own or list(held))[:_MOST]] for held, own in ((one, mine), (other, theirs))]
    told = explain.readouts((shown[0][0], mine[:_MOST]), (shown[1][0], theirs[:_MOST]), Sides(given.codebook))
    weight = given.codebook.slots["matters"].weight * (_SURE if mine and theirs else _SURE / 2)
    return build("granularity", (*shown[0], *shown[1]), told, weight)


@lru_cache(maxsize=4)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of whole words, the longer first."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"\b(?:{listed or '(?!)'})\b", re.IGNORECASE)


def _terms(book: IncidentBook) -> Terms:
    """Return the words for matters, and the pattern that finds them."""
    matters = {word: name.removeprefix(_PREFIX) for name, words in book.words.items() if name.startswith(_PREFIX)
               for word in words}  # fmt: skip
    return Terms(matters, _pattern(tuple(sorted(matters))))
