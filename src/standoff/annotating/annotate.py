"""Compose step 2: parse a document and lay every mark over it."""

from __future__ import annotations

from standoff.annotating.language import Language
from standoff.annotating.mentions import mark_mentions
from standoff.annotating.names import mark_names
from standoff.annotating.quotes import mark_quotations
from standoff.codebook.load import Codebook
from standoff.model.document import Document
from standoff.model.page import Page, page


def annotate(document: Document, language: Language, codebook: Codebook) -> Page:
    """Return the page of a document with all annotations; raises StepError for a language not analysed."""
    parse = language.parse(document)
    names = mark_names(document, parse, codebook)
    return page(document, parse, (*names, *mark_mentions(document, parse, names), *mark_quotations(document)))
