"""Load word_spread.csv: in what share of news reports a word occurs, so that what two texts share can be weighed.

The shares were counted on 840 articles of the PolNeAR train part and 1,300 reports of the MUC-4 train part; a word of
fewer than five of them is not listed. They are fixed, so that what a pair of events scores depends on that pair alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log
from pathlib import Path

from standoff.codebook.schema import read_csv

# A word in this share of all reports or more tells nothing about what a report is about.
COMMON = 0.2


@dataclass(frozen=True, slots=True)
class WordSpread:
    """Hold the share of news reports that each common word occurs in."""

    shares: Mapping[str, float] = field(default_factory=dict)
    rarest: float = 0.001

    def weight(self, word: str) -> float:
        """Return how much a word in lower case tells of what a text is about: the rarer, the more; 0 for common ones.

        An unlisted word weighs as if half as many reports held it as hold the rarest listed one.
        """
        share = self.shares.get(word, self.rarest / 2)
        return 0.0 if share >= COMMON else log(COMMON / share)


NO_SPREAD = WordSpread()


def load_spread(folder: Path) -> WordSpread:
    """Read and check this part of the codebook."""
    shares: dict[str, float] = {}
    for row in read_csv(folder / "word_spread.csv"):
        share = row.number("share")
        if share is None or not 0 < share <= 1:
            raise row.refuse("share", "is required and must lie above 0 and not above 1")
        word = row.text("word")
        if word in shares:
            raise row.refuse("word", f"{word!r} is given twice")
        shares[word] = share
    return WordSpread(shares, min(shares.values(), default=NO_SPREAD.rarest))
