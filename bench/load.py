"""Let many readers and one writer work on a server at once, with `wrk` where it is installed, else with a client here.

`wrk` draws addresses from a list made beforehand; the client of this process draws ids anew each time. Both say who
they are (`by_wrk`), for a client in Python takes part of the processor from the server.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import shutil
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

READERS, SECONDS = 50, 60.0
PATIENCE = 120.0  # seconds after which an answer counts as none
DRAWN = 2_000  # addresses among which wrk draws
_MARK = {"X-Standoff": "1"}
_LATENCY = re.compile(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s|m)\s*$", re.MULTILINE)
_TOTAL = re.compile(r"(\d+) requests in")
_REFUSED = re.compile(r"Non-2xx or 3xx responses: (\d+)")
_BROKEN = re.compile(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)")
_MS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}
_SCRIPT = """
local paths = {{}}
for line in io.lines("{paths}") do paths[#paths + 1] = line end
local number = 0
function setup(thread) number = number + 1; thread:set("seed", number) end
function init() math.randomseed(seed) end
function request() return wrk.format("GET", paths[math.random(#paths)]) end
"""


@dataclass
class Tally:
    """Count what readers and the writer got."""

    answers: int = 0
    errors: int = 0
    taken: int = 0
    took: list[float] = field(default_factory=list)


def together(address: str, draw: Callable[[random.Random], str], statements: Sequence[str]) -> dict[str, float]:
    """Let readers and one writer work at once; `draw` gives an address, `statements` are decided on."""
    return asyncio.run(_together(address, draw, statements))


async def _together(address: str, draw: Callable[[random.Random], str], statements: Sequence[str]) -> dict[str, float]:
    """Count answers, errors and decisions, with the median and the 99th percentile of the readers' waiting."""
    tally, program = Tally(), shutil.which("wrk")
    until = time.monotonic() + SECONDS
    async with httpx.AsyncClient(base_url=address, timeout=PATIENCE) as client:
        writer = asyncio.create_task(_writer(client, statements, until, tally))
        read = _with_wrk(program, address, draw, tally) if program else _here(address, draw, until, tally)
        waited = await read
        await writer
    return {
        "readers": READERS,
        "by_wrk": float(program is not None),
        "answers_per_second": tally.answers / SECONDS,
        "answers": tally.answers,
        "errors": tally.errors,
        "decisions_taken": tally.taken,
        **waited,
    }


async def _with_wrk(program: str, address: str, draw: Callable[[random.Random], str], tally: Tally) -> dict[str, float]:
    """Read with wrk."""
    chance = random.Random(50)
    with TemporaryDirectory() as folder:
        paths, script = Path(folder) / "paths.txt", Path(folder) / "read.lua"
        paths.write_text("\n".join(draw(chance) for _ in range(DRAWN)), "utf-8")
        script.write_text(_SCRIPT.format(paths=paths), "utf-8")
        shape = ["-t2", f"-c{READERS}", f"-d{SECONDS:.0f}s", f"--timeout={PATIENCE:.0f}s", "--latency"]
        running = await asyncio.create_subprocess_exec(
            program, *shape, "-s", str(script), address, stdout=asyncio.subprocess.PIPE
        )
        told, _ = await running.communicate()
    return read_wrk(told.decode(), tally)


def read_wrk(told: str, tally: Tally) -> dict[str, float]:
    """Count what wrk reports; returns how long readers waited in milliseconds."""
    total, refused, broken = _TOTAL.search(told), _REFUSED.search(told), _BROKEN.search(told)
    tally.errors += int(refused[1]) if refused else 0
    tally.errors += sum(map(int, broken.groups())) if broken else 0
    tally.answers += (int(total[1]) if total else 0) - (int(refused[1]) if refused else 0)
    waited = {part: float(number) * _MS[unit] for part, number, unit in _LATENCY.findall(told)}
    return {"together_median_ms": waited.get("50", 0.0), "together_p99_ms": waited.get("99", 0.0)}


async def _here(address: str, draw: Callable[[random.Random], str], until: float, tally: Tally) -> dict[str, float]:
    """Read with a client in this process."""
    limits = httpx.Limits(max_connections=READERS)
    async with httpx.AsyncClient(base_url=address, timeout=PATIENCE, limits=limits) as client:
        await asyncio.gather(*(_reader(client, draw, (random.Random(n), until), tally) for n in range(READERS)))
    took = sorted(tally.took) or [0.0]
    return {"together_median_ms": statistics.median(took), "together_p99_ms": took[int(0.99 * (len(took) - 1))]}


async def _reader(
    client: httpx.AsyncClient,
    draw: Callable[[random.Random], str],
    given: tuple[random.Random, float],
    tally: Tally,
) -> None:
    """Read one screen after another."""
    chance, until = given
    while time.monotonic() < until:
        start = time.perf_counter()
        if await _went(partial(client.get, draw(chance)), tally):
            tally.answers += 1
            tally.took.append(1000 * (time.perf_counter() - start))


async def _writer(client: httpx.AsyncClient, statements: Sequence[str], until: float, tally: Tally) -> None:
    """Decide on one statement after another."""
    number = 0
    while time.monotonic() < until:
        target = statements[number % len(statements)]
        body = {"verb": "accept", "target": target, "reviewer": f"bench {os.getpid()}", "reason": f"read {number}"}
        tally.taken += await _went(partial(client.post, "/api/decisions", json=body, headers=_MARK), tally)
        number += 1


async def _went(ask: Callable[[], Awaitable[httpx.Response]], tally: Tally) -> bool:
    """Ask once, and tell whether it was answered well."""
    try:
        answer = await ask()
    except httpx.TransportError:
        tally.errors += 1
        return False
    tally.errors += answer.status_code >= 400
    return bool(answer.status_code < 400)
