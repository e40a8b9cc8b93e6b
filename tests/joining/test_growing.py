"""Documents joined one by one, in any order, end in the incidents that joining them all at once gives."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from standoff.codebook.load import Codebook, load
from standoff.joining import blocking, growing, pieces
from standoff.joining.growing import grow
from standoff.joining.join import join
from standoff.model.decision import NO_VERDICTS, Verdicts
from standoff.model.record import record_of
from standoff.model.run import Bundle
from tests.joining.shelf import MemoryShelf
from tests.newsroom import CHAD, EL_GENEINA, FRANCE, NYALA, SUDAN, TINE, day, report, tell

ACTORS, PLACES, TYPES = (CHAD, SUDAN, FRANCE, None), (TINE, EL_GENEINA, NYALA, None), ("shelling", "firing", "killing")


@st.composite
def stories(draw: st.DrawFn) -> list[Bundle]:
    """Draw a dozen reports of a few shellings on a few days, with days, places and sides told or left out."""
    made = []
    for number in range(draw(st.integers(2, 12))):
        desk = report(f"r{number}", "Guns fired on Monday. Shells fell then.", "2023-06-16", publisher=f"r{number}")
        for word in draw(st.sampled_from([("fired",), ("fired", "fell")])):
            when = draw(st.sampled_from([None, "2023-06-13", "2023-06-14", "2023-06-15"]))
            tell(
                desk,
                word,
                draw(st.sampled_from(TYPES)),
                draw(st.sampled_from(ACTORS)),
                draw(st.sampled_from((None, SUDAN))),
                happened=day(when) if when else None,
                place=draw(st.sampled_from(PLACES)),
            )
        made.append(desk.bundle())
    return made


@pytest.fixture(scope="module", autouse=True)
def small() -> object:
    """Let few events crowd a key and fill a piece, so that small records come upon every case."""
    with pytest.MonkeyPatch.context() as patch:
        for room in (blocking, growing):
            patch.setattr(room, "REACH", 3)
        patch.setattr(pieces, "MOST", 5)
        yield


@pytest.fixture(scope="module")
def book() -> Codebook:
    return load()


def groups(incidents: object) -> set[tuple[str, ...]]:
    return {tuple(sorted(incident.events)) for incident in incidents}


def grown(bundles: list[Bundle], sizes: list[int], book: Codebook, verdicts: Verdicts = NO_VERDICTS) -> MemoryShelf:
    """Join reports some at a time."""
    shelf, rest = MemoryShelf(), list(bundles)
    while rest:
        size = sizes[len(rest) % len(sizes)]
        batch, rest = rest[:size], rest[size:]
        shelf.bundles |= {bundle.document.id: bundle for bundle in batch}
        shelf.take_up(grow([bundle.document.id for bundle in batch], shelf, verdicts, book))
    return shelf


def facts(incident: object) -> tuple[object, ...]:
    return (incident.label, incident.type, incident.happened, incident.status, incident.origins, incident.parties)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=stories(), data=st.data())
def test_any_order_and_any_portions_end_in_the_same_incidents(made: list[Bundle], data: st.DataObject, book) -> None:
    order = data.draw(st.permutations(made))
    sizes = data.draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    whole = join(record_of(made), book)
    shelf = grown(order, sizes, book)
    assert groups(shelf.made.values()) == groups(whole.incidents)
    mine = {tuple(sorted(i.events)): facts(i) for i in shelf.made.values()}
    assert mine == {tuple(sorted(i.events)): facts(i) for i in whole.incidents}
    assert shelf.held == {(link.left, link.right): link for link in whole.links}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=stories(), data=st.data())
def test_reports_taken_back_leave_what_the_others_give(made: list[Bundle], data: st.DataObject, book) -> None:
    shelf = grown(made, [2], book)
    gone = data.draw(st.sets(st.sampled_from([b.document.id for b in made]), max_size=3))
    for key in gone:
        del shelf.bundles[key]
    shelf.take_up(grow(gone, shelf, NO_VERDICTS, book))
    whole = join(record_of(b for b in made if b.document.id not in gone), book)
    assert groups(shelf.made.values()) == groups(whole.incidents)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=stories(), data=st.data())
def test_decisions_bind_in_any_order(made: list[Bundle], data: st.DataObject, book) -> None:
    events = sorted(event.id for bundle in made for event in bundle.events)
    left, right = data.draw(st.sampled_from(events)), data.draw(st.sampled_from(events))
    if left == right:
        return
    pair = ((left, right),)
    verdicts = data.draw(st.sampled_from([Verdicts(must_link=pair), Verdicts(cannot_link=pair)]))
    shelf = grown(data.draw(st.permutations(made)), [1, 3], book, verdicts)
    assert groups(shelf.made.values()) == groups(join(record_of(made), book, verdicts).incidents)


def test_an_incident_keeps_its_id_as_reports_come_in(book: Codebook) -> None:
    made = []
    for name in ("one", "two", "three"):
        desk = report(name, f"Guns of Chad shelled Tine on Wednesday, {name} said.", publisher=name)
        tell(desk, "shelled", "shelling", CHAD, SUDAN, happened=day("2023-06-14"), place=TINE)
        made.append(desk.bundle())
    first = grown(made[:1], [1], book)
    (before,) = first.made
    for bundle in made[1:]:
        first.bundles[bundle.document.id] = bundle
        first.take_up(grow([bundle.document.id], first, NO_VERDICTS, book))
    assert list(first.made) == [before]
    assert len(first.made[before].events) == 3
