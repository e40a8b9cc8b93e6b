"""Compare anew only what some changed documents and incidents touch, at a cost that does not rise with the record.

Incidents are set against each other where they stand under one key (who blames whom, who appeals on which day), where
statements about them render one utterance, and where one document tells of both. So what a change can alter is found by
look-ups through a Shelf, and so is what that is set against. The outcome is the one that comparing all anew gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from operator import attrgetter
from typing import Protocol

from standoff.codebook.load import Codebook
from standoff.comparing.agreements import agreement_links
from standoff.comparing.claims import bench
from standoff.comparing.compare import Laid, crossed_by, differing, made_of, weightiest
from standoff.comparing.crossings import ALWAYS, also_left_out, counterparts
from standoff.comparing.utterances import REACH, echoes, laid_out, placed, renderings, weighing
from standoff.model.claim import OCCURRED, Claim
from standoff.model.decision import Verdicts
from standoff.model.incident import Incident, chronological
from standoff.model.reach import Index, Pair, Shift, by_key, out_of_reach, shifted
from standoff.model.record import Compared, Growth, Recompared, Record, both
from standoff.model.sketch import Crossing, Echo, Rendering, Slot

_key = attrgetter("key")


class Shelf(Index, Protocol):
    """Answer what comparing asks about a record as it was compared last; slots are those of statements."""

    def record(self, documents: Iterable[str]) -> Record:
        """Return some documents with what is derived from them at present."""

    def renderings(self, statements: Iterable[str]) -> dict[str, Rendering]:
        """Return what some statements are held to render an utterance by."""

    def telling(self, statements: Iterable[str]) -> set[str]:
        """Return the documents that hold some statements at present."""

    def incidents(self, ids: Iterable[str]) -> tuple[Incident, ...]:
        """Return those of some incidents that there were, by id."""

    def claims(self, documents: Iterable[str]) -> list[Claim]:
        """Return the claims that some documents make of what occurred."""

    def homes(self, statements: Iterable[str]) -> list[tuple[str, str]]:
        """Return statements, each with an incident of which it says whether that occurred."""

    def told_of(self, incidents: Iterable[str]) -> set[str]:
        """Return the statements that say of some incidents whether they occurred."""

    def crossings(self, incidents: Iterable[str]) -> list[Crossing]:
        """Return the keys under which some incidents stand."""

    def crossed(self, key: str, least: str, most: str) -> list[Crossing]:
        """Return all that stand under a key, between two ranks."""

    def rendered_in(self, documents: Iterable[str]) -> set[str]:
        """Return the statements of some documents that stand in the index."""

    def echoes(self, statements: Iterable[str]) -> list[Echo]:
        """Return the pairs of renderings that hold some statements."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """Hold the renderings that come, where they come to stand, the pairs that come, and those that go."""

    renderings: tuple[Rendering, ...]
    slots: tuple[Slot, ...]
    came: tuple[Echo, ...]
    went: frozenset[Pair]

    @property
    def statements(self) -> set[str]:
        """Return the statements whose pairs change."""
        return {key for pair in (*self.went, *((e.left, e.right) for e in self.came)) for key in pair}


@dataclass(frozen=True, slots=True)
class _Change:
    """Hold what joining changed: incidents as they were and as they are, and the claims and keys of these."""

    shelf: Shelf
    was: dict[str, Incident]
    now: dict[str, Incident]
    made: tuple[Claim, ...]
    keys: tuple[Crossing, ...]
    by_key: Mapping[str, Sequence[Crossing]]
    heard: _Heard

    @property
    def ids(self) -> set[str]:
        """Return all incidents that go, come, or are others than they were."""
        return self.was.keys() | self.now.keys()

    def incidents(self, ids: Iterable[str]) -> dict[str, Incident]:
        """Return some incidents as they are now, those that are gone left out."""
        asked = set(ids)
        held = (*(i for key, i in self.now.items() if key in asked), *self.shelf.incidents(asked - self.ids))
        return {incident.id: incident for incident in held}

    def crossings(self, ids: Iterable[str]) -> list[Crossing]:
        """Return the keys under which some incidents stand now."""
        asked = set(ids)
        return [*(row for row in self.keys if row.incident in asked), *self.shelf.crossings(asked - self.ids)]

    def crossed(self, key: str, least: str, most: str) -> set[str]:
        """Return the incidents that stand under a key now, between two ranks."""
        mine = {row.incident for row in self.by_key.get(key, ()) if least <= row.rank <= most}
        return mine | {row.incident for row in self.shelf.crossed(key, least, most)} - self.ids

    def homes(self, statements: Iterable[str]) -> list[tuple[str, str]]:
        """Return statements with the incidents that they are about now."""
        asked = set(statements)
        kept = [(statement, home) for statement, home in self.shelf.homes(asked) if home not in self.ids]
        mine = [(c.statement, c.incident) for c in self.made if c.slot == OCCURRED]
        return [*kept, *((statement, home) for statement, home in mine if statement in asked)]

    def echoes(self, statements: Iterable[str]) -> list[Echo]:
        """Return the pairs of renderings that hold some statements now."""
        asked = set(statements)
        kept = [echo for echo in self.shelf.echoes(asked) if (echo.left, echo.right) not in self.heard.went]
        return [*kept, *(echo for echo in self.heard.came if {echo.left, echo.right} & asked)]


def recompare(growth: Growth, shelf: Shelf, verdicts: Verdicts, codebook: Codebook) -> Recompared:
    """Return what comparing changes where joining some documents changed what is given."""
    touched = shelf.record(growth.documents)
    heard = _heard(touched, growth.documents, shelf, codebook)
    change = _changed(growth, (shelf, heard), verdicts, codebook)
    answer = (change.now.keys() | _concerned(change, growth)) - (change.was.keys() - change.now.keys())
    held = change.incidents(answer)
    laid = _laid(held, change, verdicts, codebook)
    found = differing(laid, verdicts, held.keys())
    links = agreement_links(bench(touched, codebook))
    come = heard.renderings, heard.slots, heard.came
    compared = Compared(found.claims, found.discrepancies, links, found.crossings, *come)
    return Recompared(growth.documents, frozenset(held.keys() | change.was.keys()), compared, heard.went)


def _heard(touched: Record, documents: frozenset[str], shelf: Shelf, codebook: Codebook) -> _Heard:
    """Return what changes among the renderings of utterances where some documents changed."""
    old = frozenset(shelf.rendered_in(documents))
    fresh = renderings(touched, codebook, weighing(codebook))
    slots = tuple(placed(fresh))
    shift = Shift(shelf, old, by_key(slots), REACH)
    near, pushed = shifted(shift)
    held = {(e.left, e.right) for e in shelf.echoes(old | {key for pair in pushed for key in pair})}
    went = {pair for pair in held if not old.isdisjoint(pair)}
    went |= out_of_reach((held & pushed) - went, shift)
    others = {key for pair in near for key in pair} - fresh.keys()
    came = tuple(echoes(shelf.renderings(others) | fresh, sorted(near)))
    return _Heard(tuple(fresh.values()), slots, came, frozenset(went | {(e.left, e.right) for e in came}))


def _changed(growth: Growth, given: tuple[Shelf, _Heard], verdicts: Verdicts, codebook: Codebook) -> _Change:
    """Lay out what joining changed."""
    shelf, heard = given
    new = tuple(sorted(growth.joined.incidents, key=chronological))
    record = shelf.record({document for incident in new for document in incident.documents})
    laid_new = bench(record, codebook)
    made = made_of(new, laid_new, verdicts)
    keys = crossed_by(Laid(laid_new, new, made, (), {}), verdicts)
    by_key = {key: tuple(rows) for key, rows in groupby(sorted(keys, key=_key), _key)}
    return _Change(shelf, {i.id: i for i in growth.gone}, {i.id: i for i in new}, made, keys, by_key, heard)


def _concerned(change: _Change, growth: Growth) -> set[str]:
    """Return the incidents of which what is compared may come out differently."""
    shelf = change.shelf
    documents = _documents(change.was.values()) | _documents(change.now.values()) | growth.documents
    denied = {claim.incident for claim in shelf.claims(documents) if _bare(claim)}
    told = shelf.told_of(change.ids) | {c.statement for c in change.made if c.slot == OCCURRED and c.statement}
    beside = {key for echo in change.echoes(told) for key in (echo.left, echo.right)} | change.heard.statements
    echoed = {home for _, home in change.homes(beside)}
    before = _set_against(shelf.crossings(change.was), change.was, change)
    return denied | echoed | before | _set_against(change.keys, change.now, change)


def _documents(incidents: Iterable[Incident]) -> set[str]:
    """Return the documents that tell of some incidents."""
    return {document for incident in incidents for document in incident.documents}


def _bare(claim: Claim) -> bool:
    """Tell whether a claim is a denial that names no event, so that what stands before it says what it denies."""
    return claim.event is None and claim.polarity == "denies"


def _set_against(rows: Iterable[Crossing], held: dict[str, Incident], change: _Change) -> set[str]:
    """Return the incidents that some, standing under the keys given, are set against now."""
    found: set[str] = set()
    sought: set[str] = set()
    for row in rows:
        for key, least, most in counterparts(row, held.get(row.incident)):
            sought.add(key)
            found |= change.crossed(key, least, most)
        unsaid = also_left_out(row)
        if unsaid is not None and change.crossed(unsaid, *ALWAYS):
            found |= change.crossed(row.key, *ALWAYS)
    if sought:  # of any days where one document tells of both
        beside = {c.incident for c in change.shelf.claims(_documents(held.values()))} | change.now.keys()
        found |= {row.incident for row in change.crossings(beside) if row.key in sought}
    return found


def _laid(held: dict[str, Incident], change: _Change, verdicts: Verdicts, codebook: Codebook) -> Laid:
    """Lay out some incidents with all that they are set against."""
    shelf = change.shelf
    around = held | change.incidents(_set_against(change.crossings(held), held, change) - held.keys())
    ordered = tuple(sorted(around.values(), key=chronological))
    record = shelf.record(_documents(ordered))
    made = made_of(ordered, bench(record, codebook), verdicts)
    told = {c.statement for c in made if c.slot == OCCURRED and c.incident in held and c.statement}
    pairs = change.echoes(told)
    homes = change.homes({key for echo in pairs for key in (echo.left, echo.right)})
    told_of = around | change.incidents({home for _, home in homes} - around.keys())
    further = shelf.telling(key for echo in pairs for key in (echo.left, echo.right)) - record.documents.keys()
    given = bench(both(record, shelf.record(further)), codebook)
    answered = {claim.document for claim in made if _bare(claim) and claim.slot == OCCURRED and claim.incident in held}
    beside = (c for c in shelf.claims(answered) if c.incident not in around and c.incident not in change.ids)
    others = (c for c in change.made if c.document in answered and c.incident not in around)
    return Laid(
        given,
        ordered,
        made,
        laid_out(pairs, given),
        weightiest(homes, told_of.values(), codebook),
        tuple(chain(beside, others)),
    )
