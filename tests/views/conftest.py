from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from standoff.codebook.load import FOLDER
from standoff.codebook.slots import SlotBook, load_slots
from tests.factories import Story, kashmir, keep


@pytest.fixture(scope="session")
def story() -> Story:
    return kashmir()


@pytest.fixture(scope="session")
def slots() -> SlotBook:
    return load_slots(FOLDER)


@pytest.fixture
def connection(story, tmp_path) -> Iterator[Connection]:
    store = keep(story, tmp_path / "story.db")
    with store.connect() as opened:
        yield opened
    store.close()
