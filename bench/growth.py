"""Measure what taking up one more report costs beside 1,000, 10,000, ... reports that were made up.

`python -m bench growth` makes the stores in a temporary folder; `--data FOLDER` keeps them there, and measures those
that lie there already, if this version of the program made them. `--split 1000,100000` names the sizes; 100,000 take
about two minutes and 2.4 GB, 1,000,000 half an hour and 24 GB. A larger store is a longer war, with more theatres
(`bench.spread`); its ids are no content keys any more, so foreign keys are not looked at.
Given is processor time by part, in milliseconds, the median of some reports, and by the clock for all parts together;
reading and analysing their texts is not in it, for that asks nothing of the store.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from sqlalchemy import event

from bench.report import Report, label
from bench.spread import spread
from bench.world import RUN, World
from standoff import pipeline
from standoff.codebook.load import Codebook, load
from standoff.comparing.compare import compare
from standoff.comparing.growing import recompare
from standoff.intake import quiet
from standoff.joining.copies import copied, recopied
from standoff.joining.growing import grow
from standoff.joining.join import join
from standoff.model.decision import NO_VERDICTS
from standoff.model.document import Raw, Reading
from standoff.model.record import Record
from standoff.model.run import Bundle
from standoff.store.open import open_store
from standoff.store.protocol import Across, Regrown, Store

SIZES = (1_000, 10_000)
ADDED = 20  # reports whose taking up is measured at each size
BLOCK, DAYS = 1_000, 14  # reports of one theatre, in so many days


def run(data: Path | None, split: str | None) -> Report:
    """Measure milliseconds of processor time that each part takes for one more report at each size."""
    sizes = tuple(int(size) for size in split.split(",")) if split else SIZES
    with TemporaryDirectory() as folder:
        paths = _made(sizes, data or Path(folder), Path(folder) / "small.db")
        metrics = {f"ms_{part}_at_{size}": found for size, part, found in _measured(paths)}
    return Report("growth", label(data) if data else "reports made up", len(sizes), metrics)


def _made(sizes: Sequence[int], folder: Path, small: Path) -> dict[int, Path]:
    """Return a store of each size, made where the folder holds none."""
    paths = {size: folder / f"{size}.db" for size in sizes}
    missing = {size: path for size, path in paths.items() if not path.exists()}
    if missing:
        _join_all(small, load())
    for size, path in missing.items():
        spread(small, path, max(1, size // BLOCK), DAYS)
    return paths


def _join_all(path: Path, codebook: Codebook) -> None:
    """Make the store of one theatre, joined as a whole."""
    world = World(DAYS - 2)
    with closing(open_store(path, create=True)) as store:
        store.begin(RUN)
        _keep(store, [world.bundle(number) for number in range(BLOCK)])
        record = store.record()
        copies = copied(record.documents.values())
        record = replace(record, copies=copies.links)
        joined = join(record, codebook)
        store.swap(Across(copies, joined, compare(record, joined.incidents, codebook)), RUN)


@dataclass
class _Clock:
    """Hold the milliseconds of processor time that parts took, by part."""

    taken: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    @contextmanager
    def over(self, part: str, told: Callable[[], float] = process_time) -> Iterator[None]:
        """Measure one part, by processor time or by another clock."""
        start = told()
        yield
        self.taken[part].append((told() - start) * 1000)


def _measured(paths: Mapping[int, Path]) -> Iterator[tuple[int, str, float]]:
    """Yield the median of what each part of taking a report up costs at each size, the stores in turns."""
    clocks, codebook, world = {size: _Clock() for size in paths}, load(), World(DAYS - 2)
    with ExitStack() as opened:
        stores = {size: opened.enter_context(closing(open_store(path))) for size, path in paths.items()}
        taken = {size: store.counts()["documents"] % BLOCK for size, store in stores.items()}  # reports measured before
        for store in stores.values():
            event.listen(store.engine, "checkout", _trusting)  # type: ignore[attr-defined] # a store of this machine has one
        for number in range(BLOCK, BLOCK + ADDED):
            for size, store in stores.items():
                clock, bundle = clocks[size], world.bundle(number + taken[size])
                with clock.over("all"), clock.over("all_by_the_clock", perf_counter):
                    _take_up(store, bundle, codebook, clock)
    for size, clock in clocks.items():
        yield from ((size, part, median(times)) for part, times in clock.taken.items())


def _take_up(store: Store, bundle: Bundle, codebook: Codebook, clock: _Clock) -> None:
    """Take a report up in the steps of a run, and measure each."""
    with clock.over("keep"):
        store.add([_reading(bundle)])
    with clock.over("pending"):
        store.begin(RUN)
        assert store.pending(RUN) == (bundle.document.id,)
    with clock.over("date"):
        store.date(pipeline.datings(store, quiet))
    with clock.over("write"):
        store.replace(bundle)
    with clock.over("touched"):
        touched = store.touched(RUN)
        assert touched is not None
        assert len(touched) == 1
    with store.shelves(_as_it_is) as shelves:
        with clock.over("copies"):
            copies = recopied(touched, shelves.prints)
        with clock.over("join"):
            growth = grow({*touched, *copies.moved}, shelves.joined(copies), NO_VERDICTS, codebook)
        with clock.over("compare"):
            recompared = recompare(growth, shelves.compared, NO_VERDICTS, codebook)
    with clock.over("write and sum"):
        store.regrow(Regrown(copies, growth, recompared), RUN)
    with clock.over("count"):
        store.counts()


def _trusting(connection: Any, *_: Any) -> None:
    """Look at no foreign keys."""
    connection.execute("PRAGMA foreign_keys=OFF")


def _as_it_is(record: Record) -> Record:
    """Return a record that nobody decided on."""
    return record


def _keep(store: Store, made: list[Bundle]) -> None:
    """Keep documents and what was derived from them."""
    store.add(map(_reading, made))
    store.replace(*made)


def _reading(bundle: Bundle) -> Reading:
    """Return a report as it is read."""
    document = bundle.document
    return Reading(document, Raw(document.raw_sha256, document.text.encode(), "text/plain"))
