"""Read statement gold of every layout: seeds, real and written reports, PolNeAR."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.rows import objects

Extent = tuple[int, int]
_RECORD = re.compile(r"[TE]\d+\t")


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """Hold one statement marked by hand; `act` is the main one, `acts` all that count as right."""

    id: str
    source: Extent | None
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    core: bool = True
    explicit: bool = True
    parent: str | None = None
    negated: bool = False
    acts: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    principal: str | None = None
    medium: str | None = None
    form: str | None = None
    hedged: bool | None = None
    addressee: str | None = None
    said: str | None = None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """Hold one text with its statements and region; `univocal` gold marks no statement inside another."""

    name: str
    text: str
    statements: tuple[GoldStatement, ...]
    univocal: bool = False
    region: str | None = None


def read_gold(data: Path, split: str | None) -> Iterator[GoldDocument]:
    """Yield the documents of a gold folder, whichever layout it has; refuses a folder of none."""
    if (data / "data").is_dir() and next(data.glob("data/*/attributions"), None):
        yield from _polnear(data / "data" / (split or "dev"))
    elif (data / "statements.jsonl").exists():
        yield from _by_file(data)
    elif files := sorted(data.glob("*.jsonl")) if data.is_dir() else [data]:
        for file in files:
            yield from _passages(file)
    else:
        raise FileNotFoundError(f"{data} holds no statements in a known layout.")


def _by_file(data: Path) -> Iterator[GoldDocument]:
    """Yield the documents of a folder whose statements name their files; texts may lie in ../../seeds."""
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in objects(data / "statements.jsonl"):
        grouped.setdefault(row["file"], []).append(row)
    folders = (data, data / "texts", data.resolve().parents[1] / "seeds")
    for name, rows in grouped.items():
        path = next(folder / name for folder in folders if (folder / name).exists())
        with path.open(encoding="utf-8", newline="") as handle:
            text = handle.read()
        yield GoldDocument(name, text, tuple(_statement(row) for row in rows))


def _passages(file: Path) -> Iterator[GoldDocument]:
    """Yield the passages of a JSONL file, one a line with its text."""
    for row in objects(file):
        marks = tuple(_statement(item) for item in row["statements"])
        yield GoldDocument(row["id"], row["text"], marks, region=row.get("region"))


def _statement(row: Mapping[str, Any]) -> GoldStatement:
    """Build a gold statement from a row of any of our layouts."""
    source = row["source"]
    said = row.get("utterance_time")
    return GoldStatement(
        id=str(row["id"]),
        source=(source["start"], source["end"]) if source else None,
        cue=_extents(row["cue"]),
        content=_extents(row["content"]),
        core=row["core"],
        explicit=row["explicit"],
        parent=row["parent"],
        negated=row["negated"],
        acts=(row["act"],) if "act" in row else tuple(row.get("stance", ())),
        speakers=tuple(row["speaker"] or ()),
        principal=row.get("on_behalf_of"),
        medium=row.get("medium"),
        form=row.get("form"),
        hedged=row.get("hedged"),
        addressee=row.get("addressee"),
        said=said["text"] if said else None,
    )


def _extents(spans: list[Mapping[str, int]] | None) -> tuple[Extent, ...]:
    """Return spans as pairs."""
    return tuple((span["start"], span["end"]) for span in spans or ())


def _polnear(folder: Path) -> Iterator[GoldDocument]:
    """Yield the documents of a PolNeAR part, the first annotator's attributions."""
    seen: set[str] = set()
    for file in sorted((folder / "attributions").glob("*.ann")):
        name = file.stem.rsplit("_", 1)[0]
        text_file = folder / "text" / f"{name}.txt"
        if name in seen or not text_file.exists():
            continue
        seen.add(name)
        with text_file.open(encoding="utf-8", newline="") as handle:
            yield GoldDocument(name, handle.read(), tuple(_attributions(file)), univocal=True)


def _attributions(file: Path) -> Iterator[GoldStatement]:
    """Yield the attributions of a brat file."""
    spans: dict[str, tuple[Extent, ...]] = {}
    for line in file.read_text(encoding="utf-8").split("\n"):
        if not _RECORD.match(line):
            continue
        fields = line.split("\t")
        if line.startswith("T"):
            pieces = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = tuple((int(p.split()[0]), int(p.split()[1])) for p in pieces)
            continue
        roles: dict[str, list[Extent]] = {}
        for item in fields[1].split():
            role, key = item.split(":")
            roles.setdefault(re.sub(r"\d+$", "", role), []).extend(spans.get(key, ()))
        source = roles.get("Source")
        yield GoldStatement(
            fields[0],
            (min(s for s, _ in source), max(e for _, e in source)) if source else None,
            tuple(roles.get("Cue", ())),
            tuple(roles.get("Content", ())),
        )
