"""Publish a record as pages that need no server: a folder to put on any web host, or one file that opens anywhere."""

from __future__ import annotations

import hashlib
import html
import re
import shutil
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import orjson

from standoff.errors import ExportError
from standoff.exporting.built import built_files, built_page
from standoff.exporting.coarse import coarsened
from standoff.exporting.feed import NAME, Entry, atom, incident_entry
from standoff.exporting.files import folder, writing
from standoff.exporting.leaving import Leaf, Leaving, leaves
from standoff.views.screens.shapes_incident import IncidentPage

if TYPE_CHECKING:
    from standoff.store.protocol import Store

_HEAD = '<meta charset="utf-8" />'
_BODY = "</body>"
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL)
_NEWEST = 200  # incidents of a feed
_MARKER = "standoff-record"  # names the folders that publishing may write over
# What JSON may hold that could end or open a block of the page, as JSON writes it.
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Sent:
    """Say what was published: where, how much, how many incidents and documents, and what was left out."""

    path: Path
    size: int
    incidents: int
    documents: int
    left_out: str | None


@dataclass(slots=True)
class _Tally:
    """Count what goes out while it goes out, and gather what a feed tells of it."""

    counts: dict[str, int] | None = None
    entries: list[Entry] = field(default_factory=list)


def publish_folder(
    store: Store, out: Path, leaving: Leaving, coarse_km: float = 0.0, built: Path | None = None
) -> Sent:
    """Write the record as a folder of static files; refuses a folder that holds anything else."""
    source = built_files(built) if built else built_files()
    _clear(out)
    shutil.copytree(source, out, dirs_exist_ok=True)
    page = _marked(
        (out / "index.html").read_text("utf-8"),
        "folder",
        "script-src 'self'; style-src 'self'; connect-src 'self' blob:; worker-src 'self' blob:",
    )
    tally = _Tally()
    (out / "index.html").write_text(page, "utf-8")
    (out / _MARKER).write_text("Written by standoff publish; a later publish to this folder replaces it.\n", "utf-8")
    with store.connect() as connection:
        for path, text in _texts(leaves(connection, leaving), coarse_km, tally):
            target = out / "data" / f"{file_name(path)}.json"
            target.parent.mkdir(parents=True, exist_ok=True)
            with writing(target) as handle:
                handle.write(text)
    newest = sorted(tally.entries, key=lambda entry: (entry.updated, entry.key), reverse=True)[:_NEWEST]
    with writing(out / NAME) as handle:
        handle.write(atom(leaving.title, "./", newest))
    return _sent(out, tally, leaving)


def publish_single(
    store: Store, path: Path, leaving: Leaving, coarse_km: float = 0.0, built: Path | None = None
) -> Sent:
    """Write the record as one HTML file with a live map, which opens from a disk without any server."""
    page = built_page(built) if built else built_page()
    page = _marked(page, "page", _own_policy(page))
    before, after = page.rsplit(_BODY, 1)
    tally = _Tally()
    with store.connect() as connection, writing(path) as handle:
        handle.write(before)
        for name, text in _texts(leaves(connection, leaving), coarse_km, tally):
            safe = text.translate(_ESCAPES)
            handle.write(f'<script type="application/json" id="data:{html.escape(name)}">{safe}</script>\n')
        handle.write(_BODY + after)
    return _sent(path, tally, leaving)


def file_name(path: str) -> str:
    """Return the name of a leaf's file: parts that a file system or a web host may not take are quoted."""
    return "/".join(quote(part, safe="@ ") for part in path.split("/"))


def _texts(found: Iterable[Leaf], coarse_km: float, tally: _Tally) -> Iterator[tuple[str, str]]:
    """Yield every page as JSON by path, with points blurred where that is asked for."""
    for path, value in found:
        if isinstance(value, IncidentPage) and "@" not in path and (entry := incident_entry(value)):
            tally.entries.append(entry)
        plain = orjson.dumps(value)
        if coarse_km:
            plain = orjson.dumps(coarsened(orjson.loads(plain), coarse_km))
        if path == "record":
            record: dict[str, Any] = orjson.loads(plain)
            tally.counts = record["counts"]
        yield path, plain.decode("utf-8")


def _sent(path: Path, tally: _Tally, leaving: Leaving) -> Sent:
    """Sum up what was published."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    counts = tally.counts or {}
    size = sum(file.stat().st_size for file in files)
    return Sent(path, size, counts.get("incidents", 0), counts.get("documents", 0), leaving.selection.left_out)


def _marked(page: str, delivery: str, policy: str) -> str:
    """Tell the page how it is delivered, and forbid it everything it does not need."""
    rules = f"default-src 'none'; {policy}; img-src 'self' data: blob:"
    rules += "; base-uri 'none'; form-action 'none'"
    head = f'{_HEAD}\n    <meta name="standoff" content="{delivery}" />\n'
    head += f'    <meta http-equiv="Content-Security-Policy" content="{rules}" />'
    if _HEAD not in page:
        raise ExportError("The built pages have no head to write to: build them again with `make web`.")
    return page.replace(_HEAD, head, 1)


def _own_policy(page: str) -> str:
    """Allow the page's own script and style by their hashes, and nothing else."""
    scripts = " ".join(_hash(text) for attributes, text in _SCRIPT.findall(page) if "json" not in attributes)
    styles = " ".join(_hash(text) for text in _STYLE.findall(page))
    worker = "connect-src blob:; worker-src blob: data:"  # the map's worker lies in the page itself
    return f"script-src {scripts}; style-src {styles}; {worker}"


def _hash(text: str) -> str:
    """Return what a security policy calls a script or style."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _clear(out: Path) -> None:
    """Empty a folder that an earlier publishing wrote; refuses one that holds other files."""
    folder(out)
    if not any(out.iterdir()):
        return
    if not (out / _MARKER).is_file():
        raise ExportError(f"{out} is not empty and was not written by `publish`: give another folder, or empty it.")
    for item in out.iterdir():
        shutil.rmtree(item) if item.is_dir() else item.unlink()
