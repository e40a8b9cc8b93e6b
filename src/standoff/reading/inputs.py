"""Find what there is to read under a path: files in order, with their side files, and failures for what cannot be."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from standoff.errors import ReadingError
from standoff.model.run import Failure
from standoff.reading.draft import Input, Stated
from standoff.reading.normal import LARGEST_INPUT, too_large
from standoff.reading.side import parse_side

_ADDRESS = re.compile(r"[a-z]+:/", re.IGNORECASE)  # a path has one slash only, whatever was typed
_ABSENT = "there is no such file or folder; correct the path"
# Files that describe a folder and are no reports.
ABOUT = frozenset({"README", "LICENSE", "LICENCE", "NOTICE", "COPYING", "FORMAT", "CHANGELOG"})
# Formats of many reports, read as they come, so that a file may be of any size.
BY_PART = frozenset({".jsonl", ".ndjson", ".csv", ".tsv", ".zip", ".warc", ".gz", ".wacz"})


def find_inputs(path: Path, suffixes: frozenset[str]) -> Iterator[Input | Failure]:
    """Yield the inputs of a file or, sorted, of all files below a folder; hidden, side and about files are left out.

    `suffixes` are those that can be read; another one becomes a failure that names them.
    """
    try:
        folder = path.is_dir()
    except OSError as error:  # a name too long, or a folder on the way that is closed
        yield _failure(path, f"it cannot be opened ({error.strerror}); correct the path, or check permissions")
        return
    if folder:
        for found in _files(path):
            yield found if isinstance(found, Failure) else _input(found, suffixes, path)
    elif path.exists() or path.is_symlink():
        yield _input(path, suffixes, None)
    else:
        yield _address(path) if _ADDRESS.match(path.as_posix()) else _failure(path, _ABSENT)


def _address(path: Path) -> Failure:
    """Return the failure of a web address, as it was typed."""
    typed = shown(path).replace(":/", "://", 1)
    return Failure(typed, "reading", f"{typed}: addresses are not fetched; save the page and give its file.")


def shown(path: Path) -> str:
    """Return a path as text that any store and terminal can hold."""
    text = os.fsencode(path.as_posix()).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _failure(path: Path, reason: str) -> Failure:
    """Return the failure of one path as one sentence."""
    return Failure(shown(path), "reading", f"{shown(path)}: {reason}.")


def _files(folder: Path) -> Iterator[Path | Failure]:
    """Yield the files below a folder that may hold reports, in order of path, then a failure for each closed folder."""
    closed: list[OSError] = []
    for base, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        present = {Path(name).stem for name in names if not name.endswith(".json")}
        for name in sorted(names):
            file = Path(base) / name
            beside = file.suffix == ".json" and file.stem in present
            if is_report(name) and not beside:
                yield file
    for error in closed:
        yield _failure(Path(error.filename), f"the folder cannot be opened ({error.strerror}); check its permissions")


def is_report(name: str) -> bool:
    """Tell whether a file or folder of a name may hold reports: it is not hidden and does not describe a folder."""
    return not name.startswith(".") and Path(name).stem.upper() not in ABOUT


def known_format(suffix: str, suffixes: frozenset[str]) -> None:
    """Raise a sentence that names what can be read where a suffix is not of it."""
    if suffix.lower() not in suffixes:
        known = ", ".join(sorted(s for s in suffixes if s))
        raise ReadingError(f"the format {suffix} is not read yet; convert it to one that is: {known}")


def _input(file: Path, suffixes: frozenset[str], root: Path | None) -> Input | Failure:
    """Return one file's bytes with its side file's statements, or why they cannot be had."""
    try:
        _check(file, suffixes, root)
        if file.suffix.lower() in BY_PART:
            return Input(shown(file), b"", file=file)
        return Input(shown(file), _bytes(file), _beside(file))
    except ReadingError as error:
        return _failure(file, str(error))


def _check(file: Path, suffixes: frozenset[str], root: Path | None) -> None:
    """Raise where a file is of a format not read, no regular file, or a link that leads out of the folder."""
    if file.is_symlink() and not file.exists():
        raise ReadingError("it is a link that leads nowhere; mend or remove it")
    if root is not None and file.is_symlink() and not file.resolve().is_relative_to(root.resolve()):
        raise ReadingError("it is a link that leads out of the folder; name the file itself to read it")
    if not file.is_file():
        raise ReadingError("it is no regular file; give a file or a folder")
    known_format(file.suffix, suffixes)


def _bytes(file: Path) -> bytes:
    """Return a file's bytes; raises where it is too large or not to be opened."""
    try:
        size = file.stat().st_size
        if size > LARGEST_INPUT:
            raise ReadingError(too_large(size))
        return file.read_bytes()
    except OSError as error:
        raise ReadingError(f"it cannot be opened ({error.strerror}); check its permissions") from error


def _beside(file: Path) -> Stated:
    """Return what NAME.json beside a file states, or nothing where there is none."""
    side = file.with_suffix(".json")
    if side == file or not side.is_file():
        return Stated()
    try:
        return parse_side(_bytes(side))
    except ReadingError as error:
        raise ReadingError(f"its side file {side.name}: {error}") from error
