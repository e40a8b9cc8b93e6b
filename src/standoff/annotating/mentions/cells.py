"""Mark the places that the rows of a table stand for: the cells under a heading such as `Province` or `Location`."""

from __future__ import annotations

from standoff.codebook.places import PlaceBook
from standoff.model.annotation import Annotation, annotation
from standoff.model.document import Document
from standoff.model.tables import tables_of

_MOST = 4  # words of a name


def mark_cells(document: Document, book: PlaceBook) -> list[Annotation]:
    """Return marks of kind `place` for the cells of tables that name one, which no sentence holds."""
    asked = book.heads.get("column", frozenset()) | book.words.keys()
    found = []
    for table in tables_of(document):
        columns = [n for n, head in enumerate(table.heads) if not asked.isdisjoint(head.text.lower().split())]
        cells = (row[number] for row in table.rows for number in columns if number < len(row))
        named = (cell for cell in cells if cell.text[:1].isupper() and cell.text.count(" ") < _MOST)
        found += [annotation("place", document.span(cell.start, cell.stop), None) for cell in named]
    return found
