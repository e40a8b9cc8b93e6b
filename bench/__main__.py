"""Run `python -m bench NAME --data PATH [--split NAME] [--json]`, or `python -m bench gate`."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

RUNNERS = (
    "attribution",
    "acts",
    "time",
    "place",
    "quantity",
    "coding",
    "events",
    "joining",
    "discrepancies",
    "timeline",
    "reading",
    "speakers",
    "growth",
    "speed",
    "web",
)
MAKING = ("growth",)  # runners that make their data up


def main(arguments: list[str] | None = None) -> int:
    """Run one runner and print its report; runners are modules with `run(data, split) -> Report`."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("name", choices=(*RUNNERS, "gate"))
    parser.add_argument("--data", type=Path)
    parser.add_argument("--split")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--folds", choices=["conflict"], help="attribution, acts, events: fitted without a conflict")
    parser.add_argument(
        "--weights", type=Path, help="attribution: folder of weights, with --folds one of a folder each"
    )
    parser.add_argument("--errors", action="store_true", help="attribution: print errors by kind, with examples")
    options = parser.parse_args(arguments)
    if options.name == "gate":
        return int(importlib.import_module("bench.gate").gate())
    if (options.data is None and options.name not in MAKING) or (options.data and not options.data.exists()):
        print(f"--data must be a folder or file that exists, not {options.data}.", file=sys.stderr)
        return 2
    special = {key: value for key in ("folds", "weights", "errors") if (value := getattr(options, key))}
    if options.name != "attribution" and set(special) - ({"folds"} if options.name in ("acts", "events") else set()):
        parser.error(f"--{next(iter(special))} is not for {options.name}.")
    report = importlib.import_module(f"bench.{options.name}").run(options.data, options.split, **special)
    print(report.as_json() if options.json else report.as_table())
    return 0


if __name__ == "__main__":
    sys.exit(main())
