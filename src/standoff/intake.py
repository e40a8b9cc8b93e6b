"""Read paths into the store: what is new is kept, what fails is a row, and what was seen is counted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from standoff.codebook.load import Codebook
from standoff.model.document import Reading
from standoff.model.run import Failure
from standoff.reading.inputs import shown
from standoff.reading.read import read, read_stream
from standoff.store.protocol import Store

TOGETHER = 32  # documents kept in one transaction: what a run that is killed has to do again
Progress = Callable[[str, int, int | None], None]  # stage, how many are done, of how many if that is known


def quiet(_stage: str, _done: int, _total: int | None) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Hold whom to tell while documents are read: a crew, that it will have so many to analyse, and the user."""

    expect: Callable[[int], None]
    progress: Progress


@dataclass(frozen=True, slots=True)
class Seen:
    """Hold which documents (ids) one reading came upon, how many of them were new, and what could not be read."""

    documents: frozenset[str]
    failures: tuple[Failure, ...]
    new: int


def keep(paths: Sequence[str], store: Store, codebook: Codebook, watch: Watch) -> Seen:
    """Read all paths, keep what is new in the store, and return what was seen."""
    found = _without_own(chain.from_iterable(_read(path, codebook) for path in paths), Path(store.address))
    documents: set[str] = set()
    failures: list[Failure] = []
    new = 0
    while batch := list(islice(found, TOGETHER)):
        readings = [item for item in batch if isinstance(item, Reading)]
        failures += [item for item in batch if isinstance(item, Failure)]
        new += len(store.add(readings).new)
        documents.update(reading.document.id for reading in readings)
        watch.expect(new)
        watch.progress("reading", len(documents), None)
    store.fail(failures, [shown(Path(path)) for path in paths])
    return Seen(frozenset(documents), tuple(failures), new)


def _without_own(found: Iterable[Reading | Failure], file: Path) -> Iterator[Reading | Failure]:
    """Pass on what is found but the files of the store itself, which may lie among the reports and are none."""
    for item in found:
        if not (isinstance(item, Failure) and _belongs(Path(item.path), file)):
            yield item


def _belongs(path: Path, file: Path) -> bool:
    """Tell whether a path is that of a file, or of one beside it: its log of changes, views that people keep."""
    own = path.name == file.name or path.name.startswith((f"{file.name}-", f"{file.name}."))
    return own and path.parent.resolve() == file.parent.resolve()


def _read(path: str, codebook: Codebook) -> Iterator[Reading | Failure]:
    """Read a file, a folder, or `-` for JSONL on standard input."""
    if path == "-":
        return read_stream(sys.stdin.buffer, codebook.publishers)
    return read(path, codebook.publishers)
