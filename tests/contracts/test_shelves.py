"""Every store lets new documents be joined to what it holds, and ends where joining everything anew does."""

from __future__ import annotations

from itertools import permutations

import pytest
from sqlalchemy import select

from standoff.codebook.load import Codebook, load
from standoff.joining.growing import grow
from standoff.joining.join import join
from standoff.model.decision import NO_VERDICTS
from standoff.model.incident import Incident
from standoff.model.record import Compared, Copied, Recompared, Record, record_of
from standoff.model.run import Bundle, run_of
from standoff.store import tables as t
from standoff.store.protocol import Across, Regrown, Store
from tests.contracts.test_stores import reading
from tests.factories import RUN
from tests.newsroom import CHAD, SUDAN, TINE, day, report, tell


@pytest.fixture(scope="module")
def book() -> Codebook:
    return load()


@pytest.fixture(scope="module")
def bundles() -> tuple[Bundle, ...]:
    """Return four reports: three of one shelling, of which one has no day, and one of another a month later."""
    made = []
    for name, when in (("one", "2023-06-14"), ("two", "2023-06-14"), ("three", None), ("four", "2023-07-20")):
        published = "2023-07-21" if name == "four" else "2023-06-15"
        desk = report(name, f"Guns of Chad shelled Tine, {name} said.", published, publisher=name)
        tell(desk, "shelled", "shelling", CHAD, SUDAN, happened=day(when) if when else None, place=TINE)
        made.append(desk.bundle())
    return tuple(made)


def keep(store: Store, *added: Bundle) -> None:
    store.add([reading(bundle.document) for bundle in added])
    store.begin(RUN)
    store.replace(*added)


def same(record: Record) -> Record:
    return record


def take_up(store: Store, book: Codebook, most: int | None = None) -> None:
    """Join what is touched, or the first so many of it, to what was joined."""
    found = store.touched(RUN)
    assert found is not None
    touched = found[:most]
    with store.shelves(same) as shelves:
        growth = grow(touched, shelves.joined(Copied()), NO_VERDICTS, book)
    store.regrow(Regrown(Copied(), growth, Recompared(growth.documents, frozenset(), Compared())), RUN)


def groups(incidents: tuple[Incident, ...]) -> set[tuple[str, ...]]:
    return {tuple(sorted(incident.events)) for incident in incidents}


def rows(store: Store) -> dict[str, list[object]]:
    with store.connect() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(select(table)))) for table in (t.sketches, t.slots, t.links)
        }


def test_documents_joined_one_by_one_in_any_order_end_alike(opening, bundles, book) -> None:
    whole = join(record_of(bundles), book)
    found = []
    for number, order in enumerate(permutations(bundles)):
        if number % 5:
            continue
        store = opening()
        with store.writer.begin() as connection:
            for table in reversed(t.metadata.sorted_tables):
                if table.name not in {"raws", "documents", "blocks", "sightings", "decisions"}:
                    connection.execute(table.delete())
        keep(store, order[0])
        store.swap(Across(Copied(), join(record_of(order[:1]), book), Compared()), RUN)
        for bundle in order[1:]:
            keep(store, bundle)
            take_up(store, book)
        assert groups(store.incidents()) == groups(whole.incidents)
        found.append(rows(store))
        store.close()
    assert all(one == found[0] for one in found)


def test_an_incident_keeps_its_id_and_one_that_goes_leads_to_its_heir(store, bundles, book) -> None:
    keep(store, *bundles[:1])
    store.swap(Across(Copied(), join(record_of(bundles[:1]), book), Compared()), RUN)
    (before,) = store.incidents()
    keep(store, *bundles[1:])
    take_up(store, book)
    assert before.id in {incident.id for incident in store.incidents()}
    assert len(store.members(before.id)) == 3


def test_what_changed_is_known_until_it_is_joined(store, bundles, book) -> None:
    keep(store, bundles[0])
    assert store.touched(RUN) == (bundles[0].document.id,)  # nothing was joined yet: all is new
    store.swap(Across(Copied(), join(record_of(bundles[:1]), book), Compared()), RUN)
    assert store.touched(RUN) == ()
    keep(store, bundles[1])
    assert store.touched(RUN) == (bundles[1].document.id,)
    assert store.touched(run_of("0.2.0", "a", "b")) is None
    take_up(store, book)
    assert store.touched(RUN) == ()
    assert store.joined(RUN)


def test_what_is_taken_up_in_portions_is_up_to_date_when_none_is_left(store, bundles, book) -> None:
    keep(store, *bundles)
    days = [(bundle.document.published.latest or "", bundle.document.id) for bundle in bundles]
    assert store.touched(RUN) == tuple(key for _, key in sorted(days))
    take_up(store, book, 1)
    assert not store.joined(RUN)
    assert len(store.touched(RUN) or ()) == len(bundles) - 1
    take_up(store, book)
    assert store.joined(RUN)
    assert groups(store.incidents()) == groups(join(record_of(bundles), book).incidents)


def test_a_document_analysed_anew_is_joined_anew(store, bundles, book) -> None:
    keep(store, *bundles)
    store.swap(Across(Copied(), join(record_of(bundles), book), Compared()), RUN)
    before = rows(store)
    store.replace(bundles[1])
    take_up(store, book)
    assert rows(store) == before
    assert groups(store.incidents()) == groups(join(record_of(bundles), book).incidents)
