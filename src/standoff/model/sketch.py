"""Hold what two events are compared by: drawn from their own report alone, small enough to be kept beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from standoff.model.entity import PlaceRef
from standoff.model.statement import Polarity


@dataclass(frozen=True, slots=True)
class Window:
    """Hold the first and last day (ordinals) on which a happening can lie, and whether the text states them."""

    first: int
    last: int
    stated: bool

    @property
    def exact(self) -> bool:
        """Tell whether the text states the day, or the night between two."""
        return self.stated and self.last - self.first <= 1


@dataclass(frozen=True, slots=True)
class Sketch:
    """Hold what two events are compared by; sides are those of standoff.values.sides.

    `around` are all sides of its document, `voice` the side that tells it (empty for the publisher); `bare` tells that
    an event names neither parties nor place nor day, so that only its text can say which it is; `words` weigh
    the words of its sentence; `anchor` is the deed that an outcome without day and place goes back to, `deed` the one
    told nearest to it in its sentence. `sum` tells that it sums up many happenings: the dead of a year, 27 violations.
    `topic` weighs the few words that say most of what its report is about; `ships` are those its sentence tells of.
    `places` are all places it names that have a point, `clock` the minutes (from its first day on) within which it lies
    where the hour is told, `levels` the rank of those who met: leaders, ministers, commanders.
    """

    id: str
    document: str
    statement: str | None
    type: str
    kinds: tuple[str, ...]
    family: str
    generic: bool
    outcome: bool
    actors: frozenset[str]
    recipients: frozenset[str]
    persons: frozenset[str]
    around: frozenset[str]
    polarity: Polarity
    voice: str
    bare: bool
    anchor: str | None
    window: Window | None
    past: bool
    place: PlaceRef | None
    sentence: int
    anew: bool
    words: Mapping[str, float]
    counts: Mapping[str, tuple[float | None, ...]]
    deed: str | None = None
    sum: bool = False
    topic: Mapping[str, float] = field(default_factory=dict)
    ships: frozenset[str] = frozenset()
    places: tuple[PlaceRef, ...] = ()
    clock: tuple[int, int] | None = None
    levels: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """Return the kind of happening that the event's type names first."""
        return self.kinds[0]

    @property
    def sides(self) -> frozenset[str]:
        """Return all sides that take part."""
        return self.actors | self.recipients


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """Hold one place of an event or statement in an index of pairs: a key, and a rank that brings likely ones near."""

    key: str
    rank: str
    event: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """Hold one document's rendering of what a side said, with its quoted runs and the weight of its words there.

    `first` and `last` are the days (ordinals) on which the document can have been published.
    """

    statement: str
    document: str
    side: str
    weights: Mapping[str, float]
    runs: frozenset[str]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Echo:
    """Hold two statements of different documents that render one utterance, the smaller id first.

    `quoted` tells that they have a run of quoted words in common, `likeness` which share of the words (0 to 1).
    """

    left: str
    right: str
    quoted: bool
    likeness: float


@dataclass(frozen=True, slots=True, order=True)
class Crossing:
    """Hold a key by which an incident is set against others, and its first day as a rank."""

    key: str
    rank: str
    incident: str


@dataclass(frozen=True, slots=True, order=True)
class Print:
    """Hold one fingerprint of a document's words: the hash, a rank that brings originals first, and the document."""

    key: int
    rank: str
    document: str
