"""Hold a document: immutable text, its digests, outlet, clocks, layout, and the raw bytes it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from standoff.errors import InvariantError
from standoff.model.clock import UNKNOWN, Interval
from standoff.model.ids import content_key, digest
from standoff.model.span import Span

BlockKind = Literal["headline", "subheading", "dateline", "paragraph", "credit", "caption", "metadata", "boilerplate"]
EXCLUDED: frozenset[str] = frozenset({"metadata", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Block:
    """Mark one stretch of the layout: its kind and `[start, stop)` code points."""

    kind: BlockKind
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Raw:
    """Keep the bytes as they came, with where they came from."""

    sha256: str
    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Document:
    """Hold one text as analysed, exactly as read; blocks mark layout, boilerplate among it, and never cut it.

    `published` is what the bytes themselves say (basis stated, prefix, metadata, dateline, url) or UNKNOWN;
    a date inferred from calendar or neighbours replaces it with its own basis.
    """

    id: str
    text: str
    text_sha256: str
    raw_sha256: str
    path: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    side: str | None = None
    country: str | None = None
    language: str | None = None
    published: Interval = UNKNOWN
    fetched: str | None = None
    dateline: str | None = None
    blocks: tuple[Block, ...] = ()
    replaces: str | None = None

    def __post_init__(self) -> None:
        for block in self.blocks:
            if not 0 <= block.start < block.stop <= len(self.text):
                raise InvariantError(f"Block [{block.start}, {block.stop}) lies outside the text of {self.path}.")

    def span(self, start: int, stop: int) -> Span:
        """Return the span `[start, stop)` with its quote; refuses offsets outside the text."""
        if stop > len(self.text):
            raise InvariantError(f"Span [{start}, {stop}) lies outside the text of {self.path} ({len(self.text)}).")
        return Span(self.id, start, stop, self.text[start:stop])

    @property
    def boilerplate(self) -> tuple[Span, ...]:
        """Return the spans kept out of the analysis."""
        return tuple(self.span(b.start, b.stop) for b in self.blocks if b.kind in EXCLUDED)

    @property
    def body(self) -> tuple[Block, ...]:
        """Return the blocks that are analysed, in order."""
        return tuple(b for b in self.blocks if b.kind not in EXCLUDED)


def document_id(text: str, url: str | None, publisher: str | None) -> str:
    """Return the content key of a document: its text, address and outlet."""
    return content_key("doc", digest(text.encode("utf-8", "surrogatepass")), url, publisher)


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold a document with the bytes it was read from; a store keeps both, the bytes once per SHA-256."""

    document: Document
    raw: Raw
