"""Lay short texts out as pages, for tests of times, quantities and places; the language is loaded once a process."""

from __future__ import annotations

from datetime import date
from functools import cache

from standoff.annotating.annotate import annotate
from standoff.annotating.parsing.language import Language, load
from standoff.codebook.load import Codebook
from standoff.codebook.load import load as load_codebook
from standoff.grounding.places.gazetteer import Gazetteer, open_gazetteer
from standoff.grounding.places.resolve import ground_places
from standoff.grounding.times.resolve import ground_times
from standoff.model.clock import UNKNOWN, Interval, on_day
from standoff.model.document import Block, Document, document_id
from standoff.model.grounding import Grounding
from standoff.model.ids import digest
from standoff.model.page import Page


@cache
def language() -> Language:
    return load()


@cache
def codebook() -> Codebook:
    return load_codebook()


@cache
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def paper(text: str, published: str | Interval | None = None) -> Document:
    when = on_day(date.fromisoformat(published), "metadata") if isinstance(published, str) else published or UNKNOWN
    sha = digest(text.encode())
    whole = (Block("paragraph", 0, len(text)),)
    return Document(document_id(text, None, None), text, sha, sha, "test.txt", published=when, blocks=whole)


def laid(text: str, published: str | Interval | None = None) -> Page:
    page = annotate(paper(text, published), language(), codebook())
    return page.marked(groundings=ground_times(page, codebook()))


def times(text: str, published: str | Interval | None = None) -> dict[str, Grounding | None]:
    page = laid(text, published)
    return {mark.span.quote: page.time_grounding(mark) for mark in page.annotations if mark.kind == "time"}


def values(text: str, published: str | Interval | None = None) -> dict[str, str | None]:
    return {words: tie.value if tie else None for words, tie in times(text, published).items()}


def spans(text: str, published: str | Interval | None = None) -> dict[str, tuple[str | None, str | None]]:
    found = times(text, published)
    return {words: (tie.time.earliest, tie.time.latest) for words, tie in found.items() if tie and tie.time}


def placed(text: str) -> dict[str, Grounding]:
    page = annotate(paper(text), language(), codebook())
    page = page.marked(groundings=ground_places(page, codebook(), gazetteer()))
    found = ((mark.span.quote, page.place_grounding(mark)) for mark in page.annotations)
    return {words: tie for words, tie in found if tie is not None}
