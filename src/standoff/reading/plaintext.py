"""Read plain text and Markdown: the text is the file, whole; a leading date line is told apart by the layout."""

from __future__ import annotations

from collections.abc import Iterator

from standoff.reading.draft import Draft, Input
from standoff.reading.markup import RTF, text_of_rtf, without_tags
from standoff.reading.normal import decode, normalise, tidy


def read_text(source: Input) -> Iterator[Draft]:
    """Yield the one draft of a text file; RTF and stray HTML in it are read as the words they print."""
    if source.data.lstrip()[: len(RTF)] == RTF:
        yield Draft(source.path, source.data, "application/rtf", tidy(text_of_rtf(source.data)), source.stated)
        return
    text = tidy(without_tags(decode(source.data)))
    yield Draft(source.path, source.data, "text/plain", text, source.stated)


def read_markdown(source: Input) -> Iterator[Draft]:
    """Yield the one draft of a Markdown file; its marks stay in the text and are told apart by the layout."""
    yield Draft(source.path, source.data, "text/markdown", normalise(source.data), source.stated)
