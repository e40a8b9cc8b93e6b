"""Statements near in meaning are found once their vectors are made; until then, and without them, words are."""

from __future__ import annotations

import threading

import pytest

from standoff.codebook.load import FOLDER
from standoff.codebook.spread import load_spread
from standoff.errors import ModelError
from standoff.serving import meaning
from standoff.serving.nearby import PREPARING, Nearby
from standoff.serving.start import nearby_of
from standoff.store import meanings
from standoff.values.meaning import load_lexicon
from standoff.views.meaning import Index
from tests.factories import kashmir, keep


@pytest.fixture(scope="module")
def lexicon():
    return load_lexicon(load_spread(FOLDER))


@pytest.fixture
def store(tmp_path):
    kept = keep(kashmir(), tmp_path / "story.db")
    yield kept
    kept.close()


def test_vectors_are_made_once_beside_the_record(store, lexicon):
    before = store.revision()
    meaning.fill(store, lexicon)
    with store.connect() as connection:
        assert meanings.waiting(connection, lexicon.name) == []
        assert meanings.waiting(connection, "another")
        held = sum(len(one.statements) // 12 for one in meanings.kept(connection))
    assert held == len(store.record().statements)
    assert store.revision() == before


def test_a_server_has_them_made_by_a_process_of_its_own(store):
    nearby = nearby_of(store)
    nearby.index("1")
    nearby.wait(60)
    assert nearby.index("1") is not None
    assert nearby.note is None


def test_the_index_comes_when_it_is_ready(store, lexicon):
    asked = threading.Event()  # a fast machine would be done before it is asked
    nearby = Nearby(store, lambda: asked.wait(60) and meaning.fill(store, lexicon), lambda: lexicon)
    assert nearby.index("1") is None
    assert nearby.note in {PREPARING, None}
    asked.set()
    nearby.wait(60)
    found = nearby.index("1")
    assert isinstance(found, Index)
    assert nearby.note is None
    assert found.nearest("guns fired at a village", 5)


def test_without_word_vectors_words_alone_are_searched(store):
    def missing():
        raise ModelError("The package is missing.")

    nearby = Nearby(store, lambda: None, missing)
    nearby.index("1")
    nearby.wait(60)
    assert nearby.index("2") is None
    assert "Only words are searched: The package is missing." in (nearby.note or "")


def test_search_says_by_what_a_statement_was_found(served, store, lexicon, books, told):
    from dataclasses import replace

    asked = threading.Event()  # a slow machine would answer the first question when all is there
    nearby = Nearby(store, lambda: asked.wait(60) and meaning.fill(store, lexicon), lambda: lexicon)
    api = served()
    api.app.state.desk = replace(api.app.state.desk, nearby=nearby)
    first = api.get("/api/search", params={"q": "artillery fire on a hamlet", "kind": "statement"})
    asked.set()
    nearby.wait(60)
    tag = {"If-None-Match": first.headers["etag"]}
    page = api.get("/api/search", params={"q": "artillery fire on a hamlet", "kind": "statement"}, headers=tag)
    assert page.status_code == 200  # not what was given before the index was there
    hits = page.json()["data"]["hits"]
    assert hits[0]["why"].startswith("near in meaning (0.")
    assert page.json()["data"]["note"] is None
    both = api.get("/api/search", params={"q": "shelled", "kind": "statement"}).json()["data"]["hits"]
    assert any(hit["why"].startswith("these words") for hit in both)
