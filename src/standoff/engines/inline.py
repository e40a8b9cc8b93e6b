"""Run the work in this process: for one document, for notebooks, and to step through with a debugger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from standoff.engines.base import CHUNK, Crew, Lost, Work

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Inline:
    """Work in this process."""

    def crew(self, prepare: Callable[[], Work[T, R]]) -> AbstractContextManager[Crew[T, R]]:
        """Offer a crew of one, this process."""
        return nullcontext(_Self(prepare))


@dataclass(frozen=True, slots=True)
class _Self(Generic[T, R]):
    """Hold what loads the function."""

    prepare: Callable[[], Work[T, R]]

    def expect(self, items: int) -> None:
        """Do nothing: there is nobody to load in the meantime."""

    def map(self, items: Iterable[T]) -> Iterator[R | Lost[T]]:
        """Yield the result of each item in order; loads nothing where there are no items."""
        function: Work[T, R] | None = None
        rest = iter(items)
        while chunk := list(islice(rest, CHUNK)):
            function = function or self.prepare()
            yield from function(chunk)
