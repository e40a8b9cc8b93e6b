"""Attribute short texts with the steps before, for tests that read like sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from standoff.annotating.annotate import annotate
from standoff.attributing.attribute import attribute, attributed
from standoff.attributing.spans import find_drafts
from standoff.grounding.ground import ground
from standoff.model.page import Page
from standoff.model.statement import Statement
from tests.texts import codebook, gazetteer, language, paper

Reader = Callable[..., tuple[Statement, ...]]


def grounded(text: str, published: str | None = None) -> Page:
    """Return the page of a text with the steps before attribution done."""
    book = codebook()
    return ground(annotate(paper(text, published), language(), book), book, gazetteer())


def evidence_of(text: str) -> tuple[str, ...]:
    """Return the evidence for the act of a text's first statement."""
    return attributed(grounded(text), codebook(), find_drafts)[0].evidence


@pytest.fixture(scope="session")
def told() -> Reader:
    def run(text: str, published: str | None = None) -> tuple[Statement, ...]:
        return attribute(grounded(text, published), codebook())

    return run
