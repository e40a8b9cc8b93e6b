"""What is left to do, and how large tables are, is known without looking at all documents."""

from __future__ import annotations

from sqlalchemy import delete, func, insert, select

from standoff.model.clock import Interval
from standoff.model.run import run_of
from standoff.store import sizes, waiting
from standoff.store import tables as t
from tests.factories import RUN, kashmir, keep

LATER = run_of("0.2.0", "codebook-digest", "models-digest")


def test_only_documents_that_came_or_were_dated_anew_are_looked_at(tmp_path):
    story = kashmir()
    store = keep(story, tmp_path / "a.db")
    key = story.desks[0].document.id
    with store.writer.begin() as connection:
        connection.execute(delete(t.analyses))  # behind the store's back: what it knows to be done is not looked at
    assert store.pending(RUN) == ()
    store.date({key: Interval("2021-05-11", "2021-05-11", "inferred:weekday")})
    assert store.pending(RUN) == (key,)
    store.close()


def test_another_run_finds_out_once_what_it_has_to_do(tmp_path):
    story = kashmir()
    store = keep(story, tmp_path / "a.db")
    everything = tuple(sorted(desk.document.id for desk in story.desks))
    with store.connect() as connection:
        assert waiting.pending(connection, LATER.id) == everything
    store.begin(LATER)
    with store.connect() as connection:
        assert set(connection.scalars(select(t.waiting.c.document))) == set(everything)
    assert store.pending(LATER) == everything
    assert store.pending(RUN) == ()
    store.close()


def test_sizes_are_those_counted(tmp_path):
    store = keep(kashmir(), tmp_path / "a.db")
    held = store.counts()
    with store.writer.begin() as connection:
        for name, number in held.items():
            assert connection.scalar(select(func.count()).select_from(t.metadata.tables[name])) == number, name
        connection.execute(delete(t.sizes))
        connection.execute(insert(t.sizes).values(name="documents", number=99))
        sizes.count(connection)
        assert sizes.sizes(connection) == held
    store.close()
    assert held["statements"] > 0
