"""Offer the codebook and the mentions of hand-made reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from standoff.codebook.load import Codebook, load
from standoff.joining.mentions import Mention, mentions
from tests.factories import Desk
from tests.newsroom import record


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load()


@pytest.fixture
def laid(codebook: Codebook) -> Callable[..., dict[str, Mention]]:
    """Return a function from desks to mentions by trigger word."""

    def lay(*desks: Desk) -> dict[str, Mention]:
        return {mention.event.trigger.quote: mention for mention in mentions(record(desks), codebook).values()}

    return lay
