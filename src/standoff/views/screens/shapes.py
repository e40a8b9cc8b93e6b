"""Hold the shapes that many screens share: times in words, sides, rows of lists, cards with marked words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from standoff.model.clock import Interval
from standoff.model.entity import PartyRef, PlaceRef
from standoff.views.wording import Stance, inferred, interval_words


@dataclass(frozen=True, slots=True)
class When:
    """Hold an interval with its basis and the words to show; `inferred` tells that nothing states it."""

    earliest: str | None
    latest: str | None
    basis: str
    inferred: bool
    words: str


def when(interval: Interval | None, unknown: str = "date not reported") -> When | None:
    """Return an interval as shown, or nothing where nothing is known of it."""
    if interval is None or not interval.known:
        return None
    bounds = (interval.earliest, interval.latest, interval.basis)
    return When(*bounds, inferred(interval), interval_words(interval, unknown))


@dataclass(frozen=True, slots=True)
class SideStance:
    """Hold where one side stands on whether an incident happened."""

    key: str
    name: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Count the rows that people decided on, of all they could decide on."""

    decided: int
    total: int


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """Hold one incident of a list; `title` is the label without its date, `documents` counts those known on the day."""

    id: str
    short_id: str
    label: str
    title: str
    type: str
    status: str
    status_words: str
    happened: When | None
    places: tuple[PlaceRef, ...]
    actors: tuple[PartyRef, ...]
    recipients: tuple[PartyRef, ...]
    sides: tuple[SideStance, ...]
    documents: int
    origins: int
    discrepancies: int
    events: int
    known_since: str | None
    state: str | None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """Hold what is said about a document without its text; offsets count code points."""

    id: str
    short_id: str
    name: str
    path: str
    title: str | None
    outlet: str
    publisher: str | None
    agency: str | None
    url: str | None
    language: str | None
    published: When | None
    published_words: str
    text_sha256: str
    length: int
    replaces: str | None
    copy_of: str | None
    copied_share: float


@dataclass(frozen=True, slots=True)
class CardPiece:
    """Hold a stretch of text with the kinds of marks over it: `source`, `cue`, `content`, `evidence`."""

    text: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordsCard:
    """Hold one voice as shown: a statement, or a claim that an outlet makes itself (`kind`).

    `crumbs` lead from the speaker over office and principal to the channel; `pieces` joined are the sentence with its
    neighbours; `state` is what reviewers made of it, `grade` what people gave the outlet (`B2`).
    """

    id: str
    short_id: str
    kind: str
    document: str
    document_name: str
    crumbs: tuple[str, ...]
    side: str
    act: str
    act_words: str
    polarity: str
    negated_act: bool
    directness: str
    hedge: bool
    channel: str | None
    said: str
    outlet: str
    published: str
    url: str | None
    text_sha256: str
    pieces: tuple[CardPiece, ...]
    cut_before: bool
    cut_after: bool
    parent: str | None
    score: float
    state: str | None
    grade: str | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Hold cards by the id of the statement or claim they show."""

    cards: Mapping[str, WordsCard]


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one entry of the review log: who decided what, when and why, and how it is attached to the rows of now."""

    id: str
    recorded: str
    reviewer: str
    verb: str
    target_kind: str
    target: str
    target_now: str
    other: str | None
    other_now: str | None
    correction: Mapping[str, str | int | float | bool | None]
    reason: str | None
    supersedes: str | None
    taken_back: bool
    attachment: str
    quote: str


@dataclass(frozen=True, slots=True)
class CorrectField:
    """Hold one field that a correction may set: how it is filled, and what it holds now."""

    name: str
    fill: str
    value: str


@dataclass(frozen=True, slots=True)
class CorrectRow:
    """Hold one row behind some words that people can correct: a statement, an event or a claim; `words` tell which."""

    target: str
    kind: str
    words: str
    state: str | None
    fields: tuple[CorrectField, ...]
