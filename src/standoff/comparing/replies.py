"""Keep bare denials ("dismissed the claim") by what they answer: the words just before them, or those they repeat."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from standoff.codebook.load import Codebook
from standoff.comparing.tables import Sides
from standoff.model.claim import OCCURRED, Claim
from standoff.values.text import stems

# A denial that names nothing answers what stands at most this far before it (some two sentences).
NEAR = 400
# A bare "this" points back at the sentence before, or the one before that.
_NEXT = 200
_WORD = re.compile(r"\w+")
# Words on how flatly something is denied, cut as stems are.
_MANNER = frozenset(
    {"absolu", "comple", "totall", "utterl", "entire", "catego", "firmly", "flatly", "simply", "agains"}
)
Told = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class Replies:
    """Hold where each document asserts what, in text order: start, stop, side and incident."""

    told: Mapping[str, list[Told]] = field(default_factory=dict)
    codebook: Codebook | None = None

    def answers(self, denial: Claim, asserting: Iterable[Claim], mine: str) -> bool:
        """Tell whether a denial without an event of its own can answer some claims of its incident."""
        said = list(asserting)
        if self.codebook is None or not any(claim.document == denial.document for claim in said):
            return self.codebook is None
        named = self._named(denial)
        if named:
            return any(named & stems(claim.evidence[0].quote) for claim in said)
        before = self._before(denial, mine)
        if before and denial.quote.start - before[-1][1] > (_NEXT if self._points(denial) else NEAR):
            return False
        return not before or any(incident == denial.incident for *_, incident in before)

    def _points(self, denial: Claim) -> bool:
        """Tell whether a denial is a bare 'it' or 'this'."""
        return self.codebook is not None and denial.quote.quote.casefold() in self.codebook.incidents.list("pointing")

    def _before(self, denial: Claim, mine: str) -> list[Told]:
        """Return what other sides, or the report, assert just before a denial: the last sentence that does."""
        told = self.told.get(denial.document, [])
        at = bisect_left(told, (denial.quote.start,))
        found = [item for item in told[max(0, at - 40) : at] if item[2] != mine]
        last = found[-1][0] if found else 0
        return [item for item in found if item[0] == last or last - item[0] < NEAR // 2] if found else []

    def _named(self, denial: Claim) -> frozenset[str]:
        """Return the stems by which a denial names what it denies, beyond words for claims and for falsehood."""
        book = self.codebook.incidents if self.codebook else None
        plain = book.list("answered") | book.list("dismissing") | book.list("pointing") if book else frozenset()
        words = [word for word in _WORD.findall(denial.quote.quote) if word.islower() and word not in plain]
        return stems(" ".join(words)) - _MANNER


def replies(claims: Iterable[Claim], codebook: Codebook) -> Replies:
    """Lay out what is asserted where."""
    sides = Sides(codebook)
    told: defaultdict[str, list[Told]] = defaultdict(list)
    for claim in claims:
        if claim.slot == OCCURRED and claim.polarity == "asserts" and claim.event:
            told[claim.document].append(
                (claim.evidence[0].start, claim.evidence[0].stop, sides.of(claim), claim.incident)
            )
    return Replies({key: sorted(found) for key, found in told.items()}, codebook)
