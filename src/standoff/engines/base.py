"""Say what an engine does: map one function over documents, somewhere, and lose none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """Say that an item never came back, because the process that worked on it ended, and how it ended."""

    item: T
    reason: str


class Engine(Protocol):
    """Map a function over items.

    `prepare` is called once where the work is done, loads what is needed and returns the function; it must be
    picklable, and so must items and results. Results come in the order of the items.
    """

    def map(self, prepare: Callable[[], Callable[[T], R]], items: Iterable[T]) -> Iterator[R | Lost[T]]:
        """Yield a result, or what was lost, for each item in order; raises what `prepare` or the function raises."""
