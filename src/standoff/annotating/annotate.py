"""Compose step 2: parse a document and lay every mark over it."""

from __future__ import annotations

from standoff.annotating.parsing.language import Parser
from standoff.annotating.stages import ANNOTATORS, Materials, check
from standoff.codebook.load import Codebook
from standoff.model.annotation import Annotation
from standoff.model.document import Document
from standoff.model.page import Page, page


def annotate(document: Document, language: Parser, codebook: Codebook) -> Page:
    """Return the page of a document with all annotations; raises StepError for a language not analysed."""
    check(ANNOTATORS)
    materials = Materials(document, language.parse(document), codebook)
    marks: list[Annotation] = []
    for stage in ANNOTATORS:
        marks += stage.run(materials, marks)
    return page(document, materials.parse, marks)
