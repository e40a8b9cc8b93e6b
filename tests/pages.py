"""Read short texts into pages with one language pipeline and one codebook for all tests."""

from __future__ import annotations

from functools import cache

from standoff.annotating.annotate import annotate
from standoff.annotating.parsing import language as languages
from standoff.annotating.parsing.language import Language
from standoff.codebook import load as codebooks
from standoff.codebook.load import Codebook
from standoff.grounding.parties.resolve import ground_parties
from standoff.model.annotation import Annotation
from standoff.model.clock import UNKNOWN, Interval
from standoff.model.document import Document
from standoff.model.ids import content_key, digest
from standoff.model.page import Page
from standoff.reading.layout import lay_out


@cache
def language() -> Language:
    return languages.load()


@cache
def codebook() -> Codebook:
    return codebooks.load()


def document(text: str, day: str | None = None, **fields: object) -> Document:
    key = digest(text.encode())
    published = Interval(day, day, "stated") if day else UNKNOWN
    made = Document(content_key("doc", text), text, key, key, "test.txt", published=published)
    return Document(**{name: getattr(made, name) for name in made.__slots__} | fields)  # type: ignore[arg-type]  # a test's own fields


def annotated(text: str, day: str | None = None) -> Page:
    return annotate(document(text, day), language(), codebook())


def grounded(text: str, day: str | None = None) -> Page:
    page = annotated(text, day)
    return page.marked(groundings=ground_parties(page, codebook()))


def laid_out(text: str) -> Page:
    """Return a grounded page whose layout was read: headings, bullets, bylines."""
    page = annotate(document(text, blocks=lay_out(text, codebook().publishers).blocks), language(), codebook())
    return page.marked(groundings=ground_parties(page, codebook()))


def mark(page: Page, words: str, nth: int = 0) -> Annotation:
    found = [m for m in page.annotations if words in {m.span.quote, m.head.quote}]
    return found[nth]


def parties(page: Page, words: str, nth: int = 0) -> list[str]:
    """Return the names of the parties that the nth mention of exactly these words stands for."""
    found = [m for m in page.annotations if m.span.quote == words and m.kind in {"name", "description", "pronoun"}]
    return [ref.name for ref in page.parties_of(found[nth])]


def principal(page: Page, words: str, nth: int = 0) -> str | None:
    """Return the name of the party that the nth mention of these words speaks for."""
    found = [m for m in page.annotations if m.span.quote == words and m.kind in {"name", "description", "pronoun"}]
    tie = page.party_grounding(found[nth])
    return tie.principal.name if tie and tie.principal else None
