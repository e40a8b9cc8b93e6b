"""Link documents that repeat another one's words, whole or in passages; links only, nothing is deleted.

Fingerprints in common propose pairs; the share is then counted exactly. Of those who hold a fingerprint only the first
few are looked at, so that what a document is linked to is found at a cost that does not rise with the record.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Protocol

from standoff.joining.prints import RUN, Run, Wording, prints, rank_of, wording
from standoff.model.document import Document
from standoff.model.incident import CopyLink
from standoff.model.record import Copied
from standoff.model.sketch import Print

# An independent report shares quotations and names with another, but few runs of five words of its own.
LEAST_SHARE = 0.35
LEAST_SHARE_UNQUOTED = 0.25
LEAST_SHARE_OF_ONE_AGENCY = 0.2

FIRST = 8  # of a passage that all outlets print only the first few are looked at
_MOST_CHECKED = 6
_NEARLY = 0.1
_AT_HAND = 256  # documents whose words are kept at hand while links are found
_COVERED = b"\1" * RUN
_in_order = attrgetter("key", "rank", "document")


@dataclass(frozen=True, slots=True)
class Held:
    """Hold a document with its words, all their runs in order, and each run once."""

    document: Document
    told: Wording
    runs: Sequence[Run]
    known: frozenset[Run]


def held(document: Document) -> Held:
    """Lay a document out for comparison with others."""
    told = wording(document)
    runs = told.runs()
    return Held(document, told, runs, frozenset(runs))


class Prints(Protocol):
    """Answer what finding copies asks about a record whose copies were found before."""

    def prints(self, documents: Iterable[str]) -> list[Print]:
        """Return the fingerprints of some documents."""

    def holders(self, keys: Iterable[int], first: int) -> list[Print]:
        """Return, for each of some keys, the first so many of those who hold it."""

    def behind(self, print_: Print) -> list[Print]:
        """Return all who hold the same key and come later."""

    def links(self, documents: Iterable[str]) -> list[CopyLink]:
        """Return what some documents copy."""

    def copying(self, documents: Iterable[str]) -> set[str]:
        """Return the documents that copy some."""

    def documents(self, ids: Iterable[str]) -> dict[str, Document]:
        """Return those of some documents that there are, by id."""


def find_copies(documents: Iterable[Document]) -> tuple[CopyLink, ...]:
    """Return a link from each document that copies to the earlier one that it copies most from, in order of id.

    Earlier is who was published first; on one day the agency itself, then the lower id. Undated documents come last.
    `share` is the part of the copying document's words found in the other in runs of five and more.
    """
    return copied(documents).links


def copied(documents: Iterable[Document]) -> Copied:
    """Return the links of all documents, and their fingerprints, by which more documents are linked later."""
    by_id = {document.id: document for document in documents}
    drawn = tuple(row for document in by_id.values() for row in prints(document, wording(document)))
    links = _links(_by_document(drawn), _first(drawn), by_id.__getitem__)
    return Copied(frozenset(by_id), links, frozenset(by_id), drawn)


def recopied(touched: Iterable[str], shelf: Prints) -> Copied:
    """Return the links of documents that are new, changed or gone, and of those that may be copies of these.

    The outcome is the one that finding all copies anew gives.
    """
    asked = frozenset(touched)
    by_id = shelf.documents(asked)
    new = {row for document in by_id.values() for row in prints(document, wording(document))}
    old = frozenset(shelf.prints(asked))
    came, went = new - old, old - new
    keys = {row.key for row in came | went}
    before = _first(shelf.holders(keys, FIRST))
    beyond = max(Counter(row.key for row in went).values(), default=0)
    first = _first(({*shelf.holders(keys, FIRST + beyond)} - went) | came)
    leading = {row for rows in (*before.values(), *first.values()) for row in rows} & (came | went)
    linked = {row.document for row in came | went} | {row.document for lead in leading for row in shelf.behind(lead)}
    drawn = _by_document({*(row for row in new if row.document in linked), *shelf.prints(linked - asked)})
    first |= _first(shelf.holders({row.key for rows in drawn.values() for row in rows} - keys, FIRST))
    by_id |= shelf.documents({*linked, *(row.document for rows in first.values() for row in rows)} - by_id.keys())
    links = _links(drawn, first, by_id.__getitem__)
    return Copied(frozenset(linked), links, asked, tuple(new), _moved(linked, links, shelf))


def _moved(linked: Iterable[str], links: Iterable[CopyLink], shelf: Prints) -> frozenset[str]:
    """Return the documents whose link is another than before, and all that copy these, directly or by way of others."""
    before, now = ({link.document: link for link in found} for found in (shelf.links(linked), links))
    found = {key for key in linked if before.get(key) != now.get(key)}
    fresh = found
    while fresh:
        fresh = shelf.copying(fresh) - found
        found |= fresh
    return frozenset(found)


def _by_document(found: Iterable[Print]) -> Mapping[str, list[Print]]:
    """Return fingerprints by document."""
    by_document: defaultdict[str, list[Print]] = defaultdict(list)
    for row in found:
        by_document[row.document].append(row)
    return by_document


def _first(found: Iterable[Print]) -> dict[int, list[Print]]:
    """Return the first few holders of each key, the earliest first."""
    first: defaultdict[int, list[Print]] = defaultdict(list)
    for row in sorted(found, key=_in_order):
        if len(first[row.key]) < FIRST:
            first[row.key].append(row)
    return dict(first)


def _links(
    rows: Mapping[str, Iterable[Print]], first: Mapping[int, Sequence[Print]], find: Callable[[str], Document]
) -> tuple[CopyLink, ...]:
    """Return the links of documents, of which the fingerprints are given, to the first holders of these before them."""
    at_hand = lru_cache(maxsize=_AT_HAND)(lambda key: held(find(key)))
    links = []
    for key in sorted(rows, key=lambda key: (find(key).published.earliest or "", key)):  # likely origins are at hand
        votes = Counter(other for own in rows[key] for other in _before(own, first.get(own.key, ())))
        likest = sorted(votes, key=lambda other: (-votes[other], other))[:_MOST_CHECKED]
        link = _best(at_hand(key), [at_hand(other) for other in likest]) if likest else None
        links += [link] if link else []
    return tuple(sorted(links, key=lambda link: link.document))


def _before(own: Print, first: Iterable[Print]) -> Iterator[str]:
    """Yield the documents that come before the own one among the first holders of its key."""
    for row in first:
        if row.document == own.document:
            return
        yield row.document


def _best(copy: Held, origins: Iterable[Held]) -> CopyLink | None:
    """Return the link to the origin with the largest share; nearly as large a share of an earlier one goes before."""
    shared = [(origin.document, share) for origin in origins if (share := _share(copy, origin)) is not None]
    top = max((share for _, share in shared), default=0.0)
    near = [(rank_of(origin), origin.id, share) for origin, share in shared if share >= top - _NEARLY]
    if not near:
        return None
    _, first, share = min(near)
    return CopyLink(copy.document.id, first, round(share, 3))


def _share(copy: Held, origin: Held) -> float | None:
    """Return the share of a document found in another one, or nothing where it is too small for a copy."""
    if copy.known.isdisjoint(origin.known):
        return None
    whole, own = shares(copy, origin)
    one_agency = copy.document.agency is not None and copy.document.agency == origin.document.agency
    if whole >= LEAST_SHARE and own >= LEAST_SHARE_UNQUOTED:
        return whole
    return whole if one_agency and whole >= LEAST_SHARE_OF_ONE_AGENCY and own >= LEAST_SHARE_OF_ONE_AGENCY else None


def shares(copy: Held, origin: Held) -> tuple[float, float]:
    """Return the part of all words, and of those outside quotation marks, that stand in the origin in runs."""
    covered = bytearray(len(copy.told.words))
    for start, run in enumerate(copy.runs):
        if run in origin.known:
            covered[start : start + RUN] = _COVERED
    own = [place for place, inside in zip(covered, copy.told.quoted, strict=True) if not inside]
    return sum(covered) / max(1, len(covered)), sum(own) / max(1, len(own))
