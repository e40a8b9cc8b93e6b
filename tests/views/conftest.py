from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from standoff.store.protocol import Store
from standoff.views.books import Books, load_books
from tests.factories import Story, kashmir, keep


@pytest.fixture(scope="session")
def story() -> Story:
    return kashmir()


@pytest.fixture(scope="session")
def books() -> Books:
    return load_books()


@pytest.fixture
def store(story, tmp_path) -> Iterator[Store]:
    kept = keep(story, tmp_path / "story.db")
    yield kept
    kept.close()


@pytest.fixture
def connection(store) -> Iterator[Connection]:
    with store.connect() as opened:
        yield opened
