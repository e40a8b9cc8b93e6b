"""Serve the built front end and its files; where none is built, say how to build it.

Files come from one folder only, by names that were listed when the server started, so that no path leads elsewhere.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from standoff.serving.answers import problem

STATIC = "static"
_FOREVER = "public, max-age=31536000, immutable"  # names of built files carry a digest of what they hold
_HTML = "text/html; charset=utf-8"
HOW = "The web pages are not built: run `make web` in a checkout (it needs Node), or install the package."
_UNBUILT = f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>standoff</title>
<h1>The record is served, the pages are missing</h1>
<p>{HOW} Then start <code>standoff serve</code> again.</p>
<p>Until then, read it in the terminal with <code>standoff show</code> and <code>standoff matrix</code>,
or through the API: <a href="/api/incidents">/api/incidents</a>.</p></html>"""
_TYPES = {".pmtiles": "application/octet-stream", ".js": "text/javascript", ".mjs": "text/javascript"}


def built() -> Path | None:
    """Return the folder of the built front end, or nothing where none was built."""
    with as_file(files("standoff.serving") / STATIC) as folder:
        return folder if (folder / "index.html").is_file() else None


def pages(folder: Path | None) -> APIRouter:
    """Return the routes of the front end in a folder, or of a page that says how to build one."""
    router = APIRouter(include_in_schema=False)
    names = _listed(folder) if folder else {}
    index = folder / "index.html" if folder else None

    @router.api_route("/{name:path}", methods=["GET", "HEAD"])
    def page(name: str, request: Request) -> Response:
        """Send a file, the page itself, or whoever left out the sign # of a screen's address on to that screen."""
        if name.startswith("api/") and name not in names:
            return problem(404, "not_found", "There is nothing at this address.")
        if name in names:
            return _file(names[name], lasting=name.startswith("assets/"))
        if "." in name.rsplit("/", 1)[-1]:
            return problem(404, "not_found", "There is nothing at this address.")
        if index is None and name:
            return problem(404, "not_found", HOW)
        if index is None:
            return HTMLResponse(_UNBUILT, 404, headers={"Cache-Control": "no-store"})
        if name:
            return RedirectResponse(_screen(name, request.url.query))
        return FileResponse(index, media_type=_HTML, headers={"Cache-Control": "no-cache"})

    return router


def _screen(name: str, query: str) -> str:
    """Return the address of a screen as seen from the path that names it; it never leads to another host."""
    return f"{'../' * name.count('/') or './'}#/{quote(name)}{f'?{query}' if query else ''}"


def _listed(folder: Path) -> Mapping[str, Path]:
    """Return the files below a folder by their names in addresses."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def _file(path: Path, lasting: bool) -> Response:
    """Send a file, or the part of it that was asked for."""
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return FileResponse(path, media_type=kind, headers={"Cache-Control": _FOREVER if lasting else "no-cache"})
