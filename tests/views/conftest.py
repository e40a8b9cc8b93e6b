from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from standoff.views.books import Books, load_books
from tests.factories import Story, kashmir, keep


@pytest.fixture(scope="session")
def story() -> Story:
    return kashmir()


@pytest.fixture(scope="session")
def books() -> Books:
    return load_books()


@pytest.fixture
def connection(story, tmp_path) -> Iterator[Connection]:
    store = keep(story, tmp_path / "story.db")
    with store.connect() as opened:
        yield opened
    store.close()
