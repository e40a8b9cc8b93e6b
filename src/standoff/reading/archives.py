"""Open ZIP archives: their files as inputs, in order of path, with side files, and failures for what cannot be had."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from standoff.errors import ReadingError
from standoff.model.run import Failure
from standoff.reading.draft import Input, Stated
from standoff.reading.inputs import is_report, known_format
from standoff.reading.normal import LARGEST_INPUT, too_large
from standoff.reading.side import parse_side

SUFFIX = ".zip"
MOST_MEMBERS = 100_000
# What the ways of packing raise on bytes that are broken, locked, or packed in a way that is not known here.
BROKEN = (zipfile.BadZipFile, EOFError, OSError, ValueError, RuntimeError, zlib.error, lzma.LZMAError)


def members(source: Input, suffixes: frozenset[str]) -> Iterator[Input | Failure]:
    """Yield the inputs of an archive; one that is broken, locked or too full raises a sentence about it."""
    try:
        with zipfile.ZipFile(source.file or source.path) as archive:
            names = [info for info in archive.infolist() if not info.is_dir()]
            if len(names) > MOST_MEMBERS:
                raise ReadingError(f"the archive holds more than {MOST_MEMBERS:,} files; unpack it")
            yield from _members(source.path, archive, {info.filename: info for info in names}, suffixes)
    except BROKEN as error:
        raise ReadingError(f"the archive cannot be opened ({error}); fetch it again") from error


def _members(
    path: str, archive: zipfile.ZipFile, files: Mapping[str, zipfile.ZipInfo], suffixes: frozenset[str]
) -> Iterator[Input | Failure]:
    """Yield one input or failure for each file of an archive that may hold reports."""
    present = {str(PurePosixPath(name).with_suffix("")) for name in files if not name.endswith(".json")}
    for name in sorted(files):
        inner, beside = PurePosixPath(name), str(PurePosixPath(name).with_suffix(".json"))
        side = inner.suffix == ".json" and str(inner.with_suffix("")) in present
        if side or not all(is_report(part) for part in inner.parts):
            continue
        place = f"{path}/{''.join(char if char.isprintable() else chr(0xFFFD) for char in name)}"
        try:
            if inner.suffix.lower() == SUFFIX:
                raise ReadingError("it is an archive within an archive; unpack it")
            known_format(inner.suffix, suffixes)
            stated = parse_side(bytes_of(archive, files[beside])) if beside in files and beside != name else Stated()
            yield Input(place, bytes_of(archive, files[name]), stated)
        except ReadingError as error:
            yield Failure(place, "reading", f"{place}: {error}.")


def bytes_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return a file's bytes, unpacked no further than may be read; raises where it is locked or broken."""
    if info.flag_bits & 1:
        raise ReadingError("it is locked with a password; unpack the archive")
    try:
        with archive.open(info) as handle:
            data = handle.read(LARGEST_INPUT + 1)
    except BROKEN as error:
        raise ReadingError(f"it cannot be unpacked ({error}); fetch the archive again") from error
    if len(data) > LARGEST_INPUT:
        raise ReadingError(too_large(max(len(data), info.file_size)))
    return data
