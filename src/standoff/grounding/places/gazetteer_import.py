"""Import GeoNames dumps (`allCountries.zip`, `AM.zip`, `AM.txt`) into the gazetteer, whole or not at all."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

from standoff.errors import ModelError
from standoff.grounding.places.gazetteer_build import Row, build_gazetteer, build_path, country_facts, making, names_of
from standoff.grounding.places.geonames import Feature, features

_BATCH = 5_000
_INSERT = "insert into place values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
Areas = dict[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class Imported:
    """Count what one file brought: places that were new, places known before, and features that are no places."""

    file: str
    new: int
    known: int
    skipped: int


def import_dumps(files: Sequence[Path], folder: Path) -> list[Imported]:
    """Add the places of GeoNames dumps to the gazetteer of a folder; on any error nothing changes.

    Raises ModelError that names file, line and column of what is malformed.
    """
    path = build_path(folder)
    if not path.exists():
        build_gazetteer(folder)
    with making(path) as name:
        shutil.copyfile(path, name)
        return _fill(name, files)


def _fill(name: str, files: Sequence[Path]) -> list[Imported]:
    """Write the places of all files into one database."""
    connection = sqlite3.connect(name, isolation_level=None)
    try:
        connection.execute("pragma journal_mode=off")
        connection.execute("pragma synchronous=off")
        connection.execute("begin")
        found = [_import(connection, file) for file in files]
        connection.execute("commit")
        connection.execute("analyze")
    finally:
        connection.close()
    return found


def _import(connection: sqlite3.Connection, file: Path) -> Imported:
    """Write the places of one file: first those already known are told apart, then areas, then what lies in them."""
    known: dict[str, int] = {key: number for key, number in connection.execute("select key, id from place")}
    alpha3 = {str(fact["iso"]): code for code, fact in country_facts().items()}
    areas: Areas = {}
    number = int(connection.execute("select max(id) from place").fetchone()[0])
    new = old = skipped = 0
    for wanted in (True, False):  # provinces and districts before what lies in them
        fresh: list[tuple[int, Row]] = []
        for feature in features(file):
            if feature.kind is None:
                skipped += wanted
                continue
            if feature.is_area != wanted:
                continue
            key = f"gn:{feature.number}"
            if key not in known:
                number, new = number + 1, new + 1
                fresh.append((number, _row(feature, alpha3, areas)))
            else:
                old += 1
                _add_names(connection, _row(feature, alpha3, areas), known[key])
            if wanted:
                areas[feature.area] = known.get(key, number)
            if len(fresh) >= _BATCH:
                _write(connection, fresh)
                fresh = []
        _write(connection, fresh)
    connection.execute("insert or replace into imported values (?, ?, ?)", (file.name, _digest(file), new + old))
    return Imported(file.name, new, old, skipped)


def _row(feature: Feature, alpha3: dict[str, str], areas: Areas) -> Row:
    """Return a feature as a row of the gazetteer, in the province and district it says it lies in."""
    row = Row(f"gn:{feature.number}", feature.name, feature.kind or "city", feature.names, feature.lat, feature.lon)
    row.population, row.zone, row.radius = feature.population, feature.zone, feature.radius
    row.country = alpha3.get(feature.country)
    own = feature.area if feature.is_area else ()
    row.admin1 = areas.get((feature.country, feature.admin1)) if len(own) != 2 else None
    row.admin2 = areas.get((feature.country, feature.admin1, feature.admin2)) if len(own) == 0 else None
    return row


def _write(connection: sqlite3.Connection, rows: Iterable[tuple[int, Row]]) -> None:
    """Insert new places with their names."""
    for number, row in rows:
        place = (number, row.key, row.name, row.kind, row.lat, row.lon, row.radius, row.population, row.country)
        connection.execute(_INSERT, (*place, row.admin1, row.admin2, None, row.zone))
        _add_names(connection, row, number)


def _add_names(connection: sqlite3.Connection, row: Row, number: int) -> None:
    """Add the names of a place that the gazetteer does not have."""
    connection.executemany("insert or ignore into name values (?, ?, ?)", names_of(row, number))


def _digest(file: Path) -> str:
    """Return the SHA-256 of a file."""
    total = sha256()
    with file.open("rb") as data:
        while chunk := data.read(1 << 20):
            total.update(chunk)
    return total.hexdigest()


def imports(folder: Path) -> Iterator[tuple[str, str, int]]:
    """Yield name, SHA-256 and number of places of each file imported into the gazetteer of a folder."""
    path = build_path(folder)
    if not path.exists():
        return
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        yield from islice(connection.execute("select name, sha256, places from imported order by name"), 1000)
    except sqlite3.DatabaseError as error:
        raise ModelError(f"The gazetteer {path} cannot be read ({error}): build it again.") from error
    finally:
        connection.close()
