"""Measure the web application on a large store: each screen's data, first paint, and readers beside a writer.

The store is made by `bench.scaled` from the longest texts of the data folder (`--split` says of how many documents, by
default 100,000), or given as `--data FILE.db`. Each screen's address is asked for with ids drawn anew each time, so
that no answer is one given before. `cpu` is the processor time of the server for one answer, which other work on the
machine hardly changes; the rest is wall-clock time.
"""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import httpx

from bench.load import together
from bench.painting import painted
from bench.report import Report, label
from bench.scaled import build

DOCUMENTS = 100_000
ASKED = 12  # times each screen is asked for
STARTING = 120.0  # seconds the server may take to answer for the first time
_TICKS = os.sysconf("SC_CLK_TCK")
Ids = Mapping[str, list[str]]
_WORDS = ("border", "troops", "ceasefire", "denied", "shelling", "minister", "killed", "statement")

# 500 rows from all over a table, each looked up by its number: reading a large table through would take minutes.
_SPREAD = (
    "WITH RECURSIVE last(n) AS (SELECT max(rowid) FROM {table}), "
    "spread(n) AS (SELECT 1 UNION ALL SELECT spread.n + max(last.n / 500, 1) FROM spread, last LIMIT 500) "
    "SELECT id FROM {table} WHERE rowid IN (SELECT n FROM spread)"
)

# Screen -> its address; what stands in braces is drawn from the store.
SCREENS: Mapping[str, str] = {
    "record": "/api/record",
    "incidents": "/api/incidents?order=weight",
    "incidents by time": "/api/incidents?order=time&from={day}",
    "incidents of a party": "/api/incidents?party={party}",
    "incidents by words": "/api/incidents?q={word}",
    "incidents on a day": "/api/incidents?as_of={day}",
    "incident": "/api/incidents/{incident}",
    "incident on a day": "/api/incidents/{incident}?as_of={day}",
    "cards": "/api/incidents/{incident}/cards",
    "events": "/api/incidents/{incident}/events",
    "similar": "/api/incidents/{incident}/similar",
    "history": "/api/incidents/{incident}/history",
    "statement": "/api/statements/{statement}",
    "documents": "/api/documents?publisher={publisher}",
    "documents by words": "/api/documents?q={word}",
    "reader": "/api/documents/{document}",
    "actors": "/api/actors?as_of={day}",
    "actor": "/api/actors/{party}",
    "network": "/api/network?as_of={day}",
    "network of a party": "/api/network?party={party}",
    "contacts": "/api/contacts?from={day}",
    "casualties": "/api/casualties?from={day}",
    "sources": "/api/sources?as_of={day}",
    "source": "/api/sources/{publisher}",
    "agreements": "/api/agreements?as_of={day}",
    "agreement": "/api/agreements/{agreement}",
    "search": "/api/search?q={word}",
    "inbox": "/api/inbox",
    "briefing": "/api/briefing?as_of={day}",
    "queue": "/api/review/queue",
    "log": "/api/review/log",
}


def run(data: Path, split: str | None) -> Report:
    """Measure every screen, then readers beside a writer."""
    with tempfile.TemporaryDirectory() as folder:
        path = data if data.suffix == ".db" else Path(folder) / "large.db"
        if path is not data:
            build(data, path, int(split) if split else DOCUMENTS)
        ids = _ids(path)
        with _serving(path) as (address, process):
            metrics = _screens(address, ids, process)
            metrics |= painted(address, ids["incident"])
            metrics |= together(address, partial(_any, ids), ids["statement"])
        metrics["decisions_lost"] = metrics["decisions_taken"] - _decided(path)
        documents = _count(path, "documents")
        metrics |= {"documents": documents, "statements": _count(path, "statements")}
    return Report("web", label(data), int(documents), metrics)


def _count(path: Path, table: str) -> float:
    """Count the rows of a table."""
    with closing(sqlite3.connect(path)) as connection:
        return float(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def _decided(path: Path) -> float:
    """Count the decisions that this runner took."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT count(*) FROM decisions WHERE reviewer = ?"
        return float(connection.execute(query, (f"bench {os.getpid()}",)).fetchone()[0])


def _ids(path: Path) -> Ids:
    """Draw ids of each kind from the store."""
    queries = {
        "incident": "SELECT incident FROM incident_sums ORDER BY weight DESC LIMIT 2000",
        "statement": _SPREAD.format(table="statements"),
        "document": _SPREAD.format(table="documents"),
        "party": "SELECT party FROM party_sums GROUP BY party ORDER BY sum(speaks) DESC LIMIT 20",
        "publisher": "SELECT publisher FROM publisher_sums WHERE publisher != '' GROUP BY publisher LIMIT 50",
        "agreement": "SELECT DISTINCT agreement FROM agreement_links LIMIT 50",
        "day": "SELECT DISTINCT day FROM publisher_sums WHERE day != '' ORDER BY day",
    }
    with closing(sqlite3.connect(path)) as connection:
        found = {kind: [row[0] for row in connection.execute(query)] for kind, query in queries.items()}
    return found | {"word": list(_WORDS)}


def _drawn(pattern: str, ids: Ids, chance: random.Random) -> str:
    """Return an address with ids drawn; a count in an unused parameter makes each address a new one."""
    from urllib.parse import quote

    return pattern.format(**{kind: quote(chance.choice(held), safe="/") for kind, held in ids.items() if held})


def _any(ids: Ids, chance: random.Random) -> str:
    """Return the address of some screen."""
    return _drawn(chance.choice(list(SCREENS.values())), ids, chance)


@contextmanager
def _serving(path: Path) -> Iterator[tuple[str, int]]:
    """Serve a store from a process of its own; yields its address and its id."""
    command = [sys.executable, "-c", "from standoff.cli.main import main; main()"]
    with subprocess.Popen(
        [*command, "serve", "--store", str(path), "--port", "0"], stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None  # it is a pipe
            said = server.stdout.readline()
            address = said.rsplit(" ", 1)[-1].strip().rstrip("/")
            _await(address)
            yield address, server.pid
        finally:
            server.terminate()


def _await(address: str) -> None:
    """Wait until the server answers."""
    until = time.monotonic() + STARTING
    while True:
        try:
            httpx.get(f"{address}/api/session", timeout=STARTING)
            return
        except httpx.TransportError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def _cpu(process: int) -> float:
    """Return the processor seconds a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _screens(address: str, ids: Ids, process: int) -> dict[str, float]:
    """Ask for each screen again and again; returns its median and p95 in milliseconds, and the worst of them."""
    chance = random.Random(6)
    found: dict[str, float] = {}
    medians, late, cpus = [], [], []
    with httpx.Client(base_url=address, timeout=STARTING) as client:
        for name, pattern in SCREENS.items():
            took, before = [], _cpu(process)
            for _ in range(ASKED):
                start = time.perf_counter()
                client.get(_drawn(pattern, ids, chance)).raise_for_status()
                took.append(1000 * (time.perf_counter() - start))
            cpu = 1000 * (_cpu(process) - before) / ASKED
            median, p95 = statistics.median(took), sorted(took)[-max(1, ASKED // 20)]
            found |= {f"{name} median_ms": median, f"{name} p95_ms": p95, f"{name} cpu_ms": cpu}
            medians.append(median)
            late.append(p95)
            cpus.append(cpu)
    worst = {"worst_median_ms": max(medians), "worst_p95_ms": max(late), "worst_cpu_ms": max(cpus)}
    return worst | {"screens_within_200_ms": sum(m <= 200 for m in medians) / len(medians)} | found
