"""Make the program's statements for gold texts, whole pipeline or attribution alone, and match them with gold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.gold import Extent, GoldDocument, GoldStatement, read_gold
from standoff.annotating.annotate import annotate
from standoff.annotating.parsing import language as languages
from standoff.attributing.attribute import Finder, attribute
from standoff.attributing.tagging import finder
from standoff.codebook.load import load
from standoff.grounding.ground import ground
from standoff.grounding.places.gazetteer import open_gazetteer
from standoff.model.document import Block, Document, document_id
from standoff.model.ids import digest
from standoff.model.page import Page
from standoff.model.statement import Statement
from standoff.settings import read_settings

Finding = Callable[[GoldDocument], Finder | None]  # nothing leaves a document out
Match = tuple[GoldStatement, Statement]


@dataclass(frozen=True, slots=True)
class Scored:
    """Hold one gold document, the statements found in it, and the page they were found on."""

    gold: GoldDocument
    found: tuple[Statement, ...]
    page: Page


def scored(data: Path, split: str | None, find: Finding | None = None) -> Iterator[Scored]:
    """Yield every gold document of a folder with the statements found in it; `find` gives the finder for a document."""
    model, codebook, gazetteer = languages.load(), load(), open_gazetteer()
    usual = finder.load(read_settings().attribution) if find is None else None
    for gold in read_gold(data, split):
        found_by = usual if find is None else find(gold)
        if found_by is not None:
            page = ground(annotate(as_document(gold.name, gold.text), model, codebook), codebook, gazetteer)
            yield Scored(gold, attribute(page, codebook, found_by), page)


def as_document(name: str, text: str) -> Document:
    """Lay out a plain text: one paragraph a line, a glued date prefix left out."""
    return Document(document_id(text, None, None), text, digest(text.encode()), "", name, blocks=tuple(_blocks(text)))


def _blocks(text: str) -> Iterator[Block]:
    """Yield a paragraph for every line that is not blank."""
    at = 0
    for line in text.splitlines(keepends=True):
        start, stop = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        at += len(line)
        if line.startswith(" date ") and stop - start > 15:
            start += 16
        if start < stop and not text[start:stop].startswith("date "):
            yield Block("paragraph", start, stop)


def extents(statement: Statement) -> tuple[Extent, ...]:
    """Return a statement's content as pairs."""
    return tuple((span.start, span.stop) for span in statement.content)


def overlap(left: tuple[Extent, ...], right: tuple[Extent, ...]) -> float:
    """Return shared over united characters of two sets of fragments, 0 to 1."""
    ours = {i for start, stop in left for i in range(start, stop)}
    theirs = {i for start, stop in right for i in range(start, stop)}
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0


def touch(left: tuple[Extent, ...], right: tuple[Extent, ...]) -> bool:
    """Tell whether two sets of fragments share a character."""
    return any(a < d and c < b for a, b in left for c, d in right)


def is_linked(gold: GoldStatement, found: Statement) -> bool:
    """Tell whether source and cue of a gold and a found statement overlap, or are absent in both."""
    cue = tuple((span.start, span.stop) for span in found.cue)
    if gold.cue and not touch(gold.cue, cue):
        return False
    span = found.source.span
    if gold.source is None or span is None:
        return gold.source is None and span is None
    return touch((gold.source,), ((span.start, span.stop),))


def matched(gold: tuple[GoldStatement, ...], found: tuple[Statement, ...], least: float) -> list[Match]:
    """Pair gold and found statements whose contents overlap by `least` and whose sources and cues do, best first."""
    pairs = []
    for i, one in enumerate(gold):
        for j, other in enumerate(found):
            if touch(one.cue, tuple((s.start, s.stop) for s in other.cue)) or touch(one.content, extents(other)):
                value = overlap(one.content, extents(other))
                if value >= least and is_linked(one, other):
                    pairs.append((-value, i, j))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    result = []
    for _, i, j in sorted(pairs):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            result.append((gold[i], found[j]))
    return result
