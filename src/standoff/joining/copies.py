"""Link documents that repeat another one's words, whole or in passages; links only, nothing is deleted.

Windows of words that look alike (MinHash, locality-sensitive hashing) propose pairs; the share is then counted exactly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from standoff.model.document import Document
from standoff.model.incident import CopyLink

# An independent report shares quotations and names with another, but few runs of five words of its own.
LEAST_SHARE = 0.35
LEAST_SHARE_UNQUOTED = 0.25
LEAST_SHARE_OF_ONE_AGENCY = 0.2

_WINDOW = 40
_STRIDE = 20
_SHINGLE = 5
_SKETCH = 3
_PERMUTATIONS = 64
_BANDS = 16
_SEED = 42
_MOST_HOLDERS = 8  # of a passage that all outlets print only the first few are kept, so that the cost stays linear
_MOST_CHECKED = 6
_NEARLY = 0.1

_TOLD = frozenset({"headline", "subheading", "paragraph", "caption"})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[\"“”«»„]")
_OPENS, _CLOSES, _TOGGLES = frozenset("“«„"), frozenset("”»"), frozenset('"')


@dataclass(frozen=True, slots=True)
class Wording:
    """Hold the words of a document in lower case, and for each whether it stands in quotation marks."""

    words: tuple[str, ...]
    quoted: tuple[bool, ...]

    def shingles(self, length: int = _SHINGLE) -> list[tuple[str, ...]]:
        """Return all runs of so many words, in order."""
        return list(zip(*(self.words[shift:] for shift in range(length)), strict=False))


def find_copies(documents: Iterable[Document]) -> tuple[CopyLink, ...]:
    """Return a link from each document that copies to the earlier one that it copies most from, in order of id.

    Earlier is who was published first; on one day the agency itself, then the lower id. Undated documents come last.
    `share` is the part of the copying document's words found in the other in runs of five and more.
    """
    ordered = sorted({document.id: document for document in documents}.values(), key=_order)
    by_id = {document.id: document for document in ordered}
    links = []
    for document, proposed in _proposals(ordered):
        link = _best(document, [by_id[key] for key in proposed])
        if link is not None:
            links.append(link)
    return tuple(sorted(links, key=lambda link: link.document))


def wording(document: Document) -> Wording:
    """Return the words of a document's told text with what is quoted."""
    words: list[str] = []
    quoted: list[bool] = []
    for block in document.blocks:
        if block.kind not in _TOLD:
            continue
        inside = False  # an unclosed quotation mark must not reach beyond its paragraph
        for match in _WORD.finditer(document.text[block.start : block.stop]):
            form = match.group()
            if form in _OPENS or (form in _TOGGLES and not inside):
                inside = True
            elif form in _CLOSES or form in _TOGGLES:
                inside = False
            else:
                words.append(form.lower())
                quoted.append(inside)
    return Wording(tuple(words), tuple(quoted))


def shares(copy: Wording, origin: Wording) -> tuple[float, float]:
    """Return the part of all words, and of those outside quotation marks, that stand in the origin in runs."""
    known = set(origin.shingles())
    covered = bytearray(len(copy.words))
    for start, shingle in enumerate(copy.shingles()):
        if shingle in known:
            covered[start : start + _SHINGLE] = b"\1" * _SHINGLE
    own = [covered[index] for index, inside in enumerate(copy.quoted) if not inside]
    return sum(covered) / max(1, len(covered)), sum(own) / max(1, len(own))


def _order(document: Document) -> tuple[str, bool, str]:
    """Return the key that puts originals first."""
    day = document.published.earliest or document.published.latest or "9999"
    return day[:10], document.agency is not None and document.agency != document.publisher, document.id


def _proposals(ordered: Sequence[Document]) -> Iterator[tuple[Document, list[str]]]:
    """Yield each document with the earlier ones that share the most windows with it, the likest first."""
    from rensa import RMinHash, RMinHashLSH  # heavy: only joining pays for it

    index = RMinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    holders: list[str] = []
    for document in ordered:
        votes: Counter[str] = Counter()
        fresh = []
        for window in _windows(wording(document).words):
            sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
            sketch.update(window)
            found = {holders[key] for key in index.query(sketch)}
            votes.update(found)
            if len(found) < _MOST_HOLDERS:
                fresh.append(sketch)
        for sketch in fresh:
            index.insert(len(holders), sketch)
            holders.append(document.id)
        if votes:
            yield document, [key for key, _ in sorted(votes.items(), key=lambda v: (-v[1], v[0]))[:_MOST_CHECKED]]


def _windows(words: Sequence[str]) -> Iterator[list[str]]:
    """Yield the short runs of words of each window, half of which the next one repeats."""
    for start in range(0, max(1, len(words) - _STRIDE), _STRIDE):
        part = words[start : start + _WINDOW]
        runs = [" ".join(part[i : i + _SKETCH]) for i in range(len(part) - _SKETCH + 1)]
        if runs:
            yield runs


def _best(document: Document, origins: Sequence[Document]) -> CopyLink | None:
    """Return the link to the origin with the largest share; nearly as large a share of an earlier one goes before."""
    mine = wording(document)
    found: Mapping[str, float] = {
        origin.id: share for origin in origins if (share := _share(document, mine, origin)) is not None
    }
    if not found:
        return None
    top = max(found.values())
    first = min((origin for origin in origins if found.get(origin.id, 0.0) >= top - _NEARLY), key=_order)
    return CopyLink(document.id, first.id, round(found[first.id], 3))


def _share(document: Document, mine: Wording, origin: Document) -> float | None:
    """Return the share of a document found in another one, or nothing where it is too small for a copy."""
    whole, own = shares(mine, wording(origin))
    one_agency = document.agency is not None and document.agency == origin.agency
    if whole >= LEAST_SHARE and own >= LEAST_SHARE_UNQUOTED:
        return whole
    return whole if one_agency and whole >= LEAST_SHARE_OF_ONE_AGENCY and own >= LEAST_SHARE_OF_ONE_AGENCY else None
