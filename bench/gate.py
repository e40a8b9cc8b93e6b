"""Compare every runner with the floors in floors.json and fail on a drop.

A floor names the runner, its data below the shared folder, a digest and count of that data, the least each metric of
`metrics` may be, and the most each of `ceilings` (errors) may be; `folds` scores what was fitted without the part
scored. A floor that was lowered carries a `reason`.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import math
import operator
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.report import Report

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
BOUNDS = {">=": ("floor", operator.ge), "<=": ("ceiling", operator.le)}
SHARED = Path(os.environ.get("STANDOFF_SHARED", HERE.parents[1] / "shared"))


@dataclass(frozen=True, slots=True)
class Floor:
    """Hold the least that a runner must reach on one set of data."""

    runner: str
    data: str
    split: str | None
    digest: str
    n: int
    metrics: Mapping[str, float]
    ceilings: Mapping[str, float]
    folds: str | None = None
    reason: str | None = None

    def report(self, shared: Path) -> Report:
        """Run the runner on its data; with `folds`, fitted anew without each part that is scored."""
        run = importlib.import_module(f"bench.{self.runner}").run
        report: Report = run(shared / self.data, self.split, **({"folds": self.folds} if self.folds else {}))
        return report


def read_floors(path: Path = FLOORS) -> tuple[Floor, ...]:
    """Read the floors."""
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Floor(
            row["runner"],
            row["data"],
            row.get("split"),
            row["digest"],
            row["n"],
            row["metrics"],
            row.get("ceilings", {}),
            row.get("folds"),
            row.get("reason"),
        )
        for row in rows
    )


def digest_of(path: Path) -> str:
    """Return the first 16 hex digits of a SHA-256 over names and bytes of all files below a path."""
    total = hashlib.sha256()
    for item in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if item.is_file():
            total.update(item.name.encode() + b"\0" + item.read_bytes() + b"\0")
    return total.hexdigest()[:16]


def check(floor: Floor, shared: Path) -> Iterator[str]:
    """Yield one sentence for each way in which a runner falls short of its floor."""
    data = shared / floor.data
    if digest_of(data) != floor.digest:
        yield f"{floor.runner}: the data in {floor.data} are not those the floor was measured on"
        return
    report = floor.report(shared)
    if report.n < floor.n:
        yield f"{floor.runner} on {floor.data}: scored only {report.n} items, the floor {floor.n}"
    for name, least in floor.metrics.items():
        yield from _short(floor, name, report.metrics.get(name), least, ">=")
    for name, most in floor.ceilings.items():
        yield from _short(floor, name, report.metrics.get(name), most, "<=")


def _short(floor: Floor, name: str, reached: float | None, bound: float, relation: str) -> Iterator[str]:
    """Yield a sentence where a metric is not `relation` its bound; print that it is otherwise."""
    kind, holds = BOUNDS[relation]
    if reached is None or not holds(reached, bound):
        yield f"{floor.runner} on {floor.data}: {name} is {reached}, the {kind} {bound}"
    else:
        print(f"ok  {floor.runner:<14} {floor.data:<32} {name:<24} {reached:.4g} {relation} {bound:.4g}", flush=True)


def gate(shared: Path = SHARED, floors: Path = FLOORS) -> int:
    """Check all floors; return 0 when all hold, 1 otherwise; says which data are absent."""
    problems: list[str] = []
    for floor in read_floors(floors):
        if not (shared / floor.data).exists():
            print(f"--  {floor.runner:<14} {floor.data:<32} not checked: no such data beside this checkout")
            continue
        problems += check(floor, shared)
    for problem in problems:
        print(f"BAD {problem}")
    print(f"{len(problems)} floors broken" if problems else "all floors hold")
    return 1 if problems else 0


def raised(floor: Floor, shared: Path = SHARED, slack: float = 0.99) -> dict[str, Any]:
    """Return a floor's row from a fresh run: each metric a hundredth below, each ceiling as, what it is now."""
    report = floor.report(shared)
    row: dict[str, Any] = {"runner": floor.runner, "data": floor.data, "digest": digest_of(shared / floor.data)}
    row["n"] = report.n
    row["metrics"] = {name: round(report.metrics[name] * slack, 3) for name in floor.metrics}
    row["ceilings"] = {name: math.ceil(report.metrics[name] * 1000) / 1000 for name in floor.ceilings}
    return row | {key: value for key in ("split", "folds", "reason") if (value := getattr(floor, key))}


def raise_floors(shared: Path = SHARED, floors: Path = FLOORS) -> None:
    """Write the floors again from fresh runs; a floor never falls, a ceiling never rises."""
    rows = []
    for old in read_floors(floors):
        row = raised(old, shared)
        row["metrics"] = {name: max(value, old.metrics[name]) for name, value in row["metrics"].items()}
        row["ceilings"] = {name: min(value, old.ceilings[name]) for name, value in row["ceilings"].items()}
        rows.append(row)
    floors.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise_floors()
