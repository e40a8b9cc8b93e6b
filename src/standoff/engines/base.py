"""Say what an engine does: apply one function to documents, somewhere, and lose none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
Work = Callable[[Sequence[T]], Iterable[R]]  # from a few items to the result of each, in order, made as they are asked
CHUNK = 8  # items that work is given at once: enough to share what costs the same for one as for some


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """Say that an item never came back, because the process that worked on it ended, and how it ended."""

    item: T
    reason: str


class Crew(Protocol[T, R_co]):
    """Be ready to apply one function to items, a few at once; leaving its context ends all work."""

    def expect(self, items: int) -> None:
        """Begin to load for so many items, while the caller still gathers them; may be called again for more."""

    def map(self, items: Iterable[T]) -> Iterator[R_co | Lost[T]]:
        """Yield a result, or what was lost, for each item in order; raises what loading or the function raises."""


class Engine(Protocol):
    """Apply a function to items, a few at once, somewhere.

    `prepare` is called once where the work is done, loads what is needed and returns the function; it must be
    picklable, and so must items and results. Results come in the order of the items.
    """

    def crew(self, prepare: Callable[[], Work[T, R]]) -> AbstractContextManager[Crew[T, R]]:
        """Offer a crew that loads nothing until items are expected or given."""
