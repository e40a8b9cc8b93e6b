import pytest

from standoff.exporting.selection import Selection
from standoff.store.protocol import Store
from standoff.views.books import Books, load_books
from tests.factories import Story, kashmir, keep


@pytest.fixture(scope="session")
def story() -> Story:
    return kashmir()


@pytest.fixture(scope="session")
def books() -> Books:
    return load_books()


@pytest.fixture(scope="module")
def store(story, tmp_path_factory) -> Store:
    made = keep(story, tmp_path_factory.mktemp("store") / "story.db")
    yield made
    made.close()


@pytest.fixture
def everything() -> Selection:
    return Selection({}, unreviewed=True)
