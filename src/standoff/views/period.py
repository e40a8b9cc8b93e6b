"""Bound what is shown by days: happened from and to, and published since."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """Bound what is shown: happened from and to (ISO days, inclusive), and published since a day."""

    first: str | None = None
    last: str | None = None
    since: str | None = None


ALWAYS = Period()
