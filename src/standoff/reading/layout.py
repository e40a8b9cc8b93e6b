"""Lay a text out in blocks: headline, dateline, paragraphs, credits, captions, boilerplate; they hold all but space."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.codebook.publishers import Publisher, PublisherBook
from standoff.model.document import Block, BlockKind
from standoff.reading.calendar import Mention, mentions
from standoff.reading.credits import find_credit, glued_credit, is_byline, is_name
from standoff.reading.glue import unglued
from standoff.reading.heads import Head, find_head
from standoff.reading.lines import Chunk, chunks
from standoff.reading.marks import is_clocked, is_row, is_signature, lead_of, only_marks

_PREFIX = re.compile(r"\s*(date (\d{4}-\d{2}-\d{2}))(?=\s|\Z)")
_MARK = re.compile(r"#{1,6}(?=\s)")
_CLOSED = re.compile(r"[.!?…:;,][\"”’')\]]*\Z")
_ENDED = re.compile(r"[.?…][\"”’')\]]*(?:\s|\Z)")
_ASKS = re.compile(r"[?][\"”’')\]]*\Z")
_ISSUED = re.compile(r"\b(?:issued|published|released)(?:\s+on)?\s+\Z", re.IGNORECASE)
_MOST_HEADLINE_WORDS = 28
_MOST_SUBHEADING_WORDS = 12


@dataclass(frozen=True, slots=True)
class Layout:
    """Hold the blocks, the printed dateline, whom dateline and credits name, and the dates found around the text.

    `agencies` are whose text it may be, in order; `outlets` are other newsrooms that credits or page furniture name.
    `prefix` is the ISO day of a glued date prefix; `stamps` are the dates of datelines and date stamps in order.
    """

    blocks: tuple[Block, ...]
    headline: str | None
    dateline: str | None
    agencies: tuple[str, ...]
    outlets: tuple[str, ...]
    prefix: str | None
    stamps: tuple[Mention, ...]


def lay_out(text: str, publishers: PublisherBook) -> Layout:
    """Return the layout of a text."""
    prefix = _PREFIX.match(text)
    whole = chunks(text, prefix.end() if prefix else 0)
    parts = [part for chunk in whole for part in unglued(text, chunk, publishers)]
    kinds = _kinds(text, parts, publishers)
    blocks: list[Block] = [Block("metadata", prefix.start(1), prefix.end(1))] if prefix else []
    heads: list[tuple[Block, Head]] = []
    told = False
    for part, kind in zip(parts, kinds, strict=True):
        made, head = _blocks(text, part, kind, publishers, first=not told)
        blocks += made
        if head:
            heads.append((made[0], head))
        told = told or any(block.kind == "paragraph" for block in made)
    blocks = _glued(text, blocks, publishers)
    printed = dict(_printed_over(text, heads, publishers))
    blocks = [Block("metadata", block.start, block.stop) if block in printed else block for block in blocks]
    credited = _credited(text, blocks, publishers)
    lines = [text[b.start : b.stop] for b, head in heads if head.kind == "dateline" and b not in printed]
    headline = next((text[b.start : b.stop].replace("\n", " ") for b in blocks if b.kind == "headline"), None)
    return Layout(
        tuple(blocks),
        headline,
        lines[0] if lines else None,
        (
            *(head.agency for block, head in heads if head.agency and block not in printed),
            *(p.name for p in credited if p.kind == "agency"),
        ),
        (
            *printed.values(),
            *(p.name for p in (*credited, *_advertised(text, blocks, publishers)) if p.kind != "agency"),
        ),
        prefix[2] if prefix else None,
        tuple(head.date for _, head in heads if head.date) or _issued(headline or ""),
    )


def _printed_over(
    text: str, heads: Sequence[tuple[Block, Head]], publishers: PublisherBook
) -> Iterator[tuple[Block, str]]:
    """Yield the lines that hold an outlet and a date alone, with the outlet: `Stabroek Courier, 19 February 2025`."""
    for block, head in heads:
        if head.date and text[block.stop : block.stop + 1] in ("\n", ""):
            for name in filter(None, (*head.places, head.agency)):
                found = publishers.newsroom(name) or publishers.unlisted(name)
                if found and found.kind != "agency":
                    yield block, found.name


def _issued(headline: str) -> tuple[Mention, ...]:
    """Return the day on which a headline says that the report was issued: `Daily Report issued on 19 May 2022`."""
    return tuple(date for date in mentions(headline) if date.full and _ISSUED.search(headline, 0, date.start))[:1]


def _credited(text: str, blocks: Sequence[Block], publishers: PublisherBook) -> list[Publisher]:
    """Return the newsrooms that credits name, in order."""
    found: list[Publisher] = []
    for block in blocks:
        if block.kind == "credit":
            line = text[block.start : block.stop]
            credit, other = find_credit(line, publishers), publishers.unlisted(line)
            found += credit.publishers if credit else (other,) if other else ()
    return found


def _advertised(text: str, blocks: Sequence[Block], publishers: PublisherBook) -> list[Publisher]:
    """Return the newsrooms with names of two words and more that the page furniture names, the longest name first."""
    found: list[Publisher] = []
    for block in blocks:
        if block.kind == "boilerplate":
            words = text[block.start : block.stop].split()
            runs = (words[i : i + size] for size in (4, 3, 2) for i in range(len(words) - size + 1))
            found += [publisher for run in runs if (publisher := publishers.newsroom(" ".join(run)))]
    return found


def _kinds(text: str, parts: Sequence[Chunk], publishers: PublisherBook) -> list[BlockKind]:
    """Return the kind of each chunk."""
    whole = [part.of(text) for part in parts]
    lines = [line[lead_of(line) :] for line in whole]
    kinds: list[BlockKind] = [_kind_alone(line, publishers) for line in lines]
    if len(lines) > 1 and kinds[-1] == "paragraph" and publishers.unlisted(lines[-1]):
        kinds[-1] = "credit"
    _mark_tables(whole, kinds)
    _mark_tail(lines, kinds)
    _mark_headings(lines, kinds, publishers)
    for index, line in enumerate(whole):
        if kinds[index] == "subheading" and line != lines[index] and not is_clocked(line):
            kinds[index] = "paragraph"  # an item of a list
    return kinds


def _kind_alone(line: str, publishers: PublisherBook) -> BlockKind:
    """Return the kind of a line by its own words: furniture, a credit, or a paragraph."""
    told = publishers.furniture.kind_of(line)
    linked = line.startswith("[") and line.endswith("]")  # a link or a note of the editors, never the report's words
    if told == "boilerplate" or linked:
        return "boilerplate"
    if told == "caption":
        return "caption"
    if told == "credit" or find_credit(line, publishers) or is_byline(line) or is_signature(line):
        return "credit"
    return "metadata" if only_marks(line) or not any(map(str.isalnum, line)) else "paragraph"


def _mark_tables(lines: Sequence[str], kinds: list[BlockKind]) -> None:
    """Mark rows that stand together as metadata: their cells are no sentences, and no verb binds one to the next."""
    rows = [False, *map(is_row, lines), False]
    for index, kind in enumerate(kinds):
        if kind == "paragraph" and rows[index + 1] and (rows[index] or rows[index + 2]):
            kinds[index] = "metadata"


def _mark_tail(lines: Sequence[str], kinds: list[BlockKind]) -> None:
    """Mark the open lines after the last paragraph as boilerplate where furniture stands among them."""
    last = max((i for i, line in enumerate(lines) if kinds[i] == "paragraph" and _is_prose(line)), default=-1)
    if "boilerplate" not in kinds[last + 1 :]:
        return
    for index in range(last + 1, len(lines)):
        if kinds[index] == "paragraph":
            kinds[index] = "boilerplate"


def _is_prose(line: str) -> bool:
    """Tell whether a line is a told sentence: a sentence ends in it and it has some words, or it is long."""
    words = line.count(" ") + 1
    return words > 30 or (words >= 6 and bool(_ENDED.search(line)))


def _mark_headings(lines: Sequence[str], kinds: list[BlockKind], publishers: PublisherBook) -> None:
    """Mark the headline, the lines under it and the subheadings between paragraphs."""
    told = [index for index, kind in enumerate(kinds) if kind == "paragraph"]
    for place, index in enumerate(told[:-1]):
        line, following = lines[index], lines[told[place + 1]]
        if find_head(line, publishers, first=place == 0):
            continue
        if is_name(line) and kinds[index + 1] == "credit":
            kinds[index] = "credit"
            continue
        if place == 0 and _is_headline(line, following, publishers):
            kinds[index] = "headline"
        elif _is_subheading(line):
            kinds[index] = "subheading"


def _is_headline(line: str, following: str, publishers: PublisherBook) -> bool:
    """Tell whether the first line is a headline: open and short, or short and before a dateline."""
    if _MARK.match(line):
        return True
    words = line.count(" ") + 1
    if words > _MOST_HEADLINE_WORDS:
        return False
    head = find_head(following, publishers, first=False)
    return not _CLOSED.search(line) or bool(_ASKS.search(line)) or (head is not None and head.kind == "dateline")


def _is_subheading(line: str) -> bool:
    """Tell whether a line between paragraphs is a heading: few words, open or a question, and no quotation."""
    if _MARK.match(line):
        return True
    if line.count(" ") + 1 > _MOST_SUBHEADING_WORDS or line.startswith(("“", '"')):
        return False
    return not _CLOSED.search(line) or bool(_ASKS.search(line))


def _blocks(
    text: str, part: Chunk, kind: BlockKind, publishers: PublisherBook, first: bool
) -> tuple[list[Block], Head | None]:
    """Return a chunk's blocks, its head told apart from its paragraph, and that head."""
    bare = _bare(text, part, kind)
    if bare.start > part.start:
        made, head = _blocks(text, bare, kind, publishers, first)
        return [Block("metadata", part.start, part.start + len(text[part.start : bare.start].rstrip())), *made], head
    head = find_head(part.of(text), publishers, first) if kind == "paragraph" else None
    if head is None:
        return [Block(kind, part.start, part.stop)], None
    top: BlockKind = "credit" if head.kind == "credit" else "dateline"
    end = part.start + len(text[part.start : part.start + head.length].rstrip())
    rest = text[end : part.stop]
    start = end + len(rest) - len(rest.lstrip())
    made = [Block(top, part.start, end)]
    return ([*made, Block("paragraph", start, part.stop)] if start < part.stop else made), head


def _bare(text: str, part: Chunk, kind: BlockKind) -> Chunk:
    """Return a chunk of words without the mark before them."""
    if kind not in ("headline", "subheading", "paragraph"):
        return part
    mark = _MARK.match(text, part.start) if kind != "paragraph" else None
    end = mark.end() if mark else part.start + lead_of(text[part.start : part.stop])
    start = part.stop - len(text[end : part.stop].lstrip())
    return Chunk(start, part.stop, part.apart) if part.start < end and start < part.stop else part


def _glued(text: str, blocks: list[Block], publishers: PublisherBook) -> list[Block]:
    """Return the blocks with a credit at the end of the last paragraph told apart."""
    index = max((i for i, block in enumerate(blocks) if block.kind == "paragraph"), default=None)
    if index is None:
        return blocks
    last = blocks[index]
    cut = glued_credit(text[last.start : last.stop], publishers)
    if not cut:
        return blocks
    end = last.start + len(text[last.start : last.start + cut].rstrip())
    pair = [Block("paragraph", last.start, end), Block("credit", last.start + cut, last.stop)]
    return [*blocks[:index], *pair, *blocks[index + 1 :]]
