"""Read plain text and Markdown: the text is the file, whole; a leading date line is told apart by the layout."""

from __future__ import annotations

from collections.abc import Iterator

from standoff.reading.draft import Draft, Input
from standoff.reading.normal import normalise


def read_text(source: Input) -> Iterator[Draft]:
    """Yield the one draft of a text file."""
    yield Draft(source.path, source.data, "text/plain", normalise(source.data), source.stated)


def read_markdown(source: Input) -> Iterator[Draft]:
    """Yield the one draft of a Markdown file; its marks stay in the text and are told apart by the layout."""
    yield Draft(source.path, source.data, "text/markdown", normalise(source.data), source.stated)
