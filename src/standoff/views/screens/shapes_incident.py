"""Hold the shapes of the incident screen: matrix, side-by-side differences, map, timeline, drawer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from standoff.model.entity import PlaceRef
from standoff.views.screens.shapes import DocumentRow, IncidentRow, Reviewed, When
from standoff.views.wording import Stance


@dataclass(frozen=True, slots=True)
class SummaryClause:
    """Hold one clause of the sentence under the title, and the rows it leads to."""

    text: str
    stance: Stance
    statements: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixSide:
    """Hold one column of the matrix; `involved` tells the parties to the incident from other voices."""

    key: str
    name: str
    involved: bool


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """Hold one side's stand on one line; a side without a cell is `not_reported`.

    `against` counts voices of the side that say the contrary; `statements` and `claims` have cards.
    """

    stance: Stance
    count: int
    against: int
    documents: int
    words: str
    speakers: str
    statements: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """Hold one row of the matrix, a neutral question, with the cells by side's key."""

    slot: str
    label: str
    question: str
    cells: Mapping[str, MatrixCell]
    discrepancies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimsMatrix:
    """Hold the claims matrix, lines and sides in the order to show."""

    sides: tuple[MatrixSide, ...]
    lines: tuple[MatrixLine, ...]


@dataclass(frozen=True, slots=True)
class DiffWord:
    """Hold a stretch of words, and whether other accounts lack them."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class DiffAccount:
    """Hold one account of a discrepancy; `card` is the id of the card that shows its words."""

    claim: str
    card: str
    side: str
    speaker: str
    outlet: str
    published: str
    polarity: str
    value: str
    words: tuple[DiffWord, ...]
    context: str


@dataclass(frozen=True, slots=True)
class DiffRow:
    """Hold one discrepancy with its accounts, in an order in which the first few differ."""

    id: str
    slot: str
    label: str
    kind: str
    kind_words: str
    explanation: str
    score: float
    other_incident: str | None
    accounts: tuple[DiffAccount, ...]
    state: str | None


@dataclass(frozen=True, slots=True)
class LaneTick:
    """Mark one interval on a lane."""

    when: When
    stance: Stance
    statements: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeLane:
    """Hold one side's ticks on both clocks; `undated` counts its statements without a date."""

    side: MatrixSide
    happened: tuple[LaneTick, ...]
    said: tuple[LaneTick, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class BandTick:
    """Mark a day on which an agreement was invoked, affirmed, said to be broken or defended."""

    day: str
    relation: str
    words: str
    statement: str | None


@dataclass(frozen=True, slots=True)
class AgreementBand:
    """Hold an agreement as a band under the lanes, from its signing to its end where it has one."""

    id: str
    name: str
    signed: str | None
    ended: str | None
    ticks: tuple[BandTick, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Hold the lanes between the first and the last day on either clock."""

    first: str | None
    last: str | None
    lanes: tuple[TimeLane, ...]
    agreements: tuple[AgreementBand, ...]


@dataclass(frozen=True, slots=True)
class MapArea:
    """Hold one place: where, how precisely, in whose accounts; without a point it is listed, not drawn.

    `forms` are other names that accounts call it by, each with the sides that do.
    """

    place: PlaceRef
    placed: bool
    precision: str
    sides: tuple[str, ...]
    events: tuple[str, ...]
    statements: tuple[str, ...]
    forms: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class IncidentMap:
    """Hold the areas, and the sentence on boundaries that goes with every map."""

    boundaries: str
    areas: tuple[MapArea, ...]


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """Hold one line about an agreement: who does what to which clause, in whose words."""

    id: str
    agreement: str
    agreement_name: str
    relation: str
    words: str
    clause: str | None
    clause_text: str | None
    voice: str
    accused: str | None
    said: When | None
    published: When | None
    document: str
    outlet: str | None
    statement: str | None
    quote: str
    incidents: tuple[tuple[str, str], ...]
    state: str | None


@dataclass(frozen=True, slots=True)
class ContactRow:
    """Hold one call, visit or meeting."""

    incident: str
    short_id: str
    label: str
    happened: When | None
    how: str
    parties: tuple[str, ...]
    told_by: tuple[str, ...]
    channels: tuple[str, ...]
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    denied: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Hold one figure of casualties in its source's words; a slot without any reads `none reported`, never 0."""

    incident: str
    short_id: str
    label: str
    slot: str
    text: str
    quote: str
    low: float | None
    high: float | None
    whose: str | None
    source: str | None
    side: str | None
    outlet: str | None
    polarity: str
    said: When | None
    happened: When | None
    document: str
    claim: str
    statement: str | None


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """Hold how people relate an incident to another: the decision, the relation, and id, short id and label of that.

    `forward` tells that this incident is part of, answers or follows the other; without it, the other does.
    """

    decision: str
    relation: str
    forward: bool
    incident: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """Hold the incident screen; cards, events, history and similar incidents have routes of their own.

    `later` counts documents published after the day asked for, `undated` those that no day is known of; both are left
    out then, and 0 where no day is asked for.
    """

    incident: IncidentRow
    sentence: str
    summary: tuple[SummaryClause, ...]
    reviewed: Reviewed
    matrix: ClaimsMatrix
    differences: tuple[DiffRow, ...]
    timeline: Timeline
    map: IncidentMap
    agreements: tuple[LedgerRow, ...]
    contacts: tuple[ContactRow, ...]
    casualties: Mapping[str, tuple[FigureRow, ...]]
    documents: tuple[DocumentRow, ...]
    later: int
    undated: int


@dataclass(frozen=True, slots=True)
class EventArgument:
    """Hold one role of an event: its words and whom, where, when or how many they stand for."""

    role: str
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """Hold one member of an incident with its codes and the rule that fired; `card` shows its statement."""

    id: str
    document: str
    document_name: str
    statement: str | None
    voice: str
    trigger: str
    type: str
    plover_type: str
    plover_mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    intensity: float | None
    factuality: str
    frame: str
    rule: str
    score: float
    happened: When | None
    place: PlaceRef | None
    arguments: tuple[EventArgument, ...]
    sentence: str
    state: str | None


@dataclass(frozen=True, slots=True)
class SimilarRow:
    """Hold an incident that may be the same, with the score and what speaks for it."""

    incident: IncidentRow
    score: float
    why: tuple[str, ...]
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Preview:
    """Hold what a merge or split would make: the incidents as they would stand, and what changes."""

    verb: str
    incidents: tuple[IncidentRow, ...]
    sentences: tuple[str, ...]
    matrices: tuple[ClaimsMatrix, ...]
    left: str
    right: str
    refused: str | None
