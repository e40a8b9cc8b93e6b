"""Cut a chunk where a page's lines were glued without a space: furniture inside a paragraph, a dateline on a headline.

Words are only cut where a piece is furniture or a dateline, so that names such as YouTube and McKenzie stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from standoff.codebook.publishers import PublisherBook
from standoff.reading.heads import LONGEST_HEAD, find_head
from standoff.reading.lines import Chunk

_BRANDS = ("Whats", "You", "Linked", "Tik", "Sound", "Pay")  # WhatsApp, YouTube: a capital stands inside the word
_SEAM = re.compile(r"(?<=[a-z.!?”\"'’)])" + "".join(rf"(?<!\b{brand})" for brand in _BRANDS) + r"(?=[A-Z])")
_SHOUT = re.compile(r"[A-Z]{3}")
_LONGEST_HEADLINE = 300


def unglued(text: str, chunk: Chunk, publishers: PublisherBook) -> Iterator[Chunk]:
    """Yield the pieces of a chunk, or the chunk itself where nothing is glued to it."""
    seams = [match.start() for match in _SEAM.finditer(text, chunk.start + 1, chunk.stop)]
    if not seams:
        yield chunk
        return
    cuts = {chunk.start, *_around_furniture(text, chunk, seams, publishers)}
    head = next((seam for seam in seams if _is_head(text, chunk, seam, publishers)), None)
    cuts.update((head,) if head else ())
    for start, stop in pairwise((*sorted(cuts), chunk.stop)):
        kept = len(text[start:stop].rstrip())
        if kept:
            yield Chunk(start, start + kept, chunk.apart and start == chunk.start)


def _around_furniture(text: str, chunk: Chunk, seams: list[int], publishers: PublisherBook) -> Iterator[int]:
    """Yield both ends of each piece between seams that is furniture."""
    for start, stop in pairwise((chunk.start, *seams, chunk.stop)):
        if publishers.furniture.kind_of(text[start:stop]) == "boilerplate":
            yield from (start, *((stop,) if stop < chunk.stop else ()))


def _is_head(text: str, chunk: Chunk, seam: int, publishers: PublisherBook) -> bool:
    """Tell whether a dateline with its agency or day begins at a seam near the start of a chunk."""
    if seam - chunk.start > _LONGEST_HEADLINE or not _SHOUT.match(text, seam) or not text[seam - 1].islower():
        return False
    head = find_head(text[seam : min(seam + 2 * LONGEST_HEAD, chunk.stop)], publishers, first=False)
    return head is not None and bool(head.places) and bool(head.agency or head.date)
