"""Write flat CSV tables (RFC 4180) with a data dictionary; no cell can run as a formula in a spreadsheet."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from standoff.exporting import datapackage
from standoff.exporting.files import folder, writing
from standoff.exporting.records import records
from standoff.exporting.rows import Row
from standoff.model.agreement import Agreement
from standoff.model.ids import speakable

if TYPE_CHECKING:
    from standoff.store.protocol import Store

BETWEEN = " | "  # parts the values of a list
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")  # a spreadsheet takes a cell that begins so for a formula
_NUMBERS = frozenset({"number", "flag"})
_MEMBERS = "incident_events"


@dataclass(frozen=True, slots=True)
class Column:
    """Hold one column: how its value is found in a record's row (dots go down, `@` names a rule), type and meaning."""

    name: str
    path: str
    type: str
    meaning: str


def dictionary() -> dict[str, tuple[Column, ...]]:
    """Return the columns of each table, in order."""
    text = (files("standoff.exporting") / "assets" / "columns.csv").read_text(encoding="utf-8")
    found: dict[str, list[Column]] = {}
    for row in csv.DictReader(text.splitlines()):
        found.setdefault(row["table"], []).append(Column(row["column"], row["path"], row["type"], row["meaning"]))
    return {table: tuple(columns) for table, columns in found.items()}


def export(store: Store, out: Path, agreements: Mapping[str, Agreement]) -> dict[str, int]:
    """Write `NAME.csv` for each table, and what each column means for people and programs; returns rows by file."""
    folder(out)
    columns = dictionary()
    with writing(out / datapackage.NAME) as handle:
        json.dump(datapackage.described(columns), handle, ensure_ascii=False, indent=1)
    counts = {datapackage.NAME: len(columns), "columns.csv": _write_dictionary(out, columns)}
    for name, rows in records(store, agreements):
        with ExitStack() as open_files:
            write = _writer(open_files, out, name, columns)
            write_member = _writer(open_files, out, _MEMBERS, columns) if name == "incidents" else None
            for row in rows:
                write(row)
                if write_member:
                    for event in cast("list[str]", row["events"]):
                        write_member({"@incident": row["id"], "@event": event})
            counts |= {f"{w.name}.csv": w.rows for w in (write, write_member) if w}
    return counts


@dataclass(slots=True)
class _Writer:
    """Write records' rows as lines of one table."""

    name: str
    columns: tuple[Column, ...]
    lines: Any
    rows: int = 0

    def __call__(self, row: Row) -> None:
        self.lines.writerow([cell(value_at(row, column.path), column.type) for column in self.columns])
        self.rows += 1


def _writer(open_files: ExitStack, out: Path, name: str, columns: Mapping[str, tuple[Column, ...]]) -> _Writer:
    """Open a table and write its header."""
    lines = csv.writer(open_files.enter_context(writing(out / f"{name}.csv")))
    lines.writerow([column.name for column in columns[name]])
    return _Writer(name, columns[name], lines)


def _write_dictionary(out: Path, columns: Mapping[str, Iterable[Column]]) -> int:
    """Write what each column means; returns the number of columns."""
    described = [(table, c.name, c.type, c.meaning) for table, found in columns.items() for c in found]
    with writing(out / "columns.csv") as handle:
        lines = csv.writer(handle)
        lines.writerow(["table", "column", "type", "meaning"])
        lines.writerows(described)
        lines.writerow(["(all)", "(note)", "text", _NOTE])
    return len(described)


_NOTE = (
    f"Lists are parted by '{BETWEEN.strip()}'; type object is JSON. Empty means not reported or unknown, never 0. "
    "A text that begins with = + - @ ' or a control character carries one leading apostrophe, so that no spreadsheet "
    "runs it; take the first apostrophe away to have the text back."
)


def cell(value: object, type_: str) -> str:
    """Return a value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if type_ in _NUMBERS:
        return repr(value) if isinstance(value, float) else str(value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""
    text = BETWEEN.join(_part(part) for part in value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith((*_RUNS, "'")) else text


def _part(part: object) -> str:
    """Return one value of a list; a span is its words."""
    return str(part["quote"]) if isinstance(part, dict) else str(part)


def value_at(row: Row, path: str) -> object:
    """Return what a path finds in a row, or nothing."""
    if path in row:
        return row[path]
    if path.startswith("@"):
        return _RULES[path](row)
    found: object = row
    for step in path.split("."):
        found = found.get(step) if isinstance(found, dict) else None
    return found


def _names(rows: object) -> list[str]:
    """Return the names of some parties or places."""
    return [str(row["name"]) for row in cast("list[Row]", rows)]


def _filling(role: str) -> Callable[[Row], list[str]]:
    """Return a rule that names who fills a role of an event."""

    def named(row: Row) -> list[str]:
        filled = (a for a in cast("list[Row]", row["arguments"]) if a["role"] == role and a.get("ref"))
        return _names([a["ref"] for a in filled])

    return named


def _taking(polarity: str) -> Callable[[Row], list[str]]:
    """Return a rule that names the parties with a position."""

    def named(row: Row) -> list[str]:
        return _names([p["party"] for p in cast("list[Row]", row["parties"]) if p["polarity"] == polarity])

    return named


def _bound(key: str, choose: Callable[[Iterator[Any]], Any]) -> Callable[[Row], object]:
    """Return a rule that finds the first start or last stop of a statement's content."""

    def found(row: Row) -> object:
        spans = cast("list[Row]", row["content"])
        return choose(span[key] for span in spans) if spans else None

    return found


_RULES: dict[str, Callable[[Row], object]] = {
    "@short": lambda row: speakable(str(row["id"])),
    "@content.start": _bound("start", min),
    "@content.stop": _bound("stop", max),
    "@actor": _filling("actor"),
    "@recipient": _filling("recipient"),
    "@actors": lambda row: _names(row["actors"]),
    "@recipients": lambda row: _names(row["recipients"]),
    "@places": lambda row: _names(row["places"]),
    "@asserts": _taking("asserts"),
    "@denies": _taking("denies"),
    "@open": _taking("open"),
}
