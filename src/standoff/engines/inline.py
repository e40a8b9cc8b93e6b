"""Run the work in this process: for one document, for notebooks, and to step through with a debugger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from standoff.engines.base import Lost

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Inline:
    """Map in this process."""

    def map(self, prepare: Callable[[], Callable[[T], R]], items: Iterable[T]) -> Iterator[R | Lost[T]]:
        """Yield the result of each item in order; loads nothing where there are no items."""
        function: Callable[[T], R] | None = None
        for item in items:
            function = function or prepare()
            yield function(item)
