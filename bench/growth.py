"""Measure what taking up one more document costs in stores of 1,000, 10,000, ... documents that were made up.

`python -m bench growth --data FOLDER` makes the stores in FOLDER; `--split 1000,10000` names the sizes. The made-up
reports tell of shellings, bombings and captures at fifty towns, thirty reports a day, so that a larger store is a
longer war; `crowded 1000,10000` puts all of them into one month, so that a larger store is a denser one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from bench.report import Report, label
from standoff.codebook.load import Codebook, load
from standoff.comparing.compare import compare
from standoff.comparing.growing import recompare
from standoff.joining.copies import copied, recopied
from standoff.joining.growing import grow
from standoff.joining.join import join
from standoff.model.clock import Interval
from standoff.model.decision import NO_VERDICTS
from standoff.model.document import Block, Document, Raw, Reading, document_id
from standoff.model.entity import PartyRef, PlaceRef
from standoff.model.event import Argument, Event, Plover, event_id
from standoff.model.ids import digest
from standoff.model.record import Record
from standoff.model.run import Bundle, Run, run_of
from standoff.model.statement import Source, Statement, statement_id
from standoff.store.open import open_store
from standoff.store.protocol import Across, Regrown, Store

SIZES = (1_000, 10_000)
ADDED = 20  # documents whose joining is measured at each size
A_DAY, A_MONTH = 30, 30
RUN: Run = run_of("growth", "made up", "none")
WORDS = {"shelled": "shelling", "bombed": "bombing", "attacked": "attack", "captured": "capture"}
SIDES = tuple(PartyRef(f"side-{n}", f"Side {n}", None, "armed_force") for n in range(6))
TOWNS = tuple(
    PlaceRef(f"town-{n}", f"Town{n}", 10.0 + n // 10 * 0.7, 20.0 + n % 10 * 0.7, 5.0, None) for n in range(50)
)


def run(data: Path, split: str | None) -> Report:
    """Measure milliseconds of processor time that each part takes for one added document at each size."""
    asked = (split or "").replace("crowded", "").strip()
    sizes = tuple(int(size) for size in asked.split(",")) if asked else SIZES
    codebook = load()
    metrics: dict[str, float] = {}
    with TemporaryDirectory(dir=data) as folder:
        for size in sizes:
            days = A_MONTH if "crowded" in (split or "") else size // A_DAY + 1
            taken = _measured(Path(folder) / f"{size}.db", size, days, codebook)
            metrics |= {f"ms_{part}_at_{size}": found for part, found in taken.items()}
    return Report("growth", label(data), len(sizes), metrics)


def _measured(path: Path, size: int, days: int, codebook: Codebook) -> dict[str, float]:
    """Return the median of what each part of taking a document up in a store of some size costs."""
    made = [_bundle(number, days) for number in range(size + ADDED)]
    store = open_store(path, create=True)
    store.begin(RUN)
    _keep(store, made[:size])
    copies = copied(bundle.document for bundle in made[:size])
    record = replace(store.record(), copies=copies.links)
    joined = join(record, codebook)
    store.swap(Across(copies, joined, compare(record, joined.incidents, codebook)), RUN)
    taken: defaultdict[str, list[float]] = defaultdict(list)
    for bundle in islice(made, size, None):
        _keep(store, [bundle])
        for part, milliseconds in _taken_up(store, bundle.document.id, codebook):
            taken[part].append(milliseconds)
    store.close()
    found = {part: median(times) for part, times in taken.items()}
    return {**found, "all": sum(found.values())}


def _taken_up(store: Store, document: str, codebook: Codebook) -> Iterator[tuple[str, float]]:
    """Take a document up into what is joined, and yield the processor time of each part."""
    start = process_time()
    with store.shelves(_as_it_is) as shelves:
        copies = recopied([document], shelves.prints)
        yield "copies", (process_time() - start) * 1000
        start = process_time()
        growth = grow([document, *copies.moved], shelves.joined(copies), NO_VERDICTS, codebook)
        yield "join", (process_time() - start) * 1000
        start = process_time()
        recompared = recompare(growth, shelves.compared, NO_VERDICTS, codebook)
        yield "compare", (process_time() - start) * 1000
    start = process_time()
    store.regrow(Regrown(copies, growth, recompared), RUN)
    yield "write and sum", (process_time() - start) * 1000


def _as_it_is(record: Record) -> Record:
    """Return a record that nobody decided on."""
    return record


def _keep(store: Store, made: list[Bundle]) -> None:
    """Keep documents and what was derived from them."""
    store.add(Reading(b.document, Raw(b.document.raw_sha256, b.document.text.encode(), "text/plain")) for b in made)
    store.replace(*made)


def _bundle(number: int, days: int) -> Bundle:
    """Make one report up, the same for the same number."""
    random = Random(number)
    told = date(2022, 1, 1) + timedelta(days=random.randrange(days))
    events = [random.choice(sorted(WORDS)) for _ in range(3)]
    cast = [(random.choice(SIDES), random.choice(SIDES), random.choice(TOWNS)) for _ in events]
    lines = [
        f"{b.name} said {a.name} {word} its men at {t.name}, post {number}."
        for word, (a, b, t) in zip(events, cast, strict=True)
    ]
    document = _document(f"made-{number}.txt", "\n".join(lines), (told + timedelta(days=1)).isoformat())
    coded, said, at = [], [], 0
    for line, word, (actor, recipient, town) in zip(lines, events, cast, strict=True):
        start = at + line.index(word)
        said.append(_statement(document, at, (line, recipient)))
        voice, span = said[-1].id, (start, start + len(word))
        coded.append(_event(document, span, (actor, recipient, town), (told.isoformat(), voice)))
        at += len(line) + 1
    return Bundle(document, RUN.id, statements=tuple(said), events=tuple(coded))


def _statement(document: Document, at: int, told: tuple[str, PartyRef]) -> Statement:
    """Return the statement that a line is."""
    line, speaker = told
    cue = document.span(at + line.index("said"), at + line.index("said") + 4)
    content = document.span(cue.stop + 1, at + len(line) - 1)
    return Statement(
        id=statement_id(document.id, cue, content),
        document=document.id,
        source=Source(document.span(at, cue.start - 1), (speaker,), "explicit"),
        cue=(cue,),
        content=(content,),
        act="accuse",
        polarity="asserts",
        directness="indirect",
        principal=speaker,
    )


def _document(path: str, text: str, published: str) -> Document:
    """Return a text as a document."""
    return Document(
        id=document_id(text, None, path),
        text=text,
        text_sha256=digest(text.encode()),
        raw_sha256=digest(text.encode()),
        path=path,
        url=None,
        publisher=path,
        published=Interval(published, published, "stated"),
        language="en",
        blocks=(Block("paragraph", 0, len(text)),),
    )


def _event(
    document: Document, at: tuple[int, int], told: tuple[PartyRef, PartyRef, PlaceRef], said: tuple[str, str]
) -> Event:
    """Return an event told on a word."""
    actor, recipient, town = told
    day, voice = said
    trigger = document.span(*at)
    type_ = WORDS[trigger.quote]
    return Event(
        id=event_id(document.id, trigger, type_, voice),
        document=document.id,
        statement=voice,
        trigger=trigger,
        type=type_,
        plover=Plover("ASSAULT"),
        cameo=None,
        intensity=None,
        arguments=(Argument("actor", trigger, actor), Argument("recipient", trigger, recipient)),
        happened=Interval(day, day, "text"),
        place=town,
        factuality="certain+",
        frame="actual",
        rule="made up",
    )
