"""Offer the codebook, and what comes of joining and comparing hand-made reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from standoff.codebook.load import Codebook, load
from standoff.comparing.claims import Bench, bench
from standoff.comparing.compare import compare
from standoff.joining.join import join
from standoff.model.record import Compared
from tests.factories import Desk
from tests.newsroom import record


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load()


@pytest.fixture
def outcome(codebook: Codebook) -> Callable[..., Compared]:
    """Return a function from desks to what comparing them yields."""

    def of(*desks: Desk) -> Compared:
        held = record(desks)
        return compare(held, join(held, codebook).incidents, codebook)

    return of


@pytest.fixture
def given(codebook: Codebook) -> Callable[..., Bench]:
    """Return a function from desks to what claims are made from."""
    return lambda *desks: bench(record(desks), codebook)
