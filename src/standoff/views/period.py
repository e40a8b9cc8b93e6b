"""Bound what is shown by days: happened from and to, and published since."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """Bound what is shown: happened from and to (ISO days, inclusive), and published since a day."""

    first: str | None = None
    last: str | None = None
    since: str | None = None

    @property
    def bounds(self) -> dict[str, str | None]:
        """Return the bounds as a question takes them."""
        return {"first": self.first, "last": self.last, "since": self.since}

    @property
    def words(self) -> str:
        """Say what the period bounds: `from 2021-05-10 to 2021-05-20`, or the whole record."""
        bounds = (
            f"from {self.first}" if self.first else "",
            f"to {self.last}" if self.last else "",
            f"as told by documents published since {self.since}" if self.since else "",
        )
        return " ".join(bound for bound in bounds if bound) or "the whole record"


ALWAYS = Period()
