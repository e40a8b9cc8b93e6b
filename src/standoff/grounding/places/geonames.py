"""Read GeoNames dumps line by line, as text or zipped; a malformed line is told by file, line and column."""

from __future__ import annotations

import math
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from standoff.errors import ModelError

COLUMNS = (
    "geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature class", "feature code",
    "country code", "cc2", "admin1 code", "admin2 code", "admin3 code", "admin4 code", "population", "elevation",
    "dem", "timezone", "modification date",
)  # fmt: skip
_LONGEST_LINE = 200_000
_MOST_BYTES = 8 << 30
_MOST_RATIO = 60  # GeoNames' own dumps are packed about four to one
_BY_CODE: Mapping[str, tuple[str, float]] = {
    "ADM1": ("adm1", 80), "ADM2": ("adm2", 25), "ADM3": ("adm3", 12), "ADM4": ("adm3", 8), "ADMD": ("adm3", 15),
    "PPLC": ("capital", 8), "PPLX": ("neighbourhood", 2), "RGN": ("region", 50), "AREA": ("region", 30),
    "MILB": ("base", 5), "PRK": ("park", 20), "AIRP": ("airport", 3), "AIRF": ("airport", 2), "AIRB": ("base", 4),
    "DAM": ("dam", 2), "BDG": ("bridge", 1), "PRT": ("port", 4), "HBR": ("port", 4), "PS": ("power_plant", 2),
    "PSN": ("power_plant", 3), "PSH": ("power_plant", 3), "CMPRF": ("camp", 3), "CMPMIL": ("base", 3),
    "PRN": ("prison", 1), "CSTM": ("crossing", 2), "PSTB": ("crossing", 2), "MNMT": ("building", 1),
    "MSTY": ("holy_site", 1), "MSQE": ("holy_site", 1), "CH": ("holy_site", 1), "SHRN": ("holy_site", 1),
    "LK": ("lake", 8), "LKS": ("lake", 10), "RSV": ("reservoir", 8), "SEA": ("sea", 300), "BAY": ("bay", 20),
    "GULF": ("bay", 80), "STRT": ("strait", 20), "STM": ("river", 40), "STMS": ("river", 40), "CNL": ("canal", 20),
    "MT": ("mountain", 6), "PK": ("mountain", 4), "MTS": ("mountains", 50), "HLL": ("mountain", 3),
    "PASS": ("pass", 3), "VAL": ("valley", 15), "ISL": ("island", 10), "ISLS": ("island_group", 40),
    "PEN": ("peninsula", 30), "DSRT": ("desert", 150), "PLAT": ("plateau", 60), "PLN": ("plain", 60),
    "FRST": ("forest", 15), "RDPASS": ("pass", 3), "RFC": ("reef", 5), "RF": ("reef", 5),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Feature:
    """Hold one line: number, names, point, kind (absent where it is no place news writes of), areas, zone."""

    number: str
    name: str
    names: tuple[str, ...]
    lat: float
    lon: float
    kind: str | None
    radius: float
    country: str
    admin1: str
    admin2: str
    population: int
    zone: str | None

    @property
    def is_area(self) -> bool:
        """Tell whether this is a province or district that others lie in."""
        return self.kind in ("adm1", "adm2")

    @property
    def area(self) -> tuple[str, ...]:
        """Return what others name this province or district by."""
        return (self.country, self.admin1) if self.kind == "adm1" else (self.country, self.admin1, self.admin2)


def features(file: Path) -> Iterator[Feature]:
    """Yield the features of a dump in order; raises ModelError for what is no such dump."""
    with _opened(file) as (lines, name):
        number, size = 0, 0
        while line := lines.readline(_LONGEST_LINE):
            number, size = number + 1, size + len(line)
            if len(line) >= _LONGEST_LINE or size > _MOST_BYTES:
                raise ModelError(f"{name}, line {number} is too long for a GeoNames dump; give the file as downloaded.")
            if line.strip():
                yield _feature(line, name, number)
        if number == 0:
            raise ModelError(f"{name} is empty; download it again.")


@contextmanager
def _opened(file: Path) -> Iterator[tuple[IO[bytes], str]]:
    """Open a dump, or the one dump in a ZIP, with the name that errors give it."""
    try:
        if not zipfile.is_zipfile(file):
            with file.open("rb") as lines:
                yield lines, str(file)
            return
        with zipfile.ZipFile(file) as archive, archive.open(_member(archive, file)) as lines:
            yield lines, f"{file} ({lines.name})"
    except (OSError, zipfile.BadZipFile, EOFError) as error:
        raise ModelError(f"{file} cannot be read ({error}); download it again.") from error


def _member(archive: zipfile.ZipFile, file: Path) -> zipfile.ZipInfo:
    """Return the one table of an archive; refuses what unpacks to far more than such a table."""
    tables = [
        m for m in archive.infolist() if m.filename.lower().endswith(".txt") and "readme" not in m.filename.lower()
    ]
    if len(tables) != 1:
        raise ModelError(f"{file} must hold one table such as AM.txt, not {len(tables)}; give the ZIP as downloaded.")
    table = tables[0]
    if table.flag_bits & 1:
        raise ModelError(f"{file} is locked with a password; unpack it and give the table.")
    if table.file_size > _MOST_BYTES or table.file_size > _MOST_RATIO * max(table.compress_size, 1 << 10):
        raise ModelError(f"{file} unpacks to {table.file_size:,} bytes, which no GeoNames dump does; it was not read.")
    return table


def _feature(line: bytes, name: str, number: int) -> Feature:
    """Read one line."""
    try:
        cells = line.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError as error:
        raise ModelError(
            f"{name}, line {number}, byte {error.start + 1}: this is no UTF-8; give the dump as it is."
        ) from error
    if len(cells) != len(COLUMNS):
        raise ModelError(
            f"{name}, line {number} has {len(cells)} columns, not {len(COLUMNS)} parted by tabs; "
            "give a dump in the layout of download.geonames.org/export/dump."
        )
    where = (name, number)
    kind, radius = _kind(cells[6], cells[7])
    population = _whole(cells, 14, where) if cells[14] else 0
    if kind in ("city", "capital"):
        radius = round(max(1.0, 0.012 * population**0.5), 1)
    return Feature(
        number=str(_whole(cells, 0, where)),
        name=cells[1] or _refused(cells, 1, where, "a name"),
        names=(cells[2], *(other for other in cells[3].split(",") if other)),
        lat=_degrees(cells, 4, where, 90),
        lon=_degrees(cells, 5, where, 180),
        kind=kind,
        radius=radius,
        country=cells[8],
        admin1=cells[10],
        admin2=cells[11],
        population=population,
        zone=cells[17] or None,
    )


def _kind(feature_class: str, code: str) -> tuple[str | None, float]:
    """Return the kind and the usual radius of a feature, nothing for what news does not place things at."""
    if feature_class == "P" and code not in ("PPLC", "PPLX", "PPLH", "PPLQ", "PPLW"):
        return "city", 1.0
    return _BY_CODE.get(code, (None, 0.0))


def _whole(cells: list[str], column: int, where: tuple[str, int]) -> int:
    """Return a cell as a whole number."""
    if not (cells[column].isascii() and cells[column].isdigit() and len(cells[column]) <= 12):
        _refused(cells, column, where, "a whole number")
    return int(cells[column])


def _degrees(cells: list[str], column: int, where: tuple[str, int], most: int) -> float:
    """Return a cell as degrees within a bound."""
    try:
        value = float(cells[column])
    except ValueError:
        value = math.nan
    if not abs(value) <= most:
        _refused(cells, column, where, f"degrees from -{most} to {most}")
    return value


def _refused(cells: list[str], column: int, where: tuple[str, int], wanted: str) -> str:
    """Refuse a cell by file, line and column."""
    shown = cells[column][:40]
    raise ModelError(
        f"{where[0]}, line {where[1]}, column {column + 1} ({COLUMNS[column]}) must be {wanted}, not {shown!r}; "
        "correct the line or download the dump again."
    )
