from __future__ import annotations

import pytest

from standoff.codebook.load import FOLDER
from standoff.codebook.publishers import PublisherBook, load_publishers


@pytest.fixture(scope="session")
def publishers() -> PublisherBook:
    return load_publishers(FOLDER)
