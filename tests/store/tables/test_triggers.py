"""The database itself refuses to change what is kept, and marks that do not quote the text."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, insert, text, update

from standoff.errors import StoreError
from standoff.store import tables as t
from tests.contracts.test_stores import decision
from tests.factories import kashmir, keep


@pytest.fixture
def story():
    return kashmir()


@pytest.fixture
def store(story, tmp_path):
    kept = keep(story, tmp_path / "record.db")
    kept.decide(decision(1, story.incidents[0].id, target_kind="incident"))
    yield kept
    kept.close()


def refuse(store, statement, match):
    with pytest.raises(StoreError, match=match), store.naming(store.address), store.writer.begin() as connection:
        connection.execute(statement)


@pytest.mark.parametrize("column", ["text", "id", "raw_sha256", "path", "title", "published_earliest", "replaces"])
def test_a_document_never_changes(store, column):
    refuse(store, update(t.documents).values({column: "other"}), "never changes: a corrected page is a new document")


@pytest.mark.parametrize(
    ("table", "match"),
    [
        (t.documents, "never changes"),
        (t.raws, "kept as they came"),
        (t.blocks, "layout"),
        (t.decisions, "only grows: take a decision back"),
    ],
)
def test_what_is_kept_is_never_deleted_or_updated(store, table, match):
    refuse(store, delete(table), match)
    column = next(c for c in table.columns if not c.primary_key)
    refuse(store, update(table).values({column.name: column}), match)


def test_a_decision_cannot_be_replaced_by_the_back_door(store):
    refuse(
        store,
        text("INSERT OR REPLACE INTO decisions SELECT number, id, recorded, 'someone else', verb, target_kind, target, "
             "other, reason, supersedes, body FROM decisions"),
        "only grows",
    )  # fmt: skip


@pytest.mark.parametrize(("start", "stop", "quote"), [(0, 8, "Shelling"), (153, 162, "shelled N")])
def test_a_mark_must_quote_the_text(store, story, start, stop, quote):
    document = story.desks[0].document
    row = {"owner": "stm-x", "role": "cue", "position": 0, "owner_kind": "statement", "document": document.id}
    assert document.text[0:8] == "Shelling"
    if document.text[start:stop] == quote:
        with store.writer.begin() as connection:
            connection.execute(insert(t.marks).values(**row, start=start, stop=stop, quote=quote))
    else:
        refuse(store, insert(t.marks).values(**row, start=start, stop=stop, quote=quote), "must quote")


def test_offsets_count_code_points_not_bytes(store, story):
    document = story.desks[0].document
    dove = document.text.index("🕊")
    row = {"owner": "stm-x", "role": "cue", "position": 0, "owner_kind": "statement", "document": document.id}
    with store.writer.begin() as connection:
        connection.execute(insert(t.marks).values(**row, start=dove, stop=dove + 1, quote="🕊"))
    refuse(store, update(t.marks).values(start=dove + 1, stop=dove + 2).where(t.marks.c.owner == "stm-x"), "must quote")


def test_an_annotation_must_quote_the_text_too(store):
    refuse(store, update(t.annotations).values(quote="Peking"), "must quote")


def test_words_are_found_by_full_text_search_whatever_their_accents(store, story):
    with store.connect() as connection:
        found = connection.execute(
            text("SELECT id FROM documents_fts JOIN documents ON number = documents_fts.rowid "
                 "WHERE documents_fts MATCH 'neelúm AND \"six people\"'")
        )  # fmt: skip
        assert found.scalars().all() == [story.desks[2].document.id]
