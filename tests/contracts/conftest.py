"""Offer each implementation of the store to its contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from standoff.store.open import open_store
from standoff.store.protocol import Store
from tests.factories import Story, kashmir

Opening = Callable[[], Store]
IMPLEMENTATIONS = ("sqlite",)


@pytest.fixture(params=IMPLEMENTATIONS)
def opening(request, tmp_path: Path) -> Opening:
    """Return a function that opens the same empty store again and again."""
    addresses = {"sqlite": str(tmp_path / "record.db")}
    return lambda: open_store(addresses[request.param], create=True, busy_seconds=0.2)


@pytest.fixture
def store(opening: Opening) -> Iterator[Store]:
    opened = opening()
    yield opened
    opened.close()


@pytest.fixture
def story() -> Story:
    return kashmir()
