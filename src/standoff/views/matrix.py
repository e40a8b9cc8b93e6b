"""Lay out the claims matrix of an incident: what is claimed down the side, who speaks across the top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from standoff.codebook.slots import SlotBook
from standoff.model.claim import OCCURRED, Claim, Discrepancy
from standoff.model.clock import Interval
from standoff.model.entity import PartyRef
from standoff.model.statement import Statement
from standoff.values import channel
from standoff.values.contest import RESPONSIBILITY
from standoff.views.dossier import Dossier
from standoff.views.sides import (
    UNNAMED_SPEAKER,
    Side,
    order_sides,
    side_of,
    side_of_ref,
    side_of_statement,
    speaker_words,
)
from standoff.views.wording import Stance, interval_words

REQUESTED = "requested"
CHANNEL = "channel"
_CLEAR = 3  # times as many voices as say the contrary, for a side to be shown with one stance
_SHOWN = 3  # names or values in a cell; the words behind it hold them all
_DIRECTIVE = frozenset({"urge", "demand", "request"})  # acts that ask for something without saying what is so


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold one side's stand on one line: its stance, how many voices, the shown words and the rows behind them.

    `against` counts voices of the side that say the contrary, where at least three times as many say this.
    """

    stance: Stance
    count: int = 0
    against: int = 0
    documents: int = 0
    words: str = ""
    speakers: str = ""
    statements: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


SILENT = Cell("not_reported")


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one row: a neutral question, the cells by side's key, and the discrepancies about it."""

    slot: str
    question: str
    cells: Mapping[str, Cell]
    discrepancies: tuple[str, ...] = ()

    def cell(self, side: str) -> Cell:
        """Return a side's cell; one that said nothing is `not reported`."""
        return self.cells.get(side, SILENT)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Hold the lines, most important first, and the sides, parties to the incident first."""

    lines: tuple[Line, ...]
    sides: tuple[Side, ...]


@dataclass(slots=True)
class _Pile:
    """Gather what one side says on one line."""

    claims: list[Claim] = field(default_factory=list)
    statements: dict[str, Statement] = field(default_factory=dict)
    stances: dict[str, Stance] = field(default_factory=dict)  # by statement, or by document whose outlet says so itself
    documents: set[str] = field(default_factory=set)


Piles = dict[str, dict[Side, _Pile]]


def matrix(dossier: Dossier, slots: SlotBook) -> Matrix:
    """Lay out an incident's claims by slot and side."""
    piles: Piles = {OCCURRED: {}}
    _take_positions(dossier, piles)
    _take_claims(dossier, piles)
    _take_requests(dossier, piles)
    counted: Counter[Side] = Counter()
    for row in piles.values():
        counted.update({side: len(pile.claims) + len(pile.statements) for side, pile in row.items()})
    ordered = sorted((slot for slot in piles if piles[slot]), key=lambda slot: (slots.order(slot), slot))
    lines = tuple(_line(dossier, slot, piles[slot], slots) for slot in ordered)
    return Matrix(lines, order_sides(dossier.incident, counted, dossier.book))


def _pile(piles: Piles, slot: str, side: Side) -> _Pile:
    """Return the pile of one side on one line, a new one at need."""
    return piles.setdefault(slot, {}).setdefault(side, _Pile())


def _take_positions(dossier: Dossier, piles: Piles) -> None:
    """Put where each party stands on whether it happened on the first line."""
    for position in dossier.incident.parties:
        side = side_of_ref(position.party, dossier.book)
        pile = _pile(piles, OCCURRED, side)
        stance: Stance = "no_position" if position.polarity == "open" else position.polarity
        for key in position.statements:
            if key in dossier.statements:
                pile.statements[key] = dossier.statements[key]
                pile.documents.add(dossier.statements[key].document)
                if pile.stances.get(key) in {None, "no_position"}:
                    pile.stances[key] = stance


def _take_claims(dossier: Dossier, piles: Piles) -> None:
    """Put each claim of the incident on the line of its slot; whom others hold responsible instead stands beside it."""
    for claim in dossier.claims:
        if claim.incident != dossier.incident.id and claim.slot != RESPONSIBILITY:
            continue
        side = claim_side(claim, dossier)
        pile = _pile(piles, claim.slot, side)
        pile.claims.append(claim)
        pile.documents.add(claim.document)
        statement = dossier.statements.get(claim.statement or "")
        if statement is not None:
            pile.statements[statement.id] = statement
        stance = _claim_stance(claim, statement)
        asked = stance == "urges" and claim.slot == OCCURRED  # to urge something takes no position on what happened
        pile.stances.setdefault(claim.statement or claim.document, "no_position" if asked else stance)


def _take_requests(dossier: Dossier, piles: Piles) -> None:
    """Put what is asked for on a line of its own: to urge something is to take no position on what happened."""
    said = {claim.statement for claim in dossier.claims if claim.slot == REQUESTED}
    for statement in dossier.statements.values():
        if statement.act in _DIRECTIVE and statement.id not in said and not statement.negated_act:
            pile = _pile(piles, REQUESTED, side_of_statement(statement, dossier.book))
            pile.statements[statement.id] = statement
            pile.documents.add(statement.document)
            pile.stances[statement.id] = "urges"


def claim_side(claim: Claim, dossier: Dossier) -> Side:
    """Return the side a claim is made for: its statement's where it has one."""
    statement = dossier.statements.get(claim.statement or "")
    if statement is not None and claim.principal is None:
        return side_of_statement(statement, dossier.book)
    return side_of(claim.principal, claim.source, claim.statement is not None, dossier.book)


def _claim_stance(claim: Claim, statement: Statement | None) -> Stance:
    """Return what a claim amounts to: a request urges, anything else left open takes no position."""
    if claim.polarity != "open":
        return claim.polarity
    return "urges" if statement is not None and statement.act in _DIRECTIVE else "no_position"


def _line(dossier: Dossier, slot: str, row: Mapping[Side, _Pile], slots: SlotBook) -> Line:
    """Lay out one line."""
    about = [d for d in dossier.discrepancies if d.slot == slot]
    known = slots.slots.get(slot)
    question = known.question if known else slot.replace("_", " ").capitalize()
    cells = {side.key: _cell(slot, pile, about, side, dossier) for side, pile in row.items()}
    return Line(slot, question, cells, tuple(d.id for d in about))


def _cell(slot: str, pile: _Pile, about: Iterable[Discrepancy], side: Side, dossier: Dossier) -> Cell:
    """Sum up one pile."""
    values_differ = slot != OCCURRED and any(_within(pile, discrepancy) for discrepancy in about)
    counted = Counter(pile.stances.values())
    stance = "differs" if values_differ else summed(counted)
    against = min(counted["asserts"], counted["denies"]) if stance in {"asserts", "denies"} else 0
    return Cell(
        stance=stance,
        count=len(pile.stances) - against,
        against=against,
        documents=len(pile.documents),
        words="" if slot == OCCURRED else _value_words(pile),
        speakers=_speakers(pile, side, dossier),
        statements=tuple(sorted(pile.statements, key=lambda key: _when_said(pile.statements[key], dossier))),
        claims=tuple(claim.id for claim in pile.claims),
    )


def _within(pile: _Pile, about: Discrepancy) -> bool:
    """Tell whether a discrepancy sets claims of this side against one another; bodies of one state count as one."""
    ids = set(about.claims)
    values = {str(c.value.get("state") or value_words(c)).casefold() for c in pile.claims if c.id in ids}
    return len(values) > 1


def summed(counted: Counter[Stance]) -> Stance:
    """Sum up stances: what three in four of those who take one say, else that the side's words differ."""
    asserts, denies = counted["asserts"], counted["denies"]
    if asserts and denies and max(asserts, denies) < _CLEAR * min(asserts, denies):
        return "differs"
    if asserts or denies:
        return "asserts" if asserts > denies else "denies"
    return "urges" if counted["urges"] else "no_position"


def _when_said(statement: Statement, dossier: Dossier) -> tuple[bool, str, str, int]:
    """Return what the voices of a cell are ordered by: who takes a position first, then by date and place in text."""
    heading = dossier.documents.get(statement.document)
    published = (heading.published.earliest or heading.published.latest) if heading else None
    words = statement.content or statement.cue
    return statement.polarity == "open", published or "9", statement.document, words[0].start if words else 0


def _value_words(pile: _Pile) -> str:
    """Return the values given, each once, in the words of the sources; a day once, in the first words for it."""
    values = [value_words(claim) for claim in {_day_of(claim): claim for claim in reversed(pile.claims)}.values()][::-1]
    spoken = {claim.statement for claim in pile.claims}
    asked = [s.content[0].quote for s in pile.statements.values() if s.id not in spoken and s.content]
    distinct = list({text.casefold(): text for text in reversed([*values, *asked])}.values())[::-1]
    return _listed(distinct, " · ")


def _day_of(claim: Claim) -> tuple[object, ...]:
    """Return the bounds of the days a claim gives, or its id where it gives none."""
    days = (claim.value.get("earliest"), claim.value.get("latest"))
    return days if any(days) else (claim.id,)


def _listed(texts: Sequence[str], between: str) -> str:
    """Join the first few texts, and count the rest."""
    more = f" +{len(texts) - _SHOWN}" if len(texts) > _SHOWN else ""
    return between.join(texts[:_SHOWN]) + more


def value_words(claim: Claim) -> str:
    """Say a claim's value: a party, place or channel by name, a date by its days and words, else the words given."""
    value = claim.value
    text = str(value.get("text") or claim.quote.quote)
    earliest, latest = value.get("earliest"), value.get("latest")
    if earliest or latest:
        days = Interval(str(earliest) if earliest else None, str(latest) if latest else None, "text")
        return f"{interval_words(days)} (“{text}”)"
    if claim.slot == CHANNEL:
        return channel.show(value)
    return str(value.get("name") or text)


def _speakers(pile: _Pile, side: Side, dossier: Dossier) -> str:
    """Name who speaks, each once, the most frequent first; the side's own name is left out."""
    refs: list[PartyRef | None] = [s.source.ref for s in pile.statements.values()]
    refs += [claim.source for claim in pile.claims if claim.statement not in pile.statements and claim.source]
    named = Counter(speaker_words(ref) for ref in refs)
    told_in = {c.document for c in pile.claims if not c.statement and not c.source}
    headings = [dossier.documents[key] for key in sorted(told_in) if key in dossier.documents]
    named += Counter(name for heading in headings if (name := heading.publisher or heading.agency))
    own = f" of {side.name}"
    names = [name.removesuffix(own) for name, _ in named.most_common() if name not in {side.name, UNNAMED_SPEAKER}]
    return _listed(names, ", ")
