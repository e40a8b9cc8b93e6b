"""Tell of which conflict a gold text is, so that what is fitted is scored on conflicts it has not seen."""

from __future__ import annotations

from bench import attribution_folds

REGIONS = {"karabakh": "caucasus", "gaza": "israel-palestine-lebanon", "donbas": "ukraine-russia"}
_CONFLICTS = {region: conflict for conflict, region in REGIONS.items()}


def conflict_of(name: str, region: str | None) -> str:
    """Return the conflict of a report, or of a passage by its region; the seed reports are of the first one."""
    if region is not None:
        return _CONFLICTS.get(region, region)
    return attribution_folds.conflict_of(name) or "karabakh"
