"""Find the incidents that comparing leaves contested, or no longer: where two sides put one happening on each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from standoff.model.claim import OCCURRED, Claim, Discrepancy
from standoff.model.incident import Incident
from standoff.values.contest import contested_by, status_of


def restated(incidents: Iterable[Incident], made: Iterable[Claim], found: Iterable[Discrepancy]) -> Iterator[Incident]:
    """Yield incidents whose status, by their claims and the differences found, is another one than they hold."""
    told = {c.incident for c in made if c.slot == OCCURRED and c.statement is None and c.polarity == "asserts"}
    disputed = contested_by(found)
    for i in incidents:
        status = status_of(i.parties, i.origins, told=i.id in told, disputed=i.id in disputed)
        if status != i.status:
            yield replace(i, status=status)
