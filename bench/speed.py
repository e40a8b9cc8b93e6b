"""Measure the whole run beside the bare spaCy pipeline on the same texts, memory, start-up, and looking things up.

The reports of the data folder are repeated to 1,000 documents, each repetition some weeks later and with other figures,
so that they are no copies of one another. Seconds are processor time of all processes where that is said (`cpu`), which
other work on the machine hardly changes, else wall-clock time.
"""

from __future__ import annotations

import json
import os
import re
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from itertools import count, islice
from pathlib import Path

from bench.growing import grow
from bench.report import Report, label
from standoff import pipeline
from standoff.codebook.load import load
from standoff.engines.base import Work
from standoff.engines.local import Local
from standoff.errors import EngineError, ReadingError
from standoff.model.clock import on_day
from standoff.model.document import Document, Reading
from standoff.reading.read import read

DOCUMENTS = 1_000
PROCESSES = 2
WEEKS_APART = 6
STARTS = (("--help",), ("show", "--help"), ("matrix", "--help"), ("--version",))


@dataclass
class Clock:
    """Hold what one measured stretch took: wall-clock and processor seconds, and the most memory in MB."""

    wall: float = 0.0
    cpu: float = 0.0
    peak: float = 0.0
    _stop: threading.Event = field(default_factory=threading.Event)


def run(data: Path, split: str | None) -> Report:
    """Measure on the reports of a folder; `split` is the number of documents where it should be another than 1,000."""
    size = int(split) if split else DOCUMENTS
    sources = [found.document for found in read(data, load().publishers) if isinstance(found, Reading)]
    if not sources:
        raise ReadingError(f"{data} holds no report that can be read.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = list(islice(distinct(varied(sources)), size))
        words = sum(len(text.text.split()) for text in texts)
        write(texts, folder / "reports.jsonl")
        alone, batched = time_bare(texts), time_bare(texts, bare_batches)
        whole = time_run(folder)
        again = time_run(folder)
        metrics = {
            "ratio cpu": whole.cpu / alone.cpu,
            "ratio wall": whole.wall / alone.wall,
            "ratio cpu to batches": whole.cpu / batched.cpu,
            "documents a second": size / whole.wall,
            "words a second": words / whole.wall,
            "bare spaCy words a second": words / alone.wall,
            "peak MB": whole.peak,
            "seconds of a run with nothing new": again.wall,
            **time_steps(texts[: min(size, 100)]),
            **time_starts(),
            **time_lookups(folder / "record.db"),
        }
    return Report("speed", label(data), size, metrics)


def varied(sources: list[Document]) -> Iterator[Document]:
    """Yield the documents again and again, each round some weeks later and with other figures."""
    for round_ in count():
        for source in sources:
            text = re.sub(r"\b[1-9]\d{1,2}\b", partial(_other_figure, round_), source.text)
            day = source.published.first_day
            published = on_day(day + timedelta(weeks=WEEKS_APART * round_), "stated") if day else source.published
            yield replace(source, id=f"{source.id}-{round_}", text=text, published=published)


def distinct(documents: Iterable[Document]) -> Iterator[Document]:
    """Yield documents whose text has not been yet: a run keeps those without figures once, and so they count once."""
    seen: set[str] = set()
    for document in documents:
        if document.text not in seen:
            seen.add(document.text)
            yield document


def _other_figure(round_: int, found: re.Match[str]) -> str:
    """Return another number of as many digits, so that offsets stay."""
    least = 10 ** (len(found[0]) - 1)
    return str(least + (int(found[0]) - least + round_) % (9 * least))


def write(documents: Iterable[Document], path: Path) -> None:
    """Write documents as JSON lines that `run` reads."""
    with path.open("w", encoding="utf-8") as lines:
        for document in documents:
            row = {
                "id": document.id,
                "text": document.text,
                "publisher": document.publisher,
                "published": document.published.earliest,
                "language": "en",
            }
            lines.write(json.dumps({key: value for key, value in row.items() if value}) + "\n")


def bare() -> Work[Document, int]:
    """Load the bare language pipeline and return the function that does nothing but run it, document by document."""
    from standoff.annotating.language import load_bare

    pipeline = load_bare()
    return lambda documents: (len(pipeline(document.text)) for document in documents)


def bare_batches() -> Work[Document, int]:
    """Load the bare language pipeline and return the function that runs it over batches, as fast as it can."""
    from standoff.annotating.language import load_bare

    pipeline = load_bare()
    return lambda documents: map(len, pipeline.pipe([document.text for document in documents]))


def time_bare(documents: list[Document], way: Callable[[], Work[Document, int]] = bare) -> Clock:
    """Run the bare pipeline over documents in as many processes."""
    with timed() as clock, Local(PROCESSES).crew(way) as crew:
        for _ in crew.map(documents):
            pass
    return clock


def time_run(folder: Path) -> Clock:
    """Run `standoff run` into a store of the folder."""
    with timed() as clock:
        _standoff(
            "run", str(folder / "reports.jsonl"), "--store", str(folder / "record.db"), "--workers", str(PROCESSES)
        )
    return clock


def _standoff(*arguments: str) -> str:
    """Run a command and return what it prints; one that fails ends the measurement."""
    command = [sys.executable, "-c", "from standoff.cli.main import main; main()", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise EngineError(f"`standoff {' '.join(arguments)}` ended with {done.returncode}: {done.stderr}")
    return done.stdout


@contextmanager
def timed() -> Iterator[Clock]:
    """Measure the work of this process's children: time, and their memory together, sampled."""
    clock = Clock()
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    sampler = threading.Thread(target=_sample, args=(clock,), daemon=True)
    sampler.start()
    try:
        yield clock
    finally:
        clock._stop.set()
        sampler.join()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        clock.wall = time.perf_counter() - start
        clock.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _sample(clock: Clock) -> None:
    """Note the most memory that the descendants of this process have had at one time."""
    while not clock._stop.wait(0.2):
        clock.peak = max(clock.peak, sum(map(_memory, _descendants(os.getpid()))) / 1e6)


def _descendants(process: int) -> list[int]:
    """Return all processes below one (Linux)."""
    found = []
    waiting = [process]
    while waiting:
        try:
            tasks = Path(f"/proc/{waiting.pop()}/task").iterdir()
            children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:  # it has just ended
            continue
        found += children
        waiting += children
    return found


def _memory(process: int) -> int:
    """Return the bytes of memory a process has to itself, its share of what it shares included (PSS)."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:  # it has just ended
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def time_steps(documents: list[Document]) -> dict[str, float]:
    """Return microseconds of processor time a word in each of the first steps, in this process."""
    codebook, models = load(), pipeline.load_models()
    taken: dict[str, float] = {}
    words = sum(len(document.text.split()) for document in documents)

    def metered(name: str, function: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            start = time.process_time()
            result = function(*arguments)
            taken[name] = taken.get(name, 0.0) + time.process_time() - start
            return result

        return call

    steps = {name: getattr(pipeline, name) for name in ("annotate", "ground", "attribute", "code", "entities")}
    parse = models.language.parse
    meter = metered("parse", parse)
    try:
        for name, function in steps.items():
            setattr(pipeline, name, metered(name, function))
        language = _Metered(models.language, meter)
        for document in documents:
            pipeline.process(document, codebook, replace(models, language=language))  # type: ignore[arg-type] # same shape
    finally:
        for name, function in steps.items():
            setattr(pipeline, name, function)
    taken["annotate"] -= taken["parse"]
    return {f"{name} µs a word": 1e6 * seconds / words for name, seconds in taken.items()}


class _Metered:
    """Stand in for a language pipeline, metering its parse."""

    def __init__(self, language: object, parse: Callable[..., object]) -> None:
        self._language = language
        self.parse = parse

    def __getattr__(self, name: str) -> object:
        return getattr(self._language, name)


def time_starts() -> dict[str, float]:
    """Return the median wall-clock seconds of commands that need no language."""
    return {f"seconds of standoff {' '.join(words)}": _median(partial(_standoff, *words)) for words in STARTS}


def _median(action: Callable[[], object], times: int = 5) -> float:
    """Return the median wall-clock seconds of an action."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def time_lookups(store: Path) -> dict[str, float]:
    """Return the median wall-clock seconds of looking up the largest incident of a store of 10,000 documents."""
    held = grow(store)
    with sqlite3.connect(store) as connection:
        query = "SELECT id FROM incidents ORDER BY length(id), documents_count DESC, events_count DESC, id LIMIT 1"
        (incident,) = connection.execute(query).fetchone()
    connection.close()
    commands = {"show": ("show",), "show incident": ("show", "incident", incident), "matrix": ("matrix", incident)}
    found = {
        f"seconds of {name} among {held} documents": _median(partial(_standoff, *words, "--store", str(store)))
        for name, words in commands.items()
    }
    return {**found, "MB of that store": store.stat().st_size / 1e6}
