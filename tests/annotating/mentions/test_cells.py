from __future__ import annotations

from standoff.annotating.mentions.cells import mark_cells
from standoff.model.document import Block, Document, document_id
from standoff.model.ids import digest
from tests.texts import codebook


def test_the_cells_under_a_heading_of_places_name_places() -> None:
    text = "Date | Location | Attackers\n12 May | Djugu | Militiamen\n13 May | Mayi-Moya | -"
    lines, at = [], 0
    for line in text.splitlines(keepends=True):
        lines.append(Block("metadata", at, at + len(line.rstrip("\n"))))
        at += len(line)
    document = Document(document_id(text, None, None), text, digest(text.encode()), "", "t", blocks=tuple(lines))
    assert [mark.span.quote for mark in mark_cells(document, codebook().places)] == ["Djugu", "Mayi-Moya"]
