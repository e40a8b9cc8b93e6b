"""Code short texts with all steps before coding, for tests that read like sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from standoff.annotating.annotate import annotate
from standoff.attributing.attribute import attribute
from standoff.coding.code import code
from standoff.grounding.ground import ground
from standoff.model.event import Event
from tests.texts import codebook, gazetteer, language, paper

Coder = Callable[..., tuple[Event, ...]]


@pytest.fixture(scope="session")
def coded() -> Coder:
    def run(text: str, published: str | None = None) -> tuple[Event, ...]:
        book = codebook()
        page = ground(annotate(paper(text, published), language(), book), book, gazetteer())
        return code(page, attribute(page, book), book)

    return run
