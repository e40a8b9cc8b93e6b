"""Read the settings of the environment once into one frozen object that is passed down."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from standoff.errors import SettingsError

T = TypeVar("T", int, float)


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold what the environment sets.

    `store` (STANDOFF_STORE): path of the store, or its sqlite:/// URL, for commands without `--store`.
    `workers` (STANDOFF_WORKERS): processes that analyse documents; by default as many as there are cores.
    `busy_seconds` (STANDOFF_BUSY_SECONDS): how long to wait for another process to let go of the store, default 10.
    `attribution` (STANDOFF_ATTRIBUTION): how it is found who said what: `both`, by rules and the trained tagger
    (the default); `rules` alone, which is faster and misses more; or `tagger` alone. Set it alike for all commands on
    a store: a record made another way counts as out of date.
    `data` (STANDOFF_DATA): folder for files built once, such as the gazetteer; by default the user's data folder.
    `reviewer` (STANDOFF_REVIEWER): name that goes into the review log, by default the user's.
    """

    store: str | None
    workers: int
    busy_seconds: float
    reviewer: str | None
    data: Path
    attribution: str = "both"


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of an environment; raises SettingsError that names the variable."""
    return Settings(
        store=environment.get("STANDOFF_STORE") or None,
        workers=_number(environment, "STANDOFF_WORKERS", int, cores()),
        busy_seconds=_number(environment, "STANDOFF_BUSY_SECONDS", float, 10.0),
        reviewer=environment.get("STANDOFF_REVIEWER") or None,
        data=Path(environment.get("STANDOFF_DATA") or data_folder(environment)),
        attribution=attribution(environment),
    )


def attribution(environment: Mapping[str, str] = os.environ) -> str:
    """Return how it is found who said what, which each document's run is named by; raises SettingsError."""
    return _choice(environment, "STANDOFF_ATTRIBUTION", "both", "rules", "tagger")


def data_folder(environment: Mapping[str, str]) -> Path:
    """Return the platform's folder for this program's user data."""
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home()) / "standoff"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "standoff"
    return Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "standoff"


def cores() -> int:
    """Return the number of processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _choice(environment: Mapping[str, str], name: str, *choices: str) -> str:
    """Return a word of the environment, or the first choice where it is not set."""
    value = environment.get(name) or choices[0]
    if value not in choices:
        raise SettingsError(f"{name} must be {' or '.join(choices)}, not {value!r}: correct or unset it.")
    return value


def _number(environment: Mapping[str, str], name: str, parse: Callable[[str], T], default: T) -> T:
    """Return a positive number of the environment, or the default where it is not set."""
    value = environment.get(name)
    if not value:
        return default
    try:
        number = parse(value)
    except ValueError as error:
        raise SettingsError(f"{name} must be a number, not {value!r}: correct or unset it.") from error
    if not 0 < number < float("inf"):
        raise SettingsError(f"{name} must be above 0, not {value}: correct or unset it.")
    return number
