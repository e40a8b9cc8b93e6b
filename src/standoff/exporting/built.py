"""Find the built web pages: a folder of files for servers and folders, and one page with everything inlined."""

from __future__ import annotations

from pathlib import Path

from standoff.errors import ExportError

_SERVING = Path(__file__).parents[1] / "serving"
FILES = _SERVING / "static"
PAGE = _SERVING / "single" / "index.html"


def built_files(folder: Path = FILES) -> Path:
    """Return the folder of the built pages; refuses where they were not built."""
    if not (folder / "index.html").is_file():
        raise ExportError(_missing(folder))
    return folder


def built_page(page: Path = PAGE) -> str:
    """Return the text of the page that holds everything; refuses where it was not built."""
    if not page.is_file():
        raise ExportError(_missing(page))
    return page.read_text("utf-8")


def _missing(path: Path) -> str:
    """Say that the pages are not there and what to do."""
    return f"The web pages are not built ({path} is missing): run `make web` in a checkout, or install the package."
