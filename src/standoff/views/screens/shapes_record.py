"""Hold the shapes of the screens on the whole record: overview, reader, actors, sources, agreements, inbox."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from standoff.model.entity import PartyRef
from standoff.views.screens.shapes import DocumentRow, When
from standoff.views.screens.shapes_incident import LedgerRow


@dataclass(frozen=True, slots=True)
class DayCount:
    """Count documents published on one day."""

    day: str
    documents: int


@dataclass(frozen=True, slots=True)
class Sign:
    """Hold how a stance is drawn: shape and word together."""

    stance: str
    shape: str
    word: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Hold what every screen needs of the record: counts, the days of the published clock, signs and choices.

    `days` feed the slider of `as_of`; `undated` counts documents that no day is known of.
    """

    title: str
    version: str
    counts: Mapping[str, int]
    status: Mapping[str, int]
    days: tuple[DayCount, ...]
    undated: int
    last_recorded: str | None
    signs: tuple[Sign, ...]
    status_words: Mapping[str, str]
    kind_words: Mapping[str, str]
    slots: Mapping[str, str]
    choices: Mapping[str, tuple[str, ...]]
    boundaries: str


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Mark a stretch of the layout in UTF-16 units; `metadata` and `boilerplate` are shown greyed."""

    kind: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class TextMark:
    """Mark words of a statement in UTF-16 units: its `source`, `cue` or `content`."""

    statement: str
    kind: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Note:
    """Hold what stands beside a document of one statement; `start` is in UTF-16 units."""

    id: str
    short_id: str
    number: int
    start: int
    crumbs: tuple[str, ...]
    side: str
    act: str
    act_words: str
    negated_act: bool
    polarity: str
    hedge: bool
    channel: str | None
    parent: str | None
    incidents: tuple[tuple[str, str, str], ...]
    state: str | None


@dataclass(frozen=True, slots=True)
class ReaderPage:
    """Hold a whole document as read; all offsets are UTF-16 units, as browsers count."""

    document: DocumentRow
    text: str
    blocks: tuple[TextBlock, ...]
    marks: tuple[TextMark, ...]
    notes: tuple[Note, ...]
    incidents: tuple[tuple[str, str, str], ...]
    copies: tuple[tuple[str, str, float], ...]
    seen_at: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Hold one outlet or agency; `reliability` (A to F) and `credibility` (1 to 6) are set by people, F6 unless set.

    `graded` tells who set the grade, when and why; `original` counts documents that repeat no earlier one;
    `state_owned` is None where the codebook does not know.
    """

    id: str
    name: str
    kind: str | None
    owner: str | None
    country: str | None
    documents: int
    original: int
    statements: int
    first: str | None
    last: str | None
    reliability: str
    credibility: str
    graded: str | None
    country_name: str | None = None
    state_owned: bool | None = None


@dataclass(frozen=True, slots=True)
class OriginLink:
    """Count documents of one outlet that repeat another's, with the mean share of their text, or credit an agency."""

    outlet: str
    origin: str
    how: str
    documents: int
    share: float | None


@dataclass(frozen=True, slots=True)
class SourcePage:
    """Hold one outlet: whom it repeats or credits, who repeats it, whom it quotes, its documents, its grades."""

    source: SourceRow
    draws_on: tuple[OriginLink, ...]
    repeated_by: tuple[OriginLink, ...]
    quotes: tuple[tuple[str, str, int], ...]
    documents: tuple[DocumentRow, ...]
    grades: tuple[tuple[str, str, str, str | None], ...]


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """Hold one agreement that is spoken of, with how often for each relation, in the period and in the one before."""

    id: str
    name: str
    signed: str | None
    ended: str | None
    parties: tuple[str, ...]
    relations: Mapping[str, int]
    before: Mapping[str, int]
    last: str | None


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """Hold one clause, retold, with how often each relation is said of it, in the period and in the one before."""

    id: str | None
    text: str
    relations: Mapping[str, int]
    before: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """Hold the ledger of one agreement; the program never judges status or compliance."""

    agreement: AgreementRow
    mediators: tuple[str, ...]
    names: tuple[str, ...]
    external: Mapping[str, str]
    clauses: tuple[ClauseRow, ...]
    accused: tuple[tuple[str, str, int], ...]
    entries: tuple[LedgerRow, ...]
    period: str
    period_before: str


@dataclass(frozen=True, slots=True)
class News:
    """Hold what a document adds to one incident: `opens`, `adds_position`, `changes_number`, `adds_detail`, `repeats`.

    `words` say it: "Rwanda denies it", "killed: 6 (before: 4)".
    """

    incident: str
    short_id: str
    label: str
    effect: str
    words: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InboxRow:
    """Hold one document in order of arrival with what it adds to the record."""

    document: DocumentRow
    recorded: str
    news: tuple[News, ...]
    failure: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """Hold one numbered source of a briefing."""

    number: int
    key: str
    card: str
    outlet: str
    published: str
    quote: str
    url: str | None
    document: str | None


@dataclass(frozen=True, slots=True)
class BriefSentence:
    """Hold one sentence as parts, each with the numbers of its sources."""

    parts: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class BriefSection:
    """Hold the sentences under one heading; `incident` is the short id it is about, or empty."""

    heading: str
    incident: str
    facts: str
    sentences: tuple[BriefSentence, ...]


@dataclass(frozen=True, slots=True)
class BriefingPage:
    """Hold a briefing: every sentence has sources."""

    template: str
    heading: str
    covers: str
    sections: tuple[BriefSection, ...]
    sources: tuple[Source, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class TaskRow:
    """Hold one row to review: why, how much deciding it would settle, in words."""

    kind: str
    target: str
    reason: str
    weight: float
    settles: int
    words: str
    incident: tuple[str, str, str] | None


@dataclass(frozen=True, slots=True)
class StatementPage:
    """Hold one statement with the words that explain it: features of its score, events told in it, its incidents."""

    id: str
    document: str
    features: Mapping[str, float]
    principal: PartyRef | None
    addressee: PartyRef | None
    speakers: tuple[PartyRef, ...]
    resolved_from: str
    said: When | None
    incidents: tuple[tuple[str, str, str], ...]
    events: tuple[str, ...]
    reported_by: tuple[str, ...]
    reports: tuple[str, ...]
