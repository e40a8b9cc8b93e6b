"""Cut lists of ids into batches short enough for one statement of a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
BATCH = 200  # ids in one statement, documents in memory at once


def batches(items: Iterable[T], most: int = BATCH) -> Iterator[list[T]]:
    """Yield items in lists of so many, short enough for one statement where that is not said."""
    rest = iter(items)
    while batch := list(islice(rest, most)):
        yield batch
