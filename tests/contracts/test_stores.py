"""Every store keeps what it is given, gives it back whole, and swaps what is derived as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from standoff.errors import InvariantError, NotFoundError, StoreError, UsageError
from standoff.model.clock import Interval
from standoff.model.decision import Decision
from standoff.model.document import Raw, Reading
from standoff.model.ids import digest
from standoff.model.incident import Incident, incident_id
from standoff.model.record import Compared, Copied, Joined
from standoff.model.run import Bundle, Failure, run_of
from standoff.store import tables as t
from standoff.store.protocol import Across, Found, Store
from tests.factories import RUN, Story, document

TUESDAY = Interval("2023-05-09", "2023-05-09", "inferred:weekday")


def readings(story: Story) -> list[Reading]:
    return [reading(d.document) for d in story.desks]


def reading(found) -> Reading:
    return Reading(found, Raw(found.raw_sha256, found.text.encode(), "text/plain"))


def across(story: Story) -> Across:
    return Across(
        Copied(links=story.copies),
        Joined(story.incidents),
        Compared(story.claims, story.discrepancies, story.agreement_links),
    )


def fill(store: Store, story: Story) -> None:
    store.add(readings(story))
    store.begin(RUN)
    for bundle in story.bundles:
        store.replace(bundle)
    store.swap(across(story), RUN)


def normal(bundle: Bundle) -> Bundle:
    """Put a bundle in the order in which a store gives it back."""
    return replace(
        bundle,
        annotations=tuple(sorted(bundle.annotations, key=lambda a: (a.span.start, -a.span.stop, a.id))),
        **{
            name: tuple(sorted(getattr(bundle, name), key=lambda row: row.id))
            for name in ("groundings", "statements", "events", "parties", "places")
        },
    )


def test_documents_come_back_as_they_were_given(store: Store, story: Story) -> None:
    added = store.add(readings(story))
    given = {d.document.id: d.document for d in story.desks}
    assert set(added.new) == set(given)
    assert list(store.documents()) == [given[key] for key in sorted(given)]
    first = story.desks[0].document
    assert store.raw(first.raw_sha256).data == first.text.encode()


def test_adding_again_changes_nothing(store: Store, story: Story) -> None:
    store.add(readings(story))
    before = rows_of(store)
    again = store.add(readings(story))
    assert (again.new, again.known) == ((), 3)
    assert rows_of(store) == before


def rows_of(store: Store) -> dict[str, list[tuple]]:
    """Return all rows of all tables, sorted."""
    with store.connect() as connection:
        return {table.name: sorted(map(repr, connection.execute(select(table)))) for table in t.metadata.sorted_tables}


def test_the_same_bytes_at_two_paths_are_one_document_seen_twice(store: Store, story: Story) -> None:
    first = story.desks[0].document
    store.add([reading(first)])
    assert store.add([reading(replace(first, path="copy/of/dawn.txt"))]).new == ()
    with store.connect() as connection:
        paths = connection.scalars(select(t.sightings.c.path).where(t.sightings.c.document == first.id))
        assert sorted(paths) == ["copy/of/dawn.txt", "dawn.txt"]


def test_a_corrected_page_replaces_the_one_seen_before_at_its_address(store: Store) -> None:
    address = "https://example.org/talks"
    old, new, last = (
        document(f"{n}.html", f"Talks in Juba, version {n}.", url=address, publisher="Nile Post") for n in (1, 2, 3)
    )
    store.add([reading(old)])
    store.add([reading(new), reading(last)])
    found = {d.id: d.replaces for d in store.documents()}
    assert found == {old.id: None, new.id: old.id, last.id: new.id}


def test_a_text_that_no_database_holds_is_refused_whole(store: Store, story: Story) -> None:
    good = reading(story.desks[0].document)
    for text in ("ends here\0 and goes on", "half \ud83d a dove"):
        bad = replace(story.desks[1].document, text=text, blocks=())
        with pytest.raises(InvariantError, match=r"herald\.txt"):
            store.add([good, Reading(bad, good.raw)])
    assert store.counts()["documents"] == 0


def test_a_bundle_comes_back_as_it_was_given(store: Store, story: Story) -> None:
    fill(store, story)
    for bundle in story.bundles:
        assert store.bundle(bundle.document.id) == normal(bundle)


def test_replacing_a_bundle_leaves_nothing_of_the_old_one(store: Store, story: Story) -> None:
    fill(store, story)
    before = rows_of(store)
    bundle = story.bundles[0]
    store.replace(Bundle(bundle.document, RUN.id, parties=bundle.parties, places=bundle.places))
    assert store.bundle(bundle.document.id).statements == ()
    with store.connect() as connection:
        owners = select(t.marks.c.owner_kind).where(t.marks.c.document == bundle.document.id).distinct()
        assert sorted(connection.scalars(owners)) == ["claim"]  # of the rows across documents, out of date now
    assert not store.joined(RUN)
    store.replace(bundle)
    store.swap(across(story), RUN)
    assert rows_of(store) == before


def test_what_is_pending_follows_run_and_date(store: Store, story: Story) -> None:
    store.add(readings(story))
    store.begin(RUN)
    everything = tuple(sorted(d.document.id for d in story.desks))
    assert store.pending(RUN) == everything
    for bundle in story.bundles:
        store.replace(bundle)
    assert store.pending(RUN) == ()
    undated = story.desks[2].document.id
    store.date({undated: TUESDAY})
    assert store.pending(RUN) == (undated,)
    assert next(store.documents([undated])).published == TUESDAY
    assert next(d for d in store.undated() if d.id == undated).published == story.desks[2].document.published
    store.date({})
    assert store.pending(RUN) == ()
    assert store.pending(run_of("0.2.0", "codebook-digest", "models-digest")) == everything
    store.forget()
    assert store.pending(RUN) == everything


def test_a_failure_is_kept_until_its_document_succeeds(store: Store, story: Story) -> None:
    bundle = story.bundles[0]
    store.add(readings(story))
    store.begin(RUN)
    failure = Failure("dawn.txt", "coding", "Unexpected ValueError in coding/code.py, line 1: no", bundle.document.id)
    store.replace(Bundle(bundle.document, RUN.id, failure=failure))
    assert store.failures() == (failure,)
    assert bundle.document.id not in store.pending(RUN)
    store.replace(bundle)
    assert store.failures() == ()


def test_a_document_at_which_a_worker_died_is_tried_again(store: Store, story: Story) -> None:
    bundle = story.bundles[0]
    store.add(readings(story))
    store.begin(RUN)
    lost = Failure("dawn.txt", "engine", "The worker process was ended by signal SIGKILL.", bundle.document.id)
    store.replace(Bundle(bundle.document, RUN.id, failure=lost))
    assert store.failures() == (lost,)
    assert bundle.document.id in store.pending(RUN)


def test_failures_of_inputs_are_forgotten_when_their_path_is_read_again(store: Store) -> None:
    empty, row, other = (
        Failure(path, "reading", f"{path}: empty.") for path in ("in/a.txt", "in/rows.jsonl#3", "info.txt")
    )
    store.fail([empty, row, other], ["in", "info.txt"])
    assert store.failures() == (empty, row, other)
    store.fail([row], ["in"])
    assert store.failures() == (row, other)
    store.fail([], ["in/rows.jsonl"])
    assert store.failures() == (other,)
    above = Failure("../b.txt", "reading", "../b.txt: empty.")
    store.fail([above], ["."])
    assert store.failures() == (above,)


def test_the_record_across_documents_comes_back(store: Store, story: Story) -> None:
    fill(store, story)
    record = store.record()
    assert record.copies == story.copies
    assert set(record.events) == {e.id for b in story.bundles for e in b.events}
    assert store.incidents() == tuple(sorted(story.incidents, key=lambda i: i.id))
    assert store.joined(RUN)
    assert not store.joined(run_of("0.2.0", "a", "b"))
    assert store.members(story.incidents[0].id) == story.incidents[0].events
    counts = store.counts()
    assert (counts["claims"], counts["discrepancies"], counts["agreement_links"]) == (8, 3, 1)


def renamed(incident: Incident, *events: str) -> Incident:
    return replace(incident, id=incident_id(events[0]), events=events)


def test_an_id_once_shown_leads_to_the_incident_with_most_of_its_members(store: Store, story: Story) -> None:
    fill(store, story)
    old, call = story.incidents
    one, two, three, four, five = old.events
    small, large = renamed(old, four, five), renamed(old, two, one, three)
    store.swap(Across(Copied(), Joined((small, large, call)), Compared()), RUN)
    assert store.find(old.id) == Found("incident", large.id)
    merged = renamed(old, three, one, two, four, five)
    store.swap(Across(Copied(), Joined((merged, call)), Compared()), RUN)
    assert {store.find(key).id for key in (old.id, small.id, large.id)} == {merged.id}
    assert store.find(small.short_id).id == merged.id
    store.swap(Across(Copied(), Joined((old, call)), Compared()), RUN)
    assert store.find(old.id).id == old.id
    assert store.find(merged.id).id == old.id


def test_an_incident_whose_events_are_gone_has_no_heir(store: Store, story: Story) -> None:
    fill(store, story)
    store.swap(Across(Copied(), Joined(()), Compared()), RUN)
    with pytest.raises(NotFoundError, match="no longer"):
        store.find(story.incidents[0].id)


def test_rows_are_found_by_id_beginning_and_short_id(store: Store, story: Story) -> None:
    fill(store, story)
    incident = story.incidents[0]
    found = Found("incident", incident.id)
    assert {store.find(name) for name in (incident.id, incident.id[:12], incident.short_id, incident.id.upper())} == {
        found
    }
    assert store.find(story.claims[0].id).kind == "claim"
    assert store.find(incident.id[4:14]) == found
    with pytest.raises(UsageError, match="more of the id"):
        store.find("clm-")
    for name in ("", "lusab-babad", "inc-zz", "%", "inc_"):
        with pytest.raises(NotFoundError):
            store.find(name)


def decision(number: int, target: str, **fields) -> Decision:
    plain = {"recorded": "2026-01-02T03:04:05Z", "reviewer": "ana", "verb": "accept", "target_kind": "statement"}
    return Decision(id=f"dec-{number}", target=target, **{**plain, **fields})


def test_the_review_log_keeps_its_order_and_makes_what_was_joined_out_of_date(store: Store, story: Story) -> None:
    fill(store, story)
    statement = story.bundles[0].statements[0]
    first = decision(2, statement.id, anchor=statement.content, correction={"act": "deny"}, verb="correct")
    second = decision(1, statement.id, supersedes=first.id, verb="retract")
    store.decide(first)
    store.decide(second)
    assert store.decisions() == (first, second)
    assert not store.joined(RUN)


def test_words_say_where_rows_stand(store: Store, story: Story) -> None:
    fill(store, story)
    documents = [d.document.id for d in story.desks]
    statements = [s for b in story.bundles for s in b.statements]
    assert store.words("statement", documents) == {s.id: s.content for s in statements}
    assert store.words("claim", documents)[story.claims[3].id] == (story.claims[3].quote,)
    claims = {c.id: c for c in story.claims}
    for kind, row in (("discrepancy", story.discrepancies[1]), ("incident", story.incidents[1])):
        spans = store.words(kind, documents)[row.id]
        assert store.where(Found(kind, row.id)) == spans
    pair = story.discrepancies[1].claims
    assert set(store.where(Found("discrepancy", story.discrepancies[1].id))) == {claims[key].quote for key in pair}
    assert store.words("statement", []) == {}


def test_a_second_writer_waits_and_then_is_told_so(opening, store: Store, story: Story) -> None:
    other = opening()
    with other.writer.begin(), pytest.raises(StoreError, match="locked by another process: wait"):
        store.add(readings(story))
    assert len(store.add(readings(story)).new) == 3
    other.close()


def test_readers_are_not_held_up_by_a_writer(opening, store: Store, story: Story) -> None:
    fill(store, story)
    other = opening()
    with other.writer.begin():
        assert store.counts()["documents"] == 3
    other.close()


def test_a_store_is_whole_and_says_so(store: Store, story: Story) -> None:
    fill(store, story)
    assert store.check() == "ok"


def test_unknown_ids_are_refused(store: Store) -> None:
    with pytest.raises(NotFoundError, match="doc-nothing"):
        list(store.documents(["doc-nothing"]))
    with pytest.raises(NotFoundError):
        store.raw(digest(b"nothing"))
