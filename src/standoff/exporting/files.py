"""Open files for writing, whole or not at all, and refuse places that cannot be written to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from standoff.errors import ExportError


def folder(out: Path) -> None:
    """Make a folder to write into; refuses a path that is a file."""
    if out.exists() and not out.is_dir():
        raise ExportError(f"{out} is a file: give a folder to write to.")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"The folder {out} cannot be made ({error.strerror}): give another one.") from error


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """Offer a UTF-8 file that takes its name when it is complete; half an export never looks like a whole one.

    Lone surrogates, which no UTF-8 file can hold, become question marks.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", errors="replace", newline="") as handle:
            yield handle
        os.replace(part, path)
    except OSError as error:
        raise ExportError(f"{path} cannot be written ({error.strerror}): give another place.") from error
    finally:
        part.unlink(missing_ok=True)
