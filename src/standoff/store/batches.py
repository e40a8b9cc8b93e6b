"""Cut lists of ids into batches short enough for one statement of a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
BATCH = 200  # ids in one statement, documents in memory at once


def batches(items: Iterable[T]) -> Iterator[list[T]]:
    """Yield items in lists short enough for one statement."""
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch
