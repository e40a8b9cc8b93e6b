"""Measure the whole run beside the bare spaCy pipeline on the same texts, memory, start-up, and looking things up.

The reports of the data folder are repeated to 1,000 documents, each repetition some weeks later and with other figures,
so that they are no copies of one another. Bare spaCy is the same pipeline as it comes: its own multiplications, nothing
remembered of words (a run parses another way, `annotating/parsing/analysis.py`). Seconds are processor time of all
processes where that is said (`cpu`), which other work on the machine hardly changes, else wall-clock time.
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
from typing import Any

from bench.growing import grow
from bench.report import Report, label
from standoff import pipeline
from standoff.annotating.parsing.language import load_bare, parsed_ahead
from standoff.codebook.load import load
from standoff.comparing.compare import compare
from standoff.engines.base import CHUNK, Work
from standoff.engines.local import Local
from standoff.errors import EngineError, ReadingError
from standoff.joining.copies import find_copies
from standoff.joining.join import join
from standoff.model.clock import on_day
from standoff.model.document import Document, Reading
from standoff.reading.read import read
from standoff.store.open import open_store
from standoff.store.packing import pack

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
            **steps_and_across(texts[: min(size, 100)], folder / "record.db", words),
            **time_longer(max(texts, key=lambda text: len(text.text))),
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
    """Load the language pipeline as it comes and return the function that only runs it, document by document."""
    pipeline = load_bare()
    return lambda documents: (len(pipeline(document.text)) for document in documents)


def bare_batches() -> Work[Document, int]:
    """Load the language pipeline as it comes and return the function that runs it over batches, as fast as it can."""
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
    meter = Meter(sum(len(document.text.split()) for document in documents))
    steps = {name: getattr(pipeline, name) for name in ("annotate", "ground", "attribute", "code", "entities")}
    bare_parse, packing = meter.of("bare spaCy", load_bare()), meter.of("pack", pack)
    try:
        for name, function in steps.items():
            setattr(pipeline, name, meter.of(name, function))
        for start in range(0, len(documents), CHUNK):
            some = documents[start : start + CHUNK]
            ahead = meter.of("parse", parsed_ahead)(some, models.language)
            for document in some:
                packing(pipeline.process(document, codebook, replace(models, language=ahead)))
                bare_parse(document.text)
    finally:
        for name, function in steps.items():
            setattr(pipeline, name, function)
    found = {f"{name} µs a word": taken for name, taken in meter.rates().items()}
    return {**found, "attributing words a second on two": 2e6 / found["attribute µs a word"]}


def steps_and_across(documents: list[Document], store: Path, words: int) -> dict[str, float]:
    """Return what each step costs, and coding, joining and comparing together beside the bare pipeline."""
    found = time_steps(documents) | time_across(store, words)
    late = sum(found[f"{name} µs a word"] for name in ("code", "copies", "join", "compare"))
    return {**found, "coding, joining and comparing to bare spaCy": late / found["bare spaCy µs a word"]}


def time_across(store: Path, words: int) -> dict[str, float]:
    """Return microseconds of processor time a word that copies, joining and comparing take, all anew."""
    codebook, opened = load(), open_store(store)
    record = opened.record()
    opened.close()
    meter = Meter(words)
    record = replace(record, copies=meter.of("copies", find_copies)(record.documents.values()))
    joined = meter.of("join", join)(record, codebook)
    meter.of("compare", compare)(record, joined.incidents, codebook)
    return {f"{name} µs a word": taken for name, taken in meter.rates().items()}


def time_longer(document: Document) -> dict[str, float]:
    """Return what a text ten times as long costs, in times the text: 10 where cost is linear."""
    codebook, models = load(), pipeline.load_models()
    text = "\n\n".join([document.text] * 4)  # long enough that what costs the same for any text does not show
    shorter, longer = (replace(document, text="\n\n".join([text] * times), blocks=()) for times in (1, 10))
    pipeline.process(shorter, codebook, models)  # what is looked up once, for both
    taken = []
    for one in (shorter, longer):
        start = time.process_time()
        pipeline.process(one, codebook, models)
        taken.append(time.process_time() - start)
    return {"cost of a text ten times as long": taken[1] / taken[0]}


@dataclass
class Meter:
    """Add up the processor time of functions by name, for so many words."""

    words: int
    taken: dict[str, float] = field(default_factory=dict)

    def of(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that does the same, metered."""

        def call(*arguments: Any) -> Any:
            start = time.process_time()
            result = function(*arguments)
            self.taken[name] = self.taken.get(name, 0.0) + time.process_time() - start
            return result

        return call

    def rates(self) -> dict[str, float]:
        """Return microseconds a word."""
        return {name: 1e6 * seconds / self.words for name, seconds in self.taken.items()}


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
