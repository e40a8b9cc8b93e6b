"""Find what an account says that it leaves out: "did not name the side", "nothing is reported about losses"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from standoff.codebook.incidents import IncidentBook
from standoff.codebook.load import Codebook
from standoff.model.claim import ClaimValue
from standoff.model.document import Document
from standoff.model.event import Event
from standoff.model.span import Span

_PREFIX = "withheld "
_NOT = (
    r"(?:(?:did|does|do|has|have|had|could|would|was|were|is) not|\w{2,6}n[’']t|without|never|not"
    r"|declin(?:ed|es|ing) to|refus(?:ed|es|ing) to)"
)
_NOTHING = r"(?:nothing|no (?:\w+ )?(?:word|details?|information|figures?|numbers?|data))"
_UNKNOWN = r"(?:not (?:\w+ )?(?:clear|known)|unclear|unknown)"
# What a speaker leaves out is left out of a happening told at most this far before (some four sentences).
_NEAR = 700
_ASKING = frozenset({"who", "whose", "where", "when"})
_CLOSE = 4
_DOERS = frozenset({"who", "whose", "behind", "responsible", "attacker", "attackers", "perpetrator", "perpetrators"})
_CAPITAL = re.compile(r"[A-Z][\w.-]+")


@dataclass(frozen=True, slots=True)
class Silence:
    """Hold the words that leave something out, and of what: party, killed, wounded, place, time or troops."""

    span: Span
    topic: str
    sides: tuple[str, ...]


def silences(document: Document, codebook: Codebook, topics: Mapping[str, str] | None = None) -> tuple[Silence, ...]:
    """Return what a document says is left out, in text order; one pass over the text."""
    topics = topics if topics is not None else topics_of(codebook.incidents)
    pattern = _pattern(tuple(sorted(codebook.incidents.list("withholding"))), tuple(sorted(topics)))
    return tuple(
        Silence(document.span(match.start(), match.end()), topics[object_], _sides(document, match.end(), codebook))
        for match in pattern.finditer(document.text)
        if (object_ := _object(match)) and " that " not in match[0]
    )


def untold(
    incident: frozenset[str], events: Sequence[Event], found: Sequence[Silence], codebook: Codebook
) -> Iterator[tuple[str, Span, ClaimValue, Event]]:
    """Yield slot, words, value and event of what is left out of one incident.

    `events` are all events of the document in text order; what is left out belongs to the nearest one before it that
    could tell it.
    """
    starts = [event.trigger.start for event in events]
    for silence in found:
        at = bisect_right(starts, silence.span.stop)
        before = [e for e in reversed(events[max(0, at - 12) : at]) if silence.span.start - e.trigger.start <= _NEAR]
        slots = [(event, slot) for event in before if (slot := _slot(event, silence, codebook))]
        # "Did not name the side" after a call means the side that is called upon.
        about = next((pair for pair in slots if pair[1] == "recipient"), slots[0] if slots else None)
        if about is None or about[0].id not in incident:
            continue
        value: ClaimValue = {"text": silence.span.quote, "unsaid": True, "side": ",".join(silence.sides) or None}
        yield about[1], silence.span, value, about[0]


def _slot(event: Event, silence: Silence, codebook: Codebook) -> str | None:
    """Return the slot of an event that words leave open, or nothing where it could not tell it."""
    known = codebook.events.types.get(event.type)
    kind = codebook.incidents.kind(event.type, known.family) if known else None
    if known is None or kind is None or event.frame not in ("actual", "past"):
        return None
    if silence.topic == "party":
        called = kind.strict and silence.span.quote.split()[-1].casefold() not in _DOERS
        return "recipient" if called else "actor" if kind.comment else None
    if silence.topic in ("killed", "wounded"):
        told = "wounded" if event.type in ("wounding", "beating", "melee") else silence.topic
        return told if kind.comment and not kind.strict else None
    return silence.topic if not kind.strict and (kind.comment or silence.topic != "troops") else None


def _sides(document: Document, stop: int, codebook: Codebook) -> tuple[str, ...]:
    """Return the sides named just behind the words: 'losses among the Chadian servicemen'."""
    rest = re.split(r"[.;\n]", document.text[stop : stop + 80], maxsplit=1)[0]
    found = (codebook.parties.find(name) for name in _CAPITAL.findall(rest))
    return tuple(dict.fromkeys(party.principal or party.id for party in found if party))


def _object(match: re.Match[str]) -> str | None:
    """Return the word of a match that says what is left out, in lower case; 'the men who came' leaves nothing out."""
    index = next((number for number in range(1, len(match.groups()) + 1) if match[number]), 0)
    found = match[index].casefold()
    if found.split()[0] in _ASKING and index < len(match.groups()):
        between = match.string[match.start() : match.start(index)].split()
        return found if len(between) <= _CLOSE else None
    return found


def topics_of(book: IncidentBook) -> Mapping[str, str]:
    """Return the topic of each word for something that can be left out."""
    return {
        word: name.removeprefix(_PREFIX) for name, words in book.words.items() if name[: len(_PREFIX)] == _PREFIX
        for word in words
    }  # fmt: skip


@lru_cache(maxsize=4)
def _pattern(verbs: tuple[str, ...], objects: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of words that leave something out; every repetition is bounded."""
    verb = "|".join(sorted({form for verb in verbs for form in _forms(verb)}, key=len, reverse=True))
    what = "|".join(map(re.escape, sorted(objects, key=len, reverse=True)))
    return re.compile(
        rf"\b{_NOT}\s+(?:\w+\s+){{0,2}}?(?:{verb})\b[^.;\n]{{0,50}}?\b({what})\b"
        rf"|\b{_NOTHING}\b[^.;,\n]{{0,40}}?\b(?:about|on|of|as to)\s[^.;,\n]{{0,25}}?\b({what})\b"
        rf"|\b{_UNKNOWN}\b[^.;,\n]{{0,25}}?\b({what})\b",
        re.IGNORECASE,
    )


def _forms(verb: str) -> Iterator[str]:
    """Yield the forms of a regular verb that can follow a denial."""
    stem = verb[:-1] if verb[-1] in "ey" else verb
    yield verb
    yield from (f"{stem}{end}" for end in (("ed", "ing", "es") if verb[-1] != "y" else ("ied", "ying", "ies")))
