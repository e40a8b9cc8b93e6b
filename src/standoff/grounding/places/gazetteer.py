"""Look places up by name in one SQLite file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from standoff.errors import ModelError
from standoff.grounding.places.gazetteer_build import build_gazetteer, build_path
from standoff.grounding.places.geometry import Point
from standoff.grounding.places.names import fold
from standoff.settings import read_settings

_MOST = 60
_COLUMNS = (
    "p.id, p.key, p.name, p.kind, p.lat, p.lon, p.radius, p.population, p.country, p.admin1, p.admin2, p.zone, n.main"
)
_BY_NAME = (
    f"select {_COLUMNS} from name n join place p on p.id = n.place where n.folded = ? "  # noqa: S608 - own columns
    "order by p.kind = 'country' desc, p.population desc limit ?"
)
_BY_ID = f"select {_COLUMNS.replace('n.main', '1')} from place p where p.id = ?"  # noqa: S608 - own columns
_NEAR = (
    "select zone from place where kind in ('city', 'capital') and lat between ?1 and ?2 and lon between ?3 and ?4 "
    "and zone is not null order by (lat - ?5) * (lat - ?5) + (lon - ?6) * (lon - ?6) * 0.6 limit 1"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold one place a name may stand for; `admin1` and `admin2` are row numbers of the areas it lies in."""

    number: int
    key: str
    name: str
    kind: str
    lat: float | None
    lon: float | None
    radius: float | None
    population: int
    country: str | None
    admin1: int | None = None
    admin2: int | None = None
    zone: str | None = None
    main: bool = True
    claimed_by: tuple[str, ...] = ()

    @property
    def point(self) -> Point | None:
        """Return latitude and longitude, or nothing."""
        return (self.lat, self.lon) if self.lat is not None and self.lon is not None else None


@dataclass(slots=True)
class Gazetteer:
    """Hold an open gazetteer with the look-ups made so far (a few thousand); `kept` is for indexes built over it."""

    path: Path
    connection: sqlite3.Connection = field(repr=False)
    _found: dict[str, tuple[Candidate, ...]] = field(default_factory=dict, repr=False)
    _countries: dict[str, Candidate | None] = field(default_factory=dict, repr=False)
    _borders: dict[tuple[str, str], tuple[Point, ...]] = field(default_factory=dict, repr=False)
    kept: dict[str, object] = field(default_factory=dict, repr=False)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Return the places of a name, countries first, then by population."""
        folded = fold(name)
        held = self._found.get(folded)
        if held is None:
            rows = self.connection.execute(_BY_NAME, (folded, _MOST)).fetchall()
            held = tuple(_candidate(row) for row in rows)
            if len(self._found) > 20_000:
                self._found.clear()
            self._found[folded] = held
        return held

    def country(self, alpha3: str) -> Candidate | None:
        """Return a country by its ISO alpha-3 code."""
        if alpha3 not in self._countries:
            query = "select id from place where kind = 'country' and country = ? limit 1"
            row = self.connection.execute(query, (alpha3,)).fetchone()
            self._countries[alpha3] = self.by_number(row[0]) if row else None
        return self._countries[alpha3]

    def by_number(self, number: int) -> Candidate | None:
        """Return a place by its row number."""
        row = self.connection.execute(_BY_ID, (number,)).fetchone()
        return _candidate(row) if row else None

    def zone_at(self, lat: float, lon: float) -> str | None:
        """Return the time zone (IANA name) of the town nearest to a point, within about two degrees, or nothing."""
        for reach in (0.3, 2.0):
            box = (lat - reach, lat + reach, lon - reach, lon + reach, lat, lon)
            row = self.connection.execute(_NEAR, box).fetchone()
            if row:
                return str(row[0])
        return None

    def part(self, candidate: Candidate, direction: str) -> tuple[float, float, float] | None:
        """Return the northern, southern ... part of a country or province as latitude, longitude, radius."""
        row = self.connection.execute("select parts from place where id = ?", (candidate.number,)).fetchone()
        found = json.loads(row[0]).get(direction) if row and row[0] else None
        return (found[0], found[1], found[2]) if found else None

    def border(self, one: str, other: str) -> tuple[Point, ...]:
        """Return points along the border of two countries, given as ISO alpha-3, or none where they do not touch."""
        key = min(one, other), max(one, other)
        if key not in self._borders:
            query = "select lat, lon from border where one = ? and other = ?"
            self._borders[key] = tuple((lat, lon) for lat, lon in self.connection.execute(query, key))
        return self._borders[key]


def _candidate(row: Sequence[Any]) -> Candidate:
    """Return a row of the table as a candidate."""
    number, key, name, kind, lat, lon, radius, population, country, admin1, admin2, zone, main = row
    return Candidate(number, key, name, kind, lat, lon, radius, population, country, admin1, admin2, zone, bool(main))


def open_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Open the gazetteer of a folder, the settings' unless given; it is built on first use, in about 20 s."""
    path = build_path(folder or read_settings().data)
    if not path.exists():
        path = build_gazetteer(path.parent)
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        connection.execute("select count(*) from place where id = 1").fetchone()
    except sqlite3.DatabaseError as error:
        raise ModelError(f"The gazetteer {path} cannot be read ({error}): delete it, it is built anew.") from error
    return Gazetteer(path, connection)
