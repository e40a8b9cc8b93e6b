"""Show the words behind a row: a statement with its neighbours and evidence, or a whole text with all its marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from standoff.codebook.parties import PartyBook
from standoff.model.claim import Claim
from standoff.model.document import EXCLUDED
from standoff.model.span import Span
from standoff.model.statement import Statement
from standoff.store.asking import Asked, ask_among
from standoff.store.batches import batches
from standoff.values import channel
from standoff.views.dossier import Heading
from standoff.views.marking import Mark, Piece, cut
from standoff.views.sides import side_of_ref
from standoff.views.wording import interval_words, published_words

_BREAK = re.compile(r"[.!?…][\"'”’»)\]]*\s+|\n+")
_NEIGHBOUR = 280  # code points of a neighbouring sentence that are shown at most
_BLOCK = "_block"


@dataclass(frozen=True, slots=True)
class Card:
    """Hold one voice as shown: who speaks and for whom, the outlet and date, and the words with their neighbours."""

    id: str
    document: str
    crumbs: tuple[str, ...]
    act: str
    polarity: str
    hedge: bool
    said: str
    outlet: str
    published: str
    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool
    start: int


@dataclass(frozen=True, slots=True)
class Body:
    """Hold a text with the stretches kept out of the analysis, which no excerpt runs into."""

    text: str
    excluded: tuple[tuple[int, int], ...] = ()


def bodies(connection: Asked, ids: Iterable[str]) -> dict[str, Body]:
    """Return the texts of some documents by id."""
    wanted = sorted(set(ids))
    layout = _blocks(connection, wanted)
    found: dict[str, Body] = {}
    for row in ask_among(connection, "texts", wanted):
        aside = tuple((start, stop) for kind, start, stop in layout.get(row.id, ()) if kind in EXCLUDED)
        found[row.id] = Body(row.text, aside)
    return found


def window(body: Body, start: int, stop: int) -> tuple[int, int]:
    """Widen `[start, stop)` to whole sentences with a neighbour each side, kept short and within the analysed text."""
    text = body.text
    low, high = max(0, start - 2 * _NEIGHBOUR), min(len(text), stop + 2 * _NEIGHBOUR)
    low = max([low, *(end for _, end in body.excluded if end <= start)])
    high = min([high, *(begin for begin, _ in body.excluded if begin >= stop)])
    before = [m.end() for m in _BREAK.finditer(text, low, start)]
    first = before[-2] if len(before) > 1 else low
    after = [m.end() for m in _BREAK.finditer(text, max(start, stop - 1), high)]
    last = after[min(1, len(after) - 1)] if after else min(high, stop + _NEIGHBOUR)
    while last > stop and text[last - 1].isspace():
        last -= 1
    while first < start and text[first].isspace():
        first += 1
    return first, max(last, stop)


def crumbs(statement: Statement, book: PartyBook) -> tuple[str, ...]:
    """Return speaker, office, principal and channel, each once: `Rao`, `Foreign Ministry`, `India`, `tweet`."""
    source, ref = statement.source, statement.source.ref
    found = [named.name for named in source.refs[:2]]
    if not found:
        found.append("the outlet itself" if source.resolved_from == "publisher" else "unnamed source")
    party = book.get(ref.party) if ref and ref.party else None
    office = book.get(party.parent) if party and party.parent else None
    if office is not None:
        found.append(office.name)
    if statement.principal is not None:
        found.append(statement.principal.name)
    speaker = statement.principal or ref
    if speaker is not None and (speaker.party or speaker.state):
        found.append(side_of_ref(speaker, book).name)
    if statement.channel:
        found.append(channel.named(statement.channel))
    return tuple(dict.fromkeys(found))


def marks_of(statement: Statement) -> tuple[Mark, ...]:
    """Return the marks of a statement: its source, cue and content, and the words that say when it was said."""
    source = (statement.source.span,) if statement.source.span else ()
    said = (statement.said_at_span,) if statement.said_at_span else ()
    parts: tuple[tuple[str, Sequence[Span]], ...] = (
        ("source", source),
        ("cue", statement.cue),
        ("content", statement.content),
        ("said_at", said),
    )
    return tuple(Mark(s.start, s.stop, kind, statement.id) for kind, spans in parts for s in spans)


def card(statement: Statement, heading: Heading, body: Body, book: PartyBook, evidence: Sequence[Span] = ()) -> Card:
    """Show a statement with its neighbours; `evidence` adds the words that claims quote from it."""
    marks = (*marks_of(statement), *(Mark(s.start, s.stop, "evidence", statement.id) for s in evidence))
    first, last = _extent([*statement.content, *statement.cue, *evidence])
    start, stop = window(body, first, last)
    return Card(
        id=statement.id,
        document=statement.document,
        crumbs=crumbs(statement, book),
        act=statement.act.replace("_", " "),
        polarity=statement.polarity,
        hedge=statement.hedge,
        said=interval_words(statement.said_at, ""),
        outlet=heading.outlet,
        published=published_words(heading.published),
        pieces=cut(body.text, start, stop, marks),
        cut_before=start > 0,
        cut_after=stop < len(body.text),
        start=first,
    )


def claim_card(claim: Claim, heading: Heading, body: Body) -> Card:
    """Show a claim that an outlet makes in its own words."""
    spans = claim.evidence or (claim.quote,)
    first, last = _extent(spans)
    start, stop = window(body, first, last)
    marks = [Mark(s.start, s.stop, "content", claim.id) for s in spans]
    return Card(
        id=claim.id,
        document=claim.document,
        crumbs=(claim.publisher or heading.outlet, "in its own words"),
        act="report",
        polarity=claim.polarity,
        hedge=False,
        said=interval_words(claim.said_at, ""),
        outlet=heading.outlet,
        published=published_words(heading.published),
        pieces=cut(body.text, start, stop, (*marks, Mark(claim.quote.start, claim.quote.stop, "evidence", claim.id))),
        cut_before=start > 0,
        cut_after=stop < len(body.text),
        start=first,
    )


def _extent(spans: Sequence[Span]) -> tuple[int, int]:
    """Return the first start and the last stop of some spans; the text's beginning where there are none."""
    return min((s.start for s in spans), default=0), max((s.stop for s in spans), default=1)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Hold one stretch of the layout, cut at its marks; `kind` is the block's (`boilerplate` is shown greyed)."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold a whole document as read: its layout with every statement marked."""

    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    statements: tuple[str, ...]


def sheets(connection: Asked, headings: Mapping[str, Heading]) -> Iterable[Sheet]:
    """Yield some documents with all marks of their statements, in the order given."""
    for batch in batches(headings):
        found = bodies(connection, batch)
        blocks, marks = _blocks(connection, batch), _marks(connection, batch)
        for key in batch:
            yield _sheet(headings[key], found[key].text, blocks.get(key, []), marks.get(key, []))


def _blocks(connection: Asked, ids: Sequence[str]) -> dict[str, list[tuple[str, int, int]]]:
    """Return kind, start and stop of the blocks of some documents, in order."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for document, kind, start, stop in ask_among(connection, "blocks", ids):
        found.setdefault(document, []).append((kind, start, stop))
    return found


def _marks(connection: Asked, ids: Sequence[str]) -> dict[str, list[Mark]]:
    """Return the marks of statements in some documents."""
    found: dict[str, list[Mark]] = {}
    for document, start, stop, role, owner in ask_among(connection, "marks", ids):
        found.setdefault(document, []).append(Mark(start, stop, role, owner))
    return found


def _sheet(heading: Heading, text: str, blocks: Sequence[tuple[str, int, int]], marks: Sequence[Mark]) -> Sheet:
    """Lay one document out in one sweep; what lies between blocks is kept as paragraphs of its own."""
    layout = [Mark(start, stop, _BLOCK, kind) for kind, start, stop in blocks]
    paragraphs: list[tuple[Mark | None, list[Piece]]] = []
    for piece in cut(text, 0, len(text), (*layout, *marks)):
        block = next((mark for mark in piece.marks if mark.kind == _BLOCK), None)
        if not paragraphs or paragraphs[-1][0] != block:
            paragraphs.append((block, []))
        shown = tuple(mark for mark in piece.marks if mark.kind != _BLOCK)
        paragraphs[-1][1].append(Piece(piece.text, piece.start, shown))
    laid = (Paragraph(block.owner if block else "paragraph", tuple(pieces)) for block, pieces in paragraphs)
    kept = tuple(paragraph for paragraph in laid if any(piece.text.strip() for piece in paragraph.pieces))
    return Sheet(heading, kept, tuple(dict.fromkeys(m.owner for m in marks)))
