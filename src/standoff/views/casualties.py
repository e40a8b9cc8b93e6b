"""List every figure given for killed, wounded, captured, missing and displaced, each with its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from standoff.model.claim import LOSSES
from standoff.model.clock import Interval
from standoff.store.asking import Asked, ask, ask_among
from standoff.values.base import number
from standoff.views.incidents import interval_of


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold one figure in its source's words; `low` and `high` bound it where the words allow."""

    incident: str
    short_id: str
    label: str
    slot: str
    text: str
    quote: str
    low: float | None
    high: float | None
    whose: str | None
    source: str | None
    side: str | None
    publisher: str | None
    polarity: str
    said: Interval | None
    happened: Interval | None
    document: str
    claim: str
    statement: str | None


def figures(connection: Asked, incident: str | None = None) -> tuple[Figure, ...]:
    """List the figures of one incident or of all, by incident, slot and words; none means none was reported."""
    if incident is None:
        return _listed(ask(connection, "figures", among=list(LOSSES)))
    return _listed(ask(connection, "figures of an incident", among=list(LOSSES), incident=incident))


def figures_of(connection: Asked, claims: Sequence[str]) -> tuple[Figure, ...]:
    """List the figures that some claims give."""
    return _listed(ask_among(connection, "figures by claim", claims))


def _listed(rows: Iterable[Any]) -> tuple[Figure, ...]:
    """Return the figures of some rows in order."""
    return tuple(sorted(map(_figure, filter(_given, rows)), key=_in_order))


def _given(row: Any) -> bool:
    """Tell whether a row gives a figure; words that leave it out, or only say that there were some, give none."""
    value = row.body["value"]
    return not (value.get("unsaid") or value.get("some"))


def _in_order(figure: Figure) -> tuple[str, str, int, str, str, str]:
    """Order figures by happening, incident, slot, when they were given, so that updates come last, and words."""
    happened = _bound(figure.happened, "")
    said = _bound(figure.said, "9")  # what has no date comes last
    return happened, figure.incident, LOSSES.index(figure.slot), said[:10], figure.text, figure.claim


def _bound(clock: Interval | None, unknown: str) -> str:
    """Return the first bound of an interval that is known."""
    return (clock.earliest or clock.latest or unknown) if clock else unknown


def _figure(row: Any) -> Figure:
    """Return the figure of one row."""
    value = row.body["value"]
    return Figure(
        incident=row.incident,
        short_id=row.short_id,
        label=row.label,
        slot=row.slot,
        text=row.value_text or row.quote,
        quote=row.quote,
        low=number(value, "low"),
        high=number(value, "high"),
        whose=value.get("whose"),
        source=row.source_name,
        side=row.principal_name,
        publisher=row.publisher,
        polarity=row.polarity,
        said=interval_of(row, "said"),
        happened=interval_of(row, "happened"),
        document=row.document,
        claim=row.claim,
        statement=row.statement,
    )


def by_slot(found: Sequence[Figure]) -> dict[str, list[Figure]]:
    """Group figures by slot; a slot without a figure is absent, which reads `none reported`, never 0."""
    grouped: dict[str, list[Figure]] = {}
    for figure in found:
        grouped.setdefault(figure.slot, []).append(figure)
    return grouped
