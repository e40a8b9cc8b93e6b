"""Attribute short texts with the steps before, for tests that read like sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from standoff.annotating.annotate import annotate
from standoff.attributing.attribute import attribute
from standoff.grounding.ground import ground
from standoff.model.statement import Statement
from tests.texts import codebook, gazetteer, language, paper

Reader = Callable[..., tuple[Statement, ...]]


@pytest.fixture(scope="session")
def told() -> Reader:
    def run(text: str, published: str | None = None) -> tuple[Statement, ...]:
        book = codebook()
        return attribute(ground(annotate(paper(text, published), language(), book), book, gazetteer()), book)

    return run
