"""Read codebook files entry by entry; every error names file, line and key."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias, cast

import yaml

from standoff.errors import CodebookError

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"

_PARTIAL_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one entry of a codebook file with its place; values are text, lists and mappings, never guessed types."""

    file: str
    line: int
    values: Mapping[str, Plain]

    def refuse(self, key: str, problem: str) -> CodebookError:
        """Return the error that names file, line and key."""
        return CodebookError(f"{self.file}, line {self.line}, key {key!r}: {problem}.")

    def only(self, *known: str) -> None:
        """Refuse keys that the schema does not know."""
        for key in self.values:
            if key not in known:
                raise self.refuse(key, f"unknown key; known are {', '.join(known)}")

    def text(self, key: str) -> str:
        """Return a text that must be there."""
        value = self.maybe(key)
        if value is None:
            raise self.refuse(key, "is required and must be a text")
        return value

    def maybe(self, key: str) -> str | None:
        """Return a text, or nothing where the key is absent or empty."""
        value = self.values.get(key)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            raise self.refuse(key, "must be a text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts: a YAML list, or a CSV cell cut at `|`; absent is empty."""
        value = self.values.get(key)
        if value is None or value == "":
            return ()
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split("|") if part.strip())
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(cast("list[str]", value))
        raise self.refuse(key, "must be a list of texts")

    def choice(self, key: str, *allowed: str) -> str:
        """Return a text that must be one of those allowed."""
        value = self.text(key)
        if value not in allowed:
            raise self.refuse(key, f"{value!r} is none of {', '.join(allowed)}")
        return value

    def number(self, key: str) -> float | None:
        """Return a number, or nothing where the key is absent or empty."""
        value = self.maybe(key)
        if value is None:
            return None
        try:
            return float(value)
        except ValueError as error:
            raise self.refuse(key, f"{value!r} is no number") from error

    def flag(self, key: str) -> bool:
        """Return true for `true`, false for `false` or an absent key."""
        value = self.maybe(key)
        if value not in (None, "true", "false"):
            raise self.refuse(key, f"{value!r} is neither true nor false")
        return value == "true"

    def day(self, key: str) -> str | None:
        """Return a year, month or day (`2020`, `2020-11`, `2020-11-10`), or nothing."""
        value = self.maybe(key)
        if value is None:
            return None
        if not _PARTIAL_DAY.match(value):
            raise self.refuse(key, f"{value!r} is no date like 2020, 2020-11 or 2020-11-10")
        try:
            date.fromisoformat((value + "-01-01")[:10])
        except ValueError as error:
            raise self.refuse(key, f"{value!r} is not in the calendar") from error
        return value

    def entries(self, key: str) -> tuple[Entry, ...]:
        """Return a list of mappings as entries of their own (their line is this entry's)."""
        value = self.values.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.refuse(key, "must be a list of mappings")
        return tuple(Entry(self.file, self.line, cast("dict[str, Plain]", item)) for item in value)

    def mapping(self, key: str) -> dict[str, str]:
        """Return a mapping of texts, or an empty one."""
        value = self.values.get(key)
        if value is None or value == "":
            return {}
        if isinstance(value, dict) and all(isinstance(item, str) for item in value.values()):
            return cast("dict[str, str]", value)
        raise self.refuse(key, "must be a mapping of texts")


def read_yaml(path: Path) -> Iterator[Entry]:
    """Yield the entries of a YAML file whose top is a list of mappings."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise CodebookError(f"{path.name}: not valid YAML: {error}.") from error
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        raise CodebookError(f"{path.name}, line 1: the file must be a list of entries.")
    for item in node.value:
        line = item.start_mark.line + 1
        values = _plain(item, path.name)
        if not isinstance(values, dict):
            raise CodebookError(f"{path.name}, line {line}: an entry must be a mapping.")
        yield Entry(path.name, line, values)


def _plain(node: yaml.Node, file: str) -> Plain:
    """Return a node as texts, lists and mappings; YAML's guessed types (no, 1e3) stay texts."""
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag == "tag:yaml.org,2002:null" else str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, file) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Plain] = {}
        for key, value in node.value:
            if key.value in found:
                raise CodebookError(f"{file}, line {key.start_mark.line + 1}, key {key.value!r}: given twice.")
            found[str(key.value)] = _plain(value, file)
        return found
    raise CodebookError(f"{file}, line {node.start_mark.line + 1}: unknown YAML node.")


def read_csv(path: Path) -> Iterator[Entry]:
    """Yield the rows of a CSV file with a header line as entries."""
    with path.open(encoding="utf-8", newline="") as handle:
        rows = csv.reader(handle)  # half the time of a DictReader
        header = next(rows, [])
        for row in filter(None, rows):
            if len(row) != len(header):
                raise CodebookError(
                    f"{path.name}, line {rows.line_num}: the row has another number of cells than the header."
                )
            yield Entry(path.name, rows.line_num, dict(zip(header, row, strict=True)))
